/* run.c: makes an index, or brings it up to date. See run.h; round.c reads the tree, past.c adds the history.
 *
 *   tree_plan ─> nothing changed? ─> claim ─> crawl (what the cache knows is recalled) ─> merge ────────┐
 *                                                                                                       │
 *   3.7.db       <─rename─ 3.7.db.new/index <─ link <─ a copy of the old one, changed; or all anew <────┤
 *   3.7.db-facts <─rename─ 3.7.db.new/facts <───────────────────────────────────────────────────────────┘
 *
 * The old index stays as it is until the new one is whole. A file that changes while it is read shows in that what the
 * compiler read is not what is there: then there is another round, which reads no more than that. */
#include "run_inside.h"

#include "crawl/ask.h"
#include "crawl/crawl.h"
#include "describe.h"
#include "identity.h"
#include "link/lib_modules.h"
#include "link/link.h"
#include "store/contents.h"
#include "store/writer.h"
#include "take_stories.h"
#include "tree/compile_commands.h"
#include "tree/generated.h"
#include "tree/tree.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

enum { MOST_CHANGES = 3 }; /* a third of the rows and more: all is written anew */

gboolean run_go_on(gpointer data, GError **error)
{
    const Run *run = data;
    if (*run->options->interrupted)
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INTR, "interrupted; the index is as it was before");
    return !*run->options->interrupted;
}

/* ---- the index there is ------------------------------------------------------------------------------- */

void run_note(const Run *run, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *text = g_strdup_vprintf(format, values);
    va_end(values);
    fprintf(stderr, "cpyread: %s: %s\n", run->options->db, text);
}

static gboolean is_empty(const char *path)
{
    GStatBuf status;
    return g_stat(path, &status) != 0 || status.st_size == 0;
}

static void note_unreadable(Run *run, const GError *error)
{
    switch (error->code) {
    case DATABASE_ERROR_ABSENT:
        break;
    case DATABASE_ERROR_SCHEMA:
        run_note(run, "made by another version of cpyread; it is made anew");
        break;
    case DATABASE_ERROR_FOREIGN:
        run->is_foreign = !is_empty(run->options->db);
        if (run->is_foreign && run->options->force)
            run_note(run, "not an index, or damaged; it is kept as %s.kept, and made anew", run->options->db);
        break;
    default:
        run_note(run, "damaged; it is made anew");
    }
}

/* Opens the old index and its cache as far as they are of use. */
static Database *open_old(Run *run)
{
    g_autoptr(GError) error = NULL;
    const char *why = NULL;
    g_clear_pointer(&run->cache, cache_free);
    g_free(run->stamp);
    run->stamp = contents_stamp(run->options->db);
    Database *database = database_open(run->options->db, &error);
    if (database == NULL)
        note_unreadable(run, error);
    else if (!run->options->force) {
        run->cache = cache_open(run->cache_path, run->options->db, run->maker, &why);
        if (run->cache == NULL)
            run_note(run, "%s; all is read anew", why);
    }
    run->has_old = database != NULL;
    run->can_update = run->cache != NULL;
    if (run->cache == NULL)
        run->cache = cache_new(run->maker);
    return database;
}

static gboolean same_plan(const Run *run, Database *database)
{
    g_autoptr(Statement) statement = database_prepare_file(database, "indexer/store/fingerprint.sql", NULL);
    return statement != NULL && statement_step(statement, NULL) &&
           g_strcmp0(statement_text(statement, 0), run->fingerprint) == 0 &&
           g_strcmp0(statement_text(statement, 1), run->commit) == 0 &&
           g_strcmp0(statement_text(statement, 2), run->stories) == 0 &&
           g_strcmp0(statement_text(statement, 3), run->lib) == 0;
}

