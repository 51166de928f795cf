/* crawl.h: carries out a plan: parses its units in worker processes and hands on their facts.
 *
 * The only folder that includes clang-c; it knows C and nothing of CPython. */
#ifndef CPYREAD_CRAWL_H
#define CPYREAD_CRAWL_H

#include "store/facts.h"
#include "store/plan.h"

/* What one parse gave. Headers that many units share are parsed once, ahead of the units, with `unit` NULL. */
typedef struct CrawlResult {
    const Unit *unit;    /* NULL: shared headers */
    const Unit *first;   /* `unit`, or the first of those that share the headers */
    GPtrArray *sharing;  /* of const Unit: all those that do, where there is no `unit` */
    guint order;         /* from 1: shared headers, then units in the plan's order */
    const char *key;     /* by which the facts may be kept, see `knows` */
    gboolean is_known;   /* the facts come from there */
    Facts *facts;        /* NULL: it could not be read at all */
    const char *problem; /* then: why */
} CrawlResult;

typedef struct CrawlOptions {
    guint workers;
    const char *folder; /* for the precompiled headers, an absolute path; exists */
    /* Facts of an earlier run: whether there are some under a key that still hold (a key says all that decides them but
     * the contents of files), and they themselves, which crawl_run() frees. */
    gboolean (*knows)(const char *key, gpointer data);
    Facts *(*recall)(const char *key, gpointer data);
    /* Called for each parse when it has ended, so in no order. */
    gboolean (*result)(const CrawlResult *result, gpointer data, GError **error);
    /* Asked when a signal came: FALSE with `error` ends the crawl. */
    gboolean (*go_on)(gpointer data, GError **error);
    /* Called whenever a parse of this run has ended. */
    void (*progress)(guint done, guint total, gpointer data);
    gpointer data;
} CrawlOptions;

/* FALSE with `error` if it could not be carried out, or if `result` said so. Changes the current folder to
 * the plan's root. */
gboolean crawl_run(const Plan *plan, const CrawlOptions *options, GError **error);

/* The libclang in use, "14.0.6". The caller frees. */
char *crawl_compiler(void);

#endif
