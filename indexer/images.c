/* images.c: see images.h.
 *
 *   git ls-tree, cat-file ──> FOLDER/before/ ──run_index──> FOLDER/before.db      (then all but the files asked for goes)
 *                             FOLDER/after/  ──run_index──> FOLDER/after.db
 *
 * The sources are those of a whole checkout, since a unit needs its headers; but only the units asked for are read. */
#include "images.h"

#include "history/blobs.h"
#include "history/git.h"
#include "run.h"
#include "store/contents.h"
#include "store/database.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* What is needed to know which sources are compiled, and how. */
static const char *const NEEDED[] = {"Include", "Modules",  "Objects",         "Parser",       "Programs",
                                     "Python",  "setup.py", "Makefile.pre.in", "configure.ac", "pyconfig.h.in"};

typedef struct Image {
    const char *name; /* before, after */
    char *commit;
} Image;

/* ---- files ---- */

static gboolean is_needed(const char *path)
{
    static const char *const suffixes[] = {".c", ".h", ".in", ".inc", ".ac", ".def", ".macros"};
    for (guint i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(path, suffixes[i]))
            return TRUE;
    return strcmp(path, "setup.py") == 0 || g_str_has_prefix(path, "Modules/Setup");
}

static void remove_all(const char *path)
{
    GDir *folder = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
    for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        remove_all(inner);
    }
    if (folder != NULL)
        g_dir_close(folder);
    g_remove(path);
}

static gboolean write_file(const char *root, const char *path, const char *text, gsize size, GError **error)
{
    g_autofree char *file = g_build_filename(root, path, NULL);
    g_autofree char *folder = g_path_get_dirname(file);
    if (g_mkdir_with_parents(folder, 0777) == 0)
        return g_file_set_contents(file, text, (gssize)size, error);
    g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s", folder, g_strerror(errno));
    return FALSE;
}

/* The files of a commit that are needed: `paths`, and in the same order the names of their blobs, one a line. */
static char *list_files(const char *source, const char *commit, GPtrArray *paths, GError **error)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    const char *const head[] = {"ls-tree", "-r", "-z", commit, "--"};
    for (guint i = 0; i < G_N_ELEMENTS(head); i++)
        g_ptr_array_add(words, (char *)head[i]);
    for (guint i = 0; i < G_N_ELEMENTS(NEEDED); i++)
        g_ptr_array_add(words, (char *)NEEDED[i]);
    g_ptr_array_add(words, NULL);
    gsize length = 0;
    g_autofree char *text = git_run(source, (const char *const *)words->pdata, &length, error);
    if (text == NULL)
        return NULL;
    GString *names = g_string_new(NULL);
    for (const char *entry = text; entry < text + length; entry += strlen(entry) + 1) { /* MODE blob NAME\tPATH */
        const char *path = strchr(entry, '\t');
        g_auto(GStrv) fields = g_strsplit_set(entry, " \t", 4);
        gboolean is_file = g_str_has_prefix(entry, "100") && path != NULL && strstr(path, "..") == NULL;
        if (!is_file || !is_needed(path + 1))
            continue;
        g_ptr_array_add(paths, g_strdup(path + 1));
        g_string_append_printf(names, "%s\n", fields[2]);
    }
    return g_string_free(names, FALSE);
}

static gboolean write_tree(const char *source, const char *commit, const char *root, GError **error)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *names = list_files(source, commit, paths, error);
    g_autoptr(Blobs) blobs = names == NULL ? NULL : blobs_open(source, names, error);
    gboolean ok = blobs != NULL;
    for (guint i = 0; i < paths->len && ok; i++) {
        gsize size = 0;
        GError *problem = NULL;
        g_autofree char *text = blobs_next(blobs, &size, &problem);
        if (problem != NULL)
            g_propagate_error(error, problem);
        ok = problem == NULL && (text == NULL || write_file(root, g_ptr_array_index(paths, i), text, size, error));
    }
    return ok;
}

/* ---- one image ---- */

/* Keeps of the sources what an excerpt may be asked of. */
static gboolean keep_sources(const char *root, char **files, GError **error)
{
    gboolean ok = TRUE;
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    for (char **file = files; *file != NULL; file++) {
        g_autofree char *path = g_build_filename(root, *file, NULL);
        char *text = NULL;
        g_file_get_contents(path, &text, NULL, NULL);
        g_ptr_array_add(texts, text);
    }
    remove_all(root);
    for (guint i = 0; i < texts->len && ok; i++) {
        const char *text = g_ptr_array_index(texts, i);
        ok = text == NULL || write_file(root, files[i], text, strlen(text), error);
    }
    return ok;
}

