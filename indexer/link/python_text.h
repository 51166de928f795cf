/* python_text.h: Python source cut into logical lines: enough to find definitions and imports, and far from a parser.
 *
 * Brackets and strings hold a line together; comments and empty lines are passed over. */
#ifndef CPYREAD_PYTHON_TEXT_H
#define CPYREAD_PYTHON_TEXT_H

#include <glib.h>

typedef struct PythonText {
    const char *next; /* where the next line begins; the text ends with a zero byte */
    guint line;       /* its number */
} PythonText;

typedef struct PythonLine {
    const char *start, *end; /* without what it is indented by, and without its end */
    guint indent;            /* columns; a tab goes to the next multiple of eight */
    guint line;              /* of its first byte, from 1 */
} PythonLine;

/* The next logical line; FALSE at the end. Begin with {text, 1}. */
gboolean python_text_next(PythonText *text, PythonLine *line);

/* Whether the line begins with this word; then *rest is behind it and its blanks. */
gboolean python_line_begins(const PythonLine *line, const char *word, const char **rest);

/* The dotted name at *at, which is moved behind it and its blanks; NULL: there is none. The caller frees it. */
char *python_take_name(const char **at, const char *end);

#endif
