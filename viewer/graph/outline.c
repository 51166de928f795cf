/* outline.c: a picture as text: three lists, callers, focus, callees, each node under the one that leads to
 * it.
 *
 * A node that several lead to stands in full under the first and is only named under the others. */
#include "graph/outline.h"

#include <stdlib.h>

typedef struct Outline {
    const Graph *graph;
    Lang lang;
    GString *out;
    gboolean *told; /* for each node: it stands in full already */
    glong width;    /* of the column of names, indentation included */
    glong how;      /* of the column of kinds */
} Outline;

/* Columns of a terminal: Hangul takes two. */
static glong columns_of(const char *text)
{
    glong columns = 0;

    for (; *text != '\0'; text = g_utf8_next_char(text))
        columns += g_unichar_iswide(g_utf8_get_char(text)) ? 2 : 1;
    return columns;
}

char *graph_wrap(const char *text, guint columns)
{
    GString *out = g_string_new(NULL);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (guint i = 0; lines[i] != NULL; i++) {
        g_auto(GStrv) words = g_strsplit(lines[i], " ", -1);
        glong column = 0;
        for (guint w = 0; words[w] != NULL; w++) {
            gboolean fits = w == 0 || column + 1 + columns_of(words[w]) <= (glong)columns;
            if (w > 0)
                g_string_append_c(out, fits ? ' ' : '\n');
            g_string_append(out, words[w]);
            column = (fits ? column + (w > 0) : 0) + columns_of(words[w]);
        }
        if (lines[i + 1] != NULL)
            g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

/* "slot nb_add ×2" */
static char *edge_text(const GraphEdge *edge)
{
    g_autofree char *label = graph_edge_label(edge);
    g_autofree char *times =
        edge->count > 1 && edge->kind < EDGE_HOLDS ? g_strdup_printf(" ×%u", edge->count) : g_strdup("");

    return g_strconcat(edge_style(edge->kind)->name, label != NULL ? " " : "", label != NULL ? label : "",
                       times, NULL);
}

static void add_node(Outline *outline, const GraphNode *node, const GraphEdge *edge, guint depth)
{
    g_autofree char *name = graph_node_name(node, outline->lang);
    g_autofree char *indented = g_strdup_printf("%*s%s", (int)(2 * depth), "", name);
    glong pad = MAX(outline->width - columns_of(indented), 0);

    g_string_append(outline->out, indented);
    if (node->more > 0) {
        g_string_append_c(outline->out, '\n');
        return;
    }
    g_string_append_printf(outline->out, "%*s", (int)pad, "");
    if (edge != NULL) {
        g_autofree char *how = edge_text(edge);
        g_string_append_printf(outline->out, "  %s%*s", how, (int)MAX(outline->how - columns_of(how), 0), "");
    }
    if (node->file != NULL && node->line > 0)
        g_string_append_printf(outline->out, "  %s:%d", node->file, node->line);
    if (node->is_generated)
        g_string_append(outline->out, outline->lang == LANG_KO ? "  (생성됨)" : "  (generated)");
    if (node->touched != NULL)
        g_string_append_printf(outline->out, "  [%s]", node->touched);
    while (outline->out->str[outline->out->len - 1] == ' ')
        g_string_truncate(outline->out, outline->out->len - 1);
    g_string_append_c(outline->out, '\n');
}

/* The neighbours of `place` on that side, each followed by its own. */
static void add_side(Outline *outline, guint place, int side, guint depth)
{
    const Graph *graph = outline->graph;

    for (guint i = 0; i < graph->edges->len; i++) {
        const GraphEdge *edge = graph_edge(graph, i);
        guint near = side < 0 ? edge->to : edge->from, far = side < 0 ? edge->from : edge->to;
        gboolean again;

        if (near != place || far == place || side * graph_node(graph, far)->rank <= 0 ||
            graph_node(graph, far)->more > 0)
            continue;
        again = outline->told[far];
        outline->told[far] = TRUE;
        add_node(outline, graph_node(graph, far), edge, depth);
        if (!again)
            add_side(outline, far, side, depth + 1);
    }
}

static gboolean has_side(const Graph *graph, int side)
{
    for (guint i = 0; i < graph->nodes->len; i++)
        if (side * graph_node(graph, i)->rank > 0 && !graph_node(graph, i)->is_focus)
            return TRUE;
    return FALSE;
}

static void add_sides(Outline *outline, int side)
{
    static const char *const words[][LANG_COUNT][2] = {
        [GRAPH_CALLS] = {{"callers", "callees"}, {"호출하는 쪽", "호출되는 쪽"}},
        [GRAPH_INCLUDES] = {{"included by", "includes"}, {"포함하는 파일", "포함되는 파일"}},
        [GRAPH_TYPES] = {{"held by", "holds"}, {"이것을 담는 구조체", "이것이 담는 구조체"}},
    };

    if (!has_side(outline->graph, side))
        return;
    g_string_append_printf(outline->out, "%s\n", words[outline->graph->subject][outline->lang][side > 0]);
    for (guint i = 0; i < outline->graph->nodes->len; i++)
        if (graph_node(outline->graph, i)->is_focus)
            add_side(outline, i, side, 1);
    for (guint i = 0; i < outline->graph->nodes->len; i++)
        if (graph_node(outline->graph, i)->more > 0 && side * graph_node(outline->graph, i)->rank > 0)
            add_node(outline, graph_node(outline->graph, i), NULL, 1);
}

static glong name_width(const Graph *graph, Lang lang)
{
    glong width = 0;

    for (guint i = 0; i < graph->nodes->len; i++) {
        const GraphNode *node = graph_node(graph, i);
        g_autofree char *name = graph_node_name(node, lang);
        if (node->more == 0)
            width = MAX(width, columns_of(name) + (node->is_focus ? 0 : 2 * abs(node->rank)));
    }
    return width;
}

static glong how_width(const Graph *graph)
{
    glong width = 12;

    for (guint i = 0; i < graph->edges->len; i++) {
        const GraphEdge *edge = graph_edge(graph, i);
        g_autofree char *how = edge_text(edge);
        if (graph_node(graph, edge->from)->more == 0 && graph_node(graph, edge->to)->more == 0)
            width = MAX(width, columns_of(how));
    }
    return width;
}

char *graph_names(const GPtrArray *names, Lang lang, guint most)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < MIN(names->len, most); i++)
        g_string_append_printf(out, "%s%s", i == 0 ? "" : ", ", (const char *)g_ptr_array_index(names, i));
    if (names->len > most)
        g_string_append_printf(out, lang == LANG_KO ? " 외 %u개" : " and %u more", names->len - most);
    return g_string_free(out, FALSE);
}

