/* A function looked up by its name in a library: what starts an extension module (Python/dynload_shlib.c). */
#include "Python.h"

#include <dlfcn.h>

PyObject *PyInit_spam(void) { return NULL; }
PyObject *PyInit_eggs(void) { return NULL; }
PyObject *PyInspam(void) { return PyInit_spam(); }

PyObject *
use_lookup(void *handle)
{
    PyObject *(*init)(void) = (PyObject *(*)(void))dlsym(handle, "PyInit_spam");
    return init(); /* call: PyInit_spam name dlsym; PyInit_eggs name dlsym; only */
}
