/* The object stands in the call: what it holds is reached, and nothing that others hold (PyDict_Type.tp_init in
 * Modules/_collectionsmodule.c). Where something is written into it by name, all that may be there counts; and where its
 * initialiser says nothing. */
#include "Python.h"

typedef struct { int (*init)(PyObject *); int (*more)(PyObject *); } Thing;

static int init_fixed(PyObject *v) { return v != NULL; }
static int init_other(PyObject *v) { return v == NULL; }
static int init_later(PyObject *v) { return v != NULL; }

Thing fixed = {init_fixed}, changed = {.init = init_other}, copied = {init_other};

void
change(Thing *thing)
{
    changed.more = init_later;
    copied = *thing;
}

int
use_named(PyObject *v, Thing *thing)
{
    if (fixed.more(v))              /* call: init_later slot Thing.more; only */
        return thing->init(v);      /* call: init_fixed slot Thing.init; init_other slot Thing.init; only */
    return fixed.init(v)            /* call: init_fixed slot Thing.init; only */
        + changed.init(v)           /* call: init_fixed slot Thing.init; init_other slot Thing.init; only */
        + copied.init(v);           /* call: init_fixed slot Thing.init; init_other slot Thing.init; only */
}

typedef struct Link { struct Link *next; int (*follow)(PyObject *); } Link;

static int follow_last(PyObject *v) { return v != NULL; }
static int follow_first(PyObject *v) { return v == NULL; }

static Link last = {NULL, follow_last};
Link first = {&last, follow_first};

int
use_linked(PyObject *v)
{
    return first.next->follow(v);   /* call: follow_last slot Link.follow; follow_first slot Link.follow; only */
}
