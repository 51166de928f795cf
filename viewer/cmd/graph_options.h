/* graph_options.h: the options of `cpyread graph`. */
#ifndef CPYREAD_GRAPH_OPTIONS_H
#define CPYREAD_GRAPH_OPTIONS_H

#include "cmd/command.h"
#include "graph/grow.h"
#include "graph/style.h"

/* Reads the options into `options` and `lang`. FALSE with `error`: one is wrong, or two contradict each other. */
gboolean graph_read_options(const Context *context, GrowOptions *options, Lang *lang, GError **error);

/* svg, pdf, png or dot, by the end of the file's name; NULL with `error`. */
const char *graph_format_of(const char *path, GError **error);

#endif
