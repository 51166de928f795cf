/* A record within a record, with braces of its own and without. */
#include "Python.h"

typedef struct {
    int code;
    PyObject *(*set)(PyObject *);
    PyObject *(*get)(PyObject *);
} Accessor;

typedef struct {
    Accessor plain, swapped;
    PyObject *(*last)(PyObject *);
} Nested;

static PyObject *a_set(PyObject *v) { return v; }
static PyObject *a_get(PyObject *v) { return v; }
static PyObject *b_set(PyObject *v) { return v; }
static PyObject *b_get(PyObject *v) { return v; }
static PyObject *c_get(PyObject *v) { return v; }
static PyObject *braced_last(PyObject *v) { return v; }
static PyObject *elided_last(PyObject *v) { return v; }

Nested braced = {{1, a_set, a_get}, {2, .get = b_get}, braced_last};
Nested elided = {3, b_set, b_get, 4, 0, c_get, elided_last};

PyObject *
use_nested(Nested *n, PyObject *v)
{
    n->plain.set(v);    /* call: a_set slot Accessor.set; b_set slot Accessor.set; only */
    n->swapped.get(v);  /* call: a_get slot Accessor.get; b_get slot; c_get slot; only */
    return n->last(v);  /* call: braced_last slot Nested.last; elided_last slot Nested.last; only */
}
