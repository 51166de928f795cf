/* history.c: see history.h.
 *
 *   span.c: FROM..TIP ──> log.c: the commits ──> ahead.c: their files, cut into extents ──> compare.c ──> save.c
 *
 * Commits are read oldest first: the image after one is mostly the image before the next, so each is read once. What a
 * commit did depends on it and its parent alone; so the commits that an index has are kept as far as they are the
 * beginning of the line, and only the rest is read. */
#include "history/history.h"

#include "history/ahead.h"
#include "history/compare.h"
#include "history/span.h"
#include "history/log.h"
#include "history/save.h"

#include <string.h>

enum { COMMITS_A_STEP = 200 }; /* between two looks at whether to go on */

struct HistoryLine {
    gboolean is_wanted;
    Span *span;
    GPtrArray *hashes; /* of the commits, the oldest first */
    char *notice;      /* what to say of it; NULL */
    GError *problem;   /* what git could not do; then the rest is not to be used */
};

typedef struct Reading {
    const HistoryOptions *options;
    HistorySummary *summary;
    GHashTable *latest; /* path -> Snapshot, as the last commit that touched it left it */
    Ahead *ahead;
} Reading;

static void reading_clear(Reading *reading)
{
    g_clear_pointer(&reading->latest, g_hash_table_unref);
    g_clear_pointer(&reading->ahead, ahead_stop);
}

/* ---- the line ---- */

/* The oldest commit of a shallow clone has no parent to compare it with: the line begins behind it. */
static void leave_out_edge(HistoryLine *line, gboolean begins_bare)
{
    if (!line->span->is_shallow || !begins_bare || line->hashes->len == 0)
        return;
    g_free(line->span->from);
    line->span->from = g_strdup(g_ptr_array_index(line->hashes, 0));
    g_ptr_array_remove_index(line->hashes, 0);
    line->notice = g_strdup_printf("the clone is shallow: history begins behind %.10s; for all of it: git fetch --unshallow",
                                   line->span->from);
}

HistoryLine *history_line_find(const HistoryOptions *options)
{
    HistoryLine *line = g_new0(HistoryLine, 1);
    gboolean begins_bare = FALSE;
    line->is_wanted = g_strcmp0(options->range, HISTORY_NONE) != 0 && git_is_there(options->root);
    line->span = line->is_wanted ? span_find(options->root, options->version, options->range, &line->problem) : NULL;
    g_autofree char *range = line->span != NULL ? span_range(line->span) : NULL;
    line->hashes = range != NULL ? log_hashes(options->root, range, &begins_bare, &line->problem) : NULL;
    if (line->hashes != NULL)
        leave_out_edge(line, begins_bare);
    return line;
}

void history_line_free(HistoryLine *line)
{
    g_clear_pointer(&line->span, span_free);
    g_clear_pointer(&line->hashes, g_ptr_array_unref);
    g_clear_error(&line->problem);
    g_free(line->notice);
    g_free(line);
}

char *history_range(const HistoryLine *line, GError **error)
{
    if (line->problem == NULL)
        return line->span != NULL ? span_range(line->span) : NULL;
    g_propagate_error(error, g_error_copy(line->problem));
    return NULL;
}

/* ---- images ---- */

static Snapshot *take(Reading *reading, GError **error)
{
    Snapshot *snapshot = ahead_next(reading->ahead, error);
    reading->summary->missing += snapshot != NULL && snapshot->image == NULL;
    return snapshot;
}

static gboolean compare_file(Reading *reading, FileChange *file, GError **error)
{
    Snapshot *before = NULL, *after = NULL;
    g_autofree char *path = NULL;
    gpointer held = g_hash_table_lookup(reading->latest, file->path);
    if (held != NULL)
        g_hash_table_steal_extended(reading->latest, file->path, (gpointer *)&path, (gpointer *)&before);
    if (file->before != NULL && (before == NULL || strcmp(before->blob, file->before) != 0)) {
        g_clear_pointer(&before, snapshot_free);
        before = take(reading, error);
        if (before == NULL)
            return FALSE;
    }
    after = file->after == NULL ? NULL : take(reading, error);
    if (file->after != NULL && after == NULL) {
        g_clear_pointer(&before, snapshot_free);
        return FALSE;
    }
    gboolean is_whole = (file->before == NULL || before->image != NULL) && (after == NULL || after->image != NULL);
    file->generated = after != NULL ? after->generated : before != NULL && before->generated;
    if (is_whole)
        compare_images(file, file->before == NULL ? NULL : before->image, after == NULL ? NULL : after->image);
    g_clear_pointer(&before, snapshot_free);
    if (after != NULL)
        g_hash_table_insert(reading->latest, g_strdup(file->path), after);
    return TRUE;
}

