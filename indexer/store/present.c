/* present.c: see present.h.
 *
 * Three things can make a compiler read something else: a file that it read has changed; a file has come or gone whose
 * name some #include has in it, so that another is found; a header that was missing has been installed. The second
 * is judged by the last part of the name: a few parses too many are read again. Left out: a header of the system's
 * that comes to stand before another of its name. */
#include "store/present.h"

#include "store/contents.h"
#include "store/sum.h"

#include <fts.h>
#include <string.h>
#include <unistd.h>

typedef struct Was {
    char *hash;
    guint64 sum;
} Was;

struct Present {
    const Plan *plan;
    gboolean (*generated)(const char *path, const char *text, gsize size);
    GHashTable *files;   /* path to PresentFile */
    GHashTable *before;  /* path to Was */
    GHashTable *made_up; /* path to text */
    GHashTable *stamps;  /* outside path to stamp */
    GHashTable *moved;   /* set of names of files that came or went */
    GHashTable *folders; /* set of outside folders that headers may lie in */
    GPtrArray *paths;
};

static void file_free(gpointer data)
{
    PresentFile *file = data;
    g_free(file->hash);
    g_free(file);
}

static void was_free(gpointer data)
{
    Was *was = data;
    g_free(was->hash);
    g_free(was);
}

Present *present_new(const Plan *plan, gboolean (*generated)(const char *path, const char *text, gsize size))
{
    Present *present = g_new0(Present, 1);
    present->plan = plan;
    present->generated = generated;
    present->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, file_free);
    present->before = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, was_free);
    present->made_up = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    present->stamps = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    present->moved = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    present->folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < plan->unsaved->len; i++) {
        const Unsaved *unsaved = g_ptr_array_index(plan->unsaved, i);
        /* The compiler tells of it by a path without "..". */
        g_autofree char *plain = g_canonicalize_filename(unsaved->path, "/");
        g_hash_table_insert(present->made_up, g_strdup(unsaved->path), unsaved->text);
        g_hash_table_insert(present->made_up, g_strdup(plain + 1), unsaved->text);
    }
    return present;
}

void present_free(Present *present)
{
    g_hash_table_unref(present->files);
    g_hash_table_unref(present->before);
    g_hash_table_unref(present->made_up);
    g_hash_table_unref(present->stamps);
    g_hash_table_unref(present->moved);
    g_hash_table_unref(present->folders);
    g_clear_pointer(&present->paths, g_ptr_array_unref);
    g_free(present);
}

static char *hash_of(const Present *present, const char *path, const char *text, gsize size, guint64 sum)
{
    const Was *was = g_hash_table_lookup(present->before, path);
    return was != NULL && was->sum == sum ? g_strdup(was->hash) : contents_hash(text, size);
}

static PresentFile *read_file(const Present *present, const char *path)
{
    PresentFile *file = g_new0(PresentFile, 1);
    const char *made_up = g_hash_table_lookup(present->made_up, path);
    g_autofree char *name = g_build_filename(present->plan->root, path, NULL);
    g_autofree char *text = NULL;
    gsize size;
    if (made_up != NULL) {
        file->hash = contents_hash(made_up, strlen(made_up));
        file->sum = sum_bytes(strlen(made_up), made_up, strlen(made_up));
        file->made_up = file->generated = TRUE;
    } else if (g_file_get_contents(name, &text, &size, NULL)) {
        file->sum = sum_bytes(size, text, size);
        file->hash = hash_of(present, path, text, size, file->sum);
        file->lines = contents_lines(text, size);
        file->generated = present->generated(path, text, size);
    }
    return file;
}

const PresentFile *present_file(Present *present, const char *path)
{
    PresentFile *file = g_hash_table_lookup(present->files, path);
    if (file == NULL) {
        file = read_file(present, path);
        g_hash_table_insert(present->files, g_strdup(path), file);
    }
    return file;
}

void present_was(Present *present, const char *path, const char *hash, guint64 sum)
{
    Was was = {g_strdup(hash), sum};
    g_hash_table_replace(present->before, g_strdup(path), g_memdup2(&was, sizeof was));
}

gboolean present_is_as_it_was(Present *present)
{
    GHashTableIter iter;
    gpointer path, was;
    g_hash_table_iter_init(&iter, present->before);
    while (g_hash_table_iter_next(&iter, &path, &was))
        if (g_strcmp0(present_file(present, path)->hash, ((const Was *)was)->hash) != 0)
            return FALSE;
    return TRUE;
}

