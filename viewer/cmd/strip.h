/* strip.h: a path strip: from an opcode or a function down to what it calls, as rows with a depth. */
#ifndef CPYREAD_STRIP_H
#define CPYREAD_STRIP_H

#include "cmd/command.h"
#include "query/slots.h"

typedef struct Strip Strip;

/* An empty strip. NULL with `error`: the index could not be asked. */
Strip *strip_new(const Context *context, GError **error);

/* The types whose functions are shown where a call goes through a slot of many; at most `most` of them. Of PyType; they and
 * the finder must outlive the strip. */
void strip_set_types(Strip *strip, const GPtrArray *types, guint most, SlotFinder *finder);

/* The opcode or function that it starts from, as its first row. */
void strip_start(Strip *strip, gint64 id, const char *name, const char *kind);

/* The best way from there to a function, over `over` (0: over none), the last step through the field `via` (NULL: any). Rows that it shares with the
 * strip's last way are not said again. Whether there is one. */
gboolean strip_add_way(Strip *strip, gint64 over, gint64 to, const char *via, const char *type);

/* What the last row's function calls, `levels` deep. */
void strip_add_callees(Strip *strip, guint levels);

/* From now on each way shows the calls beside it that a test of a type guards. */
void strip_show_branches(Strip *strip);

/* The calls of the start that a test for that type guards (PyUnicode), each with what it calls; whether there were any. */
gboolean strip_add_branches(Strip *strip, const char *prefix);

/* The strip as a table: depth, function, kind, via, for, if, file, line. The first error on the way, or NULL. The strip is freed. */
Table *strip_finish(Strip *strip, GError **error);

#endif
