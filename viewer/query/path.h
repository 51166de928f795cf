/* path.h: how one function comes to call another: the best chains of calls between them.
 *
 * Best is first the chain with the fewest steps that are guesses, then with the fewest that a recorded run did not make
 * (cpyread seen), then with the fewest through pointers, then through slots, then the shortest; and of equals what
 * path_rank.c says. */
#ifndef CPYREAD_PATH_H
#define CPYREAD_PATH_H

#include "query/index.h"

/* How certain it is that a step is ever made, best first. */
typedef enum {
    PATH_CERTAIN, /* by name, by a macro as written, in the eval loop */
    PATH_SLOT,
    PATH_POINTER,
    PATH_UNSEEN, /* however it is made: the recorded run did not make it */
    PATH_GUESS, /* looked up by name, or by the type of a pointer alone */
} PathCertainty;

/* Whether a function or macro is not worth a step: noise_group() of graph/noise.h. */
typedef const char *(*PathNoise)(const char *name, gboolean external);

typedef struct PathQuestion {
    const gint64 *stops; /* symbol ids: from, those to pass on the way in that order, to */
    guint stop_count;    /* 2 and more */
    const gint64 *avoid; /* ids that no chain passes */
    guint avoid_count;
    PathNoise noise;    /* what it says is passed over, but for the stops; NULL: nothing is */
    gboolean by_length; /* the shortest chains, whatever their certainty */
    guint shorter_than; /* only legs of fewer steps; 0: of any length. For by_length alone */
    guint limit;        /* chains to give at most; 0: 3 */
    GHashTable *shortcuts; /* of PathStep: calls by name that are no more certain than a slot; NULL: none are known. For
                              path_rank.c, which finds them */
} PathQuestion;

typedef struct PathAnswer {
    GPtrArray *
        chains; /* of Table, best first: a row for each step, with the columns caller_id, caller, caller_file,
                          callee_id, callee, callee_file, kind, via, macro, file, line, col, part, run */
    gboolean has_more; /* there are more chains as good as these */
    guint passed_over; /* functions, and macros that carry calls, that were left out as noise */
    guint missing_leg; /* without chains: the number of the stop after which there is no way on */
    guint reached
        [2]; /* ditto: how much can be reached from there, and leads to the next stop, as far as it was looked at */
} PathAnswer;

/* NULL with `error`: the index could not be asked. No chains: there is no way. */
PathAnswer *path_find(Index *index, const PathQuestion *question, GError **error);
void path_answer_free(PathAnswer *answer);

/* How certain a call of that kind and via (of the view calls) is. */
PathCertainty path_certainty(const char *kind, const char *via);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PathAnswer, path_answer_free)

#endif
