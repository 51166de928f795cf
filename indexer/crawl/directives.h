/* directives.h: a source's preprocessor lines, read from its text alone. */
#ifndef CPYREAD_DIRECTIVES_H
#define CPYREAD_DIRECTIVES_H

#include <glib.h>

/* The lines of a text that say something, comments taken out, continued lines joined, blanks stripped; of lines of code
 * that follow each other, the first alone. Of a file, those of 16 KB from
 * its first directive on, which hold what it begins with; NULL if it cannot be read. */
GStrv directive_lines(const char *root, const char *path);
GStrv directive_lines_of(const char *text);

/* Whether a line is `#`, blanks and `directive`; `*rest` is what follows. */
gboolean directive_is(const char *line, const char *directive, const char **rest);

/* The name in an #include line, and whether it stands in quotes; NULL if the line is none. The caller frees. */
char *directive_include(const char *line, gboolean *quoted);

/* The first identifier of `rest`. The caller frees. */
char *directive_name(const char *rest);

#endif