static gboolean compare_commit(Reading *reading, Commit *commit, GError **error)
{
    for (guint i = 0; i < commit->files->len; i++)
        if (!compare_file(reading, g_ptr_array_index(commit->files, i), error))
            return FALSE;
    compare_moves(commit);
    return TRUE;
}

/* ---- commits ---- */

static gboolean go_on(const HistoryOptions *options, guint done, guint total, GError **error)
{
    if (options->progress != NULL)
        options->progress(done, total, options->data);
    return options->go_on == NULL || options->go_on(options->data, error);
}

static gboolean compare_all(Reading *reading, GPtrArray *commits, GError **error)
{
    const HistoryOptions *options = reading->options;
    reading->latest = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)snapshot_free);
    reading->ahead = ahead_start(options->root, commits, options->is_generated, error);
    gboolean ok = reading->ahead != NULL;
    for (guint i = 0; i < commits->len && ok; i++)
        ok = (i % COMMITS_A_STEP != 0 || go_on(options, i, commits->len, error)) &&
             compare_commit(reading, g_ptr_array_index(commits, i), error);
    return ok && go_on(options, commits->len, commits->len, error);
}

/* The commits of the line behind the first `kept`, each with what it did. */
static GPtrArray *read_commits(const HistoryOptions *options, const Span *line, GPtrArray *hashes, guint kept,
                               HistorySummary *summary, GError **error)
{
    g_autofree char *whole = span_range(line);
    g_autofree char *rest =
        kept == 0 ? NULL : g_strdup_printf("%s..%s", (char *)g_ptr_array_index(hashes, kept - 1), line->tip);
    if (kept == hashes->len)
        return g_ptr_array_new_with_free_func((GDestroyNotify)commit_free);
    g_autoptr(GPtrArray) commits = log_read(options->root, rest != NULL ? rest : whole, error);
    if (commits == NULL)
        return NULL;
    Reading reading = {.options = options, .summary = summary};
    gboolean ok = compare_all(&reading, commits, error);
    reading_clear(&reading);
    return ok ? g_steal_pointer(&commits) : NULL;
}

/* ---- the index ---- */

static guint same_beginning(GPtrArray *known, GPtrArray *hashes)
{
    guint same = 0;
    while (same < known->len && same < hashes->len &&
           strcmp(g_ptr_array_index(known, same), g_ptr_array_index(hashes, same)) == 0)
        same++;
    return same;
}

/* Whatever git could not do, the index can do without. */
static gboolean is_notice(const GError *problem)
{
    return problem->domain == GIT_ERROR;
}

/* The commits of the line that were not known; `kept` is how many were. */
static GPtrArray *read_line(Database *database, const HistoryOptions *options, const HistoryLine *line, guint *kept,
                            HistorySummary *summary, GError **error)
{
    if (line->problem != NULL)
        g_propagate_error(error, g_error_copy(line->problem));
    g_autoptr(GPtrArray) known = line->problem != NULL ? NULL : save_known(database, error);
    if (known == NULL)
        return NULL;
    *kept = same_beginning(known, line->hashes);
    summary->commits = line->hashes->len;
    summary->fresh = line->hashes->len - *kept;
    summary->notice = g_strdup(line->notice);
    return read_commits(options, line->span, line->hashes, *kept, summary, error);
}

static void note_missing(HistorySummary *summary)
{
    if (summary->missing == 0 || summary->notice != NULL)
        return;
    summary->notice = g_strdup_printf("the repository lacks %u of the files that commits touched; what was done to them is left out",
                                      summary->missing);
}

gboolean history_update(Database *database, const HistoryOptions *options, const HistoryLine *line, HistorySummary *summary,
                        GError **error)
{
    g_autoptr(GPtrArray) commits = NULL;
    GError *problem = NULL;
    guint kept = 0;
    if (options->old != NULL)
        save_carry_over(database, options->old);
    if (line->is_wanted)
        commits = read_line(database, options, line, &kept, summary, &problem);
    else if (options->range != NULL && strcmp(options->range, HISTORY_NONE) != 0)
        summary->notice = g_strdup_printf("%s is no git checkout", options->root);
    if (problem != NULL && !is_notice(problem)) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    if (problem != NULL) {
        g_free(summary->notice);
        summary->notice = g_strdup(problem->message);
        g_error_free(problem);
        summary->commits = summary->fresh = 0;
    }
    note_missing(summary);
    summary->range = commits == NULL ? NULL : span_range(line->span);
    return save_history(database, summary->range, commits, kept, error);
}

void history_summary_clear(HistorySummary *summary)
{
    g_clear_pointer(&summary->range, g_free);
    g_clear_pointer(&summary->notice, g_free);
}
