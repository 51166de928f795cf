/* grow.c: the neighbourhood of a symbol, ring by ring.
 *
 * A ring is all that the nodes of the ring before call (or are called by): each of those has a family. First the noise
 * goes (noise.c); then the families take turns, each with its next best, until each has its share or the page is full;
 * what is left over is cut. The next ring grows from what was taken. So a picture never holds more than a page can
 * show, however much there is, and all that was left out is named.
 *
 * Functions that are reached in the same way, by a slot or a pointer, come behind one node that stands for it: binary_op1
 * leads to "nb_add, 14 functions", and that to the functions. */
#include "graph/grow.h"

#include "graph/cut.h"
#include "graph/noise.h"
#include "graph/slots.h"
#include "graph/style.h"
#include "query/path.h"

#include <stdlib.h>
#include <string.h>

typedef struct Growth {
    Index *index;
    const GrowOptions *options;
    Graph *graph;
    Slots *slots;
    GHashTable *known;     /* ids that were met: drawn, or cut */
    GHashTable *hidden;    /* names of noise, and */
    GHashTable *constants; /* of macros that are mere values */
    GHashTable *expanded;  /* "+ID" and "-ID": whose callees and callers were asked for */
    GHashTable
        *focus_groups; /* groups of noise that the foci belong to: asked for by name, so not noise here */
    GPtrArray *tables; /* that were read; rows point into them */
} Growth;

typedef struct Candidate {
    SlotRow row;
    const char *id; /* of what is to be drawn: the symbol, or the slot that leads to it */
    int weight;     /* graph_dispensable() */
    gboolean is_taken;
} Candidate;

typedef struct Family { /* a node of the ring before, on one side */
    guint node;
    int side;
    GArray *rows;       /* of SlotRow: all its neighbours */
    GArray *candidates; /* of Candidate: those that are new */
} Family;

static void family_free(gpointer data)
{
    Family *family = data;

    g_array_unref(family->rows);
    g_array_unref(family->candidates);
    g_free(family);
}

static guint add_symbol(Graph *graph, const Table *table, guint row)
{
    const char *id = table_get(table, row, "id");
    guint place = graph_add_node(graph, id, table_get(table, row, "name"), table_get(table, row, "file"),
                                 (int)table_get_int(table, row, "line"), table_get(table, row, "kind"));

    graph_node(graph, place)->is_generated = table_get_int(table, row, "generated") != 0;
    return place;
}

/* ---- what a family is made of ------------------------------------------------------------------------------------- */

static gboolean is_noise(const Growth *growth, const char *name, gboolean external)
{
    const char *group = name != NULL ? noise_group(name, external) : NULL;

    return group != NULL && !g_hash_table_contains(growth->focus_groups, group);
}

/* Whether a row is left out unless asked for; then its name, or that of its slot, is listed. */
static gboolean hide(Growth *growth, SlotRow row)
{
    const char *name = slot_row_get(row, "name"), *via = slot_label(row);

    if (growth->options->all || growth->options->subject != GRAPH_CALLS)
        return FALSE;
    if (slot_row_int(row, "is_constant"))
        g_hash_table_add(growth->constants, (gpointer)name);
    else if (is_noise(growth, name, slot_row_int(row, "external") != 0))
        g_hash_table_add(growth->hidden, (gpointer)name);
    else if (is_noise(growth, via, FALSE))
        g_hash_table_add(growth->hidden, (gpointer)via);
    else if (strcmp(slot_row_get(row, "edge"), "name") == 0) /* what has it in other types and modules is hardly a neighbour */
        g_hash_table_add(growth->hidden, (gpointer)name);
    else
        return FALSE;
    return TRUE;
}

/* Asks the index for the neighbours of the node `id`. */
static Table *ask(Growth *growth, const char *id, int side, GError **error)
{
    static const char *const queries[][2] = {
        [GRAPH_CALLS] = {"graph-callers", "graph-callees"},
        [GRAPH_INCLUDES] = {"graph-includers", "graph-includes"},
        [GRAPH_TYPES] = {"graph-holders", "graph-held"},
    };
    GraphSubject subject = growth->options->subject;
    const char *query = queries[subject][side > 0];
    gboolean hides_slot = !growth->options->all && is_noise(growth, strchr(NOISE_SLOT, '.') + 1, FALSE);
    Table *table;

    if (subject != GRAPH_CALLS)
        return index_query(growth->index, error, query, "id", id, NULL);
    table = index_query(growth->index, error, query, "id", id, "hidden", hides_slot ? NOISE_SLOT : NULL, NULL);
    for (guint i = 0; table != NULL && i < table_size(table); i++)
        if (table_get(table, i, "id") == NULL)
            g_hash_table_add(growth->hidden, (gpointer)slot_label((SlotRow){table, i}));
    return table;
}

