/* What is stored through a local pointer is stored in what the pointer leads to: in all that it leads to within the
 * function, and in nothing else (slot = &interp->eval_frame; *slot = evaluate). */
#include "Python.h"

typedef struct { void (*line)(PyObject *); void (*call)(PyObject *); void (*opcode)(PyObject *); } Tracer;

static void trace_line(PyObject *v) { (void)v; }
static void trace_late(PyObject *v) { (void)v; }
static void trace_both(PyObject *v) { (void)v; }
static void (*at_exit)(PyObject *);

static void
set_tracer(Tracer *tracer, int calls)
{
    void (**slot)(PyObject *) = &tracer->line, (**other)(PyObject *);
    tracer->opcode = trace_line;
    *slot = trace_late;
    if (calls)
        other = &tracer->call;
    else
        other = &at_exit;
    *other = trace_both;
}

void
use_through_pointer(Tracer *tracer, PyObject *v)
{
    void (**slot)(PyObject *) = &tracer->opcode;
    set_tracer(tracer, v != NULL);
    tracer->line(v);    /* call: trace_late slot Tracer.line; only */
    tracer->call(v);    /* call: trace_both slot Tracer.call; only */
    at_exit(v);         /* call: trace_both pointer through_pointer.c:at_exit; only */
    (*slot)(v);         /* call: trace_line slot Tracer.opcode; only */
}
