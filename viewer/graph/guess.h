/* guess.h: about how large a drawing will be, before Graphviz lays it out. */
#ifndef CPYREAD_GUESS_H
#define CPYREAD_GUESS_H

#include "graph/dot.h"

/* In points, with what stands below. Of ten neighbourhoods nine come out within a fifth of it. */
void guess_size(const Graph *graph, const DotOptions *options, double *width, double *height);

#endif
