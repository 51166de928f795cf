/* A member says where an object keeps the function that calls it: a type made from a spec takes the offset over by its
 * name (PyType_FromSpec() in Objects/typeobject.c). */
#include "Python.h"

typedef PyObject *(*vectorcallfunc)(PyObject *, PyObject *const *, size_t);
typedef struct { const char *name; int type; Py_ssize_t offset; int flags; } PyMemberDef;

typedef struct {
    PyObject *fn;
    PyObject *(*on_error)(PyObject *, PyObject *const *, size_t);
    PyObject *(*vectorcall)(PyObject *, PyObject *const *, size_t);
} partialobject;

static PyObject *partial_vectorcall(PyObject *f, PyObject *const *args, size_t n) { return n ? *args : f; }
static PyObject *partial_error(PyObject *f, PyObject *const *args, size_t n) { return n ? *args : f; }

PyMemberDef partial_memberlist[] = {
    {"__erroroffset__", 19, offsetof(partialobject, on_error), 1},
    {"__vectorcalloffset__", 19, offsetof(partialobject, vectorcall), 1},
    {NULL, 0, 0, 0},
};

void
new_partial(partialobject *partial)
{
    partial->vectorcall = partial_vectorcall;
    partial->on_error = partial_error;
}

PyObject *
use_member_offset(PyObject *callable)
{
    vectorcallfunc ptr;
    Py_ssize_t offset = callable->ob_type->tp_vectorcall_offset;
    memcpy(&ptr, (char *)callable + offset, sizeof(ptr));
    return ptr(callable, NULL, 0); /* call: partial_vectorcall slot partialobject.vectorcall; only */
}
