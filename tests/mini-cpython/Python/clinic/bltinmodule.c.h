/*[clinic input]
preserve
[clinic start generated code]*/

PyDoc_STRVAR(builtin_len__doc__,
"len($module, obj, /)\n"
"--\n"
"\n"
"How many items a container holds.");

#define BUILTIN_LEN_METHODDEF    \
    {"len", (PyCFunction)builtin_len, METH_O, builtin_len__doc__},

static PyObject *
builtin_len(PyObject *module, PyObject *obj);

PyDoc_STRVAR(builtin_sorted__doc__,
"sorted($module, iterable, /)\n"
"--\n"
"\n"
"A new list of the items, in order.");

#define BUILTIN_SORTED_METHODDEF    \
    {"sorted", (PyCFunction)builtin_sorted, METH_O, builtin_sorted__doc__},

static PyObject *
builtin_sorted(PyObject *module, PyObject *seq);
/*[clinic end generated code: output=0000000000000031 input=0000000000000032]*/
