/* Integers of one machine word. */

#include "Python.h"

PyObject *
PyLong_FromLong(long ival)
{
    PyLongObject *v = PyObject_New(PyLongObject, &PyLong_Type);
    if (v != NULL)
        v->ob_digit = ival;
    return (PyObject *)v;
}

PyObject *
PyLong_FromSsize_t(Py_ssize_t ival)
{
    return PyLong_FromLong((long)ival);   /* call: PyLong_FromLong direct */
}

long
PyLong_AsLong(PyObject *obj)
{
    if (!PyLong_Check(obj)) {
        PyErr_SetString(PyExc_TypeError, "an integer is required");
        return -1;
    }
    return ((PyLongObject *)obj)->ob_digit;
}

#define CHECK_BINOP(v, w)                                                                                    \
    do {                                                                                                     \
        if (!PyLong_Check(v) || !PyLong_Check(w))                                                            \
            Py_RETURN_NOTIMPLEMENTED;                                                                        \
    } while (0)
#define MEDIUM_VALUE(x) (((PyLongObject *)(x))->ob_digit)

static PyObject *
long_add(PyObject *a, PyObject *b)
{
    CHECK_BINOP(a, b);   /* call: CHECK_BINOP macro; none */
    return PyLong_FromLong(MEDIUM_VALUE(a) + MEDIUM_VALUE(b));   /* call: PyLong_FromLong direct; MEDIUM_VALUE macro */
}

static PyObject *
long_sub(PyObject *a, PyObject *b)
{
    CHECK_BINOP(a, b);
    return PyLong_FromLong(MEDIUM_VALUE(a) - MEDIUM_VALUE(b));
}

static PyObject *
long_neg(PyObject *v)
{
    return PyLong_FromLong(-MEDIUM_VALUE(v));
}

static int
long_bool(PyObject *v)
{
    return MEDIUM_VALUE(v) != 0;
}

static PyObject *
long_richcompare(PyObject *self, PyObject *other, int op)
{
    CHECK_BINOP(self, other);
    if (op == Py_EQ)
        return PyLong_FromLong(MEDIUM_VALUE(self) == MEDIUM_VALUE(other));
    return PyLong_FromLong(MEDIUM_VALUE(self) < MEDIUM_VALUE(other));
}

static PyObject *
long_repr(PyObject *v)
{
    char buffer[24];
    snprintf(buffer, sizeof(buffer), "%ld", MEDIUM_VALUE(v));   /* call: snprintf direct; MEDIUM_VALUE macro */
    return PyUnicode_FromString(buffer);
}

static PyObject *
long_get0(PyObject *self, void *context)
{
    (void)self;
    (void)context;
    return PyLong_FromLong(0L);
}

static PyGetSetDef long_getset[] = {
    {"imag", long_get0, NULL, "always 0", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyNumberMethods long_as_number = {
    long_add,  /*nb_add*/
    long_sub,  /*nb_subtract*/
    0,         /*nb_multiply*/
    long_neg,  /*nb_negative*/
    long_bool, /*nb_bool*/
    0,         /*nb_inplace_add*/
};

PyTypeObject PyLong_Type = {
    PyVarObject_HEAD_INIT(&PyType_Type, 0)
    "int",                      /* tp_name */
    sizeof(PyLongObject),       /* tp_basicsize */
    sizeof(long),               /* tp_itemsize */
    (destructor)PyObject_Del,   /* tp_dealloc */
    long_repr,                  /* tp_repr */
    &long_as_number,            /* tp_as_number */
    0,                          /* tp_as_sequence */
    0,                          /* tp_as_mapping */
    0,                          /* tp_hash */
    0,                          /* tp_call */
    Py_TPFLAGS_DEFAULT,         /* tp_flags */
    "A whole number.",          /* tp_doc */
    0,                          /* tp_traverse */
    0,                          /* tp_clear */
    long_richcompare,           /* tp_richcompare */
    0,                          /* tp_iter */
    0,                          /* tp_iternext */
    0,                          /* tp_methods */
    0,                          /* tp_members */
    long_getset,                /* tp_getset */
    0, 0, 0, 0, PyObject_Del,   /* tp_base to tp_free */
};
