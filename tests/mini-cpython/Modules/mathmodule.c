/* Mathematics: a module of its own, which the interpreter loads when it is asked for. */

#include "Python.h"

/* A static function of the same name as one in dictobject.c would be another function. */
static double
newton(double x, double guess)
{
    double next = (guess + x / guess) / 2;
    return next >= guess ? guess : newton(x, next);   /* call: newton direct */
}

/* Functions of one argument differ in the C function alone. */
static PyObject *
math_1(PyObject *arg, double (*func)(double, double))
{
    double x = (double)PyLong_AsLong(arg);
    if (x < 0)
        return PyErr_Format(PyExc_TypeError, "math domain error");
    return PyLong_FromLong((long)(*func)(x, x));   /* call: PyLong_FromLong direct; newton pointer math_1(func) */
}

#define FUNC1(funcname, func, docstring)                                                                     \
    static PyObject *math_##funcname(PyObject *self, PyObject *args)                                         \
    {                                                                                                        \
        (void)self;                                                                                          \
        return math_1(PyList_GET_ITEM(args, 0), func);                                                       \
    }                                                                                                        \
    PyDoc_STRVAR(math_##funcname##_doc, docstring);

FUNC1(sqrt, newton, "The square root, rounded down.")   /* call: math_1 direct */

static PyMethodDef math_methods[] = {
    {"sqrt", math_sqrt, METH_VARARGS, math_sqrt_doc},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef mathmodule = {
    PyModuleDef_HEAD_INIT,
    .m_name = "math",
    .m_methods = math_methods,
};

PyMODINIT_FUNC
PyInit_math(void)
{
    return PyModule_Create(&mathmodule);
}
