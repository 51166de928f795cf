/* The destructor behind a macro that is expanded at each use (Py_DECREF, Py_CLEAR in Include/object.h). */
#include "Python.h"

#define Py_TYPE(op) (((PyObject *)(op))->ob_type)
#define _Py_Dealloc(op) ((*Py_TYPE(op)->tp_dealloc)((PyObject *)(op)))
#define Py_DECREF(op) do { if (--((PyObject *)(op))->ob_refcnt == 0) _Py_Dealloc(op); } while (0)
#define Py_CLEAR(op) do { PyObject *_py_tmp = (PyObject *)(op); (op) = NULL; Py_DECREF(_py_tmp); } while (0)

static void spam_dealloc(PyObject *v) { free(v); }
static void eggs_dealloc(PyTypeObject *v) { free(v); }

PyTypeObject Spam_Object = {"spam", spam_dealloc}, Eggs_Object = {"eggs", (destructor)eggs_dealloc};

void
use_dealloc(PyObject *v, PyObject *w)
{
    Py_DECREF(v);   /* call: Py_DECREF macro; spam_dealloc slot PyTypeObject.tp_dealloc;
                             eggs_dealloc slot; none; only */
    Py_CLEAR(w);    /* call: Py_CLEAR macro; spam_dealloc slot PyTypeObject.tp_dealloc; eggs_dealloc slot;
                             only */
}