static gboolean same_files(const Run *run, Database *database, Present *present)
{
    g_autoptr(Statement) files = database_prepare_file(database, "indexer/store/hashes.sql", NULL);
    GError *error = NULL;
    while (files != NULL && statement_step(files, &error))
        present_was(present, statement_text(files, 0), statement_text(files, 1), (guint64)statement_int(files, 2));
    if (error != NULL)
        g_error_free(error);
    cache_compare(run->cache, present);
    return files != NULL && error == NULL && present_is_as_it_was(present) && cache_holds(run->cache, present);
}

/* Whether the old index already says what this run would find. How files are is remembered for the first round: what
 * changes from now on shows when it is read. */
static gboolean is_current(Run *run)
{
    g_autoptr(Database) database = open_old(run);
    run->present = present_new(run->plan, tree_is_generated);
    return database != NULL && run->can_update && same_plan(run, database) &&
           same_files(run, database, run->present);
}

/* ---- writing ------------------------------------------------------------------------------------------ */

static gboolean is_small_change(TableSums *before, TableSums *now)
{
    g_autoptr(GArray) sums = table_sums_list(before);
    guint changed = 0;
    for (guint i = 0; i < sums->len; i++) {
        const TableSum *sum = &g_array_index(sums, TableSum, i);
        changed += table_sums_get(now, sum->table, sum->key) != sum->sum;
    }
    return changed * MOST_CHANGES < sums->len;
}

/* How many units there are, and how many of them were read without an error. */
static void count_units(const Run *run, guint *units, guint *clean)
{
    GPtrArray *files = merge_files(run->merge);
    *units = *clean = 0;
    for (guint i = 0; i < files->len; i++) {
        const FileRow *file = g_ptr_array_index(files, i);
        *units += file->is_unit;
        *clean += file->is_unit && file->parsed > 0 && file->errors == 0;
    }
}

/* What recordings have marked stays marked. Where the old index cannot even say whether something is, nothing is said. */
static void keep_marks(Run *run, Database *database)
{
    g_autoptr(GError) error = NULL;
    g_clear_pointer(&run->seen.version, g_free);
    if (!run->has_old || seen_keep(database, run->options->db, &run->seen, &error))
        return;
    if (run->seen.pairs > 0)
        run_note(run, "what was marked as seen cannot be read (%s); take it in again: cpyread seen RECORD", error->message);
    run->seen.pairs = 0;
}

/* The linkers are run on the whole index, whichever of its rows are new. */
static gboolean link_index(Run *run, Database *database, gboolean new_words, GError **error)
{
    Linking linking = {.database = database, .root = run->plan->root, .names_changed = new_words};
    gboolean ok = link_all(&linking, error) && stories_take_in(database, error);
    if (ok)
        keep_marks(run, database);
    return ok;
}

/* The old index is copied while the tree is read: mostly there is little to change in it. */
static gpointer copy_old(gpointer data)
{
    Run *run = data;
    GError *problem = NULL;
    claim_copy(run->claim, run->options->db, "index", &problem);
    return problem;
}

