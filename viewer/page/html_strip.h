/* html_strip.h: a path strip as boxes, one below the other: on paper each says on which page its source stands. */
#ifndef CPYREAD_HTML_STRIP_H
#define CPYREAD_HTML_STRIP_H

#include "graph/graph.h"
#include "graph/style.h"

/* Appends the strip of `graph`. `python` (may be NULL) are lines of Python that lead to its first box. */
void html_append_strip(GString *to, const Graph *graph, const GPtrArray *python, Lang lang);

/* Puts the page of each box whose source the sheet prints, or that it does not, where html_append_strip() left room:
 * what is printed is known when all blocks are answered. `printed` is names.h's. */
char *html_fill_strips(const char *html, const GPtrArray *printed, Lang lang);

#endif
