/* cut.c: takes nodes out of a picture and keeps account of them.
 *
 * Nodes are known by their place in a list, so dropping means building the two lists anew. The nodes "more"
 * hold no list of their own: their number is what was dropped on their side, with what lies behind it. */
#include "graph/cut.h"

#include <stdlib.h>
#include <string.h>

static gboolean is_more(const GraphNode *node)
{
    return g_strcmp0(node->kind, "more") == 0;
}

static int side_of(const Graph *graph, const GraphNode *node)
{
    if (graph->is_strip)
        return 0;
    return node->rank < 0 ? -1 : 1;
}

guint graph_more(Graph *graph, int side)
{
    const char *id = side < 0 ? "more-callers" : side > 0 ? "more-callees" : "more-path";
    int found = graph_find(graph, id);
    guint place;

    if (found >= 0)
        return (guint)found;
    place = graph_add_node(graph, id, "+0 more", NULL, 0, "more");
    graph_node(graph, place)->rank = side;
    return place;
}

/* Puts the name in the list; whether it is new on that side. */
static gboolean note_cut(Graph *graph, const char *name, int side)
{
    guint bit = 1u << (side + 1), sides = GPOINTER_TO_UINT(g_hash_table_lookup(graph->is_cut, name));

    if (sides == 0)
        g_ptr_array_add(graph->cut, g_strdup(name));
    g_hash_table_insert(graph->is_cut, g_strdup(name), GUINT_TO_POINTER(sides | bit));
    return (sides & bit) == 0;
}

static void add_more(GraphNode *node, guint count)
{
    node->more += count;
    g_free(node->name);
    node->name = g_strdup_printf("+%u more", node->more);
}

static void count_more(Graph *graph, int side, const char *name)
{
    guint place = graph_more(graph, side);

    add_more(graph_node(graph, place), note_cut(graph, name, side));
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void graph_sort_cut(Graph *graph)
{
    g_ptr_array_sort(graph->cut, compare_names);
}

void graph_count_cut(Graph *graph, int side, const char *name)
{
    count_more(graph, side, name);
}

void graph_count_behind(Graph *graph, const char *slot, const char *label, const char *name)
{
    guint sides = GPOINTER_TO_UINT(g_hash_table_lookup(graph->is_cut, label));
    int place = graph_find(graph, slot);

    if (g_hash_table_contains(graph->is_cut, name))
        return; /* another node stands for it */
    note_cut(graph, name, 0);
    if (place >= 0)
        graph_node(graph, (guint)place)->behind++;
    else
        add_more(graph_node(graph, graph_more(graph, (sides & 1) != 0 ? -1 : 1)), 1);
}

/* Whether an edge still says something: not one between two nodes that are one now, nor one that would lead
 * against the flow, out of what was cut among the callees or into what was cut among the callers. */
static gboolean edge_stays(const Graph *graph, const GraphEdge *edge, gboolean was_moved)
{
    const GraphNode *from = graph_node(graph, edge->from), *to = graph_node(graph, edge->to);

    if (!was_moved)
        return TRUE;
    if (graph->is_strip)
        return edge->from != edge->to;
    return edge->from != edge->to && !(is_more(from) && from->rank > 0) && !(is_more(to) && to->rank < 0);
}

/* Of edges that lie upon one another since an end of them is a node "more", one stays: whether this is
 * another one. */
static gboolean is_double(const Graph *graph, const GraphEdge *edge, GHashTable *seen)
{
    if (!is_more(graph_node(graph, edge->from)) && !is_more(graph_node(graph, edge->to)))
        return FALSE;
    return !g_hash_table_add(seen, GUINT_TO_POINTER(edge->from * graph->nodes->len + edge->to));
}

/* `stands_for` says by which node each is drawn now. */
static void redirect_edges(Graph *graph, const guint *stands_for)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) old = graph->edges;

    graph->edges = g_ptr_array_new_with_free_func((GDestroyNotify)graph_edge_free);
    for (guint i = 0; i < old->len; i++) {
        GraphEdge *edge = g_steal_pointer(&old->pdata[i]);
        gboolean moved = stands_for[edge->from] != edge->from || stands_for[edge->to] != edge->to;

        edge->from = stands_for[edge->from];
        edge->to = stands_for[edge->to];
        if (edge_stays(graph, edge, moved) && !is_double(graph, edge, seen))
            g_ptr_array_add(graph->edges, edge);
        else
            graph_edge_free(edge);
    }
}

/* Takes the dropped nodes out of the list; edges then count in the places of what is left. */
static void remove_nodes(Graph *graph, const gboolean *drop, guint count)
{
    g_autofree guint *place = g_new0(guint, graph->nodes->len);
    guint left = 0, all = graph->nodes->len;

    for (guint i = 0; i < all; i++)
        place[i] = i < count && drop[i] ? G_MAXUINT : left++;
    for (guint i = 0; i < graph->edges->len; i++) {
        GraphEdge *edge = graph_edge(graph, i);
        edge->from = place[edge->from];
        edge->to = place[edge->to];
    }
    for (guint i = all; i-- > 0;)
        if (place[i] == G_MAXUINT)
            g_ptr_array_remove_index(graph->nodes, i);
}

