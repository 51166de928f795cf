/* The rows of a type that is made at run time: a number says which field (Modules/xxlimited.c). */
#include "Python.h"

typedef struct {
    int slot;
    void *pfunc;
} PyType_Slot;

static PyObject *xxo_str(PyObject *v) { return v; }
static PyObject *xxo_iter(PyObject *v) { return v; }

PyType_Slot Xxo_Type_slots[] = {
    {Py_tp_str, xxo_str},
    {Py_tp_iter, (void *)xxo_iter},
    {0, 0},
};

PyObject *
use_type_slots(PyObject *v)
{
    v->ob_type->tp_iter(v);         /* call: xxo_iter slot PyTypeObject.tp_iter; only */
    return v->ob_type->tp_str(v);   /* call: xxo_str slot PyTypeObject.tp_str; only */
}
