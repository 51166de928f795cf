/* Arrays of functions: at file level, inside a function, and of two dimensions. */
#include "Python.h"

static int pack_int(PyObject *v) { return v != NULL; }
static int pack_long(PyObject *v) { return v == NULL; }
static int pack_swapped(PyObject *v) { return v == NULL; }
static int swap(PyObject *v, int n) { return v && n; }

static int (*const packers[])(PyObject *) = {pack_int, [4] = pack_long};
static int (*swappers[2][2])(PyObject *, int) = {{swap, NULL}, {NULL, swap}};

int
use_array(PyObject *v, int i)
{
    static int (*const local[])(PyObject *) = {pack_swapped};
    local[i](v);                /* call: pack_swapped pointer array.c:local; only */
    (*packers[i])(v);           /* call: pack_int pointer array.c:packers;
                                         pack_long pointer array.c:packers; only */
    return swappers[i][0](v, i); /* call: swap pointer array.c:swappers; only */
}
