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

/* What to look for where `name` is an end of a path: "main" is that of the interpreter. The caller frees it. */
char *subject_end(const Context *context, const char *name);

/* The answer of a command about the symbol that its first argument means: `tell` adds what it has to say of it. NULL
 * with `error`. */
typedef gboolean (*SubjectTell)(const Context *context, const Table *symbol, Answer *answer, GError **error);
Answer *subject_answer(const Context *context, SubjectTell tell, GError **error);

/* Adds the table "callers of NAME (PLACE): 3 places" to the answer, which takes `calls`; its rows are so many `places`. */
void subject_add_calls(const Table *symbol, const char *what, Table *calls, guint places, Answer *answer);

/* For a symbol without calls, which is status 1: whether it is of a kind that can have any ("call", or "are called").
 * If not, says what it is. */
gboolean subject_has_calls(const Table *symbol, const char *what, Answer *answer);

/* Whether it is nothing of C's (python.h): then the answer is status 1 and says where it is. */
gboolean subject_is_python(const Table *symbol, Answer *answer);

/* "a function", "an enumerator". The caller frees it. */
char *subject_kind(const Table *symbol);

/* "PyDict_Copy", "PyListObject.allocated". The caller frees it. */
char *subject_name(const Table *symbol);

/* "Objects/dictobject.c:2577", or "outside the tree". The caller frees it. */
char *subject_place(const Table *symbol);

/* As "11 callers", "1 caller", "no callers". The caller frees it. */
char *subject_count(guint count, const char *one, const char *many);

#endif
