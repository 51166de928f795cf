/*[clinic input]
preserve
[clinic start generated code]*/

static int list_clear_slot(PyObject *op);

PyDoc_STRVAR(list_append__doc__,
"append($self, object, /)\n"
"--\n"
"\n"
"Put object behind the last item.");

#define LIST_APPEND_METHODDEF    \
    {"append", (PyCFunction)list_append, METH_O, list_append__doc__},

static PyObject *
list_append(PyListObject *self, PyObject *object);

PyDoc_STRVAR(list_insert__doc__,
"insert($self, index, object, /)\n"
"--\n"
"\n"
"Put object in front of the item at index.");

#define LIST_INSERT_METHODDEF    \
    {"insert", (PyCFunction)list_insert, METH_FASTCALL, list_insert__doc__},

static PyObject *
list_insert_impl(PyListObject *self, Py_ssize_t index, PyObject *object);

static PyObject *
list_insert(PyListObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    PyObject *return_value = NULL;
    Py_ssize_t index;
    PyObject *object;

    if (!_PyArg_ParseStack(args, nargs, "nO:insert",   /* call: _PyArg_ParseStack direct */
        &index, &object)) {
        goto exit;
    }
    return_value = list_insert_impl(self, index, object);   /* call: list_insert_impl direct */

exit:
    return return_value;
}

PyDoc_STRVAR(list_clear__doc__,
"clear($self, /)\n"
"--\n"
"\n"
"Leave the list empty.");

#define LIST_CLEAR_METHODDEF    \
    {"clear", (PyCFunction)list_clear, METH_NOARGS, list_clear__doc__},

static PyObject *
list_clear_impl(PyListObject *self);

static PyObject *
list_clear(PyListObject *self, PyObject *Py_UNUSED(ignored))
{
    return list_clear_impl(self);   /* call: list_clear_impl direct */
}

PyDoc_STRVAR(list_sort__doc__,
"sort($self, /)\n"
"--\n"
"\n"
"Order the items; equal ones stay in their order.");

#define LIST_SORT_METHODDEF    \
    {"sort", (PyCFunction)list_sort, METH_NOARGS, list_sort__doc__},

static PyObject *
list_sort_impl(PyListObject *self);

static PyObject *
list_sort(PyListObject *self, PyObject *Py_UNUSED(ignored))
{
    return list_sort_impl(self);   /* call: list_sort_impl direct */
}
/*[clinic end generated code: output=00000000000000f1 input=00000000000000f2]*/
