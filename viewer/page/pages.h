/* pages.h: reads back from a PDF which page each thing with an id came to stand on. */
#ifndef CPYREAD_PAGES_H
#define CPYREAD_PAGES_H

#include <glib.h>

typedef struct Pages {
    guint count;
    GHashTable *by_id; /* char * → page from 1 */
} Pages;

/* The file must be WeasyPrint's. The caller frees it; NULL with `error` if it cannot be read. */
Pages *pages_read(const char *path, GError **error);
void pages_free(Pages *pages);

/* The page that something is on; 0: it is not there. */
guint pages_of(const Pages *pages, const char *id);

/* The first page on which nothing stands whose id is `prefix` and a number; 0: each has some. */
guint pages_lacking(const Pages *pages, const char *prefix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pages, pages_free)

#endif
