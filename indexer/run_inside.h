/* run_inside.h: what run.c, round.c and past.c share. No one else includes it. */
#ifndef CPYREAD_RUN_INSIDE_H
#define CPYREAD_RUN_INSIDE_H

#include "history/history.h"
#include "link/seen.h"
#include "report.h"
#include "run.h"
#include "store/cache.h"
#include "store/claim.h"

typedef struct Run {
    const RunOptions *options;
    char *root, *version; /* of the checkout */
    const Plan *plan;
    Report *report;
    char *commit, *compiler, *fingerprint, *maker;
    char *stories; /* the sum of the stories that there are */
    char *lib;     /* of the texts that linkers alone read */
    char *cache_path;
    char *stamp; /* of the old index when it was looked at */
    Cache *cache;
    Claim *claim;
    GThread *copier; /* of the old index into the claim */
    GThread *asker;  /* of git */
    HistoryLine *line; /* what it was told, when it has ended: run_line() */
    gboolean can_update; /* the old index is whole, and the cache speaks of it */
    gboolean is_foreign; /* what is in the index's place is no index */
    gboolean has_old;    /* it is one that can be read */
    SeenKept seen;       /* what is marked in it, and stays so */
    Present *present;    /* of a round, as are the following */
    Merge *merge;
    GPtrArray *fresh; /* keys of the facts that were read */
    guint failed;     /* units that could not be read */
    guint read;       /* parses, of all rounds */
} Run;

/* Says something about the index in one line on stderr. */
void run_note(const Run *run, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* FALSE with `error` once the user has asked to stop; `data` is the Run. */
gboolean run_go_on(gpointer data, GError **error);

/* round.c: reads what the cache does not know, once more where files changed meanwhile, and merges it. FALSE with `error`. */
gboolean run_crawl(Run *run, GError **error);

/* Lets go of what a round has read. */
void run_end_round(Run *run);

/* run.c: puts what to do behind the message of an `error` in writing, which fails for want of room or of rights; FALSE. */
gboolean run_say_what_to_do(GError **error);

/* past.c: has git asked for the commits that the index is to hold, in a thread. */
void run_ask_git(Run *run);

/* Waits for that; the Run owns the result. */
const HistoryLine *run_line(Run *run);

/* Adds the commits, those that the index `old` (NULL: none) holds as they are there. */
gboolean run_add_history(Run *run, Database *database, const char *old, GError **error);

/* Whether the index in its place holds the commits that it is to hold. */
gboolean run_is_history_current(Run *run);

/* Brings nothing but the history of that index up to date, and says so. */
gboolean run_claim_and_add_history(Run *run, GError **error);

#endif
