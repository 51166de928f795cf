/* report.h: what the indexer tells the person who waits: progress on stderr, a summary on stdout. */
#ifndef CPYREAD_REPORT_H
#define CPYREAD_REPORT_H

#include "store/merge.h"
#include "store/plan.h"

typedef struct Report Report;

/* Starts the clock. */
Report *report_new(const char *name);
void report_free(Report *report);

/* One more parse is done. On a terminal one line is rewritten; elsewhere a line comes at each quarter. */
void report_progress(Report *report, guint done, guint total);

/* A step begins that has a clock of its own; so many commits of it are done, on a terminal; all are. */
void report_step(Report *report);
void report_commits(Report *report, guint done, guint total);
void report_history(Report *report, guint fresh, guint all);

/* What was and was not read. */
void report_summary(Report *report, const Plan *plan, Merge *merge, const char *database);

/* The same where little was read again. */
void report_changes(Report *report, guint parses, Merge *merge, const char *database);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Report, report_free)

#endif
