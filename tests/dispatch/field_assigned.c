/* Fields that get their function when the program runs (ms.key_compare in Objects/listobject.c). */
#include "Python.h"

typedef struct merge_state {
    int (*key_compare)(PyObject *, PyObject *, struct merge_state *);
    int (*tuple_elem_compare)(PyObject *, PyObject *, struct merge_state *);
} MergeState;

static int unsafe_long_compare(PyObject *v, PyObject *w, MergeState *ms) { return v < w && ms; }
static int safe_object_compare(PyObject *v, PyObject *w, MergeState *ms) { return v > w && ms; }

int
use_assigned(PyObject *v, int same)
{
    MergeState ms;
    if (same)
        ms.key_compare = unsafe_long_compare;
    else
        ms.key_compare = &safe_object_compare;
    ms.tuple_elem_compare = ms.key_compare;
    return (*ms.key_compare)(v, v, &ms) /* call: unsafe_long_compare slot MergeState.key_compare;
                                                 safe_object_compare slot MergeState.key_compare; only */
        + ms.tuple_elem_compare(v, v, &ms); /* call: unsafe_long_compare slot;
                                                     safe_object_compare slot MergeState.key_compare;
                                                     only */
}
