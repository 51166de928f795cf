/* graph.c: the model of a picture: lists of nodes and edges that own their texts. No layout, no index. */
#include "graph/graph.h"

static void node_free(gpointer data)
{
    GraphNode *node = data;

    g_free(node->id);
    g_free(node->name);
    g_free(node->file);
    g_free(node->kind);
    g_free(node);
}

static void edge_free(gpointer data)
{
    GraphEdge *edge = data;

    g_free(edge->label);
    g_free(edge);
}

Graph *graph_new(const char *title, const char *tree)
{
    Graph *graph = g_new0(Graph, 1);

    graph->title = g_strdup(title);
    graph->tree = g_strdup(tree);
    graph->nodes = g_ptr_array_new_with_free_func(node_free);
    graph->edges = g_ptr_array_new_with_free_func(edge_free);
    graph->hidden = g_ptr_array_new_with_free_func(g_free);
    graph->cut = g_ptr_array_new_with_free_func(g_free);
    return graph;
}

void graph_free(Graph *graph)
{
    if (graph == NULL)
        return;
    g_free(graph->title);
    g_free(graph->tree);
    g_ptr_array_unref(graph->nodes);
    g_ptr_array_unref(graph->edges);
    g_ptr_array_unref(graph->hidden);
    g_ptr_array_unref(graph->cut);
    g_free(graph);
}

guint graph_add_node(Graph *graph, const char *id, const char *name, const char *file, int line, const char *kind)
{
    GraphNode *node = g_new0(GraphNode, 1);

    node->id = g_strdup(id);
    node->name = g_strdup(name);
    node->file = g_strdup(file);
    node->line = line;
    node->kind = g_strdup(kind);
    node->is_macro = g_strcmp0(kind, "macro") == 0;
    g_ptr_array_add(graph->nodes, node);
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

GraphEdge *graph_add_edge(Graph *graph, guint from, guint to, EdgeKind kind, int line)
{
    GraphEdge *edge;

    for (guint i = 0; i < graph->edges->len; i++) {
        edge = graph_edge(graph, i);
        if (edge->from == from && edge->to == to && edge->kind == kind) {
            edge->count++;
            edge->line = MIN(edge->line, line);
            return edge;
        }
    }
    edge = g_new0(GraphEdge, 1);
    edge->from = from;
    edge->to = to;
    edge->kind = kind;
    edge->line = line;
    edge->count = 1;
    g_ptr_array_add(graph->edges, edge);
    return edge;
}

int graph_find(const Graph *graph, const char *id)
{
    for (guint i = 0; i < graph->nodes->len; i++)
        if (g_strcmp0(graph_node(graph, i)->id, id) == 0)
            return (int)i;
    return -1;
}

gboolean graph_is_strip(const Graph *graph)
{
    for (guint i = 0; i < graph->nodes->len; i++)
        if (!graph_node(graph, i)->is_focus || graph_node(graph, i)->rank != (int)i)
            return FALSE;
    return graph->nodes->len > 1;
}

char *graph_node_place(const GraphNode *node)
{
    g_autofree char *base = NULL;

    if (node->file == NULL)
        return NULL;
    base = g_path_get_basename(node->file);
    return g_strdup_printf("%s:%d", base, node->line);
}
