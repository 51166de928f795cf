/* save.c: see save.h. A commit's id is its place on the line, 1 for the oldest; so what is added later comes behind. */
#include "history/save.h"

#include "history/commit.h"
#include "store/data.h"

#include <string.h>

typedef struct Inserts {
    Statement *commit, *issue, *file, *change;
} Inserts;

static const char *const CHANGES[] = {"added", "changed", "removed", "moved", "comment"};

/* ---- what is there ---- */

GPtrArray *save_known(Database *database, GError **error)
{
    g_autoptr(Statement) statement = database_prepare_file(database, "indexer/history/known.sql", error);
    g_autoptr(GPtrArray) hashes = g_ptr_array_new_with_free_func(g_free);
    GError *problem = NULL;
    while (statement != NULL && statement_step(statement, &problem))
        g_ptr_array_add(hashes, g_strdup(statement_text(statement, 0)));
    if (problem != NULL)
        g_propagate_error(error, problem);
    return statement == NULL || problem != NULL ? NULL : g_steal_pointer(&hashes);
}

static gboolean is_empty(Database *database)
{
    g_autoptr(GPtrArray) known = save_known(database, NULL);
    return known != NULL && known->len == 0;
}

/* Nothing is lost where this fails: then the commits are read again. */
void save_carry_over(Database *database, const char *old)
{
    if (!is_empty(database))
        return;
    g_autoptr(GString) attach = g_string_new("ATTACH '");
    for (const char *p = old; *p != '\0'; p++)
        g_string_append_printf(attach, *p == '\'' ? "''" : "%c", *p);
    g_string_append(attach, "' AS old");
    if (!database_run(database, attach->str, NULL))
        return;
    if (!database_run(database, data_text("indexer/history/carry_over.sql"), NULL)) {
        database_run(database, "ROLLBACK", NULL);
        database_run(database, data_text("indexer/history/clear.sql"), NULL);
    }
    database_run(database, "DETACH old", NULL);
}

/* ---- rows ---- */

static void put_text_or_null(Statement *statement, const char *name, const char *value)
{
    if (value == NULL)
        statement_bind_null(statement, name);
    else
        statement_bind_text(statement, name, value);
}

/* The hunk that says most of the commit: the largest, in hand-written code. */
static const FileChange *best_hunk(const Commit *commit)
{
    const FileChange *best = NULL;
    for (guint i = 0; i < commit->files->len; i++) {
        const FileChange *file = g_ptr_array_index(commit->files, i);
        gboolean is_better = best == NULL || (file->hunk_in != NULL) > (best->hunk_in != NULL) ||
                             ((file->hunk_in != NULL) == (best->hunk_in != NULL) && file->hunk_size > best->hunk_size);
        if (file->hunk != NULL && is_better)
            best = file;
    }
    return best;
}

static gboolean put_commit(const Inserts *inserts, const Commit *commit, guint id, GError **error)
{
    Statement *row = inserts->commit;
    const FileChange *file = best_hunk(commit);
    statement_bind_int(row, "id", id);
    statement_bind_text(row, "hash", commit->hash);
    statement_bind_text(row, "date", commit->date);
    statement_bind_text(row, "author", commit->author);
    statement_bind_text(row, "subject", commit->subject);
    statement_bind_int(row, "merge", commit->is_merge);
    put_text_or_null(row, "hunk", file == NULL ? NULL : file->hunk);
    put_text_or_null(row, "hunk_file", file == NULL ? NULL : file->path);
    put_text_or_null(row, "hunk_in", file == NULL ? NULL : file->hunk_in);
    if (file == NULL) {
        statement_bind_null(row, "hunk_line");
        statement_bind_null(row, "hunk_size");
    } else {
        statement_bind_int(row, "hunk_line", file->hunk_line);
        statement_bind_int(row, "hunk_size", file->hunk_size);
    }
    return statement_write(row, error);
}

static gboolean put_issues(const Inserts *inserts, const Commit *commit, guint id, GError **error)
{
    gboolean ok = TRUE;
    for (guint i = 0; i < commit->issues->len && ok; i++) {
        const Issue *issue = &g_array_index(commit->issues, Issue, i);
        statement_bind_int(inserts->issue, "commit_id", id);
        statement_bind_int(inserts->issue, "ordinal", i + 1);
        statement_bind_text(inserts->issue, "tracker", issue->tracker);
        statement_bind_int(inserts->issue, "number", issue->number);
        ok = statement_write(inserts->issue, error);
    }
    return ok;
}

