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

#endif