/* The neighbours of a node: of a slot what it was made for, of anything else what the index says. */
static GArray *read_rows(Growth *growth, guint place, int side, GError **error)
{
    const char *id = graph_node(growth->graph, place)->id;
    GArray *rows = slots_rows(growth->slots, id);
    Table *table;

    if (rows != NULL)
        return g_array_ref(rows);
    table = ask(growth, id, side, error);
    if (table == NULL)
        return NULL;
    g_ptr_array_add(growth->tables, table);
    return slots_collect(growth->slots, table, side);
}

static void add_candidate(Growth *growth, Family *family, SlotRow row, const char *id)
{
    const char *kind = slot_row_get(row, "kind");
    Candidate candidate = {row, id, 0, FALSE};

    if (strcmp(id, slot_row_get(row, "id")) == 0)
        candidate.weight = graph_dispensable(growth->graph, slot_row_get(row, "file"),
                                             slot_row_int(row, "generated") != 0, strcmp(kind, "macro") == 0);
    g_array_append_val(family->candidates, candidate);
    g_hash_table_add(growth->known, (gpointer)id);
}

/* Sorts out the neighbours of one node on one side: noise, what is drawn already, candidates. */
static Family *make_family(Growth *growth, guint place, int side, GError **error)
{
    const char *node = graph_node(growth->graph, place)->id;
    GArray *rows = read_rows(growth, place, side, error);
    Family *family;

    if (rows == NULL)
        return NULL;
    family = g_new0(Family, 1);
    family->node = place;
    family->side = side;
    family->rows = rows;
    family->candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    for (guint i = 0; i < rows->len; i++) {
        SlotRow row = g_array_index(rows, SlotRow, i);
        const char *id = slots_target(growth->slots, node, row);
        if (!g_hash_table_contains(growth->known, id) && !hide(growth, row))
            add_candidate(growth, family, row, id);
    }
    return family;
}

/* ---- who is taken ------------------------------------------------------------------------------------------------- */

static Candidate *next_best(Family *family)
{
    Candidate *best = NULL;

    for (guint i = 0; i < family->candidates->len; i++) {
        Candidate *candidate = &g_array_index(family->candidates, Candidate, i);
        if (!candidate->is_taken && (best == NULL || candidate->weight < best->weight))
            best = candidate;
    }
    return best;
}

static guint count_drawn(const Graph *graph)
{
    guint drawn = 0;

    for (guint i = 0; i < graph->nodes->len; i++)
        drawn += graph_node(graph, i)->more == 0;
    return drawn;
}

/* How many nodes may come: some place is kept for what will stand for the rest, if there is going to be a rest. */
static guint room_for(const Growth *growth, const GPtrArray *families, guint fan_out)
{
    const GrowOptions *options = growth->options;
    guint budget = options->nodes > 0 ? options->nodes : GRAPH_NODES, there = growth->graph->nodes->len,
          all = 0;
    gboolean is_cut = FALSE;

    for (guint i = 0; i < families->len; i++) {
        const Family *family = families->pdata[i];
        is_cut |= family->candidates->len > fan_out;
        all += family->candidates->len;
    }
    if (is_cut || there + all > budget)
        there += (options->callers == options->callees ? 2 : 1) -
                 (graph_find(growth->graph, "more-callers") >= 0) -
                 (graph_find(growth->graph, "more-callees") >= 0);
    return budget > there ? budget - there : 0;
}

/* The families take turns. A share is larger where there is little to draw. */
static void choose(const Growth *growth, const GPtrArray *families)
{
    guint fan_out = growth->options->nodes > 0 ? growth->options->nodes : GRAPH_FAN_OUT;
    guint room = room_for(growth, families, fan_out), drawn = count_drawn(growth->graph);
    gboolean is_going_on = TRUE;

    for (guint turn = 1; is_going_on && (turn <= fan_out || drawn < GRAPH_ENOUGH); turn++) {
        is_going_on = FALSE;
        for (guint i = 0; i < families->len && room > 0; i++) {
            Candidate *best = next_best(families->pdata[i]);
            if (best == NULL || (turn > fan_out && drawn >= GRAPH_ENOUGH))
                continue;
            best->is_taken = is_going_on = TRUE;
            room--;
            drawn++;
        }
    }
}

