/* guard.h: which `if` a place in a function stands behind. */
#ifndef CPYREAD_GUARD_H
#define CPYREAD_GUARD_H

#include <glib.h>

typedef struct Guard {
    char *condition; /* of the nearest `if` or `case` around a place, on one line: "PyUnicode_CheckExact(left)", "not (…)" behind
                      * its else, "case PyCmp_IN", "default"; NULL: it stands behind none */
    char *whole;     /* with those around it, the outermost first: "Py_SIZE(a) < 0 and not (Py_SIZE(b) < 0)" */
    char *label;     /* the nearest `case`, "case PyCmp_IN, PyCmp_NOT_IN", or "default"; NULL: none */
    guint count;     /* how much must hold to get there: the terms of each `if` on the way */
} Guard;

/* What column `col` of line `line` stands behind. `text` begins with line `first_line`, the head of the function. */
void guard_find(const char *text, int first_line, int line, int col, Guard *guard);
void guard_clear(Guard *guard);

/* Whether a `case` of the label is that constant; `is_like`: or another that begins like it, as far as the first underscore. */
gboolean guard_is_case(const char *label, const char *constant, gboolean is_like);

/* Whether the condition says that something is of the type whose C names begin with `prefix`: PyUnicode. */
gboolean guard_tests(const char *condition, const char *prefix);

/* Whether it tests for a type at all. */
gboolean guard_tests_any(const char *condition);

#endif
