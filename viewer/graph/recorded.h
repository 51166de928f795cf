/* recorded.h: which calls of a picture a recorded run made (cpyread seen); they are drawn thicker. */
#ifndef CPYREAD_RECORDED_H
#define CPYREAD_RECORDED_H

#include "graph/graph.h"
#include "query/index.h"

/* Marks the edges that were seen; nothing where no recording was taken in. FALSE with `error`. */
gboolean recorded_mark(Graph *graph, Index *index, GError **error);

#endif
