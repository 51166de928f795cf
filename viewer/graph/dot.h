/* dot.h: a picture as DOT text, before any layout. The only door to cgraph. */
#ifndef CPYREAD_DOT_H
#define CPYREAD_DOT_H

#include "graph/style.h"

typedef struct DotOptions {
    Lang lang;
    const char *font;     /* family; NULL: sans-serif */
    double width, height; /* of the paper left for it, in points: a larger drawing is scaled down; 0: as large
                             as it is */
    gboolean down;        /* the flow runs from top to bottom (a path strip), else from left to right */
    guint narrow; /* 0 to LABEL_NARROWEST: how much labels are broken; and the rings stand closer together */
    gboolean names; /* what was left out is listed below */
    gboolean links; /* nodes carry an address of their source, "Objects/dictobject.c#L2520" */
} DotOptions;

/* The same graph and options give the same text. The caller owns it; NULL with `error` where Graphviz could
 * not. */
char *dot_write(const Graph *graph, const DotOptions *options, GError **error);

/* The graph that such a text describes, to be laid out; NULL if Graphviz cannot read it. The caller closes it. */
struct Agraph_s *dot_read(const char *dot);

/* What stands between two columns of nodes, in points. */
double dot_ranksep(const DotOptions *options);

#endif
