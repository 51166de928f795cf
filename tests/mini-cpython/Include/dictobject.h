/* Dictionaries: a table of entries, found by a lookup function that the table itself carries. */
struct _dictobject;

typedef struct {
    Py_hash_t me_hash;
    PyObject *me_key;
    PyObject *me_value;
} PyDictKeyEntry;

typedef Py_ssize_t (*dict_lookup_func)(struct _dictobject *mp, PyObject *key, Py_hash_t hash);

typedef struct _dictkeysobject {
    Py_ssize_t dk_size;
    Py_ssize_t dk_nentries;
    dict_lookup_func dk_lookup;
    PyDictKeyEntry dk_entries[1];
} PyDictKeysObject;

typedef struct _dictobject {
    PyObject_HEAD
    Py_ssize_t ma_used;
    PyDictKeysObject *ma_keys;
} PyDictObject;

PyAPI_DATA(PyTypeObject) PyDict_Type;
#define PyDict_Check(op) (Py_TYPE(op) == &PyDict_Type)
PyAPI_FUNC(PyObject *) PyDict_New(void);
PyAPI_FUNC(PyObject *) PyDict_GetItem(PyObject *, PyObject *);
PyAPI_FUNC(int) PyDict_SetItem(PyObject *, PyObject *, PyObject *);
PyAPI_FUNC(PyObject *) PyDict_Copy(PyObject *);
