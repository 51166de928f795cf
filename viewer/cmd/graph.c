/* graph.c: `cpyread graph`: a picture that fits a page: of what calls a function and what it calls, of the way from one to
 * another, of files and what they include, of records and what they hold. graph_find.c finds what is to be drawn,
 * graph_options.c reads the options. */
#include "cmd/commit_graph.h"
#include "cmd/graph_find.h"
#include "cmd/graph_options.h"
#include "cmd/stories.h"
#include "graph/outline.h"
#include "graph/picture.h"
#include "graph/recorded.h"
#include "page/output.h"

#include <string.h>

/* Draws into `path` (written beside and renamed, so it is whole or as it was), and says so. */
static gboolean draw(Graph *graph, const char *path, const PictureOptions *options, Answer *answer,
                     GError **error)
{
    const char *format = graph_format_of(path, error);
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
    gboolean is_strip = to != NULL || context_option(context, "strip") != NULL;
    g_autoptr(Table) foci = to != NULL
                                ? graph_find_way(context, context->arguments[0], to, answer, error)
                                : graph_find_all(context, options->subject, answer, error);
    if (foci == NULL)
        return NULL;
    return is_strip ? graph_strip(context->index, foci, error) : graph_grow(context->index, foci, options, error);
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

    if (!graph_read_options(context, &options, &lang, error))
        return NULL;
    if (path != NULL) {
        if ((format = graph_format_of(path, error)) == NULL || !output_check(path, error))
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