/* One that was left over alone takes the place of what would stand for it. */
static void choose_last(const Growth *growth, const GPtrArray *families)
{
    for (int side = -1; side <= 1; side += 2) {
        Candidate *left = NULL;
        guint count = 0;
        for (guint i = 0; i < families->len; i++) {
            Family *family = families->pdata[i];
            for (guint c = 0; family->side == side && c < family->candidates->len; c++) {
                Candidate *candidate = &g_array_index(family->candidates, Candidate, c);
                left = candidate->is_taken ? left : candidate;
                count += !candidate->is_taken;
            }
        }
        if (count == 1 && graph_find(growth->graph, side < 0 ? "more-callers" : "more-callees") < 0 &&
            growth->options->nodes == 0)
            left->is_taken = TRUE;
    }
}

/* ---- drawing them ------------------------------------------------------------------------------------------------- */

/* What is listed where the target of a row is cut: the slot's name, or the symbol's. */
static const char *cut_name(SlotRow row, const char *id)
{
    return strcmp(id, slot_row_get(row, "id")) == 0 ? slot_row_get(row, "name") : slot_label(row);
}

static void draw_candidate(Growth *growth, const Family *family, const Candidate *candidate)
{
    Graph *graph = growth->graph;
    gboolean is_slot = strcmp(candidate->id, slot_row_get(candidate->row, "id")) != 0;

    if (candidate->is_taken) {
        guint place = is_slot ? slots_draw(growth->slots, graph, candidate->id, candidate->row)
                              : add_symbol(graph, candidate->row.table, candidate->row.row);
        graph_node(graph, place)->rank = graph_node(graph, family->node)->rank + family->side;
    } else {
        graph_count_cut(graph, family->side, cut_name(candidate->row, candidate->id));
    }
}

/* Draws the edges of a node to all that is there, or to the node that stands for it. */
static void connect_family(Growth *growth, const Family *family)
{
    Graph *graph = growth->graph;
    const char *node = graph_node(graph, family->node)->id;

    for (guint i = 0; i < family->rows->len; i++) {
        SlotRow row = g_array_index(family->rows, SlotRow, i);
        const char *id = slots_target(growth->slots, node, row);
        int other = graph_find(graph, id);
        g_autofree char *back = g_strdup_printf("%c%s", family->side < 0 ? '+' : '-', id);
        if (other < 0 && g_hash_table_contains(growth->known, id)) { /* it was cut, maybe on the other side */
            graph_count_cut(graph, family->side, cut_name(row, id));
            other = (int)graph_more(graph, family->side);
        }
        if (other >= 0 && !g_hash_table_contains(growth->expanded, back))
            slots_connect(graph, family->node, (guint)other, family->side, row);
    }
    g_hash_table_add(growth->expanded, g_strdup_printf("%c%s", family->side < 0 ? '-' : '+', node));
}

/* The families of the nodes in the ring before; with `slots_only` those of slots. NULL with `error`. */
static GPtrArray *make_families(Growth *growth, int ring, gboolean slots_only, GError **error)
{
    const GrowOptions *options = growth->options;
    g_autoptr(GPtrArray) families = g_ptr_array_new_with_free_func(family_free);
    gboolean both = options->callers == options->callees;

    for (guint place = 0; place < growth->graph->nodes->len; place++) {
        const GraphNode *node = graph_node(growth->graph, place);
        for (int side = -1; side <= 1; side += 2) {
            Family *family;
            if (node->rank != side * (ring - 1) || node->more > 0 || (slots_only && node->functions == 0) ||
                !(both || (side < 0 ? options->callers : options->callees)))
                continue;
            if ((family = make_family(growth, place, side, error)) == NULL)
                return NULL;
            g_ptr_array_add(families, family);
        }
    }
    return g_steal_pointer(&families);
}

