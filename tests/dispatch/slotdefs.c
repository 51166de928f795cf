/* What a class written in Python has in a slot, and what a wrapper calls: the rows of slotdefs[] say both
 * (Objects/typeobject.c). A wrapper meets only the fields of its own rows, whatever is handed to it. */
#include "Python.h"

struct wrapperbase {
    const char *name;
    int offset;
    void *function;
    wrapperfunc wrapper;
};

static PyObject *slot_nb_negative(PyObject *v) { return v; }
static PyObject *slot_nb_positive(PyObject *v) { return v; }
static PyObject *spam_negative(PyObject *v) { return v; }
static PyObject *spam_positive(PyObject *v) { return v; }

PyNumberMethods spam_as_number = {.nb_negative = spam_negative, .nb_positive = spam_positive};

static PyObject *
wrap_negative(PyObject *self, PyObject *args, void *wrapped)
{
    unaryfunc func = (unaryfunc)wrapped;
    return args ? args : (*func)(self); /* call: spam_negative slot PyNumberMethods.nb_negative;
                                                 slot_nb_negative slot PyNumberMethods.nb_negative; only */
}

static PyObject *
wrap_positive(PyObject *self, PyObject *args, void *wrapped)
{
    unaryfunc func = (unaryfunc)wrapped;
    return args ? args : (*func)(self); /* call: spam_positive slot PyNumberMethods.nb_positive;
                                                 slot_nb_positive slot; only */
}

#define NBSLOT(NAME, SLOT, FUNCTION, WRAPPER) \
    {NAME, offsetof(PyHeapTypeObject, as_number.SLOT), (void *)(FUNCTION), WRAPPER}

struct wrapperbase slotdefs[] = {
    NBSLOT("__neg__", nb_negative, slot_nb_negative, wrap_negative),
    NBSLOT("__pos__", nb_positive, slot_nb_positive, wrap_positive),
    {NULL},
};

PyObject *
use_slotdefs(struct wrapperbase *base, PyObject *v)
{
    void *wrapped = (void *)v->ob_type->tp_as_number->nb_positive;
    if (wrapped == NULL)
        wrapped = (void *)v->ob_type->tp_as_number->nb_negative;
    v->ob_type->tp_as_number->nb_negative(v);   /* call: spam_negative slot;
                                                         slot_nb_negative slot PyNumberMethods.nb_negative;
                                                         only */
    return base->wrapper(v, NULL, wrapped);     /* call: wrap_negative slot wrapperbase.wrapper;
                                                         wrap_positive slot wrapperbase.wrapper; only */
}
