/* A built-in module with a type made from a spec. The first line is what matters: it renames PyArg_ParseTuple. */

#define PY_SSIZE_T_CLEAN
#include "Python.h"

typedef struct {
    PyObject_HEAD
    PyObject *left, *right;
} PairObject;

static PyObject *
pair_new(PyTypeObject *type, PyObject *args, PyObject *kwds)
{
    PyObject *left, *right;
    PairObject *self;

    (void)kwds;
    if (!PyArg_ParseTuple(args, "OO:Pair", &left, &right))   /* call: _PyArg_ParseTuple_SizeT direct; PyArg_ParseTuple macro */
        return NULL;
    self = (PairObject *)_PyObject_New(type);
    self->left = _Py_NewRef(left);
    self->right = _Py_NewRef(right);
    return (PyObject *)self;
}

static void
pair_dealloc(PairObject *self)
{
    Py_CLEAR(self->left); Py_CLEAR(self->right);
    PyObject_Del(self);
}

static PyObject *
pair_add(PyObject *a, PyObject *b)
{
    return PyNumber_Add(((PairObject *)a)->left, ((PairObject *)b)->right);   /* call: PyNumber_Add direct */
}

static PyObject *
pair_swap(PairObject *self, PyObject *unused)
{
    PyObject *tmp = self->left;
    (void)unused;
    self->left = self->right;
    self->right = tmp;
    Py_RETURN_NONE;
}

static PyMethodDef pair_methods[] = {
    {"swap", (PyCFunction)pair_swap, METH_NOARGS, PyDoc_STR("Left for right.")},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot pair_slots[] = {
    {Py_tp_new, (void *)pair_new},
    {Py_tp_dealloc, (void *)pair_dealloc},
    {Py_tp_methods, pair_methods},
    {Py_nb_add, (void *)pair_add},
    {0, NULL},
};

static PyType_Spec pair_spec = {
    .name = "_pair.Pair",
    .basicsize = sizeof(PairObject),
    .slots = pair_slots,
};

/* Initialised in two phases (PEP 489): the module exists before this runs. */
static int
pair_exec(PyObject *m)
{
    return PyModule_AddObject(m, "Pair", PyType_FromSpec(&pair_spec));   /* call: PyModule_AddObject direct; PyType_FromSpec direct */
}

static PyModuleDef_Slot pair_module_slots[] = {
    {Py_mod_exec, (void *)pair_exec},
    {0, NULL},
};

static PyModuleDef pairmodule = {
    PyModuleDef_HEAD_INIT,
    .m_name = "_pair",
    .m_slots = pair_module_slots,
};

PyMODINIT_FUNC
PyInit__pair(void)
{
    return PyModuleDef_Init(&pairmodule);   /* call: PyModuleDef_Init direct */
}
