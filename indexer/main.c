/* cpyread-index: makes the index of a CPython checkout.
 *
 *   tree_plan ─> crawl_run ─> merge ─> writer ─> DB.new.PID ─rename─> DB
 *
 * The old index stays as it is until the new one is whole. People come here through `cpyread index`. */
#include "crawl/ask.h"
#include "crawl/crawl.h"
#include "report.h"
#include "store/contents.h"
#include "store/database.h"
#include "store/writer.h"
#include "tree/compile_commands.h"
#include "tree/generated.h"
#include "tree/headers.h"
#include "tree/tree.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { STATUS_USAGE = 2, STATUS_FAILED = 3 };

typedef struct Options {
    char *source, *db;
    char *compile_commands; /* file to write them to, or NULL */
    int workers;
    gboolean force;
} Options;

typedef struct Run {
    const Plan *plan;
    Texts *texts; /* of all facts */
    Merge *merge;
    Report *report;
    char *commit, *compiler, *fingerprint;
} Run;

static volatile sig_atomic_t interrupted;

static void on_signal(int number)
{
    interrupted = number;
}

/* ---- the command line --------------------------------------------------------------------------------- */

static gboolean is_checkout(const char *path)
{
    g_autofree char *file = g_build_filename(path, "Include", "patchlevel.h", NULL);
    return g_file_test(file, G_FILE_TEST_IS_REGULAR);
}

/* Without SRC: the checkout one stands in. */
static char *default_source(void)
{
    for (g_autofree char *folder = g_get_current_dir();;) {
        if (is_checkout(folder))
            return g_steal_pointer(&folder);
        g_autofree char *above = g_path_get_dirname(folder);
        if (strcmp(above, folder) == 0)
            return NULL;
        g_free(folder);
        folder = g_steal_pointer(&above);
    }
}

/* GOption wants a space in `-j2`; people do not. */
static void spell_out_jobs(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (g_str_has_prefix(argv[i], "-j") && g_ascii_isdigit(argv[i][2]))
            argv[i] = g_strconcat("--jobs=", argv[i] + 2, NULL);
}

static gboolean parse_options(int argc, char **argv, Options *options, GError **error)
{
    g_auto(GStrv) rest = NULL;
    gboolean version = FALSE;
    const GOptionEntry entries[] = {
        {"db", 0, 0, G_OPTION_ARG_FILENAME, &options->db, "The index to make; SRC.db unless given", "FILE"},
        {"jobs", 'j', 0, G_OPTION_ARG_INT, &options->workers, "Worker processes; as many as there are processors", "N"},
        {"force", 0, 0, G_OPTION_ARG_NONE, &options->force, "Read all anew, even if nothing changed", NULL},
        {"compile-commands", 0, 0, G_OPTION_ARG_FILENAME, &options->compile_commands,
         "Write the compiler's arguments there too, as clangd wants them", "FILE"},
        {"version", 0, 0, G_OPTION_ARG_NONE, &version, "Tell the program's version", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, "[SRC]"},
        G_OPTION_ENTRY_NULL,
    };
    g_autoptr(GOptionContext) context = g_option_context_new("- index a CPython checkout");
    g_option_context_add_main_entries(context, entries, NULL);
    g_option_context_set_description(context, "SRC is a checkout of CPython 3.6 or later; the one around the current folder "
                                              "unless given.\nNothing in it is changed, built or run.");
    spell_out_jobs(argc, argv);
    if (!g_option_context_parse(context, &argc, &argv, error))
        return FALSE;
    if (version) {
        g_autofree char *compiler = crawl_compiler();
        printf("cpyread-index (index schema %d, libclang %s)\n", DATABASE_SCHEMA, compiler);
        exit(0);
    }
    if (rest != NULL && g_strv_length(rest) > 1) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "one SRC at a time, not also “%s”", rest[1]);
        return FALSE;
    }
    if (options->workers < 0 || options->workers > 256) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "-j %d: 1 to 256 workers", options->workers);
        return FALSE;
    }
    options->source = rest != NULL ? g_canonicalize_filename(rest[0], NULL) : default_source();
    if (options->source == NULL) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                    "no CPython checkout here; name one: cpyread index SRC (cpython-src/get VERSION fetches one)");
        return FALSE;
    }
    char *db = options->db != NULL ? g_canonicalize_filename(options->db, NULL) : g_strconcat(options->source, ".db", NULL);
    g_free(options->db);
    options->db = db;
    if (options->workers == 0)
        options->workers = g_get_num_processors();
    return TRUE;
}

/* ---- taking in results -------------------------------------------------------------------------------- */

