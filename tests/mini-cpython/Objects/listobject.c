/* Lists: what list_resize does is what makes them quick. */

#include "Python.h"

/*[clinic input]
class list "PyListObject *" "&PyList_Type"
[clinic start generated code]*/
/*[clinic end generated code: output=00000000000000e1 input=00000000000000e2]*/

#include "clinic/listobject.c.h"

/* Makes room for newsize items and says that so many are in use.
 * An eighth more than was asked for is taken, so that appending
 * seldom has to move the items; those that are new hold rubbish.
 */
static int
list_resize(PyListObject *self, Py_ssize_t newsize)
{
    Py_ssize_t room = newsize + (newsize >> 3) + 4;
    PyObject **items;

    if (self->allocated >= newsize && newsize >= (self->allocated >> 1)) {
        Py_SIZE(self) = newsize;   /* call: Py_SIZE macro; none */
        return 0;
    }
    items = realloc(self->ob_item, (size_t)room * sizeof(PyObject *));   /* call: realloc direct */
    if (items == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    self->ob_item = items;
    Py_SIZE(self) = newsize;
    self->allocated = room;
    return 0;
}

PyObject *
PyList_New(Py_ssize_t size)
{
    PyListObject *op = PyObject_New(PyListObject, &PyList_Type);   /* call: PyObject_New macro; _PyObject_New direct */
    if (op == NULL)
        return NULL;
    if (size > 0) {
        op->ob_item = calloc((size_t)size, sizeof(PyObject *));
        op->allocated = size;
    }
    Py_SIZE(op) = size;
    return (PyObject *)op;
}

static int
app1(PyListObject *self, PyObject *v)
{
    Py_ssize_t n = PyList_GET_SIZE(self);

    assert(v != NULL);
    if (n == PY_SSIZE_T_MAX) {
        PyErr_SetString(PyExc_MemoryError, "cannot add more objects to list");
        return -1;
    }
    if (list_resize(self, n + 1) < 0)   /* call: list_resize direct */
        return -1;

    Py_INCREF(v);
    self->ob_item[n] = v;
    return 0;
}

int
PyList_Append(PyObject *op, PyObject *newitem)
{
    if (PyList_Check(op) && (newitem != NULL))
        return app1((PyListObject *)op, newitem);   /* call: app1 direct */
    PyErr_BadInternalCall();
    return -1;
}

/* Methods */

/*[clinic input]
list.append

     object: object
     /

Put object behind the last item.
[clinic start generated code]*/

static PyObject *
list_append(PyListObject *self, PyObject *object)
/*[clinic end generated code: output=00000000000000a1 input=00000000000000a2]*/
{
    if (app1(self, object) == 0)   /* call: app1 direct */
        Py_RETURN_NONE;
    return NULL;
}

/*[clinic input]
list.insert

    index: Py_ssize_t
    object: object
    /

Put object in front of the item at index.
[clinic start generated code]*/

static PyObject *
list_insert_impl(PyListObject *self, Py_ssize_t index, PyObject *object)
/*[clinic end generated code: output=00000000000000b1 input=00000000000000b2]*/
{
    Py_ssize_t i, n = Py_SIZE(self);
    if (list_resize(self, n + 1) < 0)
        return NULL;
    for (i = n; --i >= index;)
        self->ob_item[i + 1] = self->ob_item[i];
    self->ob_item[index] = _Py_NewRef(object);
    Py_RETURN_NONE;
}

/*[clinic input]
list.clear

Leave the list empty.
[clinic start generated code]*/

static PyObject *
list_clear_impl(PyListObject *self)
/*[clinic end generated code: output=00000000000000c1 input=00000000000000c2]*/
{
    (void)list_clear_slot((PyObject *)self);   /* call: list_clear_slot direct */
    Py_RETURN_NONE;
}

/* Sorting: which comparison is used is decided once, before the first one. */

typedef struct s_MergeState MergeState;
struct s_MergeState {
    int (*key_compare)(PyObject *, PyObject *, MergeState *);
};

#define ISLT(X, Y) ((*(ms->key_compare))(X, Y, ms))

static int
safe_object_compare(PyObject *v, PyObject *w, MergeState *ms)
{
    (void)ms;
    return PyObject_RichCompareBool(v, w, Py_LT);   /* call: PyObject_RichCompareBool direct */
}

/* Exact integers only: no call, no new object. */
static int
unsafe_long_compare(PyObject *v, PyObject *w, MergeState *ms)
{
    (void)ms;
    return ((PyLongObject *)v)->ob_digit < ((PyLongObject *)w)->ob_digit;
}

static void
insertion_sort(MergeState *ms, PyObject **lo, PyObject **hi)
{
    PyObject **start, **p;
    for (start = lo + 1; start < hi; start++) {
        PyObject *pivot = *start;
        for (p = start; p > lo && ISLT(pivot, p[-1]); p--)   /* call: ISLT macro; unsafe_long_compare slot MergeState.key_compare */
            *p = p[-1];
        *p = pivot;
    }
}

/*[clinic input]
list.sort

Order the items; equal ones stay in their order.
[clinic start generated code]*/

static PyObject *
list_sort_impl(PyListObject *self)
/*[clinic end generated code: output=00000000000000d1 input=00000000000000d2]*/
{
    MergeState ms;
    Py_ssize_t i;
    int all_longs = 1;

    for (i = 0; i < Py_SIZE(self); i++)
        all_longs &= PyLong_Check(self->ob_item[i]);
    if (all_longs)
        ms.key_compare = unsafe_long_compare;   /* call: none */
    else
        ms.key_compare = safe_object_compare;
    insertion_sort(&ms, self->ob_item, self->ob_item + Py_SIZE(self));   /* call: insertion_sort direct */
    Py_RETURN_NONE;
}

int
PyList_Sort(PyObject *v)
{
    PyObject *res = list_sort_impl((PyListObject *)v);   /* call: list_sort_impl direct */
    Py_XDECREF(res);   /* call: Py_XDECREF macro */
    return res == NULL ? -1 : 0;
}

/* Slots */

static int
list_clear_slot(PyObject *op)
{
    PyListObject *a = (PyListObject *)op;
    Py_ssize_t i = Py_SIZE(a);
    Py_SIZE(a) = 0;
    while (--i >= 0)
        Py_XDECREF(a->ob_item[i]);
    free(a->ob_item);
    a->ob_item = NULL;
    a->allocated = 0;
    return 0;
}

static void
list_dealloc(PyListObject *op)
{
    list_clear_slot((PyObject *)op);   /* call: list_clear_slot direct */
    Py_TYPE(op)->tp_free((PyObject *)op);   /* call: PyObject_Del slot PyTypeObject.tp_free */
}

static int
list_traverse(PyListObject *o, visitproc visit, void *arg)
{
    Py_ssize_t i;

    for (i = Py_SIZE(o); --i >= 0;)
        Py_VISIT(o->ob_item[i]);   /* call: Py_VISIT macro; visit_decref pointer list_traverse(visit) */
    return 0;
}

static PyObject *
list_repr(PyListObject *v)
{
    return PyUnicode_FromString(Py_SIZE(v) ? "[...]" : "[]");
}

static Py_ssize_t
list_length(PyListObject *a)
{
    return Py_SIZE(a);
}

static int
list_contains(PyListObject *a, PyObject *el)
{
    Py_ssize_t i;
    int cmp;
    for (i = 0, cmp = 0; cmp == 0 && i < Py_SIZE(a); ++i)
        cmp = PyObject_RichCompareBool(el, PyList_GET_ITEM(a, i), Py_EQ);   /* call: PyObject_RichCompareBool direct; PyList_GET_ITEM macro */
    return cmp;
}

static PyObject *
list_item(PyListObject *a, Py_ssize_t i)
{
    if (i < 0 || i >= Py_SIZE(a)) {
        PyErr_SetString(PyExc_IndexError, "list index out of range");
        return NULL;
    }
    return _Py_NewRef(a->ob_item[i]);
}

static PyObject *
list_concat(PyListObject *a, PyObject *bb)
{
    Py_ssize_t i;
    PyObject *np;
    if (!PyList_Check(bb))
        return PyErr_Format(PyExc_TypeError, "can only concatenate list (not \"%.200s\") to list",
                            bb->ob_type->tp_name);
    np = PyList_New(0);
    for (i = 0; i < Py_SIZE(a); i++)
        PyList_Append(np, a->ob_item[i]);
    for (i = 0; i < Py_SIZE(bb); i++)
        PyList_Append(np, PyList_GET_ITEM(bb, i));   /* call: PyList_Append direct; PyList_GET_ITEM macro */
    return np;
}

/* An index may count from the end. */
static PyObject *
list_subscript(PyListObject *self, PyObject *item)
{
    Py_ssize_t i = PyLong_AsLong(item);
    if (i < 0)
        i += PyList_GET_SIZE(self);
    return list_item(self, i);   /* call: list_item direct */
}

PyDoc_STRVAR(getitem_doc, "The item at an index, which may be negative.");

static PyMethodDef list_methods[] = {
    {"__getitem__", (PyCFunction)list_subscript, METH_O | METH_COEXIST, getitem_doc},
    LIST_APPEND_METHODDEF
    LIST_INSERT_METHODDEF
    LIST_CLEAR_METHODDEF
    LIST_SORT_METHODDEF
    {NULL, NULL, 0, NULL} /* sentinel */
};

static PySequenceMethods list_as_sequence = {
    (lenfunc)list_length,       /* sq_length */
    (binaryfunc)list_concat,    /* sq_concat */
    (ssizeargfunc)list_item,    /* sq_item */
    (objobjproc)list_contains,  /* sq_contains */
};

static PyMappingMethods list_as_mapping = {
    (lenfunc)list_length,
    (binaryfunc)list_subscript,
    NULL,
};

PyTypeObject PyList_Type = {
    PyVarObject_HEAD_INIT(&PyType_Type, 0)
    "list",
    sizeof(PyListObject),
    0,
    (destructor)list_dealloc,                   /* tp_dealloc */
    (reprfunc)list_repr,                        /* tp_repr */
    0,                                          /* tp_as_number */
    &list_as_sequence,                          /* tp_as_sequence */
    &list_as_mapping,                           /* tp_as_mapping */
    PyObject_HashNotImplemented,                /* tp_hash */
    0,                                          /* tp_call */
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,    /* tp_flags */
    "An array that grows.",                     /* tp_doc */
    (traverseproc)list_traverse,                /* tp_traverse */
    list_clear_slot,                            /* tp_clear */
    0,                                          /* tp_richcompare */
    0,                                          /* tp_iter */
    0,                                          /* tp_iternext */
    list_methods,                               /* tp_methods */
    0,                                          /* tp_members */
    0,                                          /* tp_getset */
    0,                                          /* tp_base */
    0,                                          /* tp_dict */
    0,                                          /* tp_init */
    0,                                          /* tp_new */
    PyObject_Del,                               /* tp_free */
};
