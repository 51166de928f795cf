/* fit.h: what picture_draw() does, in the module; see module.h. */
#ifndef CPYREAD_FIT_H
#define CPYREAD_FIT_H

#include "graph/picture.h"

/* As picture_draw() of picture.h. */
Picture *fit_draw(Graph *graph, const PictureOptions *options, const char *format, GError **error);

#endif
