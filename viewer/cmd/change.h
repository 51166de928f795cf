/* change.h: what calls came and what went between two indexes. */
#ifndef CPYREAD_CHANGE_H
#define CPYREAD_CHANGE_H

#include "cmd/images.h"
#include "graph/graph.h"

#define CHANGE_CAME "+ came"
#define CHANGE_WENT "- went"

/* One graph of the calls out of the functions `names` (ended by NULL) in both: an edge that came or went is labelled so,
 * one that was kept is not, and is drawn only where `kept`, or where it leads to one of the names. With `all` noise (reference counting, errors …) is
 * not hidden. NULL with `error`. */
Graph *change_graph(const Images *images, const char *const *names, gboolean kept, gboolean all, GError **error);

#endif
