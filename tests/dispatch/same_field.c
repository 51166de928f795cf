/* Two records with a field of one name and one type are two places. */
#include "Python.h"

typedef struct { PyObject *(*hook)(PyObject *); } Here;
typedef struct { PyObject *(*hook)(PyObject *); } There;

static PyObject *hook_here(PyObject *v) { return v; }
static PyObject *hook_there(PyObject *v) { return v; }

Here here = {hook_here};
There there = {.hook = hook_there};

PyObject *
use_same_field(Here *h, There *t, PyObject *v)
{
    h->hook(v);         /* call: hook_here slot Here.hook; only */
    return t->hook(v);  /* call: hook_there slot There.hook; only */
}
