/* Text: one or two bytes a character, whichever the widest needs. */

#include "Python.h"

#include "stringlib/ucs1lib.h"
#include "stringlib/find.h"
#include "stringlib/undef.h"

#include "stringlib/ucs2lib.h"
#include "stringlib/find.h"
#include "stringlib/undef.h"

static PyUnicodeObject *
unicode_new(Py_ssize_t length, int ascii)
{
    PyUnicodeObject *u = PyObject_New(PyUnicodeObject, &PyUnicode_Type);
    u->length = length;
    u->ascii = (unsigned)ascii;
    u->data.latin1 = calloc((size_t)length + 1, ascii ? 1 : 2);
    return u;
}

PyObject *
PyUnicode_FromString(const char *s)
{
    PyUnicodeObject *u = unicode_new((Py_ssize_t)strlen(s), 1);   /* call: unicode_new direct; strlen direct */
    memcpy(u->data.latin1, s, strlen(s));
    return (PyObject *)u;
}

Py_ssize_t
PyUnicode_FindChar(PyObject *str, unsigned int ch)
{
    PyUnicodeObject *u = (PyUnicodeObject *)str;
    if (u->ascii)
        return ucs1lib_find_char(u->data.latin1, u->length, (Py_UCS1)ch);   /* call: ucs1lib_find_char direct */
    return ucs2lib_find_char(u->data.ucs2, u->length, (Py_UCS2)ch);   /* call: ucs2lib_find_char direct */
}

static int
unicode_contains(PyObject *str, PyObject *ch)
{
    PyUnicodeObject *u = (PyUnicodeObject *)str, *c = (PyUnicodeObject *)ch;
    if (u->ascii)
        return ucs1lib_contains_char(u->data.latin1, u->length, c->data.latin1[0]);   /* call: ucs1lib_contains_char direct */
    return ucs2lib_contains_char(u->data.ucs2, u->length, c->data.ucs2[0]);   /* call: ucs2lib_contains_char direct */
}

PyObject *
PyUnicode_Concat(PyObject *left, PyObject *right)
{
    PyUnicodeObject *a = (PyUnicodeObject *)left, *b = (PyUnicodeObject *)right, *w;
    if (!PyUnicode_Check(right))
        return PyErr_Format(PyExc_TypeError, "must be str, not %.100s", Py_TYPE(right)->tp_name);
    w = unicode_new(a->length + b->length, 1);
    memcpy(w->data.latin1, a->data.latin1, (size_t)a->length);
    memcpy(w->data.latin1 + a->length, b->data.latin1, (size_t)b->length);
    return (PyObject *)w;
}

/* Concatenates in place where nobody else holds the left string. */
void
PyUnicode_Append(PyObject **p_left, PyObject *right)
{
    PyObject *res = PyUnicode_Concat(*p_left, right);   /* call: PyUnicode_Concat direct */
    Py_DECREF(*p_left);
    *p_left = res;
}

static Py_hash_t
unicode_hash(PyObject *self)
{
    PyUnicodeObject *u = (PyUnicodeObject *)self;
    Py_ssize_t i;
    Py_hash_t x = 7;
    for (i = 0; i < u->length; i++)
        x = x * 31 + u->data.latin1[i];
    return x;
}

static Py_ssize_t
unicode_length(PyObject *self)
{
    return PyUnicode_GET_LENGTH(self);
}

static PySequenceMethods unicode_as_sequence = {
    .sq_length = unicode_length,
    .sq_concat = PyUnicode_Concat,
    .sq_contains = unicode_contains,
};

PyTypeObject PyUnicode_Type = {
    PyVarObject_HEAD_INIT(&PyType_Type, 0)
    .tp_name = "str",
    .tp_basicsize = sizeof(PyUnicodeObject),
    .tp_dealloc = (destructor)PyObject_Del,
    .tp_as_sequence = &unicode_as_sequence,
    .tp_hash = unicode_hash,
    .tp_flags = Py_TPFLAGS_DEFAULT,
};
