/* graph.c: `cpyread graph`: a picture that fits a page: of what calls a function and what it calls, of the way from one to
 * another, of files and what they include, of records and what they hold. */
#include "cmd/commit_graph.h"
#include "cmd/either.h"
#include "cmd/line.h"
#include "cmd/stories.h"
#include "cmd/subject.h"
#include "graph/grow.h"
#include "graph/noise.h"
#include "graph/outline.h"
#include "graph/picture.h"
#include "graph/recorded.h"
#include "page/output.h"
#include "query/path.h"

#include <string.h>

/* ---- what is to be drawn -------------------------------------------------------------------------------------------- */

static void add_once(Table **all, Table *one)
{
    if (*all == NULL) {
        *all = g_steal_pointer(&one);
        return;
    }
    gboolean again = FALSE; /* named twice is drawn once */
    for (guint row = 0; row < table_size(*all); row++)
        again |= g_strcmp0(table_get(*all, row, "id"), table_get(one, 0, "id")) == 0;
    if (!again)
        table_add(*all, (const char *const *)g_ptr_array_index(one->rows, 0));
    table_free(one);
}

/* How a name is looked up: a row, or NULL without `error` where it means none or several (`answer` says so then). */
typedef Table *(*Find)(const Context *context, const char *name, Answer *answer, GError **error);

static Table *find_symbol(const Context *context, const char *name, Answer *answer, GError **error)
{
    Table *symbol = NULL;
    if (!either_find(context, name, answer, &symbol, error))
        return NULL;
    if (symbol != NULL && subject_is_python(symbol, answer))
        g_clear_pointer(&symbol, table_free);
    return symbol;
}

/* A file by its path or the end of it. */
static Table *find_file(const Context *context, const char *name, Answer *answer, GError **error)
{
    g_autoptr(Table) files = index_query(context->index, error, "graph-file", "file", name, NULL);
    if (files == NULL)
        return NULL;
    if (table_size(files) == 1 || (table_size(files) > 1 && strcmp(table_get(files, 0, "name"), name) == 0)) {
        g_ptr_array_set_size(files->rows, 1);
        return g_steal_pointer(&files);
    }
    answer->status = ANSWER_NOTHING;
    if (table_size(files) == 0)
        answer_warn(answer, "no file %s in %s; --includes draws files: graph dictobject.c --includes", name,
                    index_tree(context->index));
    else
        answer_warn(answer, "%s is ambiguous; pick one as in: %s", name, table_get(files, 0, "name"));
    return NULL;
}

/* A record: itself, or what a typedef of its name stands for. */
static Table *find_record(const Context *context, const char *name, Answer *answer, GError **error)
{
    g_autoptr(Table) symbol = find_symbol(context, name, answer, error), records = NULL;
    if (symbol == NULL)
        return NULL;
    const char *kind = table_get(symbol, 0, "kind");
    if (strcmp(kind, "struct") == 0 || strcmp(kind, "union") == 0)
        return g_steal_pointer(&symbol);
    records = index_query(context->index, error, "graph-record", "name", table_get(symbol, 0, "name"), NULL);
    if (records == NULL)
        return NULL;
    if (table_size(records) > 0 && strcmp(kind, "typedef") == 0) {
        g_ptr_array_set_size(records->rows, 1);
        return g_steal_pointer(&records);
    }
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "%s is a %s; --types draws records: graph PyListObject --types", name, kind);
    return NULL;
}

/* All that the arguments name, in that order, one row each; NULL as above. */
static Table *find_all(const Context *context, GraphSubject subject, Answer *answer, GError **error)
{
    static const Find finds[] = {
        [GRAPH_CALLS] = find_symbol, [GRAPH_INCLUDES] = find_file, [GRAPH_TYPES] = find_record};
    g_autoptr(Table) all = NULL;
    GError *problem = NULL;

    for (guint i = 0; context->arguments[i] != NULL; i++) {
        Table *one = finds[subject](context, context->arguments[i], answer, &problem);
        if (one != NULL) {
            add_once(&all, one);
        } else if (problem != NULL) {
            g_propagate_error(error, problem);
            return NULL;
        } else if (!either_may_miss(context->arguments[i]) || answer->status != ANSWER_FOUND) {
            return NULL;
        }
    }
    return g_steal_pointer(&all);
}

/* The symbol that `name`, an end of a path, means; NULL as above. */
static Table *find_end(const Context *context, const char *name, Answer *answer, GError **error)
{
    g_autofree char *end = subject_end(context, name);
    return find_symbol(context, end, answer, error);
}

