/* A function handed on from parameter to parameter is named after the one that it was handed to; after the
 * nearest to the call, where it was handed to both (subtype_traverse in Objects/typeobject.c). From a field,
 * it keeps the field. */
#include "Python.h"

typedef struct { int (*visit)(PyObject *); } Kept;

static int visit_outer(PyObject *v) { return v != NULL; }
static int visit_both(PyObject *v) { return v != NULL; }
static int visit_kept(PyObject *v) { return v == NULL; }

static int
base_traverse(PyObject *v, int (*visit)(PyObject *))
{
    return visit(v); /* call: visit_outer pointer subtype_traverse(handed);
                              visit_both pointer base_traverse(visit); visit_kept slot Kept.visit; only */
}

static int
subtype_traverse(PyObject *v, int (*handed)(PyObject *))
{
    return base_traverse(v, handed); /* call: base_traverse direct; only */
}

int
use_forwarded(Kept *kept, PyObject *v)
{
    kept->visit = visit_kept;
    base_traverse(v, visit_both);
    subtype_traverse(v, visit_both);
    return subtype_traverse(v, visit_outer) + subtype_traverse(v, kept->visit);
}