/* Notes the headers that this machine lacks: "openssl/ssl.h (libssl-dev)". */
static void note_missing(FileRow *file, const char *text)
{
    const char *quote = strstr(text, "' file not found");
    if (*text != '\'' || quote == NULL)
        return;
    g_autofree char *header = g_strndup(text + 1, quote - text - 1);
    const char *package = tree_package_of_header(header);
    g_autofree char *words = package == NULL ? g_strdup(header) : g_strdup_printf("%s (%s)", header, package);
    if (file->missing != NULL && strstr(file->missing, words) != NULL)
        return;
    char *all = file->missing == NULL ? g_strdup(words) : g_strconcat(file->missing, ", ", words, NULL);
    g_free(file->missing);
    file->missing = all;
}

static gboolean go_on(gpointer data, GError **error)
{
    (void)data;
    if (interrupted)
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INTR, "interrupted; the index is as it was before");
    return !interrupted;
}

static gboolean take_result(const CrawlResult *result, gpointer data, GError **error)
{
    Run *run = data;
    (void)error;
    if (result->facts == NULL) {
        if (result->unit == NULL)
            return TRUE; /* its units are parsed without it */
        merge_problem(run->merge, result->unit->path, result->problem);
        return TRUE;
    }
    facts_share(result->facts, run->texts);
    merge_add(run->merge, result->order, result->first->path, result->first->part_of, result->facts);
    return TRUE;
}

static void show_progress(guint done, guint total, gpointer data)
{
    Run *run = data;
    report_progress(run->report, done, total);
}

/* ---- files -------------------------------------------------------------------------------------------- */

static void count_errors(Merge *merge, FileRow *file)
{
    guint count;
    merge_sort(merge, ROWS_DIAGNOSTICS, file);
    const DiagnosticRow *rows = merge_rows(merge, ROWS_DIAGNOSTICS, file, &count);
    file->errors = count;
    for (guint i = 0; i < count; i++)
        note_missing(file, rows[i].text);
}

static void describe_file(const Plan *plan, FileRow *file)
{
    g_autofree char *path = g_build_filename(plan->root, file->path, NULL);
    g_autofree char *text = NULL;
    gsize size;
    if (!g_file_get_contents(path, &text, &size, NULL)) {
        file->generated = TRUE; /* made up for the parse */
        return;
    }
    file->lines = contents_lines(text, size);
    file->hash = contents_hash(text, size);
    file->generated = tree_is_generated(file->path, text, size);
}

/* Brings in the files that no facts speak of. */
static void name_files(Run *run)
{
    for (guint i = 0; i < run->plan->units->len; i++)
        merge_file(run->merge, ((const Unit *)g_ptr_array_index(run->plan->units, i))->path)->is_unit = TRUE;
    for (guint i = 0; i < run->plan->skipped->len; i++) {
        const Skipped *skipped = g_ptr_array_index(run->plan->skipped, i);
        FileRow *file = merge_file(run->merge, skipped->path);
        if (file->parsed == 0 && file->skipped_because == NULL)
            file->skipped_because = g_strdup(skipped->because);
    }
}

static void describe_files(Run *run)
{
    GPtrArray *files = merge_files(run->merge);
    for (guint i = 0; i < files->len; i++) {
        count_errors(run->merge, g_ptr_array_index(files, i));
        describe_file(run->plan, g_ptr_array_index(files, i));
    }
}

/* The commit of a checkout that is a git work tree of its own (not merely inside one); NULL if it is none. */
static char *read_commit(const char *root)
{
    g_autofree char *git = g_build_filename(root, ".git", NULL);
    if (!g_file_test(git, G_FILE_TEST_EXISTS))
        return NULL;
    const char *const arguments[] = {"git", "-c", "core.fsmonitor=false", "-C", root, "rev-parse", "--verify", "HEAD", NULL};
    g_autofree char *output = NULL;
    int status = 0;
    if (!g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output,
                      NULL, &status, NULL) ||
        !g_spawn_check_wait_status(status, NULL))
        return NULL;
    return g_strdup(g_strstrip(output));
}

/* ---- the index ---------------------------------------------------------------------------------------- */

/* All that decides what a crawl would find, but for the files' contents. */
static char *fingerprint(const Plan *plan, const char *compiler)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
    g_checksum_update(sum, (const guchar *)compiler, -1);
    for (guint i = 0; i < plan->units->len; i++) {
        const Unit *unit = g_ptr_array_index(plan->units, i);
        g_autofree char *arguments = g_strjoinv("\n", unit->arguments);
        g_checksum_update(sum, (const guchar *)unit->path, strlen(unit->path) + 1);
        g_checksum_update(sum, (const guchar *)unit->part_of, strlen(unit->part_of) + 1);
        g_checksum_update(sum, (const guchar *)arguments, strlen(arguments) + 1);
    }
    for (guint i = 0; i < plan->unsaved->len; i++) {
        const Unsaved *unsaved = g_ptr_array_index(plan->unsaved, i);
        g_checksum_update(sum, (const guchar *)unsaved->path, strlen(unsaved->path) + 1);
        g_checksum_update(sum, (const guchar *)unsaved->text, strlen(unsaved->text) + 1);
    }
    return g_strdup(g_checksum_get_string(sum));
}