/* The symbols on the best way from `from` to `to`, both rows of the view symbols; NULL as above. */
static Table *find_way(const Context *context, const Table *from, const Table *to, Answer *answer,
                       GError **error)
{
    const gint64 stops[] = {table_get_int(from, 0, "id"), table_get_int(to, 0, "id")};
    const PathQuestion question = {
        .stops = stops, .stop_count = 2, .noise = context->all ? NULL : noise_group, .limit = 1};
    g_autoptr(Table) all = NULL;

    if (stops[0] == stops[1]) {
        answer->status = ANSWER_USAGE;
        answer_warn(answer, "graph: the way from %s to itself has no step", table_get(from, 0, "name"));
        return NULL;
    }
    g_autoptr(PathAnswer) found = path_find(context->index, &question, error);
    if (found == NULL)
        return NULL;
    if (found->chains->len == 0) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "no way from %s to %s; more: cpyread path %s %s", table_get(from, 0, "name"),
                    table_get(to, 0, "name"), table_get(from, 0, "name"), table_get(to, 0, "name"));
        return NULL;
    }
    const Table *chain = found->chains->pdata[0];
    for (guint step = 0; step <= table_size(chain); step++) {
        gboolean is_first = step == 0;
        Table *symbol = index_query(
            context->index, error, "graph-symbol", "id",
            table_get(chain, is_first ? 0 : step - 1, is_first ? "caller_id" : "callee_id"), NULL);
        if (symbol == NULL)
            return NULL;
        add_once(&all, symbol);
    }
    return g_steal_pointer(&all);
}

/* ---- options -------------------------------------------------------------------------------------------------------- */

/* A number from `least` to `most`, or 0 if the option is not there; -1 with `error`. */
static int number_option(const Context *context, const char *name, int least, int most, GError **error)
{
    const char *text = context_option(context, name);
    gint64 number;

    if (text == NULL)
        return 0;
    if (g_ascii_string_to_signed(text, 10, least, most, &number, NULL))
        return (int)number;
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "--%s takes a number from %d to %d, not \"%s\"", name,
                least, most, text);
    return -1;
}

/* Of each row at most one, but for --callers and --callees: who wants both may say so. */
static gboolean check_options(const Context *context, GError **error)
{
    static const char *const apart[][2] = {
        {"path", "strip"},    {"path", "includes"}, {"path", "types"},     {"path", "callers"},
        {"path", "callees"},  {"path", "depth"},    {"strip", "includes"}, {"strip", "types"},
        {"strip", "callers"}, {"strip", "callees"}, {"strip", "depth"},    {"includes", "types"},
        {"commit", "story"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(apart); i++) {
        if (context_option(context, apart[i][0]) == NULL || context_option(context, apart[i][1]) == NULL)
            continue;
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                    "graph: --%s and --%s contradict each other; more: cpyread graph --help", apart[i][0],
                    apart[i][1]);
        return FALSE;
    }
    if (context->arguments[0] == NULL &&
        (context_option(context, "commit") == NULL || context_option(context, "path") != NULL ||
         context_option(context, "includes") != NULL || context_option(context, "types") != NULL)) {
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                    "graph: name what is to be drawn, or a commit alone: cpyread graph --commit HASH");
        return FALSE;
    }
    if (context_option(context, "path") != NULL && context->arguments[0] != NULL && context->arguments[1] != NULL) {
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                    "graph: --path goes from one name to another: cpyread graph %s --path TO",
                    context->arguments[0]);
        return FALSE;
    }
    return TRUE;
}

static gboolean read_options(const Context *context, GrowOptions *options, Lang *lang, GError **error)
{
    const char *wanted = context_option(context, "lang");
    int depth = number_option(context, "depth", 1, 20, error);
    int nodes = depth < 0 ? -1 : number_option(context, "nodes", 2, 2000, error);

    if (nodes < 0 || !check_options(context, error))
        return FALSE;
    options->subject = context_option(context, "includes") != NULL ? GRAPH_INCLUDES
                       : context_option(context, "types") != NULL  ? GRAPH_TYPES
                                                                   : GRAPH_CALLS;
    options->callers = context_option(context, "callers") != NULL;
    options->callees = context_option(context, "callees") != NULL;
    options->depth = (guint)depth;
    options->nodes = (guint)nodes;
    options->all = context->all;
    *lang = LANG_EN;
    if (wanted == NULL || lang_parse(wanted, lang))
        return TRUE;
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "--lang is ko or en, not \"%s\"", wanted);
    return FALSE;
}

static const char *format_of(const char *path, GError **error)
{
    static const char *const formats[] = {"svg", "pdf", "png", "dot"};
    const char *dot = strrchr(path, '.');

    for (guint i = 0; dot != NULL && i < G_N_ELEMENTS(formats); i++)
        if (g_ascii_strcasecmp(dot + 1, formats[i]) == 0)
            return formats[i];
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                "-o takes a file whose name ends in .svg, .pdf, .png or .dot, not %s", path);
    return NULL;
}

