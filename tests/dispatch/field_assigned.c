/* Fields that get their function when the program runs (ms.key_compare in Objects/listobject.c;
 * interp->eval_frame). */
#include "Python.h"

typedef struct merge_state {
    int (*key_compare)(PyObject *, PyObject *, struct merge_state *);
    int (*tuple_elem_compare)(PyObject *, PyObject *, struct merge_state *);
} MergeState;

typedef struct { void (*trace)(PyObject *); } Interpreter;

static int unsafe_long_compare(PyObject *v, PyObject *w, MergeState *ms) { return v < w && ms; }
static int safe_object_compare(PyObject *v, PyObject *w, MergeState *ms) { return v > w && ms; }
static void trace_line(PyObject *v) { (void)v; }
static void trace_late(PyObject *v) { (void)v; }

int
use_assigned(Interpreter *interp, PyObject *v, int same)
{
    MergeState ms;
    if (same)
        ms.key_compare = unsafe_long_compare;
    else
        ms.key_compare = &safe_object_compare;
    ms.tuple_elem_compare = ms.key_compare;
    interp->trace = same ? trace_line : NULL;
    void (**slot)(PyObject *) = &interp->trace;
    *slot = trace_late;
    interp->trace(v);   /* call: trace_line slot Interpreter.trace;
                                 todo: trace_late slot Interpreter.trace; only */
    return (*ms.key_compare)(v, v, &ms) /* call: unsafe_long_compare slot MergeState.key_compare;
                                                 safe_object_compare slot MergeState.key_compare; only */
        + ms.tuple_elem_compare(v, v, &ms); /* call: unsafe_long_compare slot;
                                                     safe_object_compare slot MergeState.key_compare;
                                                     only */
}
