/* Which operator: offsetof() handed on as a number, added to an address (binary_op1 in Objects/abstract.c).
 * */
#include "Python.h"

typedef struct {
    PyObject *(*add)(PyObject *, PyObject *);
    PyObject *(*multiply)(PyObject *, PyObject *);
    PyObject *(*power)(PyObject *, PyObject *);
} Operators;

static PyObject *long_add(PyObject *v, PyObject *w) { return v == w ? v : w; }
static PyObject *long_multiply(PyObject *v, PyObject *w) { return v == w ? v : w; }
static PyObject *long_power(PyObject *v, PyObject *w) { return v == w ? v : w; }

Operators long_as_number = {long_add, long_multiply, long_power};

#define NB_SLOT(x) offsetof(Operators, x)
#define NB_BINOP(methods, slot) (*(binaryfunc *)(&((char *)methods)[slot]))

static PyObject *
binary_op1(PyObject *v, PyObject *w, Operators *methods, const int op_slot)
{
    binaryfunc slotv = NB_BINOP(methods, op_slot);
    return slotv(v, w); /* call: long_add slot Operators.add; long_multiply slot Operators.multiply; only */
}

static PyObject *
binary_op(PyObject *v, PyObject *w, Operators *methods, int op_slot)
{
    return binary_op1(v, w, methods, op_slot);
}

PyObject *
use_offset(PyObject *v, Operators *methods)
{
    binary_op1(v, v, methods, NB_SLOT(add));
    return binary_op(v, v, methods, NB_SLOT(multiply));
}
