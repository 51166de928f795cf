/* run_inside.h: what run.c and round.c share. No one else includes it. */
#ifndef CPYREAD_RUN_INSIDE_H
#define CPYREAD_RUN_INSIDE_H

#include "link/seen.h"
#include "report.h"
#include "run.h"
#include "store/cache.h"
#include "store/claim.h"

typedef struct Run {
    const RunOptions *options;
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

#endif
