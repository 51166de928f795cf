/* Lookups by name: what stands beside a call are the functions that ../*.c put under that name. */
#include "Python.h"

typedef struct { const char *string; } _Py_Identifier;
#define _Py_static_string(variable, value) static _Py_Identifier variable = {value}
#define _Py_IDENTIFIER(name)               _Py_static_string(PyId_##name, #name)

struct { struct { PyObject _eat, _nothing; } identifiers; } _PyRuntime;
#define _Py_ID(NAME) (_PyRuntime.identifiers._##NAME)

PyObject *PyObject_GetAttr(PyObject *, PyObject *);
PyObject *PyObject_GetAttrString(PyObject *, const char *);
PyObject *_PyObject_GetAttrId(PyObject *, _Py_Identifier *);
PyObject *_PyObject_CallMethod_SizeT(PyObject *, const char *, const char *, ...);
PyObject *_PyDict_GetItemId(PyObject *, _Py_Identifier *);
int PyObject_SetAttrString(PyObject *, const char *, PyObject *);
#define PyObject_CallMethod _PyObject_CallMethod_SizeT

static PyObject *_PyIO_str_eat;

PyObject *
by_string(PyObject *o)
{
    return PyObject_GetAttrString(o, "eat"); /* call: PyObject_GetAttrString direct; spam_eat name eat; only */
}

PyObject *
by_identifier(PyObject *o)
{
    _Py_IDENTIFIER(taste_of);
    return _PyObject_GetAttrId(o, &PyId_taste_of); /* call: _PyObject_GetAttrId direct; spam_get name taste_of; only */
}

PyObject *
by_id(PyObject *o)
{
    return PyObject_GetAttr(o, &_Py_ID(eat)); /* call: PyObject_GetAttr direct; spam_eat name eat; only */
}

PyObject *
by_variable(PyObject *o, int is_known)
{
    return PyObject_GetAttr(o, (is_known ? _PyIO_str_eat : &_Py_ID(nothing))); /* call: PyObject_GetAttr direct;
                                                                                         spam_eat name eat; only */
}

PyObject *
by_slot(PyObject *o)
{
    return PyObject_CallMethod(o, "__add__", "O", o); /* call: _PyObject_CallMethod_SizeT direct;
                                                               spam_add name __add__; PyObject_CallMethod macro; only */
}

/* Handed on: the names are those of the calls. */
static PyObject *
handing_on(PyObject *o, int times, _Py_Identifier *name)
{
    return times > 0 ? _PyObject_GetAttrId(o, name) : o; /* call: _PyObject_GetAttrId direct; only */
}

PyObject *
by_helper(PyObject *o)
{
    _Py_IDENTIFIER(make);
    return handing_on(o, 1, &PyId_make); /* call: handing_on direct; spam_eat name make; only */
}

/* In a macro's argument, and out of its text. */
#define SETREF(to, value) ((to) = (value))
#define LOOK(FUNCNAME, NAME, OTHER) \
    PyObject *FUNCNAME(PyObject *o) \
    { \
        _Py_static_string(id, NAME); \
        _Py_static_string(other_id, OTHER); \
        return handing_on(_PyObject_GetAttrId(o, &other_id), 1, &id); \
    }

PyObject *
in_a_macro(PyObject *o)
{
    SETREF(o, PyObject_GetAttrString(o, "taste_of")); /* call: PyObject_GetAttrString direct;
                                                              spam_get name taste_of; SETREF macro; only */
    return o;
}

LOOK(made, "__len__", "__add__") /* call: handing_on direct; _PyObject_GetAttrId direct; spam_size name __len__;
                                          spam_add name __add__; only */

/* A key of the builtins is no attribute, and one of another dictionary is nothing. */
PyObject *
in_builtins(PyObject *builtins, PyObject *others)
{
    _Py_IDENTIFIER(eat);
    _Py_IDENTIFIER(open);
    if (_PyDict_GetItemId(others, &PyId_open)) /* call: _PyDict_GetItemId direct; only */
        return _PyDict_GetItemId(builtins, &PyId_eat); /* call: _PyDict_GetItemId direct; only */
    return _PyDict_GetItemId(builtins, &PyId_open); /* call: _PyDict_GetItemId direct; builtin_open name open; only */
}

/* What is set is not looked up; a member is no function; nobody has this name. */
int
others(PyObject *o)
{
    PyObject_GetAttrString(o, "weight"); /* call: PyObject_GetAttrString direct; only */
    PyObject_GetAttr(o, &_Py_ID(nothing)); /* call: PyObject_GetAttr direct; only */
    return PyObject_SetAttrString(o, "eat", o); /* call: PyObject_SetAttrString direct; only */
}

static PyObject *builtin_open(PyObject *module, PyObject *arg) { return arg; }
static PyMethodDef builtin_methods[] = {{"open", builtin_open, METH_O, 0}, {0}};
static PyModuleDef builtinsmodule = {"builtins", builtin_methods, 0};
PyObject *PyInit_builtins(void) { return PyModule_Create(&builtinsmodule); }
