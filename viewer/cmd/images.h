/* images.h: what a commit touched, as it was before and after, as two opened indexes. */
#ifndef CPYREAD_IMAGES_H
#define CPYREAD_IMAGES_H

#include "query/index.h"

#define IMAGES_ERROR (g_quark_from_static_string("cpyread-images"))
typedef enum { IMAGES_ERROR_INDEXER } ImagesError; /* there is none, or it could not do it; the message says why */

typedef struct Images {
    Index *before, *after;
} Images;

/* Those of the commit `hash` of the repository of the index's tree: cpyread-index makes them, or has made them once. NULL
 * with `error`. */
Images *images_open(Index *index, const char *hash, GError **error);

/* Those of two indexes: versions of the study folder, or files. */
Images *images_open_two(const char *before, const char *after, GError **error);
void images_free(Images *images);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Images, images_free)

#endif
