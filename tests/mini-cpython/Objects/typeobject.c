/* Types, and the way between slots and special methods. */

#include "Python.h"

/* Another function of this name lives in abstract.c. */
static int
type_error(const char *msg)
{
    PyErr_SetString(PyExc_TypeError, msg);
    return -1;
}

static PyObject *
type_call(PyTypeObject *type, PyObject *args, PyObject *kwds)
{
    PyObject *obj;

    if (type->tp_new == NULL)
        return PyErr_Format(PyExc_TypeError, "cannot create '%.100s' instances", type->tp_name);
    obj = type->tp_new(type, args, kwds);   /* call: object_new slot PyTypeObject.tp_new */
    if (obj != NULL && Py_TYPE(obj)->tp_init != NULL)
        Py_TYPE(obj)->tp_init(obj, args, kwds);   /* call: object_init slot PyTypeObject.tp_init */
    return obj;
}

int
PyType_IsSubtype(PyTypeObject *a, PyTypeObject *b)
{
    for (; a != NULL; a = a->tp_base)
        if (a == b)
            return 1;
    return 0;
}

/* Slots of classes written in Python: each looks the special method up by its name. */

#define SLOT0(FUNCNAME, OPSTR)                                                                               \
    static PyObject *                                                                                        \
    FUNCNAME(PyObject *self)                                                                                 \
    {                                                                                                        \
        static _Py_Identifier id = {OPSTR};                                                                  \
        return _PyObject_CallMethodIdOneArg(self, &id, NULL);                                                \
    }

#define SLOT1BINFULL(FUNCNAME, TESTFUNC, SLOTNAME, OPSTR, ROPSTR)                                            \
    static PyObject *                                                                                        \
    FUNCNAME(PyObject *self, PyObject *other)                                                                \
    {                                                                                                        \
        static _Py_Identifier op_id = {OPSTR}, rop_id = {ROPSTR};                                            \
        if (Py_TYPE(self)->tp_as_number != NULL && Py_TYPE(self)->tp_as_number->SLOTNAME == TESTFUNC)        \
            return _PyObject_CallMethodIdOneArg(self, &op_id, other);                                        \
        return _PyObject_CallMethodIdOneArg(other, &rop_id, self);                                           \
    }
#define SLOT1BIN(FUNCNAME, SLOTNAME, OPSTR, ROPSTR) SLOT1BINFULL(FUNCNAME, FUNCNAME, SLOTNAME, OPSTR, ROPSTR)

SLOT1BIN(slot_nb_add, nb_add, "__add__", "__radd__")   /* call: _PyObject_CallMethodIdOneArg direct */
SLOT1BIN(slot_nb_subtract, nb_subtract, "__sub__", "__rsub__")
SLOT0(slot_nb_negative, "__neg__")
SLOT0(slot_tp_repr, "__repr__")

static Py_ssize_t
slot_sq_length(PyObject *self)
{
    _Py_IDENTIFIER(__len__);
    PyObject *res = _PyObject_CallMethodIdOneArg(self, &PyId___len__, NULL);
    return res ? PyLong_AsLong(res) : -1;
}

/* Special methods of types written in C: each calls the slot that it wraps. */

typedef PyObject *(*wrapperfunc)(PyObject *self, PyObject *args, void *wrapped);

static PyObject *
wrap_binaryfunc(PyObject *self, PyObject *args, void *wrapped)
{
    binaryfunc func = (binaryfunc)wrapped;
    return (*func)(self, PyList_GET_ITEM(args, 0));
}

static PyObject *
wrap_binaryfunc_l(PyObject *self, PyObject *args, void *wrapped)
{
    binaryfunc func = (binaryfunc)wrapped;
    return (*func)(self, PyList_GET_ITEM(args, 0));
}

static PyObject *
wrap_binaryfunc_r(PyObject *self, PyObject *args, void *wrapped)
{
    binaryfunc func = (binaryfunc)wrapped;
    return (*func)(PyList_GET_ITEM(args, 0), self);
}

static PyObject *
wrap_unaryfunc(PyObject *self, PyObject *args, void *wrapped)
{
    unaryfunc func = (unaryfunc)wrapped;
    (void)args;
    return (*func)(self);
}

static PyObject *
wrap_lenfunc(PyObject *self, PyObject *args, void *wrapped)
{
    lenfunc func = (lenfunc)wrapped;
    (void)args;
    return PyLong_FromSsize_t((*func)(self));
}

/*
Which special method belongs to which slot. A name may stand twice: the first row whose slot is filled wins.
*/

typedef struct wrapperbase {
    const char *name;
    int offset;
    void *function;
    wrapperfunc wrapper;
    const char *doc;
} slotdef;

#define ETSLOT(NAME, SLOT, FUNCTION, WRAPPER, DOC)                                                           \
    {NAME, offsetof(PyHeapTypeObject, SLOT), (void *)(FUNCTION), WRAPPER, PyDoc_STR(DOC)}
#define TPSLOT(NAME, SLOT, FUNCTION, WRAPPER, DOC)                                                           \
    {NAME, offsetof(PyTypeObject, SLOT), (void *)(FUNCTION), WRAPPER, PyDoc_STR(DOC)}
