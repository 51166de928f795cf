/* images.h: `cpyread-index images HASH [FILE…]`: two small indexes of the files that a commit touched, as they were before
 * it and after it. */
#ifndef CPYREAD_IMAGES_H
#define CPYREAD_IMAGES_H

#include <glib.h>
#include <signal.h>

typedef struct ImagesOptions {
    const char *source;       /* a checkout with the commit in its repository */
    const char *hash;
    char **files;             /* of the tree, .c; NULL: all that the commit touched */
    const volatile sig_atomic_t *interrupted;
} ImagesOptions;

/* Prints the paths of both indexes, a line each, the one before first. What was made once is kept in the user's cache
 * (~/.cache/cpyread/images), each index with its sources beside it. FALSE with `error`. */
gboolean images_make(const ImagesOptions *options, GError **error);

#endif
