/* slots.c: rows, edges, and slots as nodes of their own; see slots.h.
 *
 * Without them a picture of binary_op1 would be a thicket: 26 slots, each with a dozen functions, each of them with an edge
 * to every caller. Rows of one slot that come from several callers are gathered behind the same node. */
#include "graph/slots.h"

#include "graph/cut.h"
#include "graph/style.h"

#include <string.h>

typedef struct Slot {
    char *id;
    GArray *rows; /* of SlotRow */
    int side;
} Slot;

struct Slots {
    Index *index;
    GHashTable *by_id;   /* Slot */
    GHashTable *targets; /* a row's cells → the id of its slot */
};

static void slot_free(gpointer data)
{
    Slot *slot = data;

    g_free(slot->id);
    g_array_unref(slot->rows);
    g_free(slot);
}

Slots *slots_new(Index *index)
{
    Slots *slots = g_new0(Slots, 1);

    slots->index = index;
    slots->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, slot_free);
    slots->targets = g_hash_table_new(NULL, NULL);
    return slots;
}

void slots_free(Slots *slots)
{
    g_hash_table_unref(slots->by_id);
    g_hash_table_unref(slots->targets);
    g_free(slots);
}

const char *slot_row_get(SlotRow row, const char *column)
{
    return table_get(row.table, row.row, column);
}

gint64 slot_row_int(SlotRow row, const char *column)
{
    return table_get_int(row.table, row.row, column);
}

static gpointer cells_of(SlotRow row)
{
    return g_ptr_array_index(row.table->rows, row.row);
}

/* PyNumberMethods.nb_add is nb_add, and dictobject.c:lookup is lookup; other ways are named in full. */
const char *slot_label(SlotRow row)
{
    const char *via = slot_row_get(row, "via"), *edge = slot_row_get(row, "edge");
    const char *mark = via == NULL                    ? NULL
                       : strcmp(edge, "slot") == 0    ? strrchr(via, '.')
                       : strcmp(edge, "pointer") == 0 ? strrchr(via, ':')
                                                      : NULL;

    return mark != NULL ? mark + 1 : via;
}

/* Whether neighbours by this way may be many. */
static gboolean may_gather(SlotRow row)
{
    static const char *const KINDS[] = {"slot", "pointer", "name", NULL};

    return slot_row_get(row, "via") != NULL && g_strv_contains(KINDS, slot_row_get(row, "edge"));
}

static char *slot_id(SlotRow row, int side)
{
    return g_strdup_printf("%s %s%s", slot_row_get(row, "edge"), slot_row_get(row, "via"),
                           side < 0 ? " (callers)" : "");
}

/* How many rows there are of each slot. */
static GHashTable *count_slots(const GArray *rows, int side)
{
    GHashTable *counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < rows->len; i++) {
        SlotRow row = g_array_index(rows, SlotRow, i);
        if (!may_gather(row))
            continue;
        char *id = slot_id(row, side);
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, id));
        g_hash_table_insert(counts, id, GUINT_TO_POINTER(count + 1));
    }
    return counts;
}

static gboolean has_symbol(const Slot *slot, SlotRow row)
{
    for (guint i = 0; i < slot->rows->len; i++)
        if (strcmp(slot_row_get(g_array_index(slot->rows, SlotRow, i), "id"), slot_row_get(row, "id")) == 0)
            return TRUE;
    return FALSE;
}

/* Puts a row behind the slot `id`, which is made if it is new. */
static void gather(Slots *slots, const char *id, int side, SlotRow row)
{
    Slot *slot = g_hash_table_lookup(slots->by_id, id);

    if (slot == NULL) {
        slot = g_new0(Slot, 1);
        slot->id = g_strdup(id);
        slot->rows = g_array_new(FALSE, FALSE, sizeof(SlotRow));
        slot->side = side;
        g_hash_table_insert(slots->by_id, slot->id, slot);
    }
    if (!has_symbol(slot, row))
        g_array_append_val(slot->rows, row);
    g_hash_table_insert(slots->targets, cells_of(row), slot->id);
}

GArray *slots_collect(Slots *slots, const Table *table, int side)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(SlotRow));
    g_autoptr(GHashTable) counts = NULL;

    for (guint i = 0; i < table_size(table); i++) {
        SlotRow row = {table, i};
        if (slot_row_get(row, "id") != NULL)
            g_array_append_val(rows, row);
    }
    counts = count_slots(rows, side);
    for (guint i = 0; g_hash_table_size(counts) > 0 && i < rows->len; i++) {
        SlotRow row = g_array_index(rows, SlotRow, i);
        g_autofree char *id = may_gather(row) ? slot_id(row, side) : NULL;
        if (id != NULL && (GPOINTER_TO_UINT(g_hash_table_lookup(counts, id)) > 1 ||
                           g_hash_table_contains(slots->by_id, id)))
            gather(slots, id, side, row);
    }
    return rows;
}

