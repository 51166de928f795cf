/* Executes compiled code: one big switch over the opcodes. */

#include "Python.h"
#include "opcode.h"

static PyObject *call_function(PyObject ***pp_stack, Py_ssize_t oparg);
static PyObject *unicode_concatenate(PyObject *v, PyObject *w);

/* Whoever put another evaluator into the interpreter gets the frame first. */
PyObject *
PyEval_EvalFrameEx(PyFrameObject *f, int throwflag)
{
    PyThreadState *tstate = PyThreadState_Get();   /* call: PyThreadState_Get direct */
    return tstate->interp->eval_frame(f, throwflag);   /* call: _PyEval_EvalFrameDefault slot PyInterpreterState.eval_frame */
}

/* Computed GOTOs, where the compiler has them: each opcode jumps to the next one by itself. */
#ifdef HAVE_COMPUTED_GOTOS
#define TARGET(op) TARGET_##op : case op:
#define DISPATCH()                                                                                           \
    {                                                                                                        \
        NEXTOPARG();                                                                                         \
        goto *opcode_targets[opcode];                                                                        \
    }
#else
#define TARGET(op) case op:
#define DISPATCH() continue
#endif

#define NEXTOPARG() (opcode = next_instr[0], oparg = next_instr[1], next_instr += 2)
#define PUSH(v) (*stack_pointer++ = (v))
#define POP() (*--stack_pointer)
#define TOP() (stack_pointer[-1])
#define SET_TOP(v) (stack_pointer[-1] = (v))
#define GETLOCAL(i) (f->f_locals[i])
#define SETLOCAL(i, value)                                                                                   \
    do {                                                                                                     \
        PyObject *tmp = GETLOCAL(i);                                                                         \
        GETLOCAL(i) = value;                                                                                 \
        Py_XDECREF(tmp);                                                                                     \
    } while (0)

PyObject *
_PyEval_EvalFrameDefault(PyFrameObject *f, int throwflag)
{
#ifdef HAVE_COMPUTED_GOTOS
#include "opcode_targets.h"
#endif
    const unsigned char *next_instr = f->f_code->co_code;
    PyObject **stack_pointer = f->f_stack;
    int opcode, oparg;

    if (throwflag)
        goto error;

    for (;;) {
        NEXTOPARG();
        switch (opcode) {

        TARGET(LOAD_FAST) {
            PyObject *value = GETLOCAL(oparg);
            if (value == NULL) {
                PyErr_SetString(PyExc_SystemError, "local variable referenced before assignment");   /* call: PyErr_SetString direct */
                goto error;
            }
            Py_INCREF(value);
            PUSH(value);
            DISPATCH();
        }

        TARGET(LOAD_CONST) {
            PyObject *value = PyList_GET_ITEM(f->f_code->co_consts, oparg);
            PUSH(_Py_NewRef(value));   /* call: _Py_NewRef direct; PUSH macro */
            DISPATCH();
        }

        TARGET(STORE_FAST) {
            PyObject *value = POP();
            SETLOCAL(oparg, value);   /* call: SETLOCAL macro; none */
            DISPATCH();
        }

        TARGET(POP_TOP) {
            PyObject *value = POP();
            Py_DECREF(value);
            DISPATCH();
        }

        TARGET(UNARY_NEGATIVE) {
            PyObject *value = TOP();
            PyObject *res = PyNumber_Negative(value);   /* call: PyNumber_Negative direct */
            Py_DECREF(value);
            SET_TOP(res);
            if (res == NULL)
                goto error;
            DISPATCH();
        }

        TARGET(BINARY_ADD) {
            PyObject *right = POP();
            PyObject *left = TOP();
            PyObject *sum;
            if (PyUnicode_CheckExact(left) && PyUnicode_CheckExact(right)) {
                sum = unicode_concatenate(left, right);   /* call: unicode_concatenate direct */
                /* unicode_concatenate consumed the ref to left */
            }
            else {
                sum = PyNumber_Add(left, right);   /* call: PyNumber_Add direct */
                Py_DECREF(left);
            }
            SET_TOP(sum);
            Py_DECREF(right);
            goto binary_done;
        }

        TARGET(BINARY_SUBTRACT) {
            PyObject *right = POP();
            PyObject *left = TOP();
            PyObject *diff = PyNumber_Subtract(left, right);   /* call: PyNumber_Subtract direct */
            Py_DECREF(left);
            Py_DECREF(right);
            SET_TOP(diff);
            goto binary_done;
        }

        /* Reached from both. */
        binary_done:
            if (TOP() == NULL && PyErr_Occurred())   /* call: PyErr_Occurred direct; TOP macro */
                goto error;
            DISPATCH();

        TARGET(BUILD_LIST) {
            PyObject *list = PyList_New(oparg);   /* call: PyList_New direct */
            if (list == NULL)
                goto error;
            while (--oparg >= 0)
                PyList_GET_ITEM(list, oparg) = POP();
            PUSH(list);
            DISPATCH();
        }

        TARGET(CALL_FUNCTION) {
            PyObject **sp = stack_pointer, *res;
            res = call_function(&sp, oparg);   /* call: call_function direct */
            stack_pointer = sp;
            PUSH(res);
            if (res == NULL)
                goto error;
            DISPATCH();
        }

        TARGET(RETURN_VALUE) {
            return POP();
        }

#ifdef HAVE_COMPUTED_GOTOS
        _unknown_opcode:
#endif
        default:
            fprintf(stderr, "XXX opcode: %d\n", opcode);   /* call: fprintf direct */
            PyErr_SetString(PyExc_SystemError, "unknown opcode");
            goto error;
        }
    }

error:
    assert(PyErr_Occurred());
    return NULL;
}

/* The arguments lie on the stack above what is called. */
static PyObject *
call_function(PyObject ***pp_stack, Py_ssize_t oparg)
{
    PyObject **pfunc = (*pp_stack) - oparg - 1;
    PyObject *x, *args = PyList_New(0);
    Py_ssize_t i;
    for (i = 1; i <= oparg; i++)
        PyList_Append(args, pfunc[i]);
    x = PyObject_Call(*pfunc, args, NULL);   /* call: PyObject_Call direct */
    while ((*pp_stack) > pfunc) {
        PyObject *w = *--(*pp_stack);
        Py_DECREF(w);
    }
    Py_DECREF(args);
    return x;
}

static PyObject *
unicode_concatenate(PyObject *v, PyObject *w)
{
    PyObject *res = v;
    PyUnicode_Append(&res, w);   /* call: PyUnicode_Append direct */
    return res;
}
