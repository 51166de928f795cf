/* expand.h: a macro's text with the arguments of one use filled in, for what exists only through a macro.
 *
 *     #define BINARY_FUNC(func, op, op_name) \
 *         PyObject *                         \
 *         func(PyObject *v, PyObject *w) { return binary_op(v, w, NB_SLOT(op), op_name); }
 *
 *     BINARY_FUNC(PyNumber_Subtract, nb_subtract, "-")
 *
 * It is for reading: the macros within the text stay as they are written, and the lines are those of the #define. */
#ifndef CPYREAD_EXPAND_H
#define CPYREAD_EXPAND_H

#include "query/index.h"

typedef struct Expansion {
    char *macro, *file; /* whose text it is, and where that stands */
    int line;           /* of the first line of `text` */
    char *text;         /* lines, each ended by \n */
    gboolean is_stale;
} Expansion;

/* What the macro called `macro` becomes where it is used from line `line` of `file` on. Where all that it says is the use
 * of another macro, that one. NULL without `error`: it cannot be told. */
Expansion *expand_use(Index *index, const char *macro, const char *file, int line, GError **error);
void expansion_free(Expansion *expansion);

/* The text of `definition` ("#define NAME(a, b) …", its lines continued by backslashes) for the first use of `name` in
 * `use`; as many lines as the definition has. The caller frees it. NULL: the two do not fit. */
char *expand_text(const char *definition, const char *name, const char *use);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Expansion, expansion_free)

#endif