/* Draws into `path` (written beside and renamed, so it is whole or as it was), and says so. */
static gboolean draw(Graph *graph, const char *path, const PictureOptions *options, Answer *answer,
                     GError **error)
{
    const char *format = format_of(path, error);
    g_autoptr(Picture) picture = format != NULL ? picture_draw(graph, options, format, error) : NULL;
    g_autofree char *said = NULL, *left_out = NULL;
    const char *data;
    gsize size;

    if (picture == NULL)
        return FALSE;
    data = g_bytes_get_data(picture->bytes, &size);
    if (!output_write(path, data, size, error))
        return FALSE;
    said = g_strdup_printf("wrote %s: %u nodes, type of %.1f pt on A4%s", path, graph->nodes->len,
                           picture->type, picture->is_landscape ? " landscape" : "");
    answer_add_paragraph(answer, said);
    if (picture->dropped > 0)
        answer_warn(answer, "%u more node%s cut so that the type can be read", picture->dropped,
                    picture->dropped == 1 ? " was" : "s were");
    if (picture->type < PICTURE_TYPE)
        answer_warn(answer, "the type is under %.0f pt: too small for paper", PICTURE_TYPE);
    for (guint i = 0; i < graph->nodes->len; i++)
        if (graph_node(graph, i)->file != NULL)
            g_ptr_array_add(answer->drawn, g_strdup(graph_node(graph, i)->file));
    left_out = graph_left_out(graph, LANG_EN, OUTLINE_NAMES);
    if (left_out[0] != '\0')
        answer_add_paragraph(answer, g_strchomp(left_out));
    return TRUE;
}

/* The answer when no symbol was found, which says so already unless every name was one that may be missing. */
static Answer *nothing(const Context *context, Answer *answer)
{
    g_autoptr(Table) file =
        index_query(context->index, NULL, "graph-file", "file", context->arguments[0], NULL);

    if (file != NULL && table_size(file) > 0 && context_option(context, "includes") == NULL)
        answer_warn(answer, "what it includes, and what includes it: cpyread graph %s --includes",
                    context->arguments[0]);
    if (answer->blocks->len == 0 && answer->status == ANSWER_FOUND) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "none of these names is here");
    }
    return answer;
}

/* The picture that is asked for; NULL without `error` where a name means none or several (`answer` says so). */
static Graph *grow(const Context *context, const GrowOptions *options, Answer *answer, GError **error)
{
    const char *to = context_option(context, "path");
    g_autoptr(Table) foci = to != NULL ? find_end(context, context->arguments[0], answer, error)
                                       : find_all(context, options->subject, answer, error);
    g_autoptr(Table) end = NULL, way = NULL;

    if (foci == NULL)
        return NULL;
    if (context_option(context, "strip") != NULL)
        return graph_strip(context->index, foci, error);
    if (to == NULL)
        return graph_grow(context->index, foci, options, error);
    if ((end = find_end(context, to, answer, error)) == NULL ||
        (way = find_way(context, foci, end, answer, error)) == NULL)
        return NULL;
    return graph_strip(context->index, way, error);
}

static Graph *make(const Context *context, const GrowOptions *options, Answer *answer, GError **error)
{
    const char *commit = context_option(context, "commit"), *story = context_option(context, "story");
    if (context->arguments[0] == NULL)
        return commit_graph(context, commit, answer, error);
    g_autoptr(Graph) graph = grow(context, options, answer, error);
    if (graph == NULL || !recorded_mark(graph, context->index, error) ||
        (commit != NULL && !commit_mark(context, commit, graph, answer, error)) ||
        (story != NULL && !stories_mark(context, story, graph, answer, error)))
        return NULL;
    return g_steal_pointer(&graph);
}

/* For what calls nothing, being no function: where its neighbours are told. The caller frees it. */
static char *better_asked(const GraphNode *focus)
{
    static const struct {
        const char *kind, *format;
    } better[] = {{"struct", "; what it holds: cpyread graph %s --types"},
                  {"union", "; what it holds: cpyread graph %s --types"},
                  {"field", "; who fills it and who calls it: cpyread slot %s"}};

    for (guint i = 0; i < G_N_ELEMENTS(better); i++) {
        g_auto(GStrv) around = g_strsplit(better[i].format, "%s", 2);
        if (strcmp(focus->kind, better[i].kind) == 0)
            return g_strconcat(around[0], focus->name, around[1], NULL);
    }
    return g_strdup("");
}

