/* seen.h: marks the calls of an index that a run executed. */
#ifndef CPYREAD_SEEN_H
#define CPYREAD_SEEN_H

#include "link/recording.h"
#include "store/database.h"

typedef struct SeenSummary {
    guint functions, unknown; /* recorded ones that lie in the tree's files, and those of them that the index lacks */
    guint pairs, marked;      /* recorded (caller, callee) of functions that it has, and those that are calls in it */
} SeenSummary;

/* Puts the recordings of one run in place of what was taken in before; a pair that several have gets the largest count, as
 * a forked child begins with its parent's. `database` is nobody else's. FALSE with `error`: DATABASE_ERROR, or
 * RECORDING_ERROR_OTHER if they are of another tree. */
gboolean seen_take_in(Database *database, GPtrArray *recordings, SeenSummary *summary, GError **error);

typedef struct SeenKept {
    char *version;    /* that the marks are of; the caller frees */
    guint pairs, kept; /* marked in the old index; and in the new one, 0 if it is of another version */
} SeenKept;

/* Marks in a new index what was marked in the one at the path `old`, which it replaces: the pairs of functions that are
 * in both. FALSE with `error`, and nothing is marked, if that cannot be read. */
gboolean seen_keep(Database *database, const char *old, SeenKept *kept, GError **error);

#endif
