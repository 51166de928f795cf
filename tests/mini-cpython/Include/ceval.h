/* Code, frames and the evaluation loop. */
typedef struct {
    PyObject_HEAD
    const unsigned char *co_code;
    PyObject *co_consts;
} PyCodeObject;

typedef struct _frame {
    PyObject_HEAD
    PyCodeObject *f_code;
    PyObject *f_locals[8];
    PyObject *f_stack[8];
} PyFrameObject;

PyAPI_FUNC(PyObject *) PyEval_EvalFrameEx(PyFrameObject *, int);
PyAPI_FUNC(PyObject *) _PyEval_EvalFrameDefault(PyFrameObject *, int);