static void warn_if_bare(const Graph *graph, Answer *answer)
{
    static const char *const what[] = {
        [GRAPH_CALLS] = "calls", [GRAPH_INCLUDES] = "includes", [GRAPH_TYPES] = "records beside it"};

    if (graph->edges->len > 0)
        return;
    g_autofree char *hint = graph->hidden->len > 0          ? g_strdup(" but what is hidden; --all shows it")
                            : graph->subject == GRAPH_CALLS ? better_asked(graph_node(graph, 0))
                                                            : g_strdup("");
    answer_warn(answer, "no %s to draw%s", what[graph->subject], hint);
}

/* While Graphviz gets ready: what fresh.h will ask of these files is known then. */
static void look_at_files(Index *index, const Graph *graph)
{
    for (guint i = 0; i < graph->nodes->len; i++)
        if (graph_node(graph, i)->file != NULL)
            index_is_stale(index, graph_node(graph, i)->file);
}

/* Grows the picture and draws it into `path`, or (NULL) answers with it as text. */
static Answer *picture(const Context *context, const GrowOptions *options, Lang lang, const char *path,
                       GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    GError *problem = NULL;
    g_autoptr(Graph) graph = make(context, options, answer, &problem);

    if (graph == NULL && problem == NULL)
        return nothing(context, g_steal_pointer(&answer));
    if (graph == NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    warn_if_bare(graph, answer);
    if (path != NULL) {
        look_at_files(context->index, graph);
        /* Who asks for many nodes gets them. */
        const PictureOptions drawing = {lang, paper_a4, TRUE, options->nodes > GRAPH_NODES_MAX, TRUE, TRUE};
        if (!draw(graph, path, &drawing, answer, error))
            return NULL;
    }
    if (path == NULL || strcmp(context->format, "text") != 0) { /* programs get what was drawn as well */
        g_autofree char *title = graph_caption(graph, lang);
        answer_add_graph(answer, title, g_steal_pointer(&graph));
    }
    return g_steal_pointer(&answer);
}

static Answer *run(const Context *context, GError **error)
{
    const char *path = context_option(context, "output"), *format = NULL;
    GrowOptions options = {0};
    Lang lang;

    if (!read_options(context, &options, &lang, error))
        return NULL;
    if (path != NULL) {
        if ((format = format_of(path, error)) == NULL || !output_check(path, error))
            return NULL;
        picture_prepare(format);
    }
    Answer *answer = picture(context, &options, lang, path, error);
    picture_settle();
    return answer;
}

static const CommandOption options_of_graph[] = {
    {"callers", 0, NULL, "only what calls it (includes it, holds it)"},
    {"callees", 0, NULL, "only what it calls (includes, holds)"},
    {"path", 0, "TO", "the best way from NAME to TO, one chain from top to bottom (cpyread path)"},
    {"includes", 0, NULL, "NAME is a file: what it includes, and what includes it"},
    {"types", 0, NULL, "NAME is a record: what its fields hold or point to, and what holds it"},
    {"depth", 'd', "N", "calls away from it (else one, or as many as make a dozen nodes)"},
    {"nodes", 'n', "N", "room for N nodes (else 25, and 8 neighbours of each); many make small type"},
    {"strip", 0, NULL, "the names in their order, one chain from top to bottom"},
    {"commit", 0, "HASH", "marks what the commit changed, with its issue; without NAME: the calls that came and went by it"},
    {"story", 0, "NAME", "marks what the commits of a story changed (cpyread story), with the issue"},
    {"lang", 0, "LANG", "language of the picture: en or ko"},
    {"output", 'o', "FILE", "draw into FILE.svg, .pdf, .png or .dot"},
    {NULL, 0, NULL, NULL},
};

const Command command_graph = {
    .name = "graph",
    .usage =
        "NAME… [--callers] [--callees] [--path TO | --includes | --types | --strip] [--depth N] [--nodes N] "
        "[--commit HASH | --story NAME] [-o FILE.svg]",
    .summary = "a picture of what calls it and what it calls, fit for a page",
    .help = "Callers stand left, callees right in the order of their call lines; functions that are reached "
            "by one "
            "slot stand\n"
            "behind a node for it (nb_add, 14 functions). Reference counting, errors, memory, asserts, type "
            "checks and "
            "constants\n"
            "are hidden unless --all is given; what is hidden and what is cut is counted and named. Calls "
            "between "
            "several NAMEs\n"
            "are thick. Without -o the picture comes as text; an SVG has it in words as well. NAME|NAME is "
            "the first "
            "that this\n"
            "tree has, NAME| may be missing.",
    .example = "cpyread graph PyDict_Copy",
    .options = options_of_graph,
    .min_arguments = 0,
    .max_arguments = -1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
