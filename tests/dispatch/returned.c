/* A function that another one returns (_PyCrossInterpreterData_Lookup in Python/pystate.c). */
#include "Python.h"

typedef int (*checker)(PyObject *);

static int check_exact(PyObject *v) { return v != NULL; }
static int check_any(PyObject *v) { return v == NULL; }

static checker
choose(int exact)
{
    if (exact)
        return check_exact;
    return (checker)&check_any;
}

int
use_returned(PyObject *v)
{
    checker check = choose(1);
    choose(0)(v);       /* call: choose direct; check_exact pointer choose(); check_any pointer choose();
                                 only */
    return check(v);    /* call: check_exact pointer choose(); check_any pointer choose(); none; only */
}
