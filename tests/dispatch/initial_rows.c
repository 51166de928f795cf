/* Rows of a table: with braces, without, by index, up to a sentinel (formattable in
 * Modules/_ctypes/cfield.c). */
#include "Python.h"

typedef struct {
    const char *name;
    PyObject *(*init)(PyObject *);
    void (*clear)(PyObject *);
} Row;

static PyObject *init_zero(PyObject *v) { return v; }
static PyObject *init_one(PyObject *v) { return v; }
static PyObject *init_five(PyObject *v) { return v; }
static void clear_zero(PyObject *v) { (void)v; }
static void clear_five(PyObject *v) { (void)v; }

Row rows[] = {
    {"zero", init_zero, clear_zero},
    "one", init_one, 0,
    [5] = {.name = "five", .clear = clear_five},
    [6].init = init_five,
    {NULL, NULL, NULL},
};

PyObject *
use_rows(Row *row, PyObject *v)
{
    rows[1].clear(v);       /* call: clear_zero slot Row.clear; clear_five slot Row.clear; only */
    return row->init(v);    /* call: init_zero slot Row.init; init_one slot; init_five slot; only */
}
