/* strip.h: a path strip: from an opcode or a function down to what it calls, as rows with a depth. */
#ifndef CPYREAD_STRIP_H
#define CPYREAD_STRIP_H

#include "cmd/command.h"
#include "cmd/source_lines.h"
#include "query/slots.h"

typedef struct Strip Strip;

/* An empty strip; the sources must outlive it. NULL with `error`: the index could not be asked. */
Strip *strip_new(const Context *context, SourceLines *sources, GError **error);

/* The types whose functions are shown where a call goes through a slot of many; at most `most` of them. Of PyType; they and
 * the finder must outlive the strip. */
void strip_set_types(Strip *strip, const GPtrArray *types, guint most, SlotFinder *finder);

/* The opcode or function that it starts from, as its first row. */
void strip_start(Strip *strip, gint64 id, const char *name, const char *kind);

/* The best way from there to a function, over `over` (0: over none), the last step through the field `via` (NULL: any). Rows that
 * it shares with others are there once; those below one stand in the order of its lines. Whether there is one. */
gboolean strip_add_way(Strip *strip, gint64 over, gint64 to, const char *via, const char *type);

/* The best way from the last row to a function, below that row, the last step through the field `via` (NULL: any). Whether there is
 * one. */
gboolean strip_go_on(Strip *strip, gint64 to, const char *via);

/* The last row, and that one again. */
typedef struct Step Step;
Step *strip_last(const Strip *strip);
void strip_return(Strip *strip, Step *step);

/* Whether the last row is a Python call that stays in the eval loop. */
gboolean strip_stays(const Strip *strip);

/* What the last row's function calls, `levels` deep. */
void strip_add_callees(Strip *strip, guint levels);

/* What the opcode's argument is (PyCmp_IN): what stands behind a `case` of another is left out. It must live as long. */
void strip_set_argument(Strip *strip, const char *argument);

/* Whether the lowest bit of the opcode's argument is set: what stands behind a test of it that fails is left out. */
void strip_set_bit(Strip *strip, gboolean is_set);

/* The fields that are asked for (column via): a call that can go through these and others of the record goes through these. */
void strip_know_fields(Strip *strip, const Table *fields);

/* A function that ways only end in, and whose calls are never shown: the one that holds all opcodes. */
void strip_avoid(Strip *strip, gint64 id);

/* Of ways that are as good, the one for that type (PyCFunction) is taken: a test for it guards a step, or it is through one of
 * its fields. */
void strip_prefer_test(Strip *strip, const char *prefix);

/* Whether a line of the tree has such a text. */
gboolean strip_line_has(Strip *strip, const char *file, int line, const char *text);

/* Whether the ways from now on are the right operand's: where a function has several calls for them, its turn is the last. */
void strip_set_right(Strip *strip, gboolean is_right);

/* From now on each way shows the calls beside it that a test of a type guards. */
void strip_show_branches(Strip *strip);

/* Raising and catching is what the strip is about, and nothing to be passed over. */
void strip_show_errors(Strip *strip);

/* The calls of the start that a test for that type guards (PyUnicode), for `type`, each with `levels` of what it calls; whether
 * there are any. */
gboolean strip_add_branches(Strip *strip, const char *prefix, const char *type, guint levels);

/* The strip as a table: depth, function, kind, via, for, if, file, line. `*left` (or NULL) says where it leaves C, for who does
 * not see all rows: "goes on in Python: _find_and_load (Lib/importlib/_bootstrap.py:978)"; NULL: it does not. The caller frees it.
 * The first error on the way, or NULL. The strip is freed. */
Table *strip_finish(Strip *strip, char **left, GError **error);

#endif
