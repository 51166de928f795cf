/* py.h: the two halves of `cpyread py`: what a name leads to, and what a piece of Python does. */
#ifndef CPYREAD_PY_H
#define CPYREAD_PY_H

#include "cmd/command.h"
#include "cmd/source_lines.h"
#include "query/slots.h"
#include "query/snippet.h"

/* What was asked with the name or the snippet. */
typedef struct PyQuestion {
    const Context *context;
    GPtrArray *types;    /* of PyType; the usual ones, where none were asked for */
    gboolean has_types;  /* they were asked for */
    SlotFinder *finder;
    SourceLines *sources;
} PyQuestion;

/* Each adds to the answer; FALSE with `error`. `names` has a row for each thing that Python calls so. */
gboolean py_tell_name(const PyQuestion *question, const Table *names, Answer *answer, GError **error);
gboolean py_tell_snippet(const PyQuestion *question, const char *text, const Snippet *snippet, Answer *answer, GError **error);

#endif
