/* A function handed as an argument, which the callee calls (_Py_hashtable_foreach in Modules/hashtable.c); by
 * pointer, too (tp_traverse). */
#include "Python.h"

typedef struct { int (*traverse)(PyObject *, int (*visit)(PyObject *)); } Traversed;

static int visit_decref(PyObject *v) { return v != NULL; }
static int visit_reachable(PyObject *v) { return v == NULL; }
static int print_entry(PyObject *v) { return v != NULL; }

static int
spam_traverse(PyObject *v, int (*visit)(PyObject *))
{
    return visit(v); /* call: visit_decref pointer spam_traverse(visit);
                              visit_reachable pointer spam_traverse(visit); only */
}
Traversed traversed = {spam_traverse};

static int
foreach(PyObject *v, int (*func)(PyObject *))
{
    return func(v); /* call: print_entry pointer foreach(func); only */
}

int
use_argument(Traversed *type, PyObject *v)
{
    foreach(v, print_entry);
    type->traverse(v, visit_decref);            /* call: spam_traverse slot Traversed.traverse; only */
    return type->traverse(v, visit_reachable);  /* call: spam_traverse slot Traversed.traverse; only */
}
