/* What every object has in common; and None. */

#include "Python.h"

PyObject *
_PyObject_New(PyTypeObject *type)
{
    PyObject *op = calloc(1, (size_t)type->tp_basicsize);   /* call: calloc direct */
    if (op == NULL)
        return PyErr_NoMemory();   /* call: PyErr_NoMemory direct */
    op->ob_refcnt = 1;
    op->ob_type = type;
    return op;
}

void
PyObject_Del(void *op)
{
    free(op);   /* call: free direct */
}

PyObject *
PyObject_Repr(PyObject *v)
{
    if (v == NULL)
        return PyUnicode_FromString("<NULL>");   /* call: PyUnicode_FromString direct */
    if (Py_TYPE(v)->tp_repr == NULL)   /* call: Py_TYPE macro */
        return PyErr_Format(PyExc_TypeError, "%s has no repr", Py_TYPE(v)->tp_name);   /* call: PyErr_Format direct */
    return (*Py_TYPE(v)->tp_repr)(v);   /* call: list_repr slot PyTypeObject.tp_repr; long_repr slot PyTypeObject.tp_repr */
}

/* Types without an order of their own are asked twice: v as it is, then w the other way round. */
static PyObject *
do_richcompare(PyObject *v, PyObject *w, int op)
{
    richcmpfunc f;
    PyObject *res;

    if ((f = Py_TYPE(v)->tp_richcompare) != NULL) {
        res = (*f)(v, w, op);   /* call: long_richcompare slot PyTypeObject.tp_richcompare */
        if (res != Py_NotImplemented)
            return res;
        Py_DECREF(res);   /* call: Py_DECREF macro */
    }
    return PyLong_FromLong(op == Py_EQ ? v == w : 0);   /* call: PyLong_FromLong direct */
}

PyObject *
PyObject_RichCompare(PyObject *v, PyObject *w, int op)
{
    if (v == NULL || w == NULL) {
        PyErr_BadInternalCall();   /* call: PyErr_BadInternalCall macro; _PyErr_BadInternalCall direct */
        return NULL;
    }
    return do_richcompare(v, w, op);   /* call: do_richcompare direct */
}

int
PyObject_RichCompareBool(PyObject *v, PyObject *w, int op)
{
    PyObject *res = PyObject_RichCompare(v, w, op);   /* call: PyObject_RichCompare direct */
    int ok;
    if (res == NULL)
        return -1;
    ok = PyLong_AsLong(res) != 0;
    Py_DECREF(res);
    return ok;
}

Py_hash_t
PyObject_HashNotImplemented(PyObject *v)
{
    PyErr_Format(PyExc_TypeError, "unhashable type: '%.200s'",
                 Py_TYPE(v)->tp_name);
    return -1;
}

Py_hash_t
PyObject_Hash(PyObject *v)
{
    PyTypeObject *tp = Py_TYPE(v);
    if (tp->tp_hash != NULL)
        return (*tp->tp_hash)(v);   /* call: unicode_hash slot PyTypeObject.tp_hash; PyObject_HashNotImplemented slot PyTypeObject.tp_hash */
    return PyObject_HashNotImplemented(v);   /* call: PyObject_HashNotImplemented direct */
}

/* Attributes live in the type's dictionary and in those of its bases. */
PyObject *
PyObject_GetAttrString(PyObject *v, const char *name)
{
    PyTypeObject *tp;
    PyObject *key = PyUnicode_FromString(name);
    for (tp = Py_TYPE(v); tp != NULL; tp = tp->tp_base) {
        PyObject *found = tp->tp_dict ? PyDict_GetItem(tp->tp_dict, key) : NULL;   /* call: PyDict_GetItem direct */
        if (found != NULL)
            return _Py_NewRef(found);   /* call: _Py_NewRef direct */
    }
    return NULL;
}

static PyObject *
none_repr(PyObject *op)
{
    (void)op;
    return PyUnicode_FromString("None");
}

/* Nobody gets rid of None. */
static void
none_dealloc(PyObject *ignore)
{
    ignore->ob_refcnt = 1;
}

static PyTypeObject _PyNone_Type = {
    PyVarObject_HEAD_INIT(&PyType_Type, 0)
    "NoneType",
    .tp_dealloc = none_dealloc,
    .tp_repr = none_repr,
};

PyObject _Py_NoneStruct = {1, &_PyNone_Type};
PyObject _Py_NotImplementedStruct = {1, &_PyNone_Type};
