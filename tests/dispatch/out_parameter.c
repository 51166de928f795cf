/* A function that comes back through a parameter. */
#include "Python.h"

static PyObject *identity(PyObject *v) { return v; }
static PyObject *unrelated(PyObject *v) { return v; }

static int
find_method(PyObject *v, PyObject *(**method)(PyObject *))
{
    *method = v != NULL ? identity : NULL;
    return v != NULL;
}

static int
find_more(PyObject *v, PyObject *(**more)(PyObject *))
{
    return find_method(v, more);
}

PyObject *
use_out(PyObject *v)
{
    PyObject *(*func)(PyObject *) = NULL, *(*further)(PyObject *) = NULL, *(*other)(PyObject *) = unrelated;
    if (!find_method(v, &func) || !find_more(v, &further))
        return other(v);    /* call: unrelated pointer out_parameter.c:other; only */
    further(v);             /* call: identity pointer find_method(method); only */
    return func(v);         /* call: identity pointer find_method(method); only */
}
