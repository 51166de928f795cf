/* past.h: what the commands about history share. */
#ifndef CPYREAD_PAST_H
#define CPYREAD_PAST_H

#include "cmd/command.h"
#include "graph/style.h"

/* Whether the index holds commits. If not, the answer is complete: it says so, and what to do. */
gboolean past_is_there(const Context *context, Answer *answer);

/* The commits that touched the symbol, a row of the view symbols; or what is called `name`, where that is NULL. NULL with
 * `error`. */
Table *past_commits(const Context *context, const Table *symbol, const char *name, GError **error);

/* Where a name stood that the tree has no more: "gone since f320be77ff (2018-01-25); now _PyObject_LookupAttr
 * (Objects/object.c:910)". NULL: that cannot be told. The caller frees it. */
char *past_became(const Context *context, const char *name, Lang lang);

/* The commit whose hash begins with `hash`, or with HEAD the newest: one row, which the caller frees; or NULL: there is none, or several, and the
 * answer is complete; or with `error`. */
Table *past_commit(const Context *context, const char *hash, Answer *answer, GError **error);

/* The functions, macros, types and opcodes that the commit changed in hand-written code: rows with name, file, and kind.
 * `commit` is a row of past_commit(). NULL with `error`. */
Table *past_touched(const Context *context, const Table *commit, GError **error);

#endif
