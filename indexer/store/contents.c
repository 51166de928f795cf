/* contents.c: see contents.h. */
#include "store/contents.h"

#include <string.h>
#include <sys/stat.h>

char *contents_hash(const char *text, gsize size)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
    char head[32];
    int length = g_snprintf(head, sizeof head, "blob %" G_GSIZE_FORMAT, size) + 1;
    g_checksum_update(sum, (const guchar *)head, length);
    g_checksum_update(sum, (const guchar *)text, size);
    return g_strdup(g_checksum_get_string(sum));
}

char *contents_hash_file(const char *path)
{
    g_autofree char *text = NULL;
    gsize size;
    return g_file_get_contents(path, &text, &size, NULL) ? contents_hash(text, size) : NULL;
}

char *contents_mark(guint64 sum)
{
    return g_strdup_printf("%016" G_GINT64_MODIFIER "x", sum);
}

char *contents_stamp(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return NULL;
    return g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld", (gint64)status.st_size,
                           (gint64)status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

guint contents_lines(const char *text, gsize size)
{
    guint lines = size > 0 && text[size - 1] != '\n';
    for (const char *p = text, *end = text + size; (p = memchr(p, '\n', end - p)) != NULL; p++)
        lines++;
    return lines;
}
