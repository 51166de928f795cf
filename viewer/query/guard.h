/* guard.h: which `if` a place in a function stands behind. */
#ifndef CPYREAD_GUARD_H
#define CPYREAD_GUARD_H

#include <glib.h>

/* The condition of the nearest `if` or `case` around column `col` of line `line`, on one line: "PyUnicode_CheckExact(left)", "not (…)"
 * behind its else, "case PyCmp_IN"; NULL: it stands behind none. `text` begins with line `first_line`, the head of the
 * function. The caller frees it. */
char *guard_find(const char *text, int first_line, int line, int col);

/* Whether the condition says that something is of the type whose C names begin with `prefix`: PyUnicode. */
gboolean guard_tests(const char *condition, const char *prefix);

/* Whether it tests for a type at all. */
gboolean guard_tests_any(const char *condition);

#endif
