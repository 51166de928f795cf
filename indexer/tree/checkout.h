/* checkout.h: the folder that is read: is it CPython, which one, what is in it. Nothing is ever written
 * there. */
#ifndef CPYREAD_TREE_CHECKOUT_H
#define CPYREAD_TREE_CHECKOUT_H

#include <glib.h>

typedef struct Checkout {
    char *root;    /* an absolute path */
    char *version; /* PY_VERSION, "3.7.0b3+" */
    int minor;     /* 7 */
} Checkout;

/* NULL with `error` (TREE_ERROR) if there is no CPython of 3.6 or later at `root`. */
Checkout *checkout_open(const char *root, GError **error);
void checkout_free(Checkout *checkout);

/* The text of the file at `path`, relative to the root; NULL if there is none. The caller frees it. */
char *checkout_text(const Checkout *checkout, const char *path);
gboolean checkout_has(const Checkout *checkout, const char *path);

/* Adds the paths of all .c files below `folder` to `paths` (of char *), in no order. */
void checkout_sources(const Checkout *checkout, const char *folder, GPtrArray *paths);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Checkout, checkout_free)

#endif
