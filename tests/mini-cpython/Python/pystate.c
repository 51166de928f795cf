/* The interpreter's and the thread's state; start-up. */

#include "Python.h"
#ifdef HAVE_FORK
#include <unistd.h>
#endif

static PyThreadState main_tstate;

PyThreadState *
PyThreadState_Get(void)
{
    return &main_tstate;
}

PyInterpreterState *
PyInterpreterState_New(void)
{
    PyInterpreterState *interp = calloc(1, sizeof(PyInterpreterState));
    if (interp == NULL)
        return NULL;
    interp->eval_frame = _PyEval_EvalFrameDefault;   /* call: none */
    return interp;
}

void
Py_Initialize(void)
{
    main_tstate.interp = PyInterpreterState_New();   /* call: PyInterpreterState_New direct */
    main_tstate.interp->builtins = _PyBuiltin_Init();   /* call: _PyBuiltin_Init direct */
}

#ifdef HAVE_FORK
/* The child's process number, or 0 in the child. */
long
PyOS_Fork(void)
{
    return (long)fork();   /* call: fork direct */
}
#else
long
PyOS_Fork(void)
{
    return -1;
}
#endif
