/* Windows' own functions: never built here. */

#include "Python.h"
#include <windows.h>

static PyObject *
_winapi_CloseHandle(PyObject *module, PyObject *handle)
{
    (void)module;
    CloseHandle((HANDLE)PyLong_AsLong(handle));
    Py_RETURN_NONE;
}