static gboolean write_index(Run *run, const char *path, GError **error)
{
    g_autofree char *schema = g_strdup_printf("%d", DATABASE_SCHEMA);
    const char *const meta[][2] = {
        {"version", run->plan->version}, {"schema", schema},  {"program", "cpyread"}, {"libclang", run->compiler},
        {"plan", run->fingerprint},      {"commit", run->commit},
    };
    g_autoptr(Database) database = database_create(path, error);
    return database != NULL && writer_write(database, run->merge, meta, G_N_ELEMENTS(meta) - (run->commit == NULL), error);
}

/* Writes beside the old index and puts it in its place when it is whole. */
static gboolean replace_index(Run *run, const char *db, GError **error)
{
    g_autofree char *beside = g_strdup_printf("%s.new.%d", db, (int)getpid());
    g_unlink(beside);
    gboolean ok = write_index(run, beside, error);
    if (ok && g_rename(beside, db) != 0) {
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s", db, g_strerror(errno));
        ok = FALSE;
    }
    if (!ok)
        g_unlink(beside);
    return ok;
}

/* Whether the index at `db` already says what this run would find. */
static gboolean is_current(const char *db, const Run *run)
{
    g_autoptr(Database) database = database_open(db, NULL);
    if (database == NULL)
        return FALSE;
    g_autoptr(Statement) statement = database_prepare_file(database, "indexer/store/fingerprint.sql", NULL);
    if (!statement_step(statement, NULL) || g_strcmp0(statement_text(statement, 0), run->fingerprint) != 0 ||
        g_strcmp0(statement_text(statement, 1), run->commit) != 0)
        return FALSE;
    g_autoptr(Statement) files = database_prepare_file(database, "indexer/store/hashes.sql", NULL);
    while (statement_step(files, NULL)) {
        g_autofree char *path = g_build_filename(run->plan->root, statement_text(files, 0), NULL);
        g_autofree char *hash = contents_hash_file(path);
        if (g_strcmp0(hash, statement_text(files, 1)) != 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean crawl_and_write(Run *run, const Options *options, GError **error)
{
    run->texts = texts_new();
    run->merge = merge_new(run->texts);
    CrawlOptions crawl = {options->workers, take_result, go_on, show_progress, run};
    if (!crawl_run(run->plan, &crawl, error))
        return FALSE;
    name_files(run);
    merge_finish(run->merge);
    describe_files(run);
    if (!replace_index(run, options->db, error))
        return FALSE;
    report_summary(run->report, run->plan, run->merge, options->db);
    return TRUE;
}

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

static gboolean make_index(const Options *options, GError **error)
{
    g_autoptr(Plan) plan = tree_plan(options->source, ask_compiler, NULL, error);
    if (plan == NULL)
        return FALSE;
    for (guint i = 0; i < plan->notes->len; i++)
        fprintf(stderr, "cpyread: %s\n", (const char *)g_ptr_array_index(plan->notes, i));
    if (options->compile_commands != NULL && !write_compile_commands(plan, options->compile_commands, error))
        return FALSE;
    g_autofree char *name = g_strdup_printf("CPython %s", plan->version);
    g_autoptr(Report) report = report_new(name);
    Run run = {.plan = plan, .report = report, .commit = read_commit(plan->root), .compiler = crawl_compiler()};
    run.fingerprint = fingerprint(plan, run.compiler);
    gboolean ok = TRUE;
    if (!options->force && is_current(options->db, &run))
        printf("%s: %s is up to date\n", name, options->db);
    else
        ok = crawl_and_write(&run, options, error);
    g_clear_pointer(&run.merge, merge_free);
    g_clear_pointer(&run.texts, texts_free);
    g_free(run.commit);
    g_free(run.compiler);
    g_free(run.fingerprint);
    return ok;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    Options options = {0};
    g_autoptr(GError) error = NULL;
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    int status = 0;
    if (!parse_options(argc, argv, &options, &error))
        status = STATUS_USAGE;
    else if (!make_index(&options, &error))
        status = g_error_matches(error, TREE_ERROR, TREE_ERROR_USAGE) ? STATUS_USAGE : STATUS_FAILED;
    if (status != 0)
        fprintf(stderr, "cpyread: %s\n", error->message);
    g_free(options.source);
    g_free(options.db);
    g_free(options.compile_commands);
    return status;
}
