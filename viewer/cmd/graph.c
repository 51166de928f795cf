/* graph.c: `cpyread graph`: a picture of what calls a function and what it calls, that fits a page. */
#include "cmd/either.h"
#include "cmd/line.h"
#include "graph/grow.h"
#include "graph/outline.h"
#include "graph/picture.h"
#include "page/output.h"

#include <string.h>

/* The symbols that are named, in that order, one row each; NULL without `error` where a name means none or
 * several
 * (`answer` says so then). */
static Table *find_all(const Context *context, Answer *answer, GError **error)
{
    g_autoptr(Table) all = NULL;

    for (guint i = 0; context->arguments[i] != NULL; i++) {
        g_autoptr(Table) one = NULL;
        if (!either_find(context, context->arguments[i], answer, &one, error))
            return NULL;
        if (one == NULL && either_may_miss(context->arguments[i]))
            continue;
        if (one == NULL)
            return NULL;
        if (all == NULL) {
            all = g_steal_pointer(&one);
            continue;
        }
        /* Named twice is drawn once. */
        gboolean again = FALSE;
        for (guint row = 0; row < table_size(all); row++)
            again |= g_strcmp0(table_get(all, row, "id"), table_get(one, 0, "id")) == 0;
        if (!again)
            table_add(all, (const char *const *)g_ptr_array_index(one->rows, 0));
    }
    return g_steal_pointer(&all);
}

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

static gboolean read_options(const Context *context, GrowOptions *options, Lang *lang, GError **error)
{
    const char *wanted = context_option(context, "lang");
    int depth = number_option(context, "depth", 1, 20, error);
    int nodes = depth < 0 ? -1 : number_option(context, "nodes", 2, 2000, error);

    if (nodes < 0)
        return FALSE;
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
        answer_warn(answer, "%u more nodes were cut so that the type can be read", picture->dropped);
    if (picture->type < PICTURE_TYPE)
        answer_warn(answer, "the type is under %.0f pt: too small for paper", PICTURE_TYPE);
    for (guint i = 0; i < graph->nodes->len; i++)
        if (graph_node(graph, i)->file != NULL)
            g_ptr_array_add(answer->drawn, g_strdup(graph_node(graph, i)->file));
    left_out = graph_left_out(graph, LANG_EN, FALSE);
    if (left_out[0] != '\0')
        answer_add_paragraph(answer, g_strchomp(left_out));
    return TRUE;
}

/* The answer when no symbol was found, which says so already unless every name was one that may be missing. */
static Answer *nothing(Answer *answer)
{
    if (answer->blocks->len == 0 && answer->status == ANSWER_FOUND) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "none of these names is here");
    }
    return answer;
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    const char *path = context_option(context, "output");
    gboolean is_strip = context_option(context, "strip") != NULL;
    GrowOptions options = {0};
    Lang lang;
    g_autoptr(Table) foci = NULL;
    g_autoptr(Graph) graph = NULL;
    GError *problem = NULL;

    if (!read_options(context, &options, &lang, error) || (path != NULL && format_of(path, error) == NULL))
        return NULL;
    foci = find_all(context, answer, &problem);
    if (foci == NULL) {
        if (problem == NULL)
            return nothing(g_steal_pointer(&answer));
        g_propagate_error(error, problem);
        return NULL;
    }
    graph = is_strip ? graph_strip(context->index, foci, error)
                     : graph_grow(context->index, foci, &options, error);
    if (graph == NULL)
        return NULL;
    if (graph->edges->len == 0)
        answer_warn(answer, "no calls to draw%s",
                    graph->hidden->len > 0 ? " but what is hidden; --all shows it" : "");
    if (path != NULL) {
        /* Who asks for many nodes gets them. */
        const PictureOptions drawing = {lang, paper_a4, TRUE, options.nodes > GRAPH_NODES_MAX, TRUE};
        if (!draw(graph, path, &drawing, answer, error))
            return NULL;
    } else {
        g_autofree char *title = graph_caption(graph, lang);
        answer_add_graph(answer, title, g_steal_pointer(&graph));
    }
    return g_steal_pointer(&answer);
}

static const CommandOption options_of_graph[] = {
    {"callers", 0, NULL, "only what calls it"},
    {"callees", 0, NULL, "only what it calls"},
    {"depth", 'd', "N", "calls away from it (else one, or as many as make a dozen nodes)"},
    {"nodes", 'n', "N", "room for N nodes (else 25, and 8 neighbours of each); many make small type"},
    {"strip", 0, NULL, "the names in their order, one chain from top to bottom"},
    {"lang", 0, "LANG", "language of the picture: en or ko"},
    {"output", 'o', "FILE", "draw into FILE.svg, .pdf, .png or .dot"},
    {NULL, 0, NULL, NULL},
};

const Command command_graph = {
    .name = "graph",
    .usage =
        "NAME… [--callers] [--callees] [--depth N] [--nodes N] [--all] [--strip] [--lang ko] [-o FILE.svg]",
    .summary = "a picture of what calls it and what it calls, fit for a page",
    .help = "Callers stand left, callees right in the order of their call lines. Reference counting, errors, "
            "memory, asserts\n"
            "and type checks are hidden unless --all is given; what is hidden and what is cut is counted and "
            "named. Without -o\n"
            "the picture comes as text. NAME|NAME is the first that this tree has, NAME| may be missing.",
    .example = "cpyread graph PyDict_Copy",
    .options = options_of_graph,
    .min_arguments = 1,
    .max_arguments = -1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
