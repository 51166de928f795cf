/* A method's flags tested by a switch: each label reaches the functions that have them (Objects/call.c). */
#include "Python.h"

static PyObject *list_copy(PyObject *self, PyObject *ignored) { return ignored ? NULL : self; }
static PyObject *list_clear(PyObject *self) { return self; }
static PyObject *list_format(PyObject *self, PyObject *args) { return args ? args : self; }
static PyObject *list_sort(PyObject *self, PyObject *args, PyObject *kwargs) { return args ? kwargs : self; }

typedef PyObject *(*withkeywords)(PyObject *, PyObject *, PyObject *);

static PyMethodDef list_methods[] = {
    {"copy", list_copy, METH_NOARGS},
    {"clear", (PyCFunction)list_clear, METH_NOARGS | METH_CLASS},
    {"format", list_format, METH_VARARGS},
    {"sort", (PyCFunction)(void (*)(void))list_sort, METH_VARARGS | METH_KEYWORDS},
};

PyObject *
use_switch(int i, PyObject *self, PyObject *args)
{
    PyMethodDef *method = &list_methods[i];
    PyCFunction meth = method->ml_meth;
    switch (method->ml_flags & ~METH_CLASS) {
    case METH_NOARGS:
        if (args != NULL)
            return NULL;
        return (*meth)(self, NULL); /* call: list_copy slot PyMethodDef.ml_meth;
                                             list_clear slot PyMethodDef.ml_meth; only */
    case METH_VARARGS:
        return (*meth)(self, args); /* call: list_format slot PyMethodDef.ml_meth; spam_open slot;
                                             spam_more slot; only */
    case METH_VARARGS | METH_KEYWORDS:
        return (*(withkeywords)(void (*)(void))meth)(self, args, NULL); /* call: list_sort slot; spam_look slot;
                                                                          spam_less slot; only */
    }
    return NULL;
}
