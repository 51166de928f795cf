/* Taking arguments apart by a format string. Both forms are defined here, so the renaming is undone first. */

#include "Python.h"
#include <stdarg.h>

#define FLAG_SIZE_T 2

static int
vgetargs(PyObject *const *stack, Py_ssize_t nargs, const char *format, va_list *p_va, int flags)
{
    Py_ssize_t i;
    (void)flags;
    for (i = 0; format[i] != '\0' && format[i] != ':'; i++) {
        if (i >= nargs) {
            PyErr_SetString(PyExc_TypeError, "function takes more arguments");
            return 0;
        }
        if (format[i] == 'n')
            *va_arg(*p_va, Py_ssize_t *) = PyLong_AsLong(stack[i]);   /* call: PyLong_AsLong direct */
        else
            *va_arg(*p_va, PyObject **) = stack[i];
    }
    return 1;
}

int
PyArg_ParseTuple(PyObject *args, const char *format, ...)
{
    va_list va;
    int retval;
    va_start(va, format);
    retval = vgetargs(((PyListObject *)args)->ob_item, Py_SIZE(args), format, &va, 0);   /* call: vgetargs direct; Py_SIZE macro */
    va_end(va);
    return retval;
}

int _PyArg_ParseTuple_SizeT(PyObject *args, const char *format, ...);

int
_PyArg_ParseTuple_SizeT(PyObject *args, const char *format, ...)
{
    va_list va;
    int retval;
    va_start(va, format);
    retval = vgetargs(((PyListObject *)args)->ob_item, Py_SIZE(args), format, &va, FLAG_SIZE_T);
    va_end(va);
    return retval;
}

int
_PyArg_ParseStack(PyObject *const *args, Py_ssize_t nargs, const char *format, ...)
{
    va_list va;
    int retval;
    va_start(va, format);
    retval = vgetargs(args, nargs, format, &va, 0);
    va_end(va);
    return retval;
}
