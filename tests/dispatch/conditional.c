/* A choice in the call itself, which no place has a name for, and one that a variable keeps. */
#include "Python.h"

static int skip_left(PyObject *v) { return v != NULL; }
static int skip_right(PyObject *v) { return v == NULL; }

int
use_conditional(PyObject *v, int left)
{
    int (*skip)(PyObject *) = left ? skip_left : skip_right;
    skip(v);                                    /* call: skip_left pointer conditional.c:skip;
                                                         skip_right pointer; only */
    return (left ? skip_left : skip_right)(v);  /* call: skip_left pointer; skip_right pointer; only */
}
