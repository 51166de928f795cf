#ifndef Py_METHODOBJECT_H
#define Py_METHODOBJECT_H

/* Functions and methods that are written in C. */

typedef PyObject *(*PyCFunction)(PyObject *, PyObject *);
typedef PyObject *(*_PyCFunctionFast)(PyObject *, PyObject *const *, Py_ssize_t);

typedef struct PyMethodDef {
    const char *ml_name;
    PyCFunction ml_meth;
    int ml_flags; /* METH_…: what ml_meth takes */
    const char *ml_doc;
} PyMethodDef;

#define METH_VARARGS 0x0001
#define METH_NOARGS 0x0004
#define METH_O 0x0008
#define METH_STATIC 0x0020
#define METH_COEXIST 0x0040
#define METH_FASTCALL 0x0080

typedef struct {
    PyObject_HEAD
    PyMethodDef *m_ml;
    PyObject *m_self; /* the list in list.append */
} PyCFunctionObject;

PyAPI_DATA(PyTypeObject) PyCFunction_Type;
#define PyCFunction_Check(op) (Py_TYPE(op) == &PyCFunction_Type)
#define PyCFunction_GET_FUNCTION(func) (((PyCFunctionObject *)func)->m_ml->ml_meth)

PyAPI_FUNC(PyObject *) PyCFunction_New(PyMethodDef *, PyObject *);
PyAPI_FUNC(PyObject *) PyCFunction_Call(PyObject *, PyObject *, PyObject *);

#endif
