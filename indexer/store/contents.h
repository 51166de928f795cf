/* contents.h: a file's contents in short. */
#ifndef CPYREAD_CONTENTS_H
#define CPYREAD_CONTENTS_H

#include <glib.h>

/* What git calls these contents (git hash-object): SHA-1 over "blob SIZE", a zero byte and the text. The
 * caller frees. */
char *contents_hash(const char *text, gsize size);
char *contents_hash_file(const char *path); /* NULL if it cannot be read */

/* A sum of contents (sum.h) as text. The caller frees. */
char *contents_mark(guint64 sum);

/* A file's size and time of change, in short; NULL if it is not there. The caller frees. */
char *contents_stamp(const char *path);

guint contents_lines(const char *text, gsize size);

#endif
