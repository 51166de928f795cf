/* graph_find.h: what a picture is to show. */
#ifndef CPYREAD_GRAPH_FIND_H
#define CPYREAD_GRAPH_FIND_H

#include "cmd/command.h"

/* All that the arguments name, in that order, one row each: symbols, files or records. NULL with `error`, or where a name
 * means none or several: then `answer` says so. */
Table *graph_find_all(const Context *context, GraphSubject subject, Answer *answer, GError **error);

/* The symbols on the best way between two names, both ends included; NULL as above. */
Table *graph_find_way(const Context *context, const char *from, const char *to, Answer *answer, GError **error);

#endif