#define SQSLOT(NAME, SLOT, FUNCTION, WRAPPER, DOC) ETSLOT(NAME, as_sequence.SLOT, FUNCTION, WRAPPER, DOC)
#define NBSLOT(NAME, SLOT, FUNCTION, WRAPPER, DOC) ETSLOT(NAME, as_number.SLOT, FUNCTION, WRAPPER, DOC)
#define BINSLOT(NAME, SLOT, FUNCTION, DOC)                                                                   \
    ETSLOT(NAME, as_number.SLOT, FUNCTION, wrap_binaryfunc_l, NAME "($self, value, /)\n--\n\n" DOC)
#define RBINSLOT(NAME, SLOT, FUNCTION, DOC)                                                                  \
    ETSLOT(NAME, as_number.SLOT, FUNCTION, wrap_binaryfunc_r, NAME "($self, value, /)\n--\n\n" DOC)

static slotdef slotdefs[] = {
    TPSLOT("__repr__", tp_repr, slot_tp_repr, wrap_unaryfunc, "repr(self)"),
    BINSLOT("__add__", nb_add, slot_nb_add, "self + value"),
    RBINSLOT("__radd__", nb_add, slot_nb_add, "value + self"),
    BINSLOT("__sub__", nb_subtract, slot_nb_subtract, "self - value"),
    RBINSLOT("__rsub__", nb_subtract, slot_nb_subtract, "value - self"),
    NBSLOT("__neg__", nb_negative, slot_nb_negative, wrap_unaryfunc, "-self"),
    SQSLOT("__len__", sq_length, slot_sq_length, wrap_lenfunc, "len(self)"),
    /* Addition of sequences: found under this name by C, put under it by the row above. */
    SQSLOT("__add__", sq_concat, NULL, wrap_binaryfunc, "self + value"),
    {NULL, 0, NULL, NULL, NULL},
};

/* The place of a slot in a class. */
static void **
slotptr(PyTypeObject *type, int ioffset)
{
    return (void **)((char *)type + ioffset);
}

static void
fixup_slot_dispatchers(PyTypeObject *type)
{
    slotdef *p;
    for (p = slotdefs; p->name; p++)
        if (p->function != NULL && PyDict_GetItem(type->tp_dict, PyUnicode_FromString(p->name)))
            *slotptr(type, p->offset) = p->function;   /* call: slotptr direct */
}

static int
add_methods(PyTypeObject *type, PyMethodDef *meth)
{
    for (; meth->ml_name != NULL; meth++) {
        PyObject *descr = PyCFunction_New(meth, NULL);   /* call: PyCFunction_New direct */
        if (PyDict_SetItem(type->tp_dict, PyUnicode_FromString(meth->ml_name), descr) < 0)
            return -1;
    }
    return 0;
}

int
PyType_Ready(PyTypeObject *type)
{
    if (type->tp_name == NULL)
        return type_error("Type does not define the tp_name field.");   /* call: typeobject.c:type_error direct */
    type->tp_dict = PyDict_New();
    if (type->tp_methods != NULL)
        return add_methods(type, type->tp_methods);
    return 0;
}

static const short slotoffsets[] = {
    -1, /* invalid slot */
    offsetof(PyTypeObject, tp_dealloc),
    offsetof(PyTypeObject, tp_repr),
};

PyObject *
PyType_FromSpec(PyType_Spec *spec)
{
    PyHeapTypeObject *res = calloc(1, sizeof(PyHeapTypeObject));
    PyType_Slot *slot;

    res->ht_type.tp_name = spec->name;
    res->ht_type.tp_basicsize = spec->basicsize;
    for (slot = spec->slots; slot->slot; slot++)
        *slotptr(&res->ht_type, slotoffsets[slot->slot == Py_tp_dealloc ? 1 : 2]) = slot->pfunc;
    PyType_Ready(&res->ht_type);   /* call: PyType_Ready direct */
    fixup_slot_dispatchers(&res->ht_type);   /* call: fixup_slot_dispatchers direct */
    return (PyObject *)res;
}

static PyObject *
object_new(PyTypeObject *type, PyObject *args, PyObject *kwds)
{
    (void)args;
    (void)kwds;
    return _PyObject_New(type);
}

static int
object_init(PyObject *self, PyObject *args, PyObject *kwds)
{
    (void)self;
    return PyObject_Size(args) == 0 && kwds == NULL ? 0 : type_error("object() takes no parameters");
}

static PyMemberDef type_members[] = {
    {"__basicsize__", T_INT, offsetof(PyTypeObject, tp_basicsize), READONLY, NULL},
    {"__base__", T_OBJECT, offsetof(PyTypeObject, tp_base), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

PyTypeObject PyType_Type = {
    PyVarObject_HEAD_INIT(&PyType_Type, 0)
    .tp_name = "type",
    .tp_basicsize = sizeof(PyHeapTypeObject),
    .tp_call = (ternaryfunc)type_call,
    .tp_members = type_members,
};

PyTypeObject PyBaseObject_Type = {
    PyVarObject_HEAD_INIT(&PyType_Type, 0)
    .tp_name = "object",
    .tp_basicsize = sizeof(PyObject),
    .tp_dealloc = (destructor)PyObject_Del,
    .tp_new = object_new,
    .tp_init = object_init,
};
