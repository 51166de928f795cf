/* recorded.c: see recorded.h. Asked once the picture is cut, edge by edge: there are forty of them. */
#include "graph/recorded.h"

#include <string.h>

static gboolean is_slot(const GraphNode *node)
{
    return strcmp(node->kind, "slot") == 0 || strcmp(node->kind, "pointer") == 0;
}

/* The place that a slot's node stands for, as calls.via has it. */
static const char *via_of(const GraphNode *node)
{
    const char *space = strchr(node->id, ' ');
    return space != NULL ? space + 1 : node->id;
}

static gboolean was_called(Index *index, const char *from, const char *to, const char *via, gboolean *seen,
                           GError **error)
{
    g_autoptr(Table) answer =
        index_query(index, error, "graph-seen", "from", from, "to", to, "via", via != NULL ? via : "", NULL);
    if (answer != NULL)
        *seen |= table_get_int(answer, 0, "seen") != 0;
    return answer != NULL;
}

/* From an opcode, whose body is a piece of a function; slots are left thin there. */
static gboolean mark_from_opcode(Graph *graph, Index *index, GraphEdge *edge, GError **error)
{
    g_autoptr(Table) answer = index_query(index, error, "graph-seen-opcode", "opcode", graph_node(graph, edge->from)->name,
                                          "to", graph_node(graph, edge->to)->id, NULL);
    if (answer != NULL)
        edge->is_seen |= table_get_int(answer, 0, "seen") != 0;
    return answer != NULL;
}

/* From a slot to one of its functions: whether any of those drawn that call through the slot came to it. */
static gboolean mark_from_slot(Graph *graph, Index *index, GraphEdge *edge, GError **error)
{
    const char *function = graph_node(graph, edge->to)->id;
    for (guint i = 0; i < graph->edges->len && !edge->is_seen; i++) {
        const GraphEdge *other = graph_edge(graph, i);
        if (other->to == edge->from &&
            !was_called(index, graph_node(graph, other->from)->id, function, NULL, &edge->is_seen, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean mark(Graph *graph, Index *index, GraphEdge *edge, GError **error)
{
    const GraphNode *from = graph_node(graph, edge->from), *to = graph_node(graph, edge->to);
    if (from->more > 0 || to->more > 0 || edge->kind == EDGE_MACRO)
        return TRUE;
    if (is_slot(from))
        return mark_from_slot(graph, index, edge, error);
    if (strcmp(from->kind, "opcode") == 0)
        return is_slot(to) || mark_from_opcode(graph, index, edge, error);
    return was_called(index, from->id, to->id, is_slot(to) ? via_of(to) : NULL, &edge->is_seen, error);
}

gboolean recorded_mark(Graph *graph, Index *index, GError **error)
{
    if (graph->subject != GRAPH_CALLS)
        return TRUE;
    g_autoptr(Table) recorded = index_query(index, error, "graph-recorded", NULL);
    if (recorded == NULL)
        return FALSE;
    for (guint i = 0; i < graph->edges->len && table_get_int(recorded, 0, "recorded") != 0; i++)
        if (!mark(graph, index, graph_edge(graph, i), error))
            return FALSE;
    return TRUE;
}
