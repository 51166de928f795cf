/* slotdefs[], and the types that others come from (Objects/typeobject.c, Objects/exceptions.c). */
#include "Python.h"

static PyObject *object_new(PyTypeObject *type, PyObject *args, PyObject *kwds) { return args; }
static PyObject *object_repr(PyObject *self) { return self; }
long PyObject_HashNotImplemented(PyObject *self) { return -1; }
static PyObject *wrap_unaryfunc(PyObject *self, PyObject *args, void *wrapped) { return ((unaryfunc)wrapped)(self); }
static PyObject *wrap_lenfunc(PyObject *self, PyObject *args, void *wrapped) { return self; }
static PyObject *wrap_binaryfunc(PyObject *self, PyObject *args, void *wrapped) { return ((binaryfunc)wrapped)(self, args); }
static PyObject *slot_sq_length(PyObject *self) { return self; }

struct wrapperbase {
    const char *name;
    int offset;
    void *function;
    wrapperfunc wrapper;
};

#define TPSLOT(NAME, SLOT, FUNCTION, WRAPPER) {NAME, offsetof(PyTypeObject, SLOT), (void *)(FUNCTION), WRAPPER}
#define ETSLOT(NAME, SLOT, FUNCTION, WRAPPER) {NAME, offsetof(PyHeapTypeObject, SLOT), (void *)(FUNCTION), WRAPPER}

struct wrapperbase slotdefs[] = {
    TPSLOT("__nowrapper__", tp_repr, 0, 0),
    TPSLOT("__repr__", tp_repr, 0, wrap_unaryfunc),
    TPSLOT("__hash__", tp_hash, 0, wrap_lenfunc),
    ETSLOT("__add__", as_number.nb_add, 0, wrap_binaryfunc),
    ETSLOT("__radd__", as_number.nb_add, 0, wrap_binaryfunc),
    ETSLOT("__len__", as_mapping.mp_length, 0, wrap_lenfunc),
    ETSLOT("__len__", as_sequence.sq_length, slot_sq_length, wrap_lenfunc),
    ETSLOT("__add__", as_sequence.sq_concat, 0, wrap_binaryfunc),
    {0}};

PyTypeObject PyBaseObject_Type = {
    .tp_name = "object",        /* python: type builtins.object - - */
    .tp_repr = object_repr,     /* python: slot builtins.object.__repr__ object_repr - */
    .tp_new = object_new,       /* python: new builtins.object.__new__ object_new - */
};

static PyObject *subtype_getweakref(PyObject *self, void *context) { return self; }

static PyGetSetDef subtype_getsets_weakref_only[] = {{"__weakref__", subtype_getweakref, 0, 0, 0}, {0}};

PyGetSetDef *weakref_getsets(void) { return subtype_getsets_weakref_only; }

#define SimpleException(NAME, BASE) \
    PyTypeObject _PyExc_##NAME = {.tp_name = #NAME, .tp_base = BASE}; \
    PyObject *PyExc_##NAME = (PyObject *)&_PyExc_##NAME

SimpleException(BaseException, &PyBaseObject_Type); /* python: exception builtins.BaseException - - */
SimpleException(Exception, &_PyExc_BaseException);  /* python: exception builtins.Exception - - */
