/* Built-in functions */

#include "Python.h"
#include "clinic/bltinmodule.c.h"

/*[clinic input]
len as builtin_len

    obj: object
    /

How many items a container holds.
[clinic start generated code]*/

static PyObject *
builtin_len(PyObject *module, PyObject *obj)
/*[clinic end generated code: output=0000000000000011 input=0000000000000012]*/
{
    Py_ssize_t res;

    (void)module;
    res = PyObject_Size(obj);   /* call: PyObject_Size direct */
    if (res < 0)
        return NULL;
    return PyLong_FromSsize_t(res);   /* call: PyLong_FromSsize_t direct */
}

/*[clinic input]
sorted as builtin_sorted

    iterable as seq: object
    /

A new list of the items, in order.
[clinic start generated code]*/

static PyObject *
builtin_sorted(PyObject *module, PyObject *seq)
/*[clinic end generated code: output=0000000000000021 input=0000000000000022]*/
{
    (void)module;
    return PyList_Sort(seq) < 0 ? NULL : _Py_NewRef(seq);   /* call: PyList_Sort direct; _Py_NewRef direct */
}

/* print(x) writes through a file object's own write method, whatever that is. */
static PyObject *
builtin_print(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    _Py_IDENTIFIER(write);
    PyObject *file = PyObject_GetAttrString(self, "stdout");
    Py_ssize_t i;
    for (i = 0; i < nargs; i++) {
        PyObject *str = PyObject_Repr(args[i]);   /* call: PyObject_Repr direct */
        Py_XDECREF(_PyObject_CallMethodIdOneArg(file, &PyId_write, str));
    }
    Py_RETURN_NONE;
}

static PyMethodDef builtin_methods[] = {
    BUILTIN_LEN_METHODDEF
    BUILTIN_SORTED_METHODDEF
    {"print", (PyCFunction)builtin_print, METH_FASTCALL, PyDoc_STR("Writes values.")},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef builtinsmodule = {
    PyModuleDef_HEAD_INIT,
    "builtins",
    PyDoc_STR("Names that need no import."),
    -1, /* no state of its own */
    builtin_methods,
    NULL,
};

PyObject *
_PyBuiltin_Init(void)
{
    PyObject *mod = PyModule_Create(&builtinsmodule);   /* call: PyModule_Create direct */
    if (mod == NULL)
        return NULL;

#define SETBUILTIN(NAME, OBJECT)                                                                             \
    if (PyModule_AddObject(mod, NAME, (PyObject *)OBJECT) < 0)                                               \
        return NULL;

    SETBUILTIN("None", Py_None);   /* call: SETBUILTIN macro; PyModule_AddObject direct */
    SETBUILTIN("dict", &PyDict_Type);
    SETBUILTIN("int", &PyLong_Type);
    SETBUILTIN("list", &PyList_Type);
    SETBUILTIN("str", &PyUnicode_Type);
    SETBUILTIN("TypeError", PyExc_TypeError);
#undef SETBUILTIN
    return mod;
}
