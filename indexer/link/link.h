/* link.h: turns facts into knowledge about CPython: opcodes, what calls through a pointer reach.
 *
 * A linker reads the rows that the crawl left in an index, and the text of a few files of the tree; it knows
 * CPython and nothing of clang. It is run on the whole new index, whether that was written at once or by
 * increments, and makes its own tables anew each time: so both ways end in the same rows. */
#ifndef CPYREAD_LINK_H
#define CPYREAD_LINK_H

#include "store/database.h"

/* What the linkers of one run share. */
typedef struct Linking {
    Database *database; /* a new index that is nobody else's yet, with its indexes */
    const char *root;   /* the checkout, an absolute path */
    gboolean
        names_changed; /* set by a linker that added or removed symbols: their words are to be indexed again */
} Linking;

/* Runs all linkers, some of them in threads, outside of a transaction. FALSE with `error` if the index cannot be written; a
 * file of the tree that cannot be read is no error: what it would have told is missing. */
gboolean link_all(Linking *linking, GError **error);

#endif