static gboolean put_change(Statement *row, const Change *change, guint id, guint file, guint ordinal, GError **error)
{
    statement_bind_int(row, "commit_id", id);
    statement_bind_int(row, "file", file);
    statement_bind_int(row, "ordinal", ordinal);
    statement_bind_text(row, "name", change->name);
    statement_bind_text(row, "kind", extent_kind_name(change->kind));
    statement_bind_text(row, "change", CHANGES[change->change]);
    put_text_or_null(row, "was", change->was);
    statement_bind_int(row, "line", change->line);
    statement_bind_int(row, "lines_added", change->added);
    statement_bind_int(row, "lines_removed", change->removed);
    return statement_write(row, error);
}

static gboolean put_file(const Inserts *inserts, const FileChange *file, guint id, guint ordinal, GError **error)
{
    Statement *row = inserts->file;
    statement_bind_int(row, "commit_id", id);
    statement_bind_int(row, "ordinal", ordinal);
    statement_bind_text(row, "path", file->path);
    statement_bind_int(row, "lines_added", file->added);
    statement_bind_int(row, "lines_removed", file->removed);
    statement_bind_int(row, "generated", file->generated);
    statement_bind_int(row, "test", file->test);
    gboolean ok = statement_write(row, error);
    for (guint i = 0; i < file->changes->len && ok; i++)
        ok = put_change(inserts->change, g_ptr_array_index(file->changes, i), id, ordinal, i + 1, error);
    return ok;
}

static gboolean put_all(const Inserts *inserts, GPtrArray *commits, guint kept, GError **error)
{
    gboolean ok = TRUE;
    for (guint i = 0; i < commits->len && ok; i++) {
        const Commit *commit = g_ptr_array_index(commits, i);
        guint id = kept + i + 1;
        ok = put_commit(inserts, commit, id, error) && put_issues(inserts, commit, id, error);
        for (guint n = 0; n < commit->files->len && ok; n++)
            ok = put_file(inserts, g_ptr_array_index(commit->files, n), id, n + 1, error);
    }
    return ok;
}

static gboolean insert_all(Database *database, GPtrArray *commits, guint kept, GError **error)
{
    g_autoptr(Statement) commit = database_prepare_file(database, "indexer/history/add_commit.sql", error);
    g_autoptr(Statement) issue = commit == NULL ? NULL : database_prepare_file(database, "indexer/history/add_issue.sql", error);
    g_autoptr(Statement) file = issue == NULL ? NULL : database_prepare_file(database, "indexer/history/add_file.sql", error);
    g_autoptr(Statement) change = file == NULL ? NULL : database_prepare_file(database, "indexer/history/add_change.sql", error);
    Inserts inserts = {commit, issue, file, change};
    return change != NULL && put_all(&inserts, commits, kept, error);
}

static gboolean tell_range(Database *database, const char *range, GError **error)
{
    g_autoptr(Statement) statement = database_prepare_file(database, "indexer/history/tell_range.sql", error);
    if (statement == NULL || range == NULL)
        return statement != NULL;
    statement_bind_text(statement, "range", range);
    return statement_write(statement, error);
}

/* Forgets the commits behind the first `kept`. */
static gboolean cut(Database *database, guint kept, GError **error)
{
    static const char *const files[] = {"indexer/history/cut_commits.sql", "indexer/history/cut_issues.sql",
                                        "indexer/history/cut_files.sql", "indexer/history/cut_changes.sql"};
    gboolean ok = TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(files) && ok; i++) {
        g_autoptr(Statement) statement = database_prepare_file(database, files[i], error);
        if (statement != NULL)
            statement_bind_int(statement, "kept", kept);
        ok = statement != NULL && statement_write(statement, error);
    }
    return ok;
}

gboolean save_history(Database *database, const char *range, GPtrArray *commits, guint kept, GError **error)
{
    return database_run(database, "BEGIN; DELETE FROM meta WHERE key = 'history'", error) &&
           cut(database, commits == NULL ? 0 : kept, error) &&
           (commits == NULL || insert_all(database, commits, kept, error)) && tell_range(database, range, error) &&
           database_run(database, "COMMIT", error);
}
