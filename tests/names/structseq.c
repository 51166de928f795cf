/* What every struct sequence has (Objects/structseq.c). */
#include "Python.h"

static PyObject *structseq_repr(PyObject *self) { return self; } /* python: slot egg.box.__repr__ structseq_repr - */
static PyObject *structseq_new(PyTypeObject *type, PyObject *args, PyObject *kwds) { return args; } /* python: new egg.box.__new__ structseq_new - */

int
PyStructSequence_InitType2(PyTypeObject *type, PyStructSequence_Desc *desc)
{
    type->tp_repr = structseq_repr;
    type->tp_new = structseq_new;
    return 0;
}
