/* Fields filled by name, in an order of its own; what follows one goes on behind it. */
#include "Python.h"

typedef struct {
    PyObject *(*await)(PyObject *);
    PyObject *(*iter)(PyObject *);
    PyObject *(*next)(PyObject *);
} Designated;

static PyObject *future_await(PyObject *v) { return v; }
static PyObject *future_iter(PyObject *v) { return v; }
static PyObject *future_next(PyObject *v) { return v; }

Designated Future_Type = {.iter = (unaryfunc)future_iter, future_next, .await = &future_await};

PyObject *
use_designated(Designated *type, PyObject *v)
{
    type->await(v);         /* call: future_await slot Designated.await; only */
    type->iter(v);          /* call: future_iter slot Designated.iter; only */
    return type->next(v);   /* call: future_next slot Designated.next; only */
}
