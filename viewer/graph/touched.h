/* touched.h: which functions of a picture a story or a commit touched: they get a double border and, below their place,
 * the issue or the commit, so that they are told apart on paper, too. */
#ifndef CPYREAD_TOUCHED_H
#define CPYREAD_TOUCHED_H

#include "graph/graph.h"

/* A set of functions, each with what is printed below it. */
typedef GHashTable Touched;

Touched *touched_new(void); /* g_hash_table_unref() */

/* Adds `function` of `file`, or of any file (NULL), with `label`: "bpo-26110", or the first digits of a commit. Of several
 * labels of one function the first two are printed, and how many more there are. */
void touched_add(Touched *touched, const char *function, const char *file, const char *label);

/* Marks those of the picture that are in the set; `by` names the story or the commit below the picture. */
void touched_mark(Graph *graph, Touched *touched, const char *by);

#endif
