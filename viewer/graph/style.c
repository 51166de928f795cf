/* style.c: the table of edge kinds and the words of a picture.
 *
 * Kinds differ in line and arrowhead, never in colour alone: a copier must leave them apart. */
#include "graph/style.h"

static const EdgeStyle styles[] = {
    [EDGE_DIRECT] = {"direct", {"direct call", "직접 호출"}, "solid", "black", "normal"},
    [EDGE_MACRO] = {"macro", {"macro", "매크로"}, "solid", "black", "odiamond"},
    [EDGE_SLOT] = {"slot", {"through a slot", "슬롯 경유"}, "dashed", "black", "normal"},
    [EDGE_POINTER] = {"pointer", {"through a pointer", "포인터 경유"}, "dotted", "black", "normal"},
    [EDGE_NAME] = {"name", {"looked up by name", "이름으로 찾음"}, "dotted", "black", "empty"},
    [EDGE_FRAME] = {"frame", {"stays in the eval loop", "평가 루프 안"}, "dashed", "black", "empty"},
    /* two parallel lines */
    [EDGE_CLINIC] = {"clinic", {"generated wrapper", "생성된 래퍼"}, "solid", "black:invis:black", "normal"},
    [EDGE_INCLUDE] = {"include", {"includes", "포함"}, "solid", "black", "normal"},
    [EDGE_HOLDS] = {"holds", {"holds", "품음"}, "solid", "black", "diamond"},
    [EDGE_POINTS] = {"points", {"points to", "가리킴"}, "dashed", "black", "normal"},
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

char *graph_source(const Graph *graph, Lang lang)
{
    GString *source = g_string_new(graph->tree);
    gboolean is_seen = FALSE;

    for (guint i = 0; i < graph->edges->len; i++)
        is_seen |= graph_edge(graph, i)->is_seen;
    if (is_seen)
        g_string_append(source, lang == LANG_KO ? " · 굵은 선: 실행에서 확인" : " · thick: seen in a run");
    if (graph->touched_by != NULL)
        g_string_append_printf(source, lang == LANG_KO ? " · 이중 테두리: 바뀐 것 (%s)" : " · double border: changed in %s",
                               graph->touched_by);
    return g_string_free(source, FALSE);
}

char *graph_foot(const Graph *graph, Lang lang)
{
    g_autofree char *source = graph_source(graph, lang);
    GString *foot = g_string_new(source);

    if (graph->hidden->len > 0)
        g_string_append_printf(foot, lang == LANG_KO ? " · 숨김 %u개 (--all)" : " · %u hidden (--all)",
                               graph->hidden->len);
    if (graph->cut->len > 0)
        g_string_append_printf(foot, lang == LANG_KO ? " · 생략 %u개 (--nodes N)" : " · %u cut (--nodes N)",
                               graph->cut->len);
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

/* The focus, or all of them; of a path the two ends. */
static char *focus_names(const Graph *graph)
{
    GString *names = g_string_new(NULL);

    for (guint i = 0; i < graph->nodes->len; i++) {
        const GraphNode *node = graph_node(graph, i);
        gboolean is_end = i == 0 || i + 1 == graph->nodes->len;
        if (node->is_focus && (is_end || !graph->is_strip))
            g_string_append_printf(names, "%s%s", i == 0 ? "" : graph->is_strip ? " → " : ", ", node->name);
    }
    return g_string_free(names, FALSE);
}

char *graph_caption(const Graph *graph, Lang lang)
{
    static const char *const words[][LANG_COUNT][4] = {
        [GRAPH_CALLS] = {[LANG_EN] = {"no calls", "callers", "callees", "callers and callees"},
                         [LANG_KO] = {"호출 없음", "호출하는 쪽", "호출되는 쪽", "주변 호출 그래프"}},
        [GRAPH_INCLUDES] = {[LANG_EN] = {"no includes", "what includes it", "what it includes",
                                         "what includes it and what it includes"},
                            [LANG_KO] = {"포함 없음", "포함하는 파일", "포함되는 파일", "포함 관계"}},
        [GRAPH_TYPES] = {[LANG_EN] = {"no records beside it", "what holds it", "what it holds",
                                      "what holds it and what it holds"},
                         [LANG_KO] = {"관련 구조체 없음", "이것을 담는 구조체", "이것이 담는 구조체",
                                      "구조체 관계"}},
    };
    g_autofree char *names = focus_names(graph);
    gboolean callers, callees;

    if (graph->is_strip)
        return g_strdup_printf("%s %s", lang == LANG_KO ? "호출 경로:" : "The path:", names);
    sides(graph, &callers, &callees);
    return g_strdup_printf("%s: %s", names, words[graph->subject][lang][callers + 2 * callees]);
}

char *graph_node_name(const GraphNode *node, Lang lang)
{
    if (node->more > 0)
        return g_strdup_printf(lang == LANG_KO ? "그 밖에 %u개" : "+%u more", node->more);
    if (node->functions > 0)
        return g_strdup_printf(lang == LANG_KO        ? "%s · 함수 %u개"
                               : node->functions == 1 ? "%s, %u function"
                                                      : "%s, %u functions",
                               node->name, node->functions);
    return g_strdup(node->name);
}

char *graph_edge_label(const GraphEdge *edge)
{
    g_auto(GStrv) names = edge->label != NULL ? g_strsplit(edge->label, ", ", -1) : NULL;
    guint count = names != NULL ? g_strv_length(names) : 0;

    if (count <= 3)
        return g_strdup(edge->label);
    return g_strdup_printf("%s, %s +%u", names[0], names[1], count - 2);
}
