/* graph.c: the model of a picture: lists of nodes and edges that own their texts. No layout, no index. */
#include "graph/graph.h"

static void node_free(gpointer data)
{
    GraphNode *node = data;

    g_free(node->id);
    g_free(node->name);
    g_free(node->file);
    g_free(node->kind);
    g_free(node->touched);
    g_free(node);
}

void graph_edge_free(GraphEdge *edge)
{
    if (edge == NULL)
        return;
    g_free(edge->label);
    g_free(edge);
}

Graph *graph_new(const char *title, const char *tree)
{
    Graph *graph = g_new0(Graph, 1);

    graph->title = g_strdup(title);
    graph->tree = g_strdup(tree);
    graph->nodes = g_ptr_array_new_with_free_func(node_free);
    graph->edges = g_ptr_array_new_with_free_func((GDestroyNotify)graph_edge_free);
    graph->places = g_hash_table_new(g_str_hash, g_str_equal);
    graph->hidden = g_ptr_array_new_with_free_func(g_free);
    graph->is_cut = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    graph->cut = g_ptr_array_new_with_free_func(g_free);
    return graph;
}

void graph_free(Graph *graph)
{
    if (graph == NULL)
        return;
    g_free(graph->title);
    g_free(graph->tree);
    g_free(graph->touched_by);
    g_hash_table_unref(graph->places);
    g_ptr_array_unref(graph->nodes);
    g_ptr_array_unref(graph->edges);
    g_ptr_array_unref(graph->hidden);
    g_hash_table_unref(graph->is_cut);
    g_ptr_array_unref(graph->cut);
    g_free(graph);
}

guint graph_add_node(Graph *graph, const char *id, const char *name, const char *file, int line,
                     const char *kind)
{
    GraphNode *node = g_new0(GraphNode, 1);

    node->id = g_strdup(id);
    node->name = g_strdup(name);
    node->file = g_strdup(file);
    node->line = line;
    node->kind = g_strdup(kind);
    node->is_macro = g_strcmp0(kind, "macro") == 0;
    g_ptr_array_add(graph->nodes, node);
    g_hash_table_insert(graph->places, node->id, GUINT_TO_POINTER(graph->nodes->len - 1));
    return graph->nodes->len - 1;
}

GraphNode *graph_node(const Graph *graph, guint node)
{
    g_assert(node < graph->nodes->len);
    return g_ptr_array_index(graph->nodes, node);
}

GraphEdge *graph_edge(const Graph *graph, guint edge)
{
    g_assert(edge < graph->edges->len);
    return g_ptr_array_index(graph->edges, edge);
}

GraphEdge *graph_add_edge(Graph *graph, guint from, guint to, EdgeKind kind, const char *label, int line)
{
    GraphEdge *edge;

    /* A node without edges, as most new ones are, cannot have this one. */
    gboolean may_be_there = graph_node(graph, from)->degree > 0 && graph_node(graph, to)->degree > 0;

    for (guint i = 0; may_be_there && i < graph->edges->len; i++) {
        edge = graph_edge(graph, i);
        if (edge->from == from && edge->to == to && edge->kind == kind &&
            g_strcmp0(edge->label, label) == 0) {
            edge->count++;
            edge->line = MIN(edge->line, line);
            return edge;
        }
    }
    edge = g_new0(GraphEdge, 1);
    edge->from = from;
    edge->to = to;
    edge->kind = kind;
    edge->label = g_strdup(label);
    edge->line = line;
    edge->count = 1;
    g_ptr_array_add(graph->edges, edge);
    graph_node(graph, from)->degree++;
    graph_node(graph, to)->degree++;
    return edge;
}

int graph_find(const Graph *graph, const char *id)
{
    gpointer place;

    return g_hash_table_lookup_extended(graph->places, id, NULL, &place) ? (int)GPOINTER_TO_UINT(place) : -1;
}

void graph_reindex(Graph *graph)
{
    g_hash_table_remove_all(graph->places);
    for (guint i = 0; i < graph->nodes->len; i++) {
        g_hash_table_insert(graph->places, graph_node(graph, i)->id, GUINT_TO_POINTER(i));
        graph_node(graph, i)->degree = 0;
    }
    for (guint i = 0; i < graph->edges->len; i++) {
        graph_node(graph, graph_edge(graph, i)->from)->degree++;
        graph_node(graph, graph_edge(graph, i)->to)->degree++;
    }
}

char *graph_node_place(const GraphNode *node)
{
    g_autofree char *base = NULL;

    if (node->file == NULL || node->line < 1)
        return NULL;
    base = g_path_get_basename(node->file);
    return g_strdup_printf("%s:%d", base, node->line);
}
