/* Two slots of one name in Python: a class that inherits the one has its function in the other, too (__len__
 * in Objects/typeobject.c). */
#include "Python.h"

typedef struct { const char *name; int offset; void *function; wrapperfunc wrapper; } slotdef;

static Py_ssize_t list_length(PyObject *v) { return v->ob_refcnt; }
static Py_ssize_t dict_length(PyObject *v) { return v->ob_refcnt; }
static Py_ssize_t slot_sq_length(PyObject *v) { return v->ob_refcnt; }

PySequenceMethods list_as_sequence = {list_length};
PyMappingMethods dict_as_mapping = {dict_length};

static PyObject *
wrap_lenfunc(PyObject *self, PyObject *args, void *wrapped)
{
    lenfunc func = (lenfunc)wrapped;
    func(self); /* call: list_length slot PySequenceMethods.sq_length;
                         dict_length slot PyMappingMethods.mp_length; slot_sq_length slot; only */
    return args;
}

slotdef length_slotdefs[] = {
    {"__len__", offsetof(PyHeapTypeObject, as_sequence.sq_length), (void *)slot_sq_length, wrap_lenfunc},
    {"__len__", offsetof(PyHeapTypeObject, as_mapping.mp_length), (void *)slot_sq_length, wrap_lenfunc},
};

Py_ssize_t
use_twins(PyObject *v)
{
    v->ob_type->tp_as_sequence->sq_length(v);       /* call: list_length slot PySequenceMethods.sq_length;
                                                             dict_length slot PyMappingMethods.mp_length;
                                                             slot_sq_length slot; only */
    return v->ob_type->tp_as_mapping->mp_length(v); /* call: dict_length slot PyMappingMethods.mp_length;
                                                             list_length slot PySequenceMethods.sq_length;
                                                             slot_sq_length slot; only */
}
