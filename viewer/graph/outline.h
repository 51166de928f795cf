/* outline.h: a picture as text, for a terminal and for readers who cannot see one. */
#ifndef CPYREAD_OUTLINE_H
#define CPYREAD_OUTLINE_H

#include "graph/style.h"

/* Names of what was left out: on a page, and in a terminal. --json has them all, and so have `callers` and `callees`. */
#define GRAPH_NAMES   40
#define OUTLINE_NAMES 12

/* The callers, the focus and the callees as indented lists with kinds and places, then what was hidden and
 * what was cut with the option that shows it (OUTLINE_NAMES of each, or `all`). Lines end with \n. The caller owns it. */
char *graph_outline(const Graph *graph, Lang lang, gboolean all);

/* What was hidden and what was cut by name, a line each with the option that shows it, at most `most` names of each; ""
 * if there is nothing. */
char *graph_left_out(const Graph *graph, Lang lang, guint most);

/* `text` with lines of at most `columns` columns (Hangul takes two), broken at blanks. The caller owns it. */
char *graph_wrap(const char *text, guint columns);

/* The names of a list, the first `most`, and how many more there are. The caller owns it. */
char *graph_names(const GPtrArray *names, Lang lang, guint most);

#endif
