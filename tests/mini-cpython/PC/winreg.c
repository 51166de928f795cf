/* The registry of Windows: never built here. */

#include <windows.h>
#include "Python.h"

static void
PyHKEY_Close(PyObject *ob)
{
    RegCloseKey((HKEY)PyLong_AsLong(ob));
}
