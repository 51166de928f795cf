/* pages.c: WeasyPrint writes the tree of pages and the names of places in the clear:
 *
 *     /Kids [ 6 0 R 9 0 R ]
 *     /Names [ (src-PyDict_Copy) [ 9 0 R /XYZ 62.25 773.64 0 ] … ] */
#include "page/pages.h"

#include <string.h>

void pages_free(Pages *pages)
{
    g_hash_table_unref(pages->by_id);
    g_free(pages);
}

/* The objects of the pages: number → page from 1. */
static GHashTable *read_kids(const char *data, gsize size)
{
    static const char mark[] = "/Kids [";
    GHashTable *pages = g_hash_table_new(NULL, NULL);
    const char *at = memmem(data, size, mark, strlen(mark));
    guint page = 0;

    for (at += at != NULL ? strlen(mark) : 0; at != NULL && *at != ']' && *at != '\0';) {
        char *end;
        guint64 object = g_ascii_strtoull(at, &end, 10);
        if (end == at || !g_str_has_prefix(end, " 0 R"))
            break;
        g_hash_table_insert(pages, GUINT_TO_POINTER((guint)object), GUINT_TO_POINTER(++page));
        at = end + strlen(" 0 R");
        at += strspn(at, " \n");
    }
    return pages;
}

static void read_names(Pages *pages, GHashTable *kids, const char *data, gsize size)
{
    static const char mark[] = "/Names [";
    const char *at = memmem(data, size, mark, strlen(mark));

    while (at != NULL && (at = strpbrk(at, "(\n")) != NULL && *at == '(') {
        const char *close = strstr(at, ") [ ");
        if (close == NULL)
            break;
        guint64 object = g_ascii_strtoull(close + strlen(") [ "), NULL, 10);
        g_hash_table_insert(pages->by_id, g_strndup(at + 1, (gsize)(close - at - 1)),
                            g_hash_table_lookup(kids, GUINT_TO_POINTER((guint)object)));
        at = strchr(close, ']');
    }
}

Pages *pages_read(const char *path, GError **error)
{
    g_autofree char *data = NULL;
    gsize size;

    if (!g_file_get_contents(path, &data, &size, error))
        return NULL;
    Pages *pages = g_new0(Pages, 1);
    g_autoptr(GHashTable) kids = read_kids(data, size);
    pages->count = g_hash_table_size(kids);
    pages->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    read_names(pages, kids, data, size);
    return pages;
}

guint pages_of(const Pages *pages, const char *id)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(pages->by_id, id));
}

guint pages_lacking(const Pages *pages, const char *prefix)
{
    g_autofree gboolean *has = g_new0(gboolean, pages->count + 1);
    GHashTableIter iter;
    gpointer id, page;

    g_hash_table_iter_init(&iter, pages->by_id);
    while (g_hash_table_iter_next(&iter, &id, &page))
        if (g_str_has_prefix(id, prefix) && g_ascii_isdigit(((const char *)id)[strlen(prefix)]) &&
            GPOINTER_TO_UINT(page) <= pages->count)
            has[GPOINTER_TO_UINT(page)] = TRUE;
    for (guint i = 1; i <= pages->count; i++)
        if (!has[i])
            return i;
    return 0;
}
