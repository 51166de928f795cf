/* output.h: files that are written whole or not at all: beside first, then renamed, so an old one stays until
 * the new one is there. */
#ifndef CPYREAD_OUTPUT_H
#define CPYREAD_OUTPUT_H

#include <glib.h>

/* Writes `size` bytes to `path`. FALSE with `error` (G_FILE_ERROR). */
gboolean output_write(const char *path, const void *data, gsize size, GError **error);

/* Whether a file can be written at `path`; FALSE with `error`, as output_write() would say it. Leaves nothing behind. */
gboolean output_check(const char *path, GError **error);

/* The path to write to first; the caller owns it. Then output_keep() gives that file its name, or
 * output_drop() removes it. */
char *output_beside(const char *path);
gboolean output_keep(const char *beside, const char *path, GError **error);
void output_drop(const char *beside);

#endif
