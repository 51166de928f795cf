/* subject.h: the symbol that a command is about; and what is said when its name means none, or several. */
#ifndef CPYREAD_SUBJECT_H
#define CPYREAD_SUBJECT_H

#include "cmd/command.h"

/* Looks for what `name` means. TRUE with a table of exactly one row in `*symbol`, with the columns of the
 * view symbols (the caller frees it); or TRUE and NULL: the name is unknown or ambiguous, and `answer` is
 * complete (nearest names and status 1; or the candidates). FALSE with `error`: the index could not be asked.
 */
gboolean subject_find(const Context *context, const char *name, Answer *answer, Table **symbol,
                      GError **error);

/* "Objects/dictobject.c:2577", or "outside the tree". The caller frees it. */
char *subject_place(const Table *symbol);

/* As "11 callers", "1 caller", "no callers". The caller frees it. */
char *subject_count(guint count, const char *one, const char *many);

#endif
