/* Records made inside a function: by an initialiser, by a compound literal, in a static table
 * (wr_callback_def in Modules/_threadmodule.c). */
#include "Python.h"

typedef struct {
    int kind;
    PyObject *(*make)(PyObject *);
} Maker;

static PyObject *make_local(PyObject *v) { return v; }
static PyObject *make_literal(PyObject *v) { return v; }
static PyObject *make_argument(PyObject *v) { return v; }
static PyObject *make_row(PyObject *v) { return v; }

static PyObject *
run(const Maker *maker, PyObject *v)
{
    return maker->make(v); /* call: make_local slot Maker.make; make_literal slot; make_argument slot;
                                    make_row slot; only */
}

void
use_literal(PyObject *v)
{
    Maker local = {1, make_local}, assigned;
    static const Maker rows[] = {{3, make_row}};
    assigned = (Maker){.kind = 2, .make = make_literal};
    run(&local, v);
    run(&assigned, v);
    run(&(Maker){3, make_argument}, v);
    run(rows, v);
}