void graph_drop(Graph *graph, const gboolean *drop)
{
    guint count = graph->nodes->len;
    g_autofree guint *stands_for = g_new0(guint, count + 2);

    for (guint i = 0; i < count + 2; i++)
        stands_for[i] = i;
    for (guint i = 0; i < count; i++) {
        if (!drop[i])
            continue;
        g_assert((graph->is_strip || !graph_node(graph, i)->is_focus) && !is_more(graph_node(graph, i)));
        stands_for[i] = graph_more(graph, side_of(graph, graph_node(graph, i)));
        count_more(graph, side_of(graph, graph_node(graph, i)), graph_node(graph, i)->name);
        add_more(graph_node(graph, stands_for[i]), graph_node(graph, i)->behind);
    }
    redirect_edges(graph, stands_for);
    remove_nodes(graph, drop, count);
    graph_reindex(graph);
    graph_sort_cut(graph);
}

/* How far a file is from the foci, which are the first nodes: 0 it is the file of one, 1 in the same folder, 2 elsewhere. */
static int distance(const Graph *graph, const char *file)
{
    int least = 2;

    for (guint i = 0; i < graph->nodes->len && graph_node(graph, i)->is_focus; i++) {
        const char *focus = graph_node(graph, i)->file, *end = focus != NULL ? strrchr(focus, '/') : NULL;
        if (g_strcmp0(focus, file) == 0)
            return 0;
        if (end != NULL && strncmp(focus, file, (gsize)(end - focus) + 1) == 0 &&
            strchr(file + (end - focus) + 1, '/') == NULL)
            least = 1;
    }
    return least;
}

int graph_dispensable(const Graph *graph, const char *file, gboolean is_generated, gboolean is_macro)
{
    if (file == NULL)
        return 5;
    if (is_generated)
        return 4;
    if (graph->subject == GRAPH_CALLS && (is_macro || g_str_has_suffix(file, ".h")))
        return 3;
    return distance(graph, file);
}

static int dispensable(const Graph *graph, const GraphNode *node)
{
    if (node->functions > 0)
        return 0;
    return graph_dispensable(graph, node->file, node->is_generated, node->is_macro);
}

/* The place of the node to go next: of the outermost ones, of the side that holds more of them, the most
 * dispensable and of these the last. */
static int next_to_go(const Graph *graph)
{
    guint outermost = 0, callers = 0, callees = 0;
    int side, chosen = -1;

    for (guint i = 0; i < graph->nodes->len; i++) {
        const GraphNode *node = graph_node(graph, i);
        if (is_more(node) || node->is_focus)
            continue;
        if ((guint)abs(node->rank) > outermost) {
            outermost = (guint)abs(node->rank);
            callers = callees = 0;
        }
        callers += node->rank == -(int)outermost;
        callees += node->rank == (int)outermost;
    }
    side = callers > callees ? -1 : 1;
    for (guint i = graph->nodes->len; outermost > 0 && i-- > 0;) {
        const GraphNode *node = graph_node(graph, i);
        if (is_more(node) || node->is_focus || node->rank != side * (int)outermost)
            continue;
        if (chosen < 0 || dispensable(graph, node) > dispensable(graph, graph_node(graph, (guint)chosen)))
            chosen = (int)i;
    }
    return chosen;
}

guint graph_cut(Graph *graph, guint budget)
{
    guint gone = 0;

    while (graph->nodes->len > budget) {
        g_autofree gboolean *drop = g_new0(gboolean, graph->nodes->len);
        int place = next_to_go(graph);

        if (place < 0)
            break;
        drop[place] = TRUE;
        graph_drop(graph, drop);
        gone++;
    }
    return gone;
}

/* Moves the last node to `place`, and those behind it one further. */
static void move_last_to(Graph *graph, guint place)
{
    guint last = graph->nodes->len - 1;

    g_ptr_array_insert(graph->nodes, (gint)place, g_ptr_array_steal_index(graph->nodes, last));
    for (guint i = 0; i < graph->edges->len; i++) {
        GraphEdge *edge = graph_edge(graph, i);
        edge->from = edge->from == last ? place : edge->from + (edge->from >= place);
        edge->to = edge->to == last ? place : edge->to + (edge->to >= place);
    }
    graph_reindex(graph);
}

guint graph_cut_strip(Graph *graph, guint budget)
{
    guint count = graph->nodes->len, head = (budget - 1) / 2, tail = budget - 1 - head, gone = 0;
    g_autofree gboolean *drop = g_new0(gboolean, count);
    gboolean is_first = graph_find(graph, "more-path") < 0;

    if (count <= budget || budget < 3)
        return 0;
    for (guint i = head; i < count - tail; i++) {
        drop[i] = !is_more(graph_node(graph, i));
        gone += drop[i];
    }
    graph_drop(graph, drop);
    if (is_first)
        move_last_to(graph, head);
    for (guint i = 0; i < graph->nodes->len; i++)
        graph_node(graph, i)->rank = (int)i;
    return gone;
}
