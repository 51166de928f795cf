/* path_search.h: the search behind path.h, between two symbols, by their ids alone. */
#ifndef CPYREAD_PATH_SEARCH_H
#define CPYREAD_PATH_SEARCH_H

#include "query/path.h"

/* A call, by the ids of its two ends. */
typedef struct PathStep {
    gint64 from, to;
} PathStep;

typedef struct PathLeg {
    GPtrArray *chains; /* of GArray of gint64: the symbols of a chain, both ends included */
    gboolean has_more;
    guint passed_over, reached[2];
} PathLeg;

/* The best chains from `from` to `to` by what `question` says of noise, avoiding and limits; the other stops are avoided.
 * A chain of no step where the two are the same is none: a way back to it is looked for. */
PathLeg *path_search(Index *index, const PathQuestion *question, gint64 from, gint64 to, GError **error);
void path_leg_free(PathLeg *leg);

/* Of a PathStep, for GHashTable. */
guint path_step_hash(gconstpointer step);
gboolean path_step_equal(gconstpointer a, gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PathLeg, path_leg_free)

#endif
