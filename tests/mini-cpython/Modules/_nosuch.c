/* A module around a library whose header no machine has: what follows the include is still read. */

#include "Python.h"
#include <no_such_thing/api.h>

static PyObject *
nosuch_version(PyObject *self, PyObject *unused)
{
    (void)self;
    (void)unused;
    return PyUnicode_FromString("none");   /* call: PyUnicode_FromString direct */
}

static PyMethodDef nosuch_methods[] = {
    {"version", nosuch_version, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef nosuchmodule = {
    PyModuleDef_HEAD_INIT,
    .m_name = "_nosuch",
    .m_methods = nosuch_methods,
};

PyMODINIT_FUNC
PyInit__nosuch(void)
{
    return PyModule_Create(&nosuchmodule);
}
