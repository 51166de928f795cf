/* blobs.h: the files of commits, from one long-lived `git cat-file`, in the order in which they are asked for. */
#ifndef CPYREAD_HISTORY_BLOBS_H
#define CPYREAD_HISTORY_BLOBS_H

#include <glib.h>

typedef struct Blobs Blobs;

/* `names` are those of all blobs that blobs_next() will give, one a line. NULL with `error`. */
Blobs *blobs_open(const char *root, const char *names, GError **error);
void blobs_free(Blobs *blobs);

/* The next one, with a zero byte behind it; zero bytes in it become blanks. NULL without `error`: the repository lacks it.
 * NULL with `error`: git ended. */
char *blobs_next(Blobs *blobs, gsize *size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Blobs, blobs_free)

#endif
