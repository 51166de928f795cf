/* commit_graph.h: a commit in a picture. */
#ifndef CPYREAD_COMMIT_GRAPH_H
#define CPYREAD_COMMIT_GRAPH_H

#include "cmd/command.h"

/* Marks what the commit changed, with its issue, or its hash where it names none. FALSE with `error`, or where there is no
 * such commit: then `answer` says so. */
gboolean commit_mark(const Context *context, const char *hash, Graph *graph, Answer *answer, GError **error);

/* The functions and opcodes that the commit changed in one graph, with the calls among them, and those that came or went.
 * NULL with `error`, or as above. */
Graph *commit_graph(const Context *context, const char *hash, Answer *answer, GError **error);

#endif
