/* Import: built-in modules first, then frozen ones, then shared objects. */

#include "Python.h"

static const struct _frozen *
find_frozen(const char *name)
{
    const struct _frozen *p;
    for (p = PyImport_FrozenModules; p->name != NULL; p++)
        if (strcmp(p->name, name) == 0)   /* call: strcmp direct */
            return p;
    return NULL;
}

/* The name of the function is made here; nobody writes PyInit_math(). */
static PyObject *
load_dynamic(const char *name)
{
    dl_funcptr exportfunc = _PyImport_FindSharedFuncptr("PyInit", name, "lib-dynload");   /* call: _PyImport_FindSharedFuncptr direct */
    if (exportfunc == NULL)
        return PyErr_Format(PyExc_ImportError, "No module named %s", name);
    return ((PyObject * (*)(void)) exportfunc)();   /* call: PyInit_math name dlsym */
}

PyObject *
PyImport_ImportModule(const char *name)
{
    struct _inittab *p;
    for (p = _PyImport_Inittab; p->name != NULL; p++)
        if (strcmp(p->name, name) == 0)
            return (*p->initfunc)();   /* call: PyInit__pair slot _inittab.initfunc */
    if (find_frozen(name) != NULL)   /* call: find_frozen direct */
        Py_RETURN_NONE;
    return load_dynamic(name);   /* call: load_dynamic direct */
}
