/* A method's flags tested where the function that calls it is chosen (PyDescr_NewMethod in
 * Objects/descrobject.c). */
#include "Python.h"

typedef PyObject *(*fastcall)(PyObject *, PyObject *const *, Py_ssize_t);
typedef struct { PyObject *(*vectorcall)(PyMethodDef *, PyObject *const *, Py_ssize_t); } Descriptor;

static PyObject *list_index(PyObject *self, PyObject *const *args, Py_ssize_t n) { return n ? *args : self; }
PyMethodDef index_def = {"index", (PyCFunction)(void (*)(void))list_index, METH_FASTCALL};

static PyObject *
vectorcall_fast(PyMethodDef *method, PyObject *const *args, Py_ssize_t n)
{
    fastcall meth = (fastcall)(void (*)(void))method->ml_meth;
    return meth(args[0], args, n); /* call: list_index slot PyMethodDef.ml_meth; only */
}

PyObject *
use_chosen(Descriptor *descriptor, PyMethodDef *method, PyObject *const *args)
{
    switch (method->ml_flags) {
    case METH_FASTCALL:
        descriptor->vectorcall = vectorcall_fast;
        break;
    default:
        return NULL;
    }
    return descriptor->vectorcall(method, args, 1); /* call: vectorcall_fast slot Descriptor.vectorcall;
                                                             only */
}
