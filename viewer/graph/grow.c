/* grow.c: the neighbourhood of a symbol, ring by ring.
 *
 * A ring is all that the nodes of the ring before call (or are called by). Of each ring first the noise goes
 * (noise.c), then what exceeds the fan-out of a node, then what exceeds the budget of the picture; the next
 * ring grows from what is left. So a picture never holds more than a page can show, however much there is,
 * and all that was left out is named. */
#include "graph/grow.h"

#include "graph/cut.h"
#include "graph/noise.h"
#include "graph/style.h"

#include <string.h>

#define ENOUGH 12 /* nodes: a smaller picture grows another ring if the depth was left to us */

typedef struct Growth {
    Index *index;
    const GrowOptions *options;
    Graph *graph;
    GHashTable *known;  /* ids that were met: drawn, or cut since */
    GHashTable *hidden; /* names */
    GHashTable
        *focus_groups; /* groups of noise that the foci belong to: asked for by name, so not noise here */
} Growth;

static guint add_symbol(Graph *graph, const Table *table, guint row)
{
    const char *id = table_get(table, row, "id");
    guint place = graph_add_node(graph, id, table_get(table, row, "name"), table_get(table, row, "file"),
                                 (int)table_get_int(table, row, "line"), table_get(table, row, "kind"));

    graph_node(graph, place)->is_generated = table_get_int(table, row, "generated") != 0;
    return place;
}

static gboolean is_noise(Growth *growth, const Table *table, guint row)
{
    const char *name = table_get(table, row, "name");
    const char *group = noise_group(name, table_get_int(table, row, "external") != 0);

    if (growth->options->all || group == NULL || g_hash_table_contains(growth->focus_groups, group))
        return FALSE;
    return TRUE;
}

static void connect(Graph *graph, guint node, guint other, int side, const Table *table, guint row)
{
    GraphEdge *edge =
        graph_add_edge(graph, side < 0 ? other : node, side < 0 ? node : other,
                       edge_kind(table_get(table, row, "edge")), (int)table_get_int(table, row, "at"));
    const char *via = table_get(table, row, "via");

    edge->count += (guint)MAX(table_get_int(table, row, "sites") - 1, 0);
    if (via != NULL && edge->label == NULL) /* the field alone: PyNumberMethods.nb_add is nb_add */
        edge->label = g_strdup(strrchr(via, '.') != NULL ? strrchr(via, '.') + 1 : via);
}

/* Marks what exceeds `fan_out` among `added`, the new neighbours of one node, in the order that they came in. */
static void mark_fan_out(Growth *growth, const GArray *added, guint fan_out, GArray *drop)
{
    guint left = added->len;

    for (int worst = GRAPH_DISPENSABLE; worst >= 0 && left > fan_out; worst--) {
        for (guint i = added->len; i-- > 0 && left > fan_out;) {
            guint place = g_array_index(added, guint, i);
            if (graph_dispensable(growth->graph, graph_node(growth->graph, place)) != worst)
                continue;
            g_array_index(drop, gboolean, place) = TRUE;
            left--;
        }
    }
}

/* Adds the neighbours of one node on one side; the places of the new ones go to `added`. */
static gboolean expand(Growth *growth, guint place, int side, GArray *added, GError **error)
{
    Graph *graph = growth->graph;
    int rank = graph_node(graph, place)->rank + side;
    g_autoptr(Table) table = index_query(growth->index, error, side < 0 ? "graph-callers" : "graph-callees",
                                         "id", graph_node(graph, place)->id, NULL);

    if (table == NULL)
        return FALSE;
    for (guint row = 0; row < table_size(table); row++) {
        const char *id = table_get(table, row, "id");
        int other = graph_find(graph, id);

        if (other < 0 && !growth->options->all && table_get_int(table, row, "is_constant"))
            continue;
        if (other < 0 && is_noise(growth, table, row)) {
            g_hash_table_add(growth->hidden, g_strdup(table_get(table, row, "name")));
            continue;
        }
        if (other < 0 &&
            g_hash_table_contains(growth->known, id)) { /* it was cut: the node "more" stands for it */
            other = (int)graph_more(graph, side);
        } else if (other < 0) {
            other = (int)add_symbol(graph, table, row);
            graph_node(graph, (guint)other)->rank = rank;
            g_hash_table_add(growth->known, g_strdup(id));
            g_array_append_val(added, other);
        }
        connect(graph, place, (guint)other, side, table, row);
    }
    return TRUE;
}

