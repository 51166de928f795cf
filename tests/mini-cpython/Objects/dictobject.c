/* Dictionaries: open addressing, without deletion. */

#include "Python.h"

#define PyDict_MINSIZE 8
#define USABLE_FRACTION(n) (((n) << 1) / 3)
#define DK_SIZE(dk) ((dk)->dk_size)

static Py_ssize_t lookdict(PyDictObject *mp, PyObject *key, Py_hash_t hash);
static Py_ssize_t lookdict_unicode(PyDictObject *mp, PyObject *key, Py_hash_t hash);

/* A new table starts with the lookup for strings, and falls back to the general one (see lookdict_unicode). */
static PyDictKeysObject *
new_keys_object(Py_ssize_t size)
{
    size_t bytes = sizeof(PyDictKeysObject) + (size_t)size * sizeof(PyDictKeyEntry);
    PyDictKeysObject *dk = calloc(1, bytes);
    if (dk == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    dk->dk_size = size;
    dk->dk_lookup = lookdict_unicode;   /* call: none */
    return dk;
}

static Py_ssize_t
lookdict(PyDictObject *mp, PyObject *key, Py_hash_t hash)
{
    PyDictKeysObject *dk = mp->ma_keys;
    Py_ssize_t i = hash & (DK_SIZE(dk) - 1);

    for (;; i = (i + 1) & (DK_SIZE(dk) - 1)) {
        PyDictKeyEntry *ep = &dk->dk_entries[i];
        if (ep->me_key == NULL || ep->me_key == key)
            return i;
        if (ep->me_hash == hash && PyObject_RichCompareBool(ep->me_key, key, Py_EQ) > 0)
            return i;
    }
}

/* Specialized for string keys; the first other key swaps this function for lookdict. */
static Py_ssize_t
lookdict_unicode(PyDictObject *mp, PyObject *key, Py_hash_t hash)
{
    if (!PyUnicode_CheckExact(key))
        mp->ma_keys->dk_lookup = lookdict;   /* call: none */
    return lookdict(mp, key, hash);   /* call: lookdict direct */
}

PyObject *
PyDict_New(void)
{
    PyDictObject *mp = PyObject_New(PyDictObject, &PyDict_Type);
    if (mp == NULL)
        return NULL;
    mp->ma_keys = new_keys_object(PyDict_MINSIZE);   /* call: new_keys_object direct */
    return (PyObject *)mp;
}

static int
insertdict(PyDictObject *mp, PyObject *key, Py_hash_t hash, PyObject *value)
{
    Py_ssize_t ix = mp->ma_keys->dk_lookup(mp, key, hash);   /* call: lookdict slot PyDictKeysObject.dk_lookup; lookdict_unicode slot PyDictKeysObject.dk_lookup */
    PyDictKeyEntry *ep = &mp->ma_keys->dk_entries[ix];
    if (ep->me_key == NULL) {
        ep->me_key = _Py_NewRef(key);
        ep->me_hash = hash;
        mp->ma_used++;
        mp->ma_keys->dk_nentries++;
    }
    Py_INCREF(value);
    Py_XDECREF(ep->me_value);
    ep->me_value = value;
    return 0;
}

/*
A larger table, into which every entry is put anew, since its place depends on the table's size.
*/
static int
dictresize(PyDictObject *mp, Py_ssize_t minsize)
{
    PyDictKeysObject *oldkeys = mp->ma_keys;
    Py_ssize_t i;

    mp->ma_keys = new_keys_object(minsize);
    mp->ma_used = 0;
    for (i = 0; i < DK_SIZE(oldkeys); i++) {
        PyDictKeyEntry *ep = &oldkeys->dk_entries[i];
        if (ep->me_key != NULL)
            insertdict(mp, ep->me_key, ep->me_hash, ep->me_value);   /* call: insertdict direct */
    }
    free(oldkeys);
    return 0;
}

/* How large a table must be for the entries of a full one. */
#define GROWTH_RATE(d) (DK_SIZE((d)->ma_keys) * 2)

int
PyDict_SetItem(PyObject *op, PyObject *key, PyObject *value)
{
    PyDictObject *mp = (PyDictObject *)op;
    Py_hash_t hash = PyObject_Hash(key);   /* call: PyObject_Hash direct */
    if (hash == -1)
        return -1;
    if (mp->ma_used >= USABLE_FRACTION(DK_SIZE(mp->ma_keys)))
        dictresize(mp, GROWTH_RATE(mp));   /* call: dictresize direct; GROWTH_RATE macro */
    return insertdict(mp, key, hash, value);   /* call: insertdict direct */
}

PyObject *
PyDict_GetItem(PyObject *op, PyObject *key)
{
    PyDictObject *mp = (PyDictObject *)op;
    Py_ssize_t ix = (mp->ma_keys->dk_lookup)(mp, key, PyObject_Hash(key));   /* call: PyObject_Hash direct */
    return mp->ma_keys->dk_entries[ix].me_value;
}

/* The keys' table is copied as it stands, holes and all: no lookup, no resize. */
static PyDictKeysObject *
clone_combined_dict(PyDictObject *orig)
{
    PyDictKeysObject *keys = new_keys_object(DK_SIZE(orig->ma_keys));
    Py_ssize_t i;
    if (keys == NULL)
        return NULL;
    keys->dk_lookup = orig->ma_keys->dk_lookup;
    for (i = 0; i < DK_SIZE(keys); i++) {
        keys->dk_entries[i] = orig->ma_keys->dk_entries[i];
        if (keys->dk_entries[i].me_key != NULL) {
            Py_INCREF(keys->dk_entries[i].me_key);   /* call: Py_INCREF macro; none */
            Py_INCREF(keys->dk_entries[i].me_value);
        }
    }
    return keys;
}

PyObject *
PyDict_Copy(PyObject *o)
{
    PyDictObject *mp, *copy;

    if (o == NULL || !PyDict_Check(o)) {
        PyErr_BadInternalCall();
        return NULL;
    }
    mp = (PyDictObject *)o;
    copy = PyObject_New(PyDictObject, &PyDict_Type);
    if (copy == NULL)
        return NULL;
    copy->ma_keys = clone_combined_dict(mp);   /* call: clone_combined_dict direct */
    copy->ma_used = mp->ma_used;
    return (PyObject *)copy;
}

static PyObject *
dict_copy(PyDictObject *mp)
{
    return PyDict_Copy((PyObject *)mp);   /* call: PyDict_Copy direct */
}

static PyObject *
dict_subscript(PyDictObject *mp, PyObject *key)
{
    PyObject *value = PyDict_GetItem((PyObject *)mp, key);
    if (value == NULL) {
        PyErr_SetString(PyExc_KeyError, "no such key");
        return NULL;
    }
    return _Py_NewRef(value);
}

static PyObject *
dict_fromkeys(PyObject *cls, PyObject *key)
{
    PyObject *d = PyDict_New();
    (void)cls;
    PyDict_SetItem(d, key, Py_None);
    return d;
}

static Py_ssize_t
dict_length(PyDictObject *mp)
{
    return mp->ma_used;
}

static int
dict_ass_sub(PyDictObject *mp, PyObject *v, PyObject *w)
{
    return PyDict_SetItem((PyObject *)mp, v, w);
}

/* The entries' references go with the table.

   (A blank line stands between this comment and the function.) */

static void
dict_dealloc(PyDictObject *mp)
{
    Py_ssize_t i;
    for (i = 0; i < DK_SIZE(mp->ma_keys); i++) {
        Py_XDECREF(mp->ma_keys->dk_entries[i].me_key);
        Py_CLEAR(mp->ma_keys->dk_entries[i].me_value);   /* call: Py_CLEAR macro */
    }
    free(mp->ma_keys);
    PyObject_Del(mp);   /* call: PyObject_Del direct */
}

static int
dict_traverse(PyObject *op, visitproc visit, void *arg)
{
    PyDictKeysObject *keys = ((PyDictObject *)op)->ma_keys;
    Py_ssize_t i;
    for (i = 0; i < DK_SIZE(keys); i++) {
        Py_VISIT(keys->dk_entries[i].me_key); Py_VISIT(keys->dk_entries[i].me_value);
    }
    return 0;
}

PyDoc_STRVAR(copy__doc__, "Another dictionary with the same keys and values.");

static PyMethodDef mapp_methods[] = {
    {"copy", (PyCFunction)dict_copy, METH_NOARGS, copy__doc__},
    {"fromkeys", dict_fromkeys, METH_O | METH_STATIC, NULL},
    {NULL, NULL, 0, NULL}
};

static PyMappingMethods dict_as_mapping = {
    (lenfunc)dict_length,        /*mp_length*/
    (binaryfunc)dict_subscript,  /*mp_subscript*/
    (objobjargproc)dict_ass_sub, /*mp_ass_subscript*/
};

PyTypeObject PyDict_Type = {
    PyVarObject_HEAD_INIT(&PyType_Type, 0)
    .tp_name = "dict",
    .tp_basicsize = sizeof(PyDictObject),
    .tp_dealloc = (destructor)dict_dealloc,
    .tp_as_mapping = &dict_as_mapping,
    .tp_hash = PyObject_HashNotImplemented,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_traverse = dict_traverse,
    .tp_methods = mapp_methods,
};
