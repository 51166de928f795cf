/* touched.c: see touched.h. Done once the picture is grown: what was touched is marked, nothing is drawn for its sake. */
#include "graph/touched.h"

#define LABELS 2 /* of one function that are printed */

Touched *touched_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

static char *key_of(const char *function, const char *file)
{
    return file != NULL ? g_strconcat(file, ":", function, NULL) : g_strdup(function);
}

void touched_add(Touched *touched, const char *function, const char *file, const char *label)
{
    g_autofree char *key = key_of(function, file);
    GPtrArray *labels = g_hash_table_lookup(touched, key);
    if (labels == NULL) {
        labels = g_ptr_array_new_with_free_func(g_free);
        g_hash_table_insert(touched, g_steal_pointer(&key), labels);
    }
    if (!g_ptr_array_find_with_equal_func(labels, label, g_str_equal, NULL))
        g_ptr_array_add(labels, g_strdup(label));
}

/* "bpo-26110, bpo-29259 +3" */
static char *join(const GPtrArray *labels)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < MIN(labels->len, LABELS); i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", (const char *)g_ptr_array_index(labels, i));
    if (labels->len > LABELS)
        g_string_append_printf(text, " +%u", labels->len - LABELS);
    return g_string_free(text, FALSE);
}

static const GPtrArray *labels_of(Touched *touched, const GraphNode *node)
{
    g_autofree char *there = node->file != NULL ? key_of(node->name, node->file) : NULL;
    const GPtrArray *labels = there != NULL ? g_hash_table_lookup(touched, there) : NULL;
    return labels != NULL ? labels : g_hash_table_lookup(touched, node->name);
}

void touched_mark(Graph *graph, Touched *touched, const char *by)
{
    g_free(graph->touched_by);
    graph->touched_by = g_strdup(by);
    for (guint i = 0; i < graph->nodes->len; i++) {
        GraphNode *node = graph_node(graph, i);
        const GPtrArray *labels = labels_of(touched, node);
        if (labels == NULL || node->more > 0 || node->functions > 0)
            continue;
        g_free(node->touched);
        node->touched = join(labels);
    }
}
