/* Text. "ascii" says which of the two kinds the characters are stored as. */
typedef unsigned char Py_UCS1;
typedef unsigned short Py_UCS2;

typedef struct {
    PyObject_HEAD
    Py_ssize_t length;
    unsigned int ascii : 1;
    union {
        Py_UCS1 *latin1;
        Py_UCS2 *ucs2;
    } data;
} PyUnicodeObject;

PyAPI_DATA(PyTypeObject) PyUnicode_Type;
#define PyUnicode_Check(op) (Py_TYPE(op) == &PyUnicode_Type)
#define PyUnicode_CheckExact(op) (Py_TYPE(op) == &PyUnicode_Type)
#define PyUnicode_GET_LENGTH(op) (((PyUnicodeObject *)(op))->length)
PyAPI_FUNC(PyObject *) PyUnicode_FromString(const char *);
PyAPI_FUNC(PyObject *) PyUnicode_Concat(PyObject *, PyObject *);
PyAPI_FUNC(void) PyUnicode_Append(PyObject **, PyObject *);
PyAPI_FUNC(Py_ssize_t) PyUnicode_FindChar(PyObject *, unsigned int);
