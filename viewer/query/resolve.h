/* resolve.h: what a NAME on the command line means. One resolver serves every command.
 *
 * A NAME is a C name (`PyDict_Copy`, also as spelled before a macro renamed it), `file.c:name`, `file.c:123`
 * (the symbol whose lines hold that one; `file.c:123-130` and `file.c:123:7` say the same), a field,
 * `PyTypeObject.tp_new`, or the tag of a record; `struct ` before it, `()` behind it and `->` for the dot do no
 * harm. Or it is a name in Python (`list.append`, `len`, `os.stat`; python.h), or an operator (`+`, `in`), which stands for its
 * opcode. What C calls so comes first, but for fields, variables and what is outside the tree, and where a builtin has
 * the name: `max` is Python's, `ctypes.h:max` C's. Of several symbols with that name those win that are definitions, then functions, macros, types,
 * variables before fields and enumerators; what is left then is ambiguous. */
#ifndef CPYREAD_RESOLVE_H
#define CPYREAD_RESOLVE_H

#include "query/index.h"

/* The symbols that `name` means: a table with the columns of the view `symbols`, best first. Empty: none.
 * More than one row: it is ambiguous, and the rows are the candidates. */
Table *resolve(Index *index, const char *name, GError **error);

/* Whether `name` has the form file.c:123. */
gboolean resolve_is_place(const char *name);

/* The names nearest to `name` (edit distance, case, prefix), at most `limit`, best first. NULL-terminated. */
GStrv resolve_nearest(Index *index, const char *name, guint limit, GError **error);

#endif
