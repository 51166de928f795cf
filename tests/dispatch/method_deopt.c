/* A method's flags tested by leaving where they are others (CALL_LIST_APPEND and its like in
 * Python/bytecodes.c). */
#include "Python.h"

static PyObject *list_append(PyObject *self, PyObject *object) { return object ? object : self; }
static PyMethodDef append_def = {"append", list_append, METH_O};

#define DEOPT_IF(condition) if (condition) goto deopt

PyObject *
use_deopt(PyMethodDef *method, PyObject *self, PyObject *argument)
{
    if (method == NULL)
        method = &append_def;
    DEOPT_IF(self == NULL);
    DEOPT_IF(method->ml_flags != METH_O);
    return method->ml_meth(self, argument); /* call: list_append slot PyMethodDef.ml_meth; spam_push slot; only */
deopt:
    return NULL;
}
