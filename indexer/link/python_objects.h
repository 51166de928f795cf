/* python_objects.h: what the objects of a type are: the struct, how large it is, and the flags of the type. */
#ifndef CPYREAD_PYTHON_OBJECTS_H
#define CPYREAD_PYTHON_OBJECTS_H

#include "link/python_types.h"

typedef struct PythonObject {
    gint64 record;          /* the struct; 0: not known */
    gint64 size, item_size; /* in bytes, of the object and of each item in it; 0: not known, there are none */
    gint64 flags;           /* Py_TPFLAGS_… */
} PythonObject;

typedef struct PythonObjects PythonObjects;

PythonObjects *python_objects_new(Linking *linking, const PythonTypes *types, const PythonType *object,
                                  GError **error); /* NULL with `error` */
void python_objects_free(PythonObjects *objects);

/* Never NULL; it lives as long as `objects`. */
const PythonObject *python_objects_get(PythonObjects *objects, const PythonType *type);

/* "Py_TPFLAGS_BASETYPE|Py_TPFLAGS_HAVE_GC", NULL: none. It lives until the next is asked for. */
const char *python_objects_flags(PythonObjects *objects, gint64 flags);

/* Of the field that a cell of kind offset names, in bytes from the start of the record that its text names; -1: not known. */
gint64 python_objects_offset(PythonObjects *objects, const PythonCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PythonObjects, python_objects_free)

#endif
