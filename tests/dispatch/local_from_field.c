/* A local variable that took a field's value: the call is one through the field (PyObject_Repr in
 * Objects/object.c). */
#include "Python.h"

typedef struct {
    PyObject *(*repr)(PyObject *);
    PyObject *(*hash)(PyObject *);
} Source;

static PyObject *spam_repr(PyObject *v) { return v; }
static PyObject *spam_hash(PyObject *v) { return v; }
static PyObject *default_repr(PyObject *v) { return v; }

Source source = {spam_repr, spam_hash};

PyObject *
use_local(Source *s, PyObject *v)
{
    PyObject *(*func)(PyObject *) = s->repr, *(*next)(PyObject *);
    if (func == NULL)
        func = default_repr;
    next = func;
    return (*next)(v); /* call: spam_repr slot Source.repr; default_repr pointer local_from_field.c:func;
                                only */
}
