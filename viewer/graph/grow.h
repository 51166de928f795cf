/* grow.h: fills a picture from the index: the neighbourhood of symbols, files or records, or a path strip. */
#ifndef CPYREAD_GROW_H
#define CPYREAD_GROW_H

#include "graph/graph.h"
#include "query/index.h"

#define GRAPH_NODES     25 /* what a page holds in readable type */
#define GRAPH_NODES_MAX 30
#define GRAPH_FAN_OUT   8 /* callers or callees of one node */
#define GRAPH_DEPTH     3
#define GRAPH_ENOUGH    12 /* nodes: a smaller picture grows on, if the depth was left to us */

typedef struct GrowOptions {
    GraphSubject subject;
    gboolean callers, callees; /* neither means both */
    guint depth;               /* calls away from the focus; 0: one, or as many as make GRAPH_ENOUGH nodes */
    guint nodes;  /* 0: GRAPH_NODES; another number lifts the limit of GRAPH_FAN_OUT to it as well */
    gboolean all; /* noise too */
} GrowOptions;

/* The picture around `foci`, rows with the columns of the view symbols (of a file: id, name, kind, file, line,
 * generated). What was left out is in the graph's lists `hidden` and `cut`. The caller owns it. NULL with `error` where
 * the index could not be asked. */
Graph *graph_grow(Index *index, const Table *foci, const GrowOptions *options, GError **error);

/* The chain of `symbols` (rows as above) in their order, each with the edges to the next that the index
 * knows. */
Graph *graph_strip(Index *index, const Table *symbols, GError **error);

#endif
