/* outline.h: a picture as text, for a terminal and for readers who cannot see one. */
#ifndef CPYREAD_OUTLINE_H
#define CPYREAD_OUTLINE_H

#include "graph/style.h"

/* The callers, the focus and the callees as indented lists with kinds and places, then what was hidden and
 * what was cut with the option that shows it. Lines end with \n. The caller owns it. */
char *graph_outline(const Graph *graph, Lang lang);

/* The same in English. */
char *graph_text(const Graph *graph);

/* What was hidden and what was cut by name, a line each with the option that shows it; "" if there is
 * nothing. */
char *graph_left_out(const Graph *graph, Lang lang);

/* The names of a list, the first 40 and how many more there are. The caller owns it. */
char *graph_names(const GPtrArray *names);

#endif
