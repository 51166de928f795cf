/* past.c: the history in an index, when all else stands in it. See run_inside.h. */
#include "run_inside.h"

#include "history/history.h"
#include "tree/generated.h"

#include <stdio.h>

static void show_commits(guint done, guint total, gpointer data)
{
    const Run *run = data;
    report_commits(run->report, done, total);
}

static HistoryOptions history_options(Run *run)
{
    return (HistoryOptions){.root = run->plan->root,
                            .version = run->plan->version,
                            .range = run->options->history,
                            .is_generated = tree_is_generated,
                            .progress = show_commits,
                            .go_on = run_go_on,
                            .data = run};
}

static gpointer ask_git(gpointer data)
{
    const Run *run = data;
    HistoryOptions options = {.root = run->root, .version = run->version, .range = run->options->history};
    return history_line_find(&options);
}

void run_ask_git(Run *run)
{
    run->asker = g_thread_new("git", ask_git, run);
}

const HistoryLine *run_line(Run *run)
{
    if (run->asker != NULL)
        run->line = g_thread_join(g_steal_pointer(&run->asker));
    return run->line;
}

gboolean run_add_history(Run *run, Database *database, const char *old, GError **error)
{
    HistoryOptions options = history_options(run);
    HistorySummary summary = {0};
    options.old = old;
    report_step(run->report);
    gboolean ok = history_update(database, &options, run_line(run), &summary, error);
    if (summary.notice != NULL)
        fprintf(stderr, "cpyread: history: %s%s\n", summary.notice, summary.range == NULL ? "; it is left out" : "");
    if (ok && summary.fresh > 0)
        report_history(run->report, summary.fresh, summary.commits);
    history_summary_clear(&summary);
    return ok;
}

/* What git cannot tell now it could not tell then: that is said again. */
gboolean run_is_history_current(Run *run)
{
    g_autoptr(GError) problem = NULL;
    g_autofree char *range = history_range(run_line(run), &problem);
    g_autoptr(Database) database = database_open(run->options->db, NULL);
    g_autoptr(Statement) held =
        database == NULL ? NULL : database_prepare_file(database, "indexer/history/held_range.sql", NULL);
    gboolean has = held != NULL && statement_step(held, NULL);
    gboolean is_current = g_strcmp0(has ? statement_text(held, 0) : NULL, range) == 0 &&
                          (range != NULL || run->options->history == NULL || problem == NULL);
    if (is_current && problem != NULL)
        fprintf(stderr, "cpyread: history: %s; it is left out\n", problem->message);
    return is_current;
}

/* Nothing but the history of an index that is up to date. */
static gboolean replace_history(Run *run, GError **error)
{
    g_autofree char *index = claim_path(run->claim, "index");
    g_autofree char *facts = claim_path(run->claim, "facts");
    if (!claim_copy(run->claim, run->options->db, "index", error))
        return FALSE;
    g_autoptr(Database) database = database_change(index, error);
    gboolean ok = database != NULL && run_add_history(run, database, NULL, error);
    g_clear_pointer(&database, database_close);
    return ok && cache_write(run->cache, facts, index, error) &&
           claim_deliver(run->claim, "index", run->options->db, error) &&
           claim_deliver(run->claim, "facts", run->cache_path, error);
}

gboolean run_claim_and_add_history(Run *run, GError **error)
{
    run->claim = claim_take(run->options->db, error);
    if (run->claim == NULL)
        return FALSE;
    if (!replace_history(run, error))
        return run_say_what_to_do(error);
    printf("CPython %s: the history in %s is up to date\n", run->plan->version, run->options->db);
    return TRUE;
}