/* ---- which files there are ---- */

static int compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Hidden folders (.git) are passed over. */
static void list_tree(const char *root, GPtrArray *paths)
{
    char *const roots[] = {(char *)root, NULL};
    FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_NOSTAT, NULL);
    gsize length = strlen(root);
    for (FTSENT *entry; walk != NULL && (entry = fts_read(walk)) != NULL;) {
        if (entry->fts_info == FTS_D && entry->fts_level > 0 && entry->fts_name[0] == '.')
            fts_set(walk, entry, FTS_SKIP);
        else if (entry->fts_info != FTS_D && entry->fts_info != FTS_DP)
            g_ptr_array_add(paths, g_strdup(entry->fts_path + length + 1));
    }
    if (walk != NULL)
        fts_close(walk);
}

GPtrArray *present_paths(Present *present)
{
    if (present->paths == NULL) {
        present->paths = g_ptr_array_new_with_free_func(g_free);
        list_tree(present->plan->root, present->paths);
        for (guint i = 0; i < present->plan->unsaved->len; i++)
            g_ptr_array_add(present->paths,
                            g_strdup(((const Unsaved *)g_ptr_array_index(present->plan->unsaved, i))->path));
        g_ptr_array_sort(present->paths, compare_strings);
    }
    return present->paths;
}

static void add_moved(Present *present, const char *path)
{
    g_hash_table_add(present->moved, g_path_get_basename(path));
}

void present_compare(Present *present, GPtrArray *paths_before)
{
    GPtrArray *paths = present_paths(present);
    guint i = 0, j = 0;
    g_hash_table_remove_all(present->moved);
    while (paths_before != NULL && (i < paths->len || j < paths_before->len)) { /* both are in order */
        int order = i == paths->len          ? 1
                    : j == paths_before->len ? -1
                                             : strcmp(paths->pdata[i], paths_before->pdata[j]);
        if (order != 0)
            add_moved(present, order < 0 ? paths->pdata[i] : paths_before->pdata[j]);
        i += order <= 0;
        j += order >= 0;
    }
}

/* ---- outside ---- */

/* "/usr/include/openssl/ssl.h" may have been found from each folder above it. */
void present_add_folder(Present *present, const char *outside_path)
{
    g_autofree char *folder = g_path_get_dirname(outside_path);
    while (folder[1] != '\0' && !g_hash_table_contains(present->folders, folder)) {
        char *above = g_path_get_dirname(folder);
        g_hash_table_add(present->folders, folder);
        folder = above;
    }
}

static const char *stamp_of(Present *present, const char *path)
{
    char *stamp = g_hash_table_lookup(present->stamps, path);
    if (stamp == NULL) {
        stamp = contents_stamp(path);
        g_hash_table_insert(present->stamps, g_strdup(path), stamp);
    }
    return stamp;
}

static gboolean is_installed(const Present *present, const char *header)
{
    GHashTableIter folders;
    gpointer folder;
    g_hash_table_iter_init(&folders, present->folders);
    while (g_hash_table_iter_next(&folders, &folder, NULL)) {
        g_autofree char *path = g_build_filename(folder, header, NULL);
        if (access(path, F_OK) == 0)
            return TRUE;
    }
    g_autofree char *local = g_build_filename("/usr/local/include", header, NULL);
    return access(local, F_OK) == 0;
}

static gboolean file_agrees(Present *present, const char *path, const char *mark)
{
    const PresentFile *file = present_file(present, path);
    g_autofree char *now = file->hash == NULL ? NULL : contents_mark(file->sum);
    return g_strcmp0(now, mark) == 0;
}

gboolean present_agrees(Present *present, FactSourceKind kind, const char *path, const char *mark)
{
    const char *slash = strrchr(path, '/');
    if (g_hash_table_contains(present->moved, slash == NULL ? path : slash + 1))
        return FALSE;
    switch (kind) {
    case FACT_SOURCE_TREE:
        return file_agrees(present, path, mark);
    case FACT_SOURCE_OUTSIDE:
        return g_strcmp0(stamp_of(present, path), mark) == 0;
    case FACT_SOURCE_MISSING:
        return !is_installed(present, path);
    }
    return FALSE;
}
