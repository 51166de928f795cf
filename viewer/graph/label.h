/* label.h: what is printed in a picture: under a node its place, below all of it what was left out. */
#ifndef CPYREAD_LABEL_H
#define CPYREAD_LABEL_H

#include "graph/style.h"

#define LABEL_NARROWEST 2

/* A node's name and place. `narrow` 1: a long name is broken in two and a long place loses its middle; 2: more of both.
 * The caller owns it. */
char *label_node(const GraphNode *node, Lang lang, guint narrow);

/* What stands below: the tree, and how much was left out, or with `names` what. It is escaped for Graphviz: its lines
 * end with \\l, so that they begin at the left. The caller owns it. */
char *label_foot(const Graph *graph, Lang lang, gboolean names);

#endif
