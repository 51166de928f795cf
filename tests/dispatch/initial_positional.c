/* Fields filled by position; a suite of them behind a pointer (Objects/longobject.c). */
#include "Python.h"

typedef struct {
    PyObject *(*add)(PyObject *, PyObject *);
    PyObject *(*subtract)(PyObject *, PyObject *);
    PyObject *(*negative)(PyObject *);
} Suite;

typedef struct {
    const char *name;
    Suite *suite;
    PyObject *(*repr)(PyObject *);
} Positional;

static PyObject *spam_add(PyObject *v, PyObject *w) { return v == w ? v : w; }
static PyObject *spam_negative(PyObject *v) { return v; }
static PyObject *spam_repr(PyObject *v) { return v; }

static Suite spam_suite = {spam_add, 0, (unaryfunc)spam_negative};
Positional Spam_Type = {"spam", &spam_suite, spam_repr};

PyObject *
use_positional(Positional *type, PyObject *v)
{
    type->suite->add(v, v);         /* call: spam_add slot Suite.add; none; only */
    type->suite->subtract(v, v);    /* call: none; only */
    (*type->suite->negative)(v);    /* call: spam_negative slot Suite.negative; none; only */
    return type->repr(v);           /* call: spam_repr slot Positional.repr; none; only */
}
