/* Making modules. */

#include "Python.h"

PyObject *
PyModuleDef_Init(PyModuleDef *def)
{
    return (PyObject *)def;
}

PyObject *
PyModule_Create(PyModuleDef *module)
{
    PyObject *m = PyDict_New();
    PyMethodDef *ml;
    for (ml = module->m_methods; ml != NULL && ml->ml_name != NULL; ml++)
        PyModule_AddObject(m, ml->ml_name, PyCFunction_New(ml, m));   /* call: PyModule_AddObject direct; PyCFunction_New direct */
    return m;
}

int
PyModule_AddObject(PyObject *m, const char *name, PyObject *o)
{
    return PyDict_SetItem(m, PyUnicode_FromString(name), o);
}
