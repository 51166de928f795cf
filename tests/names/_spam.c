/* Methods of each kind, slots in the order of slotdefs[], getters, members, functions; a module in one phase. */
#include "Python.h"

typedef struct { PyObject ob_base; long weight; } spamobject;

static PyObject *spam_eat(spamobject *self, PyObject *arg) { return arg; }
static PyObject *spam_getitem(spamobject *self, PyObject *arg) { return arg; }
static PyObject *spam_repr(PyObject *self) { return self; }
static PyObject *spam_add(PyObject *a, PyObject *b) { return a; }
static PyObject *spam_concat(PyObject *a, PyObject *b) { return a; }
static long spam_length(PyObject *self) { return 0; }
static long spam_size(PyObject *self) { return 0; }
static PyObject *spam_get(PyObject *self, void *closure) { return self; }
static int spam_set(PyObject *self, PyObject *value, void *closure) { return 0; }
static PyObject *spam_new(PyTypeObject *type, PyObject *args, PyObject *kwds) { return args; }
static PyObject *spam_cook_impl(PyObject *self) { return self; }
static PyObject *spam_cook(PyObject *self, PyObject *ignored) { return spam_cook_impl(self); }

static PyMethodDef spam_methods[] = {
    {"eat", (PyCFunction)spam_eat, METH_O, 0},                           /* python: method _spam.Spam.eat spam_eat METH_O */
    {"make", (PyCFunction)spam_eat, METH_KEYWORDS | METH_FASTCALL | METH_CLASS, 0}, /* python:
        classmethod _spam.Spam.make spam_eat METH_FASTCALL|METH_KEYWORDS|METH_CLASS */
    {"taste", (PyCFunction)spam_eat, METH_O | METH_STATIC, 0},           /* python: staticmethod _spam.Spam.taste spam_eat METH_O|METH_STATIC */
    {"__len__", (PyCFunction)spam_eat, METH_O, 0},                       /* the slot stays */
    {"__repr__", (PyCFunction)spam_getitem, METH_O | METH_COEXIST, 0},   /* python: method _spam.Spam.__repr__ spam_getitem METH_O|METH_COEXIST */
    {0}};
static PyMemberDef spam_members[] = {
    {"weight", 0, offsetof(spamobject, weight), 0, 0}, /* python: member _spam.Spam.weight - - */
    {"eat", 0, offsetof(spamobject, weight), 0, 0},    /* the method stays */
    {0}};
static PyGetSetDef spam_getset[] = {
    {"taste_of", spam_get, spam_set, 0, 0}, /* python: getter _spam.Spam.taste_of spam_get -; setter _spam.Spam.taste_of spam_set - */
    {"only", spam_get, 0, 0, 0},            /* python: getter _spam.Spam.only spam_get - */
    {0}};

static PyNumberMethods spam_as_number = {spam_add}; /* python: slot _spam.Spam.__add__ spam_add -; slot _spam.Spam.__radd__ spam_add - */
static PySequenceMethods spam_as_sequence = {spam_length, spam_concat};
static PyMappingMethods spam_as_mapping = {spam_size}; /* python: slot _spam.Spam.__len__ spam_size - */

PyTypeObject Spam_Type = {
    .tp_name = "_spam.Spam", /* python: type _spam.Spam - Py_TPFLAGS_BASETYPE|Py_TPFLAGS_EGG_SUBCLASS */
    .tp_basicsize = sizeof(spamobject),
    .tp_flags = Py_TPFLAGS_BASETYPE | Py_TPFLAGS_EGG_SUBCLASS,
    .tp_repr = spam_repr,
    .tp_hash = PyObject_HashNotImplemented, /* python: slot _spam.Spam.__hash__ - - */
    .tp_as_number = &spam_as_number,
    .tp_as_sequence = &spam_as_sequence,
    .tp_as_mapping = &spam_as_mapping,
    .tp_methods = spam_methods,
    .tp_members = spam_members,
    .tp_getset = spam_getset,
    .tp_new = spam_new, /* python: new _spam.Spam.__new__ spam_new - */
};

static PyTypeObject Lean_Type = {
    .tp_name = "Lean", /* python: type builtins.Lean - Py_TPFLAGS_EGG_SUBCLASS */
    .tp_base = &Spam_Type,
};

static PyObject *spam_open(PyObject *module, PyObject *arg) { return arg; }
static PyObject *more(PyObject *module, PyObject *arg) { return arg; }

static PyMethodDef functions[] = {
    {"open", spam_open, METH_O, 0},         /* python: function _spam.open spam_open METH_O */
    {"cook", spam_cook, METH_NOARGS, 0},    /* python: function _spam.cook spam_cook METH_NOARGS */
    {0}};
static PyMethodDef more_functions[] = {
    {"more", more, METH_O, 0}, /* python: function _spam.more more METH_O */
    {0}};
static PyModuleDef spam_module = {"_spam", functions, 0};
static PyObject *Rotten;

PyObject *
PyInit__spam(void)
{
    PyObject *m = PyModule_Create(&spam_module);
    if (PyModule_AddFunctions(m, more_functions) < 0)
        return 0;
    Lean_Type.tp_new = spam_new; /* python: new builtins.Lean.__new__ spam_new - */
    PyModule_AddObject(m, "Lean", (PyObject *)&Lean_Type);
    Rotten = PyErr_NewException("_spam.Rotten", NULL, NULL); /* python: exception _spam.Rotten - -;
        getter _spam.Rotten.__weakref__ subtype_getweakref - */
    PyErr_NewException("_spam.Worse", Rotten, NULL); /* python: exception _spam.Worse - - */
    return m;
}
