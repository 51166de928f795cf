/* width.h: text as a terminal shows it: columns, not bytes. Hangul takes two columns, a combining mark none. */
#ifndef CPYREAD_WIDTH_H
#define CPYREAD_WIDTH_H

#include <glib.h>

/* Columns that a valid UTF-8 text takes. */
guint width_of(const char *text);

/* The beginning of `text` that fits `width` columns, "…" being its last column where something is missing.
 * The caller frees it. */
char *width_crop(const char *text, guint width);

/* The same with the "…" inside: a path keeps its file, a name its end. */
char *width_crop_middle(const char *text, guint width);

/* `length` bytes of a source line made fit to print: valid UTF-8, tabs to 8 columns, control characters as
 * ^L (those of Unicode, which some terminals obey, as U+FFFD). The caller frees it. */
char *width_printable(const char *text, gsize length);

/* The same for a text of several lines, which stay apart. */
char *width_printable_lines(const char *text);

/* Appends `text` with lines of at most `width` columns, broken at blanks and at nothing else; 0: as they are. Lines of a
 * paragraph that had to be broken go on; in a list what belongs to an entry stands below its text. */
void width_wrap(GString *to, const char *text, guint width);

#endif
