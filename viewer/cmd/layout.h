/* layout.h: how a record lies in memory, and what a static initialiser puts into one; for `type`. */
#ifndef CPYREAD_LAYOUT_H
#define CPYREAD_LAYOUT_H

#include "cmd/command.h"

/* The fields of the record in row 0 of `symbol`, in the order of their offsets: a table with the columns offset, size (in
 * bytes), bits ("2-4" of the byte at the offset, of a bit-field), field, declaration, file, line. What the record begins
 * with is taken apart, as PyObject_HEAD is; with `all` every record within it. NULL with `error`. */
Table *layout_fields(Index *index, const Table *symbol, gboolean all, GError **error);

/* Adds a table for the initialiser of the variable in row 0 of `symbol`, and one for each variable that it names and that
 * has one as well: a type's methods, its number of slots. None: nothing is known of it. FALSE with `error`. */
gboolean layout_add_cells(Index *index, const Table *symbol, Answer *answer, GError **error);

#endif
