/* output.c: files that are written whole or not at all; see output.h. */
#include "page/output.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

static gboolean fail(const char *path, GError **error)
{
    int code = errno;

    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(code), "cannot write %s: %s", path,
                g_strerror(code));
    return FALSE;
}

char *output_beside(const char *path)
{
    return g_strdup_printf("%s.%d.new", path, (int)getpid());
}

gboolean output_keep(const char *beside, const char *path, GError **error)
{
    if (g_rename(beside, path) == 0)
        return TRUE;
    fail(path, error);
    output_drop(beside);
    return FALSE;
}

void output_drop(const char *beside)
{
    g_unlink(beside);
}

gboolean output_check(const char *path, GError **error)
{
    g_autofree char *beside = output_beside(path);
    FILE *file = fopen(beside, "wb");

    if (file == NULL)
        return fail(path, error);
    fclose(file);
    output_drop(beside);
    return TRUE;
}

gboolean output_write(const char *path, const void *data, gsize size, GError **error)
{
    g_autofree char *beside = output_beside(path);
    FILE *file = fopen(beside, "wb");
    gboolean is_written;

    if (file == NULL)
        return fail(path, error);
    is_written = fwrite(data, 1, size, file) == size;
    is_written = fclose(file) == 0 && is_written; /* what the disk has no room for may show only here */
    if (is_written)
        return output_keep(beside, path, error);
    fail(path, error);
    output_drop(beside);
    return FALSE;
}