static void drop_marked(Growth *growth, GArray *drop)
{
    g_array_set_size(drop, growth->graph->nodes->len);
    graph_drop(growth->graph, (const gboolean *)(void *)drop->data);
}

/* Ring `ring` of both sides. `*grew` tells that there was anything new. */
static gboolean grow_ring(Growth *growth, int ring, gboolean *grew, GError **error)
{
    const GrowOptions *options = growth->options;
    gboolean both = options->callers == options->callees;
    g_autoptr(GArray) drop = g_array_new(FALSE, TRUE, sizeof(gboolean));
    g_autoptr(GPtrArray) families = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    guint before = growth->graph->nodes->len, fan_out = options->nodes > 0 ? options->nodes : GRAPH_FAN_OUT;

    for (guint place = 0; place < before; place++) {
        for (int side = -1; side <= 1; side += 2) {
            GArray *added;
            if (graph_node(growth->graph, place)->rank != side * (ring - 1) ||
                g_strcmp0(graph_node(growth->graph, place)->kind, "more") == 0 ||
                !(both || (side < 0 ? options->callers : options->callees)))
                continue;
            added = g_array_new(FALSE, FALSE, sizeof(guint));
            g_ptr_array_add(families, added);
            if (!expand(growth, place, side, added, error))
                return FALSE;
        }
    }
    /* Where there is little else to draw, a fan may be wider. */
    if (growth->graph->nodes->len - before < 2 * GRAPH_FAN_OUT || families->len == 1)
        fan_out = MAX(fan_out, ENOUGH - 1);
    g_array_set_size(drop, growth->graph->nodes->len);
    for (guint i = 0; i < families->len; i++)
        mark_fan_out(growth, g_ptr_array_index(families, i), fan_out, drop);
    *grew = growth->graph->nodes->len > before;
    drop_marked(growth, drop);
    graph_cut(growth->graph, options->nodes > 0 ? options->nodes : GRAPH_NODES);
    return TRUE;
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void start(Growth *growth, const Table *foci)
{
    for (guint row = 0; row < table_size(foci); row++) {
        const char *name = table_get(foci, row, "name");
        const char *group = noise_group(name, FALSE);
        guint place = add_symbol(growth->graph, foci, row);

        graph_node(growth->graph, place)->is_focus = TRUE;
        g_hash_table_add(growth->known, g_strdup(table_get(foci, row, "id")));
        if (group != NULL)
            g_hash_table_add(growth->focus_groups, g_strdup(group));
    }
}

static void finish(Growth *growth)
{
    GHashTableIter iter;
    gpointer name;
    char *caption = graph_caption(growth->graph, LANG_EN);

    g_hash_table_iter_init(&iter, growth->hidden);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        g_ptr_array_add(growth->graph->hidden, g_strdup(name));
    g_ptr_array_sort(growth->graph->hidden, compare_names);
    g_free(growth->graph->title);
    growth->graph->title = caption;
}

Graph *graph_grow(Index *index, const Table *foci, const GrowOptions *options, GError **error)
{
    g_autoptr(Graph) graph = graph_new(NULL, index_tree(index));
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) hidden = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Growth growth = {index, options, graph, known, hidden, groups};
    guint depth = options->depth > 0 ? options->depth : GRAPH_DEPTH;
    gboolean grew = TRUE;

    start(&growth, foci);
    for (guint ring = 1; grew && ring <= depth; ring++) {
        if (ring > 1 && options->depth == 0 && graph->nodes->len >= ENOUGH)
            break;
        if (!grow_ring(&growth, (int)ring, &grew, error))
            return NULL;
    }
    finish(&growth);
    return g_steal_pointer(&graph);
}

Graph *graph_strip(Index *index, const Table *symbols, GError **error)
{
    g_autoptr(Graph) graph = graph_new(NULL, index_tree(index));

    for (guint row = 0; row < table_size(symbols); row++) {
        guint place = add_symbol(graph, symbols, row);
        graph_node(graph, place)->is_focus = TRUE;
        graph_node(graph, place)->rank = (int)row;
    }
    for (guint place = 0; place + 1 < graph->nodes->len; place++) {
        g_autoptr(Table) callees =
            index_query(index, error, "graph-callees", "id", graph_node(graph, place)->id, NULL);
        if (callees == NULL)
            return NULL;
        for (guint row = 0; row < table_size(callees); row++)
            if (g_strcmp0(table_get(callees, row, "id"), graph_node(graph, place + 1)->id) == 0)
                connect(graph, place, place + 1, 1, callees, row);
    }
    graph->title = graph_caption(graph, LANG_EN);
    return g_steal_pointer(&graph);
}
