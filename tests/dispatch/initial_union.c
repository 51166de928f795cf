/* A union takes its first member, or the one that is named; a member without a name is the outer record's. */
#include "Python.h"

typedef struct {
    int kind;
    union {
        PyObject *(*unary)(PyObject *);
        PyObject *(*binary)(PyObject *, PyObject *);
    } call;
    struct {
        void (*free)(PyObject *);
    };
} Choice;

static PyObject *one(PyObject *v) { return v; }
static PyObject *two(PyObject *v, PyObject *w) { return v == w ? v : w; }
static PyObject *both(PyObject *v, PyObject *w) { return v == w ? v : w; }
static void release(PyObject *v) { (void)v; }

Choice first = {1, {one}, {release}};
Choice named = {.kind = 2, .call = {.binary = two}}, chain = {.call.binary = both};

PyObject *
use_union(Choice *c, PyObject *v)
{
    c->free(v);                     /* call: release slot Choice.free; only */
    c->call.unary(v);               /* call: one slot; only */
    return c->call.binary(v, v);    /* call: two slot; both slot; only */
}
