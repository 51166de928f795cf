/* style.c: the table of edge kinds and the words of a picture.
 *
 * Kinds differ in line and arrowhead, never in colour alone: a copier must leave them apart. */
#include "graph/style.h"

static const EdgeStyle styles[] = {
    [EDGE_DIRECT] = {"direct", {"direct call", "직접 호출"}, "solid", "black", "normal"},
    [EDGE_MACRO] = {"macro", {"macro", "매크로"}, "solid", "black", "odiamond"},
    [EDGE_SLOT] = {"slot", {"through a slot", "슬롯 경유"}, "dashed", "black", "normal"},
    [EDGE_POINTER] = {"pointer", {"through a pointer", "포인터 경유"}, "dotted", "black", "normal"},
    /* two parallel lines */
    [EDGE_CLINIC] = {"clinic", {"generated wrapper", "생성된 래퍼"}, "solid", "black:invis:black", "normal"},
};

gboolean lang_parse(const char *text, Lang *lang)
{
    for (Lang each = 0; each < LANG_COUNT; each++) {
        if (g_strcmp0(text, lang_code(each)) == 0) {
            *lang = each;
            return TRUE;
        }
    }
    return FALSE;
}

const char *lang_code(Lang lang)
{
    return lang == LANG_KO ? "ko" : "en";
}

const EdgeStyle *edge_style(EdgeKind kind)
{
    g_assert((guint)kind < G_N_ELEMENTS(styles));
    return &styles[kind];
}

EdgeKind edge_kind(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(styles); i++)
        if (g_strcmp0(name, styles[i].name) == 0)
            return i;
    return EDGE_POINTER;
}

char *graph_foot(const Graph *graph, Lang lang)
{
    GString *foot = g_string_new(graph->tree);

    if (graph->hidden->len > 0)
        g_string_append_printf(foot, lang == LANG_KO ? " · 숨김 %u개" : " · %u hidden", graph->hidden->len);
    if (graph->cut->len > 0)
        g_string_append_printf(foot, lang == LANG_KO ? " · 생략 %u개" : " · %u cut", graph->cut->len);
    return g_string_free(foot, FALSE);
}

static void sides(const Graph *graph, gboolean *callers, gboolean *callees)
{
    *callers = *callees = FALSE;
    for (guint i = 0; i < graph->nodes->len; i++) {
        *callers |= graph_node(graph, i)->rank < 0;
        *callees |= graph_node(graph, i)->rank > 0;
    }
}

char *graph_caption(const Graph *graph, Lang lang)
{
    static const char *const words[LANG_COUNT][4] = {
        [LANG_EN] = {"no calls", "callers", "callees", "callers and callees"},
        [LANG_KO] = {"호출 없음", "호출하는 쪽", "호출되는 쪽", "주변 호출 그래프"},
    };
    g_autoptr(GString) names = g_string_new(NULL);
    gboolean callers, callees;

    for (guint i = 0; i < graph->nodes->len; i++)
        if (graph_node(graph, i)->is_focus)
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", graph_node(graph, i)->name);
    if (graph_is_strip(graph))
        return g_strdup_printf("%s %s", lang == LANG_KO ? "호출 경로:" : "The path:", names->str);
    sides(graph, &callers, &callees);
    return g_strdup_printf("%s: %s", names->str, words[lang][callers + 2 * callees]);
}

char *graph_node_name(const GraphNode *node, Lang lang)
{
    if (node->more > 0)
        return g_strdup_printf(lang == LANG_KO ? "그 밖에 %u개" : "+%u more", node->more);
    return g_strdup(node->name);
}
