/* style.h: how a picture looks and speaks: one row for each kind of edge, and the words that a picture
 * prints. */
#ifndef CPYREAD_STYLE_H
#define CPYREAD_STYLE_H

#include "graph/graph.h"

/* The language of what a reader sees in pictures and on sheets. */
typedef enum { LANG_EN, LANG_KO, LANG_COUNT } Lang;

/* "ko" and "en"; anything else is FALSE and leaves `*lang` alone. */
gboolean lang_parse(const char *text, Lang *lang);
const char *lang_code(Lang lang);

typedef struct EdgeStyle {
    const char *name;               /* in --json, and `kind` of the view calls */
    const char *legend[LANG_COUNT]; /* what the legend says */
    const char *line;               /* Graphviz' style, color and arrowhead: apart without any colour */
    const char *colour;
    const char *arrow;
} EdgeStyle;

const EdgeStyle *edge_style(EdgeKind kind);

/* The kind that the view calls names so. A name that came with a later schema counts as a pointer: the least
 * certain. */
EdgeKind edge_kind(const char *name);

/* The tree, and what thick lines and double borders mean if there are any. The caller owns it. */
char *graph_source(const Graph *graph, Lang lang);

/* What stands below a picture: the tree, how many symbols were hidden and how many cut. The caller owns it. */
char *graph_foot(const Graph *graph, Lang lang);

/* "PyDict_Copy: callers and callees", by what is drawn. The caller owns it. */
char *graph_caption(const Graph *graph, Lang lang);

/* A node's name as drawn, in the reader's language: "+12 more" for one that stands for what was cut, "nb_add, 14
 * functions" for a slot. */
char *graph_node_name(const GraphNode *node, Lang lang);

/* An edge's label as drawn: of the names of fields two, "tp_dict, tp_bases +4". NULL: none. The caller owns it. */
char *graph_edge_label(const GraphEdge *edge);

#endif
