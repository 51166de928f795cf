/* Interpreter and thread state. */
struct _frame;

typedef PyObject *(*_PyFrameEvalFunction)(struct _frame *, int);

typedef struct _is {
    PyObject *builtins;
    _PyFrameEvalFunction eval_frame; /* a debugger may put its own here (PEP 523) */
} PyInterpreterState;

typedef struct _ts {
    PyInterpreterState *interp;
    PyObject *curexc_type, *curexc_value;
} PyThreadState;

PyAPI_FUNC(PyInterpreterState *) PyInterpreterState_New(void);
PyAPI_FUNC(PyThreadState *) PyThreadState_Get(void);
PyAPI_FUNC(int) Py_Main(int, char **);
PyAPI_FUNC(void) Py_Initialize(void);
PyAPI_FUNC(long) PyOS_Fork(void);
PyAPI_FUNC(Py_ssize_t) PyGC_Collect(void);
