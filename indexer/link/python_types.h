/* python_types.h: the types that C code makes, each with the slots that it fills itself. */
#ifndef CPYREAD_PYTHON_TYPES_H
#define CPYREAD_PYTHON_TYPES_H

#include "link/python_cells.h"

typedef struct PythonType {
    const char *name; /* __module__ and __qualname__: "builtins.list" */
    gint64
        symbol; /* the variable that is it, or describes it: PyTypeObject, PyType_Spec, PyStructSequence_Desc */
    gint64 file; /* where it gets its name */
    guint line;
    GHashTable *filled; /* field -> PythonCell: the function, the table or the number in it */
    gint64 base;        /* the variable of its base, as `symbol`; 0: none is said */
    gboolean is_static; /* a PyTypeObject with an initialiser */
    gboolean is_spec;   /* made by PyType_FromSpec() */
    gint64 fields;      /* of a struct sequence: the table of its members; else 0 */
    gint64 visible;     /* and how many of them are seen as items */
} PythonType;

typedef struct PythonTypes {
    const PythonCells *cells;
    GPtrArray *types;      /* of PythonType, in the order of their variables */
    GHashTable *by_symbol; /* symbol -> PythonType: also what points to it or holds it */
    GPtrArray *made;       /* of PythonCell: what code fills in, not an initialiser */
    GStringChunk *texts;
} PythonTypes;

PythonTypes *python_types_read(Linking *linking, const PythonCells *cells,
                               GError **error); /* NULL with `error` */
void python_types_free(PythonTypes *types);

/* NULL: the type does not fill it itself. "PyTypeObject.tp_new" */
const PythonCell *python_type_get(const PythonTypes *types, const PythonType *type, const char *field);

/* How many members a struct sequence has. */
guint python_type_members(const PythonTypes *types, const PythonType *type);

/* For python_types_by_code.c: puts a value into a field; the name that tp_name stands for; all that code fills in. */
void python_type_fill(PythonTypes *types, PythonType *type, const PythonCell *cell, gint64 field);
const char *python_type_name(PythonTypes *types, const char *name);
gboolean python_types_fill_by_code(PythonTypes *types, Linking *linking, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PythonTypes, python_types_free)

#endif
