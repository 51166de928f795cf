/* Reference cycles: every object shows its own references to a visitor. */

#include "Python.h"

static PyObject *generation[16];
static Py_ssize_t count;

static int
visit_decref(PyObject *op, void *data)
{
    (void)op;
    ++*(Py_ssize_t *)data;
    return 0;
}

static void
subtract_refs(PyObject *op, Py_ssize_t *found)
{
    traverseproc traverse = Py_TYPE(op)->tp_traverse;
    if (traverse != NULL)
        (void)traverse(op, (visitproc)visit_decref, found);   /* call: list_traverse slot PyTypeObject.tp_traverse; dict_traverse slot PyTypeObject.tp_traverse */
}

Py_ssize_t
PyGC_Collect(void)
{
    Py_ssize_t i, found = 0;
    for (i = 0; i < count; i++)
        subtract_refs(generation[i], &found);   /* call: subtract_refs direct */
    return found;
}

static PyObject *
gc_collect(PyObject *self, PyObject *unused)
{
    (void)self;
    (void)unused;
    return PyLong_FromSsize_t(PyGC_Collect());   /* call: PyLong_FromSsize_t direct; PyGC_Collect direct */
}

static PyMethodDef GcMethods[] = {
    {"collect", gc_collect, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef gcmodule = {
    PyModuleDef_HEAD_INIT,
    .m_name = "gc",
    .m_methods = GcMethods,
};

PyMODINIT_FUNC
PyInit_gc(void)
{
    return PyModule_Create(&gcmodule);
}
