/* A pointer copied by its bytes, from an offset that the type knows (_PyVectorcall_Function in
 * Objects/call.c). */
#include "Python.h"

typedef PyObject *(*vectorcallfunc)(PyObject *, PyObject *const *, size_t);

typedef struct {
    PyObject *name;
    PyObject *(*vectorcall)(PyObject *, PyObject *const *, size_t);
} FunctionObject;

typedef struct { const char *name; Py_ssize_t vectorcall_offset; } CallableType;

static PyObject *function_vectorcall(PyObject *f, PyObject *const *args, size_t n) { return n ? *args : f; }
CallableType Function_Type = {"function", offsetof(FunctionObject, vectorcall)};

void new_function(FunctionObject *f) { f->vectorcall = function_vectorcall; }

PyObject *
use_offset_of_type(CallableType *type, PyObject *callable)
{
    vectorcallfunc ptr;
    Py_ssize_t offset = type->vectorcall_offset;
    memcpy(&ptr, (char *)callable + offset, sizeof(ptr));
    return ptr(callable, NULL, 0); /* call: function_vectorcall slot FunctionObject.vectorcall; only */
}

PyObject *
use_cast(CallableType *type, PyObject *callable)
{
    vectorcallfunc *ptr = (vectorcallfunc *)(((char *)callable) + type->vectorcall_offset);
    return (*ptr)(callable, NULL, 0); /* call: function_vectorcall slot FunctionObject.vectorcall; only */
}
