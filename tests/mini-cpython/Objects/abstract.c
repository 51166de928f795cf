/* Operations on any object: finds the slot that answers, and calls it. */

#include "Python.h"

/* Another function of this name lives in typeobject.c. */

static PyObject *
type_error(const char *msg, PyObject *obj)
{
    PyErr_Format(PyExc_TypeError, msg, Py_TYPE(obj)->tp_name);
    return NULL;
}

Py_ssize_t
PyObject_Size(PyObject *o)
{
    PySequenceMethods *m;

    if (o == NULL) {
        PyErr_SetString(PyExc_SystemError, "null argument to internal routine");   /* call: PyErr_SetString direct */
        return -1;
    }

    m = Py_TYPE(o)->tp_as_sequence;
    if (m && m->sq_length)
        return m->sq_length(o);   /* call: list_length slot PySequenceMethods.sq_length */
    if (Py_TYPE(o)->tp_as_mapping)
        return Py_TYPE(o)->tp_as_mapping->mp_length(o);   /* call: dict_length slot PyMappingMethods.mp_length */

    type_error("object of type '%.200s' has no len()", o);   /* call: abstract.c:type_error direct */
    return -1;
}

PyObject *
PyObject_GetItem(PyObject *o, PyObject *key)
{
    PyMappingMethods *m = Py_TYPE(o)->tp_as_mapping;
    if (m && m->mp_subscript) {
        PyObject *item = m->mp_subscript(o, key);   /* call: dict_subscript slot PyMappingMethods.mp_subscript */
        assert((item != NULL) ^ (PyErr_Occurred() != NULL));
        return item;
    }
    return type_error("'%.200s' object is not subscriptable", o);   /* call: abstract.c:type_error direct */
}

/* Numbers: NB_SLOT gives an offset, binary_op1 reads the slot of both types there. */

#define NB_SLOT(x) offsetof(PyNumberMethods, x)
#define NB_BINOP(nb_methods, slot) (*(binaryfunc *)(&((char *)nb_methods)[slot]))

/*
  Asks v's type first, then w's if that is another one and would answer otherwise.
*/

static PyObject *
binary_op1(PyObject *v, PyObject *w, const int op_slot)
{
    PyObject *x;
    binaryfunc slotv = NULL;
    binaryfunc slotw = NULL;

    if (Py_TYPE(v)->tp_as_number != NULL)
        slotv = NB_BINOP(Py_TYPE(v)->tp_as_number, op_slot);   /* call: NB_BINOP macro; none */
    if (Py_TYPE(w) != Py_TYPE(v) && Py_TYPE(w)->tp_as_number != NULL)
        slotw = NB_BINOP(Py_TYPE(w)->tp_as_number, op_slot);
    if (slotv) {
        x = slotv(v, w);   /* call: long_add slot PyNumberMethods.nb_add; long_sub slot PyNumberMethods.nb_subtract */
        if (x != Py_NotImplemented)
            return x;
        Py_DECREF(x); /* that one does not know how */
    }
    if (slotw && slotw != slotv) {
        x = slotw(v, w);   /* call: long_add slot PyNumberMethods.nb_add; slot_nb_add slot PyNumberMethods.nb_add */
        if (x != Py_NotImplemented)
            return x;
        Py_DECREF(x); /* that one does not know how */
    }
    Py_RETURN_NOTIMPLEMENTED;
}

static PyObject *
binop_type_error(PyObject *v, PyObject *w, const char *op_name)
{
    PyErr_Format(PyExc_TypeError, "unsupported operand type(s) for %.100s: '%.100s' and '%.100s'", op_name,
                 Py_TYPE(v)->tp_name, Py_TYPE(w)->tp_name);
    return NULL;
}

static PyObject *
binary_op(PyObject *v, PyObject *w, const int op_slot, const char *op_name)
{
    PyObject *result = binary_op1(v, w, op_slot);   /* call: binary_op1 direct */
    if (result == Py_NotImplemented) {
        Py_DECREF(result);
        return binop_type_error(v, w, op_name);   /* call: binop_type_error direct */
    }
    return result;
}

/* Two functions that stand nowhere in the text but here. */
#define BINARY_FUNC(func, op, op_name)                                                                       \
    PyObject *                                                                                               \
    func(PyObject *v, PyObject *w)                                                                           \
    {                                                                                                        \
        return binary_op(v, w, NB_SLOT(op), op_name);                                                        \
    }

BINARY_FUNC(PyNumber_Subtract, nb_subtract, "-")   /* call: binary_op direct */
BINARY_FUNC(PyNumber_Multiply, nb_multiply, "*")   /* call: binary_op direct */

/* 덧셈: 먼저 nb_add 슬롯을 묻고, 없으면 sq_concat 슬롯으로 이어 붙인다. */
PyObject *
PyNumber_Add(PyObject *v, PyObject *w)
{
    PyObject *result = binary_op1(v, w, NB_SLOT(nb_add));   /* call: binary_op1 direct; NB_SLOT macro */
    if (result == Py_NotImplemented) {
        PySequenceMethods *m = Py_TYPE(v)->tp_as_sequence;
        Py_DECREF(result);
        if (m && m->sq_concat)
            return (*m->sq_concat)(v, w);   /* call: list_concat slot PySequenceMethods.sq_concat; PyUnicode_Concat slot PySequenceMethods.sq_concat */
        result = binop_type_error(v, w, "+");
    }
    return result;
}

PyObject *
PyNumber_Negative(PyObject *o)
{
    PyNumberMethods *m = Py_TYPE(o)->tp_as_number;
    if (m && m->nb_negative)
        return (*m->nb_negative)(o);   /* call: long_neg slot PyNumberMethods.nb_negative */
    return type_error("bad operand type for unary -: '%.200s'", o);
}

int
PySequence_Contains(PyObject *seq, PyObject *ob)
{
    PySequenceMethods *sqm = Py_TYPE(seq)->tp_as_sequence;
    if (sqm != NULL && sqm->sq_contains != NULL)
        return (*sqm->sq_contains)(seq, ob);   /* call: list_contains slot PySequenceMethods.sq_contains */
    type_error("argument of type '%.200s' is not iterable", seq);
    return -1;
}

/* Calls */

PyObject *
PyObject_Call(PyObject *callable, PyObject *args, PyObject *kwargs)
{
    ternaryfunc call;

    if (PyCFunction_Check(callable))   /* call: PyCFunction_Check macro; none */
        return PyCFunction_Call(callable, args, kwargs);   /* call: PyCFunction_Call direct */
    call = callable->ob_type->tp_call;
    if (call == NULL)
        return type_error("'%.200s' object is not callable", callable);
    return (*call)(callable, args, kwargs);   /* call: type_call slot PyTypeObject.tp_call */
}

PyObject *
PyObject_CallOneArg(PyObject *callable, PyObject *arg)
{
    PyObject *result, *args = PyList_New(1);   /* call: PyList_New direct */
    if (args == NULL)
        return NULL;
    PyList_GET_ITEM(args, 0) = _Py_NewRef(arg);
    result = PyObject_Call(callable, args, NULL);   /* call: PyObject_Call direct */
    Py_DECREF(args);
    return result;
}

PyObject *
_PyObject_CallMethodIdOneArg(PyObject *obj, _Py_Identifier *name, PyObject *arg)
{
    PyObject *result, *callable = PyObject_GetAttrString(obj, name->string);
    if (callable == NULL)
        return NULL;
    result = PyObject_CallOneArg(callable, arg);
    Py_DECREF(callable);
    return result;
}
