/* Functions with fewer parameters than the call gives are called; those that would take more are not; nor are
 * those that take others (getters and setters in Objects/descrobject.c). */
#include "Python.h"

typedef PyObject *(*getter)(PyObject *, void *);
typedef int (*setter)(PyObject *, PyObject *, void *);

typedef struct {
    const char *name;
    getter get;
    setter set;
} Property;

static PyObject *get_whole(PyObject *self, void *closure) { return closure ? self : NULL; }
static PyObject *get_fewer(PyObject *self) { return self; }
static PyObject *get_more(PyObject *self, void *closure, int flags) { return closure && flags ? self : NULL; }
static PyObject *get_any(PyObject *self, ...) { return self; }
static int set_fewer(PyObject *self, PyObject *value) { return self == value; }

Property properties[] = {
    {"whole", get_whole, (setter)set_fewer},
    {"fewer", (getter)get_fewer, NULL},
    {"more", (getter)get_more, NULL},
    {"any", (getter)get_any, NULL},
};

int
use_fewer(Property *p, PyObject *v)
{
    p->get(v, NULL);            /* call: get_whole slot Property.get; get_fewer slot;
                                         get_any slot Property.get; only */
    return p->set(v, v, NULL);  /* call: set_fewer slot Property.set; only */
}