static void add_names(GString *out, const char *heading, const GPtrArray *names, Lang lang, guint most)
{
    g_autofree char *list = graph_names(names, lang, most);

    if (names->len > 0)
        g_string_append_printf(out, "%s %s%s\n", heading, list, names->len > most ? " (--json)" : "");
}

char *graph_left_out(const Graph *graph, Lang lang, guint most)
{
    GString *out = g_string_new(NULL);
    g_autofree char *hidden = g_strdup_printf(
        lang == LANG_KO ? "숨김 %u개 (--all로 표시):" : "%u hidden (--all shows them):", graph->hidden->len);
    g_autofree char *cut = g_strdup_printf(lang == LANG_KO ? "생략 %u개 (--nodes N으로 표시):"
                                                           : "%u cut (--nodes N makes room):",
                                           graph->cut->len);

    add_names(out, hidden, graph->hidden, lang, most);
    add_names(out, cut, graph->cut, lang, most);
    return g_string_free(out, FALSE);
}

/* A path strip: one below the other, each with how it is reached. */
static void add_strip(Outline *outline)
{
    const Graph *graph = outline->graph;

    for (guint i = 0; i < graph->nodes->len; i++) {
        const GraphEdge *edge = NULL;
        for (guint j = 0; j < graph->edges->len && edge == NULL; j++)
            if (i > 0 && graph_edge(graph, j)->from == i - 1 && graph_edge(graph, j)->to == i)
                edge = graph_edge(graph, j);
        add_node(outline, graph_node(graph, i), edge, 0);
    }
}

static void add_neighbourhood(Outline *outline)
{
    add_sides(outline, -1);
    for (guint i = 0; i < outline->graph->nodes->len; i++)
        if (graph_node(outline->graph, i)->is_focus)
            add_node(outline, graph_node(outline->graph, i), NULL, 0);
    add_sides(outline, 1);
}

char *graph_outline(const Graph *graph, Lang lang, gboolean all)
{
    g_autofree gboolean *told = g_new0(gboolean, graph->nodes->len + 1);
    Outline outline = {graph, lang, g_string_new(NULL), told, name_width(graph, lang), how_width(graph)};
    g_autofree char *left_out = graph_left_out(graph, lang, all ? G_MAXUINT : OUTLINE_NAMES);

    if (graph->is_strip)
        add_strip(&outline);
    else
        add_neighbourhood(&outline);
    g_string_append(outline.out, left_out);
    return g_string_free(outline.out, FALSE);
}
