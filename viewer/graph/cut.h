/* cut.h: makes a picture smaller. What goes is never lost: its name stands in the list `cut`, and each side
 * has one node "+12 more" that takes over its edges. */
#ifndef CPYREAD_CUT_H
#define CPYREAD_CUT_H

#include "graph/graph.h"

/* Takes out the nodes whose place in `drop` (as many as there are nodes) is TRUE. A focus is never taken out. */
void graph_drop(Graph *graph, const gboolean *drop);

/* Drops nodes until there are at most `budget`, those that stand for what was cut included: the outermost
 * first, then those of the fuller side, then the most dispensable, then the last. Returns how many went. */
guint graph_cut(Graph *graph, guint budget);

/* How readily a symbol is left out when there are too many, from 0: what stands in a focus's own file, in its folder,
 * elsewhere, macros and headers, generated code, and first of all what is not in the tree. */
int graph_dispensable(const Graph *graph, const char *file, gboolean is_generated, gboolean is_macro);

/* The node that stands for what was cut among the callers (`side` -1) or callees (1), or within a strip (0), made
 * if it is not there. */
guint graph_more(Graph *graph, int side);

/* Counts a symbol that was never drawn as cut on that side. The list stays unsorted until graph_sort_cut(). */
void graph_count_cut(Graph *graph, int side, const char *name);

/* The same for one behind the slot with the id `slot`, which may itself have been cut, as `label`. */
void graph_count_behind(Graph *graph, const char *slot, const char *label, const char *name);
void graph_sort_cut(Graph *graph);

/* Makes a path strip shorter: from its middle, which one node "+N more" stands for. Returns how many went. */
guint graph_cut_strip(Graph *graph, guint budget);

#endif