/* Waits for the copy; FALSE with `error` if it failed. */
static gboolean end_copy(Run *run, GError **error)
{
    GError *problem = run->copier != NULL ? g_thread_join(g_steal_pointer(&run->copier)) : NULL;
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

static gboolean write_index(Run *run, const char *path, TableSums *now, GError **error)
{
    guint all, good;
    count_units(run, &all, &good);
    g_autofree char *schema = g_strdup_printf("%d", DATABASE_SCHEMA);
    g_autofree char *units = g_strdup_printf("%u", all);
    g_autofree char *clean = g_strdup_printf("%u", good);
    const MetaRow meta[] = {
        {"version", run->plan->version}, {"schema", schema},      {"program", "cpyread"},
        {"libclang", run->compiler},     {"units", units},        {"units_without_error", clean},
        {"plan", run->fingerprint},      {"commit", run->commit}, {"stories", run->stories},
        {"lib", run->lib},
        {NULL, NULL},
    };
    TableSums *before = cache_sums(run->cache);
    if (!end_copy(run, error))
        return FALSE;
    if (run->can_update && is_small_change(before, now)) {
        g_autoptr(Database) database = database_change(path, error);
        gboolean same_words = table_sums_get(before, WORDS, 0) == table_sums_get(now, WORDS, 0);
        return database != NULL && writer_update(database, run->merge, meta, before, now, error) &&
               link_index(run, database, !same_words, error) && writer_index_links(database, error) &&
               run_add_history(run, database, NULL, error);
    }
    g_unlink(path);
    g_autoptr(Database) database = database_create(path, error);
    return database != NULL && writer_write(database, run->merge, meta, error) &&
           link_index(run, database, TRUE, error) && writer_index_links(database, error) &&
           run_add_history(run, database, run->can_update ? run->options->db : NULL, error);
}

static gboolean keep_foreign(const Run *run, GError **error)
{
    g_autofree char *kept = g_strconcat(run->options->db, ".kept", NULL);
    if (!run->is_foreign || g_rename(run->options->db, kept) == 0)
        return TRUE;
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s", kept, g_strerror(errno));
    return FALSE;
}

gboolean run_say_what_to_do(GError **error)
{
    if (error != NULL && *error != NULL) {
        char *message = g_strdup_printf(
            "%s; the index is as it was: make room, or name another place with --db FILE", (*error)->message);
        g_free((*error)->message);
        (*error)->message = message;
    }
    return FALSE;
}

/* Writes index and cache beside the old ones and puts them in their places when they are whole. */
static gboolean replace_index(Run *run, GError **error)
{
    g_autofree char *index = claim_path(run->claim, "index");
    g_autofree char *facts = claim_path(run->claim, "facts");
    TableSums *now = table_sums_of(run->merge);
    gboolean ok = write_index(run, index, now, error);
    cache_set_sums(run->cache, now);
    ok = ok && cache_write(run->cache, facts, index, error) && keep_foreign(run, error) &&
         claim_deliver(run->claim, "index", run->options->db, error) &&
         claim_deliver(run->claim, "facts", run->cache_path, error);
    return ok || run_say_what_to_do(error);
}

static void print_marks(const Run *run)
{
    const SeenKept *seen = &run->seen;
    if (seen->kept > 0)
        printf("  %u of %u pairs of functions stay marked as seen\n", seen->kept, seen->pairs);
    else if (seen->pairs > 0)
        printf("  no longer marked as seen, for that was CPython %s: take in a recording with cpyread seen RECORD\n",
               seen->version);
}

static gboolean make_index(Run *run, GError **error)
{
    gboolean had_all = run->can_update;
    run_line(run); /* nobody must be at work on what a worker would inherit */
    if (run->can_update)
        run->copier = g_thread_new("copier", copy_old, run);
    if (!run_crawl(run, error))
        return FALSE;
    describe_files(run->merge, run->present);
    if (!replace_index(run, error))
        return FALSE;
    if (run->options->only != NULL)
        return TRUE;
    if (had_all && run->read < run->plan->units->len / 2)
        report_changes(run->report, run->read, run->merge, run->options->db);
    else
        report_summary(run->report, run->plan, run->merge, run->options->db);
    print_marks(run);
    return TRUE;
}

/* What is somebody else's is moved aside only for who insists. */
static gboolean may_replace(const Run *run, GError **error)
{
    if (!run->is_foreign || run->options->force)
        return TRUE;
    g_set_error(error, DATABASE_ERROR, DATABASE_ERROR_FOREIGN,
                "%s is not an index, or damaged: name another file with --db, or let an index take its place with --force; "
                "what is there is then kept as %s.kept",
                run->options->db, run->options->db);
    return FALSE;
}

/* Another process may have been at work since the first look at the index. */
static gboolean claim_and_make(Run *run, GError **error)
{
    run->claim = claim_take(run->options->db, error);
    if (run->claim == NULL)
        return FALSE;
    g_autofree char *stamp = contents_stamp(run->options->db);
    if (g_strcmp0(stamp, run->stamp) != 0) {
        run_end_round(run);
        g_autoptr(Database) database = open_old(run);
        run->can_update &= database != NULL;
    }
    if (cache_is_worn(run->cache)) {
        run_note(run, "too much has changed since it was made; all is read anew");
        cache_free(run->cache);
        run->cache = cache_new(run->maker);
        run->can_update = FALSE;
    }
    return may_replace(run, error) && make_index(run, error);
}

/* ---- all of it ---------------------------------------------------------------------------------------- */

static gboolean write_compile_commands(const Plan *plan, const char *name, GError **error)
{
    g_autofree char *file = g_canonicalize_filename(name, NULL);
    gboolean ok = compile_commands_write(plan, file, error);
    if (ok)
        printf("%s: the compiler's arguments for %u units; clangd finds them from folders below, or by "
               "--compile-commands-dir\n",
               file, plan->units->len);
    return ok;
}

static void run_clear(Run *run)
{
    run_end_round(run);
    end_copy(run, NULL);
    run_line(run); /* waits */
    g_clear_pointer(&run->line, history_line_free);
    g_clear_pointer(&run->cache, cache_free);
    g_clear_pointer(&run->claim, claim_release);
    g_free(run->root);
    g_free(run->version);
    g_free(run->commit);
    g_free(run->compiler);
    g_free(run->fingerprint);
    g_free(run->stories);
    g_free(run->lib);
    g_free(run->maker);
    g_free(run->cache_path);
    g_free(run->stamp);
    g_free(run->seen.version);
}

/* Leaves of the plan the units that were asked for. */
static void keep_only(Plan *plan, const char *const *only)
{
    for (guint i = plan->units->len; i > 0; i--) {
        const Unit *unit = g_ptr_array_index(plan->units, i - 1);
        if (!g_strv_contains(only, unit->path))
            g_ptr_array_remove_index(plan->units, i - 1);
    }
}

static gpointer sum_lib(gpointer root)
{
    return lib_sum(root);
}

/* What the run is to read. Git and the sum of Lib/ take as long as the plan does, so they are asked for meanwhile. */
static Plan *make_plan(Run *run, GError **error)
{
    run->root = g_canonicalize_filename(run->options->source, NULL);
    run->version = tree_version(run->root);
    if (run->version != NULL)
        run_ask_git(run);
    GThread *summer = g_thread_new("lib", sum_lib, run->root);
    Plan *plan = tree_plan(run->root, ask_compiler, NULL, error);
    run->lib = g_thread_join(summer);
    return plan;
}

static gboolean say_plan(const RunOptions *options, Plan *plan, GError **error)
{
    if (options->only != NULL)
        keep_only(plan, options->only);
    for (guint i = 0; options->only == NULL && i < plan->notes->len; i++)
        fprintf(stderr, "cpyread: %s\n", (const char *)g_ptr_array_index(plan->notes, i));
    return options->compile_commands == NULL || write_compile_commands(plan, options->compile_commands, error);
}

static gboolean follow_plan(Run *run, GError **error)
{
    g_autofree char *name = g_strdup_printf("CPython %s", run->plan->version);
    g_autoptr(Report) report = run->report = report_new(name);
    run->compiler = crawl_compiler();
    run->commit = identity_commit(run->root);
    run->fingerprint = identity_plan(run->plan, run->compiler);
    run->stories = stories_sum();
    run->maker = identity_maker(run->compiler);
    run->cache_path = g_strconcat(run->options->db, "-facts", NULL);
    if (!is_current(run))
        return claim_and_make(run, error);
    if (!run_is_history_current(run))
        return run_claim_and_add_history(run, error);
    printf("%s: %s is up to date\n", name, run->options->db);
    return TRUE;
}

gboolean run_index(const RunOptions *options, GError **error)
{
    Run run = {.options = options};
    g_autoptr(Plan) plan = make_plan(&run, error);
    run.plan = plan;
    gboolean ok = plan != NULL && say_plan(options, plan, error) && follow_plan(&run, error);
    run_clear(&run);
    return ok;
}
