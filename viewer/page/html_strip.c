/* html_strip.c: see html_strip.h. The line in front of a box is drawn as graph/style.c draws the edge: kinds must survive a
 * copier. */
#include "page/html_strip.h"

#include "page/html.h"
#include "page/names.h"
#include "page/words.h"

#include <string.h>

#define ROOM "<!--page:" /* and the name, and --> */

/* A line between two boxes says how the next one is reached; without a call there are steps left out. */
static void append_edge(GString *to, const Graph *graph, guint node, Lang lang)
{
    for (guint i = 0; i < graph->edges->len; i++) {
        const GraphEdge *edge = graph_edge(graph, i);
        if (edge->from + 1 != node || edge->to != node)
            continue;
        const EdgeStyle *style = edge_style(edge->kind);
        g_string_append_printf(to, "<li class=\"way %s\">", style->name);
        html_append_text(to, style->legend[lang]);
        if (edge->label != NULL) {
            g_string_append(to, " · ");
            html_append_text(to, edge->label);
        }
        g_string_append(to, "</li>\n");
        return;
    }
    g_string_append(to, "<li class=\"way\">⋯</li>\n");
}

static void append_box(GString *to, const GraphNode *node, Lang lang)
{
    g_autofree char *place = graph_node_place(node);

    g_string_append(to, "<li class=\"box\"><b>");
    html_append_text(to, graph_node_name(node, lang));
    g_string_append(to, "</b> <span class=\"place\">");
    if (place != NULL)
        html_append_text(to, place);
    g_string_append(to, " · " ROOM);
    html_append_text(to, node->name);
    g_string_append(to, "--></span></li>\n");
}

void html_append_strip(GString *to, const Graph *graph, const GPtrArray *python, Lang lang)
{
    g_string_append(to, "<ol class=\"strip\">\n");
    for (guint i = 0; python != NULL && i < python->len; i++) {
        g_string_append_printf(to, "%s<li class=\"box python\"><b>", i > 0 ? "<li class=\"way\"></li>\n" : "");
        html_append_text(to, python->pdata[i]);
        g_string_append(to, "</b> <span class=\"place\">Python</span></li>\n");
    }
    for (guint i = 0; i < graph->nodes->len; i++) {
        if (i > 0)
            append_edge(to, graph, i, lang);
        else if (python != NULL && python->len > 0)
            g_string_append(to, "<li class=\"way\"></li>\n");
        append_box(to, graph_node(graph, i), lang);
    }
    g_string_append(to, "</ol>\n");
}

char *html_fill_strips(const char *html, const GPtrArray *printed, Lang lang)
{
    GString *to = g_string_sized_new(strlen(html));

    for (const char *room; (room = strstr(html, ROOM)) != NULL;) {
        const char *name = room + strlen(ROOM), *end = strstr(name, "-->");
        g_autofree char *wanted = g_strndup(name, (gsize)(end - name));
        g_string_append_len(to, html, room - html);
        if (names_has(printed, wanted))
            names_append_page(to, wanted, lang);
        else
            g_string_append(to, word(WORD_NOT_HERE, lang));
        html = end + strlen("-->");
    }
    g_string_append(to, html);
    return g_string_free(to, FALSE);
}
