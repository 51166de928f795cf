/* Built-in functions: what a PyMethodDef says is called the way its flags say. */

#include "Python.h"

PyObject *
PyCFunction_New(PyMethodDef *ml, PyObject *self)
{
    PyCFunctionObject *op = PyObject_New(PyCFunctionObject, &PyCFunction_Type);
    op->m_ml = ml;
    op->m_self = self;
    return (PyObject *)op;
}

PyObject *
PyCFunction_Call(PyObject *func, PyObject *args, PyObject *kwargs)
{
    PyCFunction meth = PyCFunction_GET_FUNCTION(func);
    PyObject *self = ((PyCFunctionObject *)func)->m_self;

    if (kwargs != NULL)
        return PyErr_Format(PyExc_TypeError, "%.200s() takes no keyword arguments",
                            ((PyCFunctionObject *)func)->m_ml->ml_name);
    switch (((PyCFunctionObject *)func)->m_ml->ml_flags & ~METH_COEXIST) {
    case METH_VARARGS:
        return (*meth)(self, args);   /* call: math_sqrt slot PyMethodDef.ml_meth */
    case METH_NOARGS:
        return (*meth)(self, NULL);   /* call: dict_copy slot PyMethodDef.ml_meth */
    case METH_O:
        return (*meth)(self, PyList_GET_ITEM(args, 0));   /* call: list_append slot PyMethodDef.ml_meth; builtin_len slot PyMethodDef.ml_meth */
    case METH_FASTCALL:
        return (*(_PyCFunctionFast)meth)(self, ((PyListObject *)args)->ob_item, PyObject_Size(args));   /* call: PyObject_Size direct; list_insert slot PyMethodDef.ml_meth */
    default:
        PyErr_SetString(PyExc_SystemError, "bad call flags in PyCFunction_Call");
        return NULL;
    }
}

PyTypeObject PyCFunction_Type = {
    PyVarObject_HEAD_INIT(&PyType_Type, 0)
    .tp_name = "builtin_function_or_method",
    .tp_basicsize = sizeof(PyCFunctionObject),
    .tp_dealloc = (destructor)PyObject_Del,
    .tp_call = PyCFunction_Call,
};
