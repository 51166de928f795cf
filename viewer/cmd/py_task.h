/* py_task.h: one opcode of a piece of Python, with what leads on from it: py_cold.c tells what it does as it is compiled,
 * py_warm.c what it becomes when it has run a few times. */
#ifndef CPYREAD_PY_TASK_H
#define CPYREAD_PY_TASK_H

#include "cmd/py.h"
#include "cmd/strip.h"
#include "query/compose.h"

#include <string.h>

typedef struct PyTask {
    const PyQuestion *question;
    const Emitted *emitted;
    Strip *strip;
    gint64 symbol, loop;
    GHashTable *done;  /* functions that a way was found to */
    gboolean has_slot; /* one of the types has a function for it */
    char *flags;       /* of the function that is called, as METH_ names; NULL: not known */
    Answer *answer;
} PyTask;

/* Whether it calls a method by its name: x.append(1). */
gboolean py_is_method_call(const Emitted *emitted);

/* a + b with --type int,float: the types are those of the operands, in that order. */
gboolean py_has_two_operands(const PyTask *task);

/* The strip of the opcode as it is compiled; it fills in has_slot and flags. FALSE with `error`, as below. */
gboolean py_add_cold(PyTask *task, gboolean has_warm, GError **error);

/* The methods that the name of a call may mean. */
gboolean py_add_candidates(PyTask *task, GError **error);

/* The specialised forms that it may become, of those in `found`, which is freed. */
gboolean py_add_warm(PyTask *task, Table *found, GError **error);

#endif
