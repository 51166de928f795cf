/* Static names that same_name_two.c has, too: a function, a table, a record, a caller (type_error in two
 * files). */
#include "Python.h"

typedef struct { PyObject *(*call)(PyObject *); } Private;

static PyObject *helper(PyObject *v) { return v; }
static PyObject *(*helpers[])(PyObject *) = {helper};
static Private private = {helper};

static PyObject *
use_same_name(PyObject *v, PyObject *(*func)(PyObject *))
{
    func(v);                /* call: same_name_one.c:helper pointer use_same_name(func); only */
    private.call(v);        /* call: same_name_one.c:helper slot Private.call; only */
    return helpers[0](v);   /* call: same_name_one.c:helper pointer same_name_one.c:helpers; only */
}

PyObject *
use_name_one(PyObject *v)
{
    return use_same_name(v, helper); /* call: same_name_one.c:use_same_name direct; only */
}
