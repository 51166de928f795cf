/* Error handling: what was raised waits in the thread state. */

#include "Python.h"
#include <stdarg.h>

static void
PyErr_Restore(PyObject *type, PyObject *value)
{
    PyThreadState *tstate = PyThreadState_Get();
    tstate->curexc_type = type;
    tstate->curexc_value = value;
}

void
PyErr_SetString(PyObject *exception, const char *string)
{
    PyErr_Restore(exception, PyUnicode_FromString(string));   /* call: PyErr_Restore direct; PyUnicode_FromString direct */
}

void
PyErr_SetNone(PyObject *exception)
{
    PyErr_Restore(exception, NULL);
}

PyObject *
PyErr_Format(PyObject *exception, const char *format, ...)
{
    char buffer[200];
    va_list vargs;
    va_start(vargs, format);
    vsnprintf(buffer, sizeof(buffer), format, vargs);   /* call: vsnprintf direct */
    va_end(vargs);
    PyErr_SetString(exception, buffer);
    return NULL;
}

PyObject *
PyErr_NoMemory(void)
{
    PyErr_SetNone(PyExc_MemoryError);   /* call: PyErr_SetNone direct */
    return NULL;
}

PyObject *
PyErr_Occurred(void)
{
    return PyThreadState_Get()->curexc_type;   /* call: PyThreadState_Get direct */
}

void
_PyErr_BadInternalCall(const char *filename, int lineno)
{
    PyErr_Format(PyExc_SystemError, "%s:%d: bad argument to internal function", filename, lineno);
}

#ifdef MS_WINDOWS
/* The last error of the system, as Windows numbers them. */
PyObject *
PyErr_SetFromWindowsErr(int ierr)
{
    return PyErr_Format(PyExc_SystemError, "Windows error %d", ierr);
}
#endif /* MS_WINDOWS */
