/* A method's flags tested by an if: around the call, before it, or around the calls of the function that makes it
 * (cfunction_call_varargs in Objects/call.c, cfunction_call in Objects/methodobject.c). */
#include "Python.h"

static PyObject *spam_open(PyObject *self, PyObject *args) { return args ? args : self; }
static PyObject *spam_look(PyObject *self, PyObject *args, PyObject *kwargs) { return args ? kwargs : self; }
static PyObject *spam_push(PyObject *self, PyObject *object) { return object ? object : self; }
static PyObject *spam_less(PyObject *self, PyObject *args) { return args ? args : self; }
static PyObject *spam_more(PyObject *self, PyObject *args, PyObject *kwargs) { return kwargs ? args : self; }

typedef PyObject *(*withkeywords)(PyObject *, PyObject *, PyObject *);

/* spam_less has no keywords though its flags say so, and spam_more has: they are called as the flags say. */
static PyMethodDef spam_methods[] = {
    {"open", spam_open, METH_VARARGS},
    {"look", (PyCFunction)(void (*)(void))spam_look, METH_VARARGS | METH_KEYWORDS},
    {"push", spam_push, METH_O},
    {"less", spam_less, METH_VARARGS | METH_KEYWORDS},
    {"more", (PyCFunction)spam_more, METH_VARARGS},
}; /* the methods of the other files are in the same field */

static PyObject *
call_varargs(PyMethodDef *method, PyObject *self, PyObject *args)
{
    PyCFunction meth = method->ml_meth;
    PyObject *result;
    if (method->ml_flags & METH_KEYWORDS) {
        if (self == NULL)
            return NULL;
        result = (*(withkeywords)(void (*)(void))meth)(self, args, NULL); /* call: spam_look slot PyMethodDef.ml_meth;
                                                                                   spam_less slot; list_sort slot; only */
    }
    else {
        if (self == NULL) {
            return NULL;
        }
        result = (*meth)(self, args); /* call: spam_open slot PyMethodDef.ml_meth; spam_more slot;
                                              list_format slot; only */
    }
    return result;
}

PyObject *
use_around(int i, PyObject *self, PyObject *args)
{
    PyMethodDef *method = &spam_methods[i];
    if (method->ml_flags & METH_VARARGS)
    {
        return call_varargs(method, self, args); /* call: call_varargs direct */
    }
    return NULL;
}

PyObject *
use_before(PyMethodDef *method, PyObject *self, PyObject *args)
{
    if (!(method->ml_flags & METH_O))
        return NULL;
    return method->ml_meth(self, args); /* call: spam_push slot PyMethodDef.ml_meth; list_append slot; only */
}

/* What leads past the test tells nothing, nor does a question of two. */
PyObject *
use_untested(PyMethodDef *method, PyObject *self, PyObject *args)
{
    if (self == NULL)
        goto call;
    if (self == args)
        return NULL;
    else if (!(method->ml_flags & METH_O))
        return args;
    if (method->ml_flags & METH_O && args == NULL)
        return method->ml_meth(self, NULL); /* call: spam_push slot; spam_open slot; spam_less slot */
    if (!(method->ml_flags & METH_O)) {
        return NULL;
    }
call:
    return method->ml_meth(self, args); /* call: spam_push slot; spam_open slot; spam_less slot */
}
