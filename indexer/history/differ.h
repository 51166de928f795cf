/* differ.h: which lines of two texts differ. */
#ifndef CPYREAD_HISTORY_DIFFER_H
#define CPYREAD_HISTORY_DIFFER_H

#include <glib.h>

/* `removed` lines from line `before` (of 1…) on gave way to `added` lines from line `after` on. With none removed,
 * `before` is the line in front of which they were put; likewise `after`. */
typedef struct Hunk {
    guint before, removed;
    guint after, added;
} Hunk;

typedef struct Side {
    const char *text;
    gsize size;
} Side;

/* How many bytes the two have in common from their beginning, and of the rest from their end. */
void differ_trim(Side before, Side after, gsize *prefix, gsize *suffix);

/* The hunks, in the order of the text (of Hunk). The caller frees. */
GArray *differ_hunks(Side before, Side after);

#endif
