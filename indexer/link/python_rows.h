/* python_rows.h: the rows of python_name, as the linkers of Python's names add them. */
#ifndef CPYREAD_PYTHON_ROWS_H
#define CPYREAD_PYTHON_ROWS_H

#include "link/python_cells.h"

/* One name. What is 0 or NULL does not apply. */
typedef struct PythonName {
    const char *of, *name; /* "builtins.list" and "append"; of a type itself `name` is NULL */
    const char *kind;      /* as in the view */
    gint64 function;       /* the C function in the table or slot */
    gint64 symbol;         /* of a type its variable, of a member its field, of a table's row the table */
    gint64 slot;           /* the field of the type that holds the function */
    gint64 owner;          /* the variable of the type or module that has the name in its vars() */
    const char *base;      /* of a type, the name of its base */
    gint64 flags;          /* METH_… */
    const char *type_flags; /* of a type: Py_TPFLAGS_…, joined */
    gint64 record;         /* of a type: the struct of its objects */
    gint64 size, item_size; /* of a type: in bytes */
    gint64 offset;         /* of a member: in bytes, and one more: 0 is unknown */
    gint64 file;
    guint line;
} PythonName;

typedef struct PythonRows PythonRows;

PythonRows *python_rows_new(Linking *linking, GError **error); /* NULL with `error` */
void python_rows_free(PythonRows *rows);

/* FALSE with `error` if it cannot be written. */
gboolean python_rows_add(PythonRows *rows, const PythonName *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PythonRows, python_rows_free)

#endif