static gboolean make_image(const ImagesOptions *options, const Image *image, const char *folder, char **files, GError **error)
{
    g_autofree char *root = g_build_filename(folder, image->name, NULL), *db = g_strconcat(root, ".db", NULL),
                    *facts = g_strconcat(db, "-facts", NULL);
    RunOptions run = {.source = root,
                      .db = db,
                      .only = (const char *const *)files,
                      .history = "none",
                      .workers = g_get_num_processors(),
                      .force = TRUE,
                      .interrupted = options->interrupted};
    gboolean ok = write_tree(options->source, image->commit, root, error) && run_index(&run, error);
    g_remove(facts);
    return ok && keep_sources(root, files, error);
}

/* ---- both ---- */

static char *resolve(const char *source, const char *hash, const char *suffix, GError **error)
{
    g_autofree char *name = g_strconcat(hash, suffix, NULL);
    const char *const words[] = {"rev-parse", "--verify", "--quiet", "--end-of-options", name, NULL};
    g_autoptr(GError) problem = NULL;
    char *commit = git_line(source, words, &problem);
    if (commit == NULL && problem->code == GIT_ERROR_FAILED)
        g_set_error(error, GIT_ERROR, GIT_ERROR_FAILED, "%s: the repository of %s has no commit %s", hash, source, name);
    else if (commit == NULL)
        g_propagate_error(error, g_steal_pointer(&problem));
    return commit;
}

static char **touched_files(const ImagesOptions *options, const Image *images, GError **error)
{
    if (options->files != NULL)
        return g_strdupv(options->files);
    const char *const words[] = {"diff-tree", "-r",   "--name-only",     "--no-renames", "--no-ext-diff",
                                 "--no-textconv", images[0].commit, images[1].commit, "--", "*.c", NULL};
    g_autofree char *text = git_line(options->source, words, error);
    if (text == NULL || *text != '\0')
        return text == NULL ? NULL : g_strsplit(text, "\n", -1);
    g_set_error(error, GIT_ERROR, GIT_ERROR_FAILED, "%s touched no C source", options->hash);
    return NULL;
}

/* Where they are kept: by commit, by files, and by what made them. */
static char *folder_for(const Image *images, char **files)
{
    g_autofree char *list = g_strjoinv("\n", files);
    g_autofree char *program = contents_hash_file("/proc/self/exe");
    g_autofree char *all = g_strdup_printf("%s\n%s\n%s", images[1].commit, program != NULL ? program : "", list);
    g_autofree char *sum = contents_hash(all, strlen(all));
    g_autofree char *name = g_strdup_printf("%.10s-%.10s", images[1].commit, sum);
    return g_build_filename(g_get_user_cache_dir(), "cpyread", "images", name, NULL);
}

static gboolean is_made(const char *folder)
{
    g_autofree char *last = g_build_filename(folder, "after.db", NULL);
    g_autoptr(Database) database = database_open(last, NULL);
    return database != NULL;
}

static gboolean make_both(const ImagesOptions *options, const Image *images, const char *folder, char **files, GError **error)
{
    if (is_made(folder))
        return TRUE;
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s; another place: XDG_CACHE_HOME=FOLDER", folder,
                    g_strerror(errno));
        return FALSE;
    }
    if (make_image(options, &images[0], folder, files, error) && make_image(options, &images[1], folder, files, error))
        return TRUE;
    remove_all(folder);
    return FALSE;
}

gboolean images_make(const ImagesOptions *options, GError **error)
{
    Image images[] = {{"before", resolve(options->source, options->hash, "^1", error)}, {"after", NULL}};
    if (images[0].commit != NULL)
        images[1].commit = resolve(options->source, options->hash, "^{commit}", error);
    g_auto(GStrv) files = images[1].commit == NULL ? NULL : touched_files(options, images, error);
    g_autofree char *folder = files == NULL ? NULL : folder_for(images, files);
    gboolean ok = folder != NULL && make_both(options, images, folder, files, error);
    if (ok)
        printf("%s/before.db\n%s/after.db\n", folder, folder);
    g_free(images[0].commit);
    g_free(images[1].commit);
    return ok;
}