GArray *slots_rows(const Slots *slots, const char *id)
{
    const Slot *slot = g_hash_table_lookup(slots->by_id, id);

    return slot != NULL ? slot->rows : NULL;
}

const char *slots_target(const Slots *slots, const char *node, SlotRow row)
{
    const char *slot = g_hash_table_lookup(slots->targets, cells_of(row));

    return slot == NULL || strcmp(slot, node) == 0 ? slot_row_get(row, "id") : slot;
}

/* How many functions a caller can reach by the slot. */
static guint count_functions(Slots *slots, const Slot *slot, SlotRow row)
{
    g_autoptr(Table) count = NULL;

    if (slot->side > 0)
        return slot->rows->len;
    count = index_query(slots->index, NULL, "graph-slot", "id", slot_row_get(row, "id"), "kind",
                        slot_row_get(row, "edge"), "via", slot_row_get(row, "via"), NULL);
    return count != NULL ? (guint)table_get_int(count, 0, "functions") : 0;
}

guint slots_draw(Slots *slots, Graph *graph, const char *id, SlotRow row)
{
    const Slot *slot = g_hash_table_lookup(slots->by_id, id);
    guint place = graph_add_node(graph, id, slot_label(row), NULL, 0, slot_row_get(row, "edge"));

    graph_node(graph, place)->functions = MAX(count_functions(slots, slot, row), 1);
    return place;
}

/* Argument Clinic writes X, which takes the arguments apart and calls X_impl (Tools/clinic/clinic.py). */
static gboolean is_clinic(const GraphNode *from, const GraphNode *to)
{
    gsize length = strlen(from->name);

    return from->is_generated && strncmp(to->name, from->name, length) == 0 &&
           strcmp(to->name + length, "_impl") == 0;
}

void slots_connect(Graph *graph, guint node, guint other, int side, SlotRow row)
{
    guint from = side < 0 ? other : node, to = side < 0 ? node : other;
    gboolean at_slot = graph_node(graph, from)->functions > 0 || graph_node(graph, to)->functions > 0;
    EdgeKind kind = edge_kind(slot_row_get(row, "edge"));
    GraphEdge *edge;

    if (graph_node(graph, other)->more > 0) { /* one line, whatever it stands for */
        graph_add_edge(graph, from, to, EDGE_DIRECT, NULL, (int)slot_row_int(row, "at"));
        return;
    }
    if (kind == EDGE_DIRECT && is_clinic(graph_node(graph, from), graph_node(graph, to)))
        kind = EDGE_CLINIC;
    edge =
        graph_add_edge(graph, from, to, kind, at_slot ? NULL : slot_label(row), (int)slot_row_int(row, "at"));
    /* Each function behind a slot has a row for the same call sites. */
    if (at_slot)
        edge->count = MAX(edge->count - 1, (guint)MAX(slot_row_int(row, "sites"), 1));
    else
        edge->count += (guint)MAX(slot_row_int(row, "sites") - 1, 0);
}

static int compare_slots(gconstpointer a, gconstpointer b)
{
    return strcmp((*(Slot *const *)a)->id, (*(Slot *const *)b)->id);
}

void slots_finish(Slots *slots, Graph *graph)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    GHashTableIter iter;
    gpointer slot;

    g_hash_table_iter_init(&iter, slots->by_id);
    while (g_hash_table_iter_next(&iter, NULL, &slot))
        g_ptr_array_add(all, slot);
    g_ptr_array_sort(all, compare_slots);
    for (guint i = 0; i < all->len; i++) {
        const Slot *each = all->pdata[i];
        const char *label = slot_label(g_array_index(each->rows, SlotRow, 0));
        if (graph_find(graph, each->id) < 0 && !g_hash_table_contains(graph->is_cut, label))
            continue; /* it is hidden */
        for (guint r = 0; r < each->rows->len; r++) {
            SlotRow row = g_array_index(each->rows, SlotRow, r);
            if (graph_find(graph, slot_row_get(row, "id")) < 0)
                graph_count_behind(graph, each->id, label, slot_row_get(row, "name"));
        }
    }
}