/* Ring `ring` of both sides. `*grew` tells that there was anything new. */
static gboolean grow_ring(Growth *growth, int ring, gboolean slots_only, gboolean *grew, GError **error)
{
    g_autoptr(GPtrArray) families = make_families(growth, ring, slots_only, error);
    guint before = growth->graph->nodes->len;

    if (families == NULL)
        return FALSE;
    choose(growth, families);
    choose_last(growth, families);
    for (guint i = 0; i < families->len; i++) {
        const Family *family = families->pdata[i];
        for (guint c = 0; c < family->candidates->len; c++)
            draw_candidate(growth, family, &g_array_index(family->candidates, Candidate, c));
    }
    for (guint i = 0; i < families->len; i++)
        connect_family(growth, families->pdata[i]);
    *grew = growth->graph->nodes->len > before;
    return TRUE;
}

/* ---- the whole ---------------------------------------------------------------------------------------------------- */

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void start(Growth *growth, const Table *foci)
{
    for (guint row = 0; row < table_size(foci); row++) {
        const char *group = noise_group(table_get(foci, row, "name"), FALSE);
        guint place = add_symbol(growth->graph, foci, row);

        graph_node(growth->graph, place)->is_focus = TRUE;
        g_hash_table_add(growth->known, (gpointer)table_get(foci, row, "id"));
        if (group != NULL)
            g_hash_table_add(growth->focus_groups, (gpointer)group);
    }
}

/* Appends the names in their order. */
static void add_sorted(GPtrArray *to, GHashTable *names)
{
    guint count;
    g_autofree gpointer *sorted = g_hash_table_get_keys_as_array(names, &count);

    qsort(sorted, count, sizeof *sorted, compare_names);
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(to, g_strdup(sorted[i]));
}

static void finish(Growth *growth)
{
    Graph *graph = growth->graph;

    slots_finish(growth->slots, graph);
    graph_sort_cut(graph);
    add_sorted(graph->hidden, growth->hidden);
    add_sorted(graph->hidden, growth->constants);
    g_free(graph->title);
    graph->title = graph_caption(graph, LANG_EN);
}

static gboolean grow_rings(Growth *growth, GError **error)
{
    const GrowOptions *options = growth->options;
    guint depth = options->depth > 0 ? options->depth : GRAPH_DEPTH, ring = 1;
    gboolean grew = TRUE;

    for (; grew && ring <= depth; ring++) {
        if (ring > 1 && options->depth == 0 && count_drawn(growth->graph) >= GRAPH_ENOUGH)
            break;
        if (!grow_ring(growth, (int)ring, FALSE, &grew, error))
            return FALSE;
    }
    /* A slot is no call of its own: what it leads to belongs to the ring. But a picture of many rings is wide enough. */
    if (options->depth == 0 && ring > GRAPH_DEPTH && count_drawn(growth->graph) >= GRAPH_ENOUGH)
        return TRUE;
    return !grew || grow_ring(growth, (int)ring, TRUE, &grew, error);
}

Graph *graph_grow(Index *index, const Table *foci, const GrowOptions *options, GError **error)
{
    g_autoptr(Graph) graph = graph_new(NULL, index_tree(index));
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) hidden = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) constants = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) expanded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) groups = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func((GDestroyNotify)table_free);
    g_autoptr(Slots) slots = slots_new(index);
    Growth growth = {index, options, graph, slots, known, hidden, constants, expanded, groups, tables};

    graph->subject = options->subject;
    start(&growth, foci);
    if (!grow_rings(&growth, error))
        return NULL;
    finish(&growth);
    return g_steal_pointer(&graph);
}

static PathCertainty certainty_of(const Table *callees, guint row)
{
    return path_certainty(table_get(callees, row, "edge"), table_get(callees, row, "via"));
}

/* The calls of the next of a strip, of those kinds that are the most certain: a call by name needs no slot beside it. */
static void connect_next(Graph *graph, guint place, const Table *callees)
{
    const char *next = graph_node(graph, place + 1)->id;
    PathCertainty best = PATH_GUESS;

    for (guint row = 0; row < table_size(callees); row++)
        if (g_strcmp0(table_get(callees, row, "id"), next) == 0)
            best = MIN(best, certainty_of(callees, row));
    for (guint row = 0; row < table_size(callees); row++)
        if (g_strcmp0(table_get(callees, row, "id"), next) == 0 && certainty_of(callees, row) == best)
            slots_connect(graph, place, place + 1, 1, (SlotRow){callees, row});
}

Graph *graph_strip(Index *index, const Table *symbols, GError **error)
{
    g_autoptr(Graph) graph = graph_new(NULL, index_tree(index));

    graph->is_strip = TRUE;
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
        connect_next(graph, place, callees);
    }
    graph->title = graph_caption(graph, LANG_EN);
    return g_steal_pointer(&graph);
}
