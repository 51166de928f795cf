/* slots.h: the rows that a picture grows from, the edges that they become, and slots as nodes of their own.
 *
 * A row is one neighbour of a node, by one way (graph-callees.sql, graph-callers.sql …). Where several neighbours are reached
 * by one slot or pointer, a node for it comes between: the rows' target is then the slot, and the slot has the rows. */
#ifndef CPYREAD_SLOTS_H
#define CPYREAD_SLOTS_H

#include "graph/graph.h"
#include "query/index.h"

typedef struct SlotRow {
    const Table *table;
    guint row;
} SlotRow;

const char *slot_row_get(SlotRow row, const char *column);
gint64 slot_row_int(SlotRow row, const char *column);

/* What a picture calls the way of a row: "nb_add", NULL for a call by name. Static or the table's. */
const char *slot_label(SlotRow row);

typedef struct Slots Slots;

Slots *slots_new(Index *index);
void slots_free(Slots *slots);

/* The rows of `table`, a node's neighbours on one side (-1 callers, 1 callees), each with its target found; rows without an
 * id are left out. The table must live as long as `slots`. */
GArray *slots_collect(Slots *slots, const Table *table, int side);

/* The rows behind a slot's node; NULL: `id` is no slot. */
GArray *slots_rows(const Slots *slots, const char *id);

/* The id of what a row of node `node` leads to in the picture: the slot's, or the symbol's own. */
const char *slots_target(const Slots *slots, const char *node, SlotRow row);

/* Adds the node of the slot `id`, which `row` leads to. */
guint slots_draw(Slots *slots, Graph *graph, const char *id, SlotRow row);

/* Adds the edge of a row: from `node` to `other`, or the other way on the side of the callers. */
void slots_connect(Graph *graph, guint node, guint other, int side, SlotRow row);

/* When all is drawn: lists the functions of slots that are not drawn as cut. */
void slots_finish(Slots *slots, Graph *graph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Slots, slots_free)

#endif
