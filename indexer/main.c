/* cpyread-index: makes the index of a CPython checkout. People come here through `cpyread index`. run.c is the story. */
#include "crawl/crawl.h"
#include "images.h"
#include "run.h"
#include "store/database.h"
#include "take_in.h"
#include "tree/tree.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STATUS_USAGE = 2, STATUS_FAILED = 3 };

typedef struct Options {
    char *source, *db;
    char *compile_commands; /* file to write them to, or NULL */
    char *history;          /* a range, or NULL */
    int workers;
    gboolean force;
} Options;

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
        if (g_str_has_prefix(argv[i], "-j") && g_ascii_isdigit(argv[i][2])) {
            g_autofree char *words = g_strconcat("--jobs=", argv[i] + 2, NULL);
            argv[i] = (char *)g_intern_string(words); /* argv owns nothing */
        }
}

static gboolean parse_options(int argc, char **argv, Options *options, GError **error)
{
    g_auto(GStrv) rest = NULL;
    gboolean version = FALSE;
    const GOptionEntry entries[] = {
        {"db", 0, 0, G_OPTION_ARG_FILENAME, &options->db, "The index to make; SRC.db unless given", "FILE"},
        {"jobs", 'j', 0, G_OPTION_ARG_INT, &options->workers, "Worker processes; as many as there are processors", "N"},
        {"force", 0, 0, G_OPTION_ARG_NONE, &options->force, "Read all anew, even if nothing changed, and even if FILE is no index (it is kept)", NULL},
        {"history", 0, 0, G_OPTION_ARG_STRING, &options->history,
         "The commits to read, FROM..TO by first parents; none: no history. Unless given, those of the version's own line, from "
         "where it left the version before it",
         "RANGE"},
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

static gboolean make_index(const Options *options, GError **error)
{
    RunOptions run = {.source = options->source,
                      .db = options->db,
                      .compile_commands = options->compile_commands,
                      .history = options->history,
                      .workers = options->workers,
                      .force = options->force,
                      .interrupted = &interrupted};
    return run_index(&run, error);
}

/* `cpyread-index seen --db FILE RECORD…`, which people type as `cpyread seen RECORD…`. */
static int run_seen(int argc, char **argv, GError **error)
{
    g_autofree char *db = NULL;
    g_auto(GStrv) recordings = NULL;
    const GOptionEntry entries[] = {
        {"db", 0, 0, G_OPTION_ARG_FILENAME, &db, "The index to mark", "FILE"},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &recordings, NULL, "RECORD…"},
        G_OPTION_ENTRY_NULL,
    };
    g_autoptr(GOptionContext) context = g_option_context_new("- mark in an index what a run executed");
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, &argc, &argv, error))
        return STATUS_USAGE;
    if (db == NULL || recordings == NULL) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "name an index and a recording: seen --db FILE RECORD");
        return STATUS_USAGE;
    }
    return take_in(db, recordings, error) ? 0 : STATUS_FAILED;
}

/* `cpyread-index images --src TREE HASH [FILE…]`, for `cpyread diff`. */
static int run_images(int argc, char **argv, GError **error)
{
    g_autofree char *source = NULL;
    g_auto(GStrv) rest = NULL;
    const GOptionEntry entries[] = {
        {"src", 0, 0, G_OPTION_ARG_FILENAME, &source, "A checkout with its history; the one around the current folder", "TREE"},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, "HASH [FILE…]"},
        G_OPTION_ENTRY_NULL,
    };
    g_autoptr(GOptionContext) context = g_option_context_new("- index the files of a commit before and after it");
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, &argc, &argv, error))
        return STATUS_USAGE;
    if (source == NULL)
        source = default_source();
    if (rest == NULL || source == NULL) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "name a checkout and a commit: images --src TREE HASH [FILE…]");
        return STATUS_USAGE;
    }
    ImagesOptions options = {.source = source,
                             .hash = rest[0],
                             .files = rest[1] != NULL ? rest + 1 : NULL,
                             .interrupted = &interrupted};
    return images_make(&options, error) ? 0 : STATUS_FAILED;
}

static int run_make(int argc, char **argv, GError **error)
{
    Options options = {0};
    int status = 0;
    if (!parse_options(argc, argv, &options, error))
        status = STATUS_USAGE;
    else if (!make_index(&options, error))
        status = error != NULL && g_error_matches(*error, TREE_ERROR, TREE_ERROR_USAGE) ? STATUS_USAGE : STATUS_FAILED;
    g_free(options.source);
    g_free(options.db);
    g_free(options.compile_commands);
    g_free(options.history);
    return status;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_autoptr(GError) error = NULL;
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    signal(SIGXFSZ, SIG_IGN); /* a file that grows too large is an error like a full disk */
    gboolean is_seen = argc > 1 && strcmp(argv[1], "seen") == 0;
    gboolean is_images = argc > 1 && strcmp(argv[1], "images") == 0;
    int status = is_seen     ? run_seen(argc - 1, argv + 1, &error)
                 : is_images ? run_images(argc - 1, argv + 1, &error)
                             : run_make(argc, argv, &error);
    if (status != 0)
        fprintf(stderr, "cpyread: %s\n", error->message);
    return status;
}
