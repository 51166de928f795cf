/* locate.c: which index a command means, and what to type when there is none. See index.h for the rule.
 *
 * A study folder is known by its cpython-src/, found upwards from the current folder as git finds its .git.
 * In it VERSION/ is a tree, VERSION.db its index, and .cpyread beside cpython-src/ holds the version chosen
 * by `cpyread use`. Every error here ends with a command that mends it. */
#include "query/locate.h"

#include "query/index.h"

#include <string.h>

char *index_study_folder(void)
{
    g_autofree char *folder = g_get_current_dir();
    for (;;) {
        g_autofree char *sources = g_build_filename(folder, "cpython-src", NULL);
        if (g_file_test(sources, G_FILE_TEST_IS_DIR))
            return g_steal_pointer(&folder);
        char *above = g_path_get_dirname(folder);
        gboolean is_root = strcmp(above, folder) == 0;
        g_free(folder);
        folder = above;
        if (is_root)
            return NULL;
    }
}

/* "3.9" before "3.11": by the numbers, then by the letters. */
static gint compare_versions(gconstpointer a, gconstpointer b)
{
    const char *x = *(const char *const *)a, *y = *(const char *const *)b;
    g_autofree char *key_x = g_utf8_collate_key_for_filename(x, -1);
    g_autofree char *key_y = g_utf8_collate_key_for_filename(y, -1);
    return strcmp(key_x, key_y);
}

/* The names in cpython-src/ that end in `suffix` ("" for folders), without it. */
static GStrv list_sources(const char *study, const char *suffix)
{
    GPtrArray *names = g_ptr_array_new();
    g_autofree char *sources = g_build_filename(study, "cpython-src", NULL);
    g_autoptr(GDir) dir = g_dir_open(sources, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(sources, name, NULL);
        if (*name == '.' || !g_str_has_suffix(name, suffix))
            continue;
        if (g_file_test(path, *suffix == '\0' ? G_FILE_TEST_IS_DIR : G_FILE_TEST_IS_REGULAR))
            g_ptr_array_add(names, g_strndup(name, strlen(name) - strlen(suffix)));
    }
    g_ptr_array_sort(names, compare_versions);
    g_ptr_array_add(names, NULL);
    return (GStrv)g_ptr_array_free(names, FALSE);
}

GStrv index_versions(const char *study)
{
    return list_sources(study, ".db");
}

/* The version that `cpyread use` chose, or NULL. The caller frees it. */
static char *chosen_version(const char *study)
{
    g_autofree char *path = g_build_filename(study, ".cpyread", NULL);
    char *version = NULL;
    if (g_file_get_contents(path, &version, NULL, NULL))
        g_strstrip(version);
    return version;
}

/* A file of the study folder as it can be typed here: relative in the folder itself, else whole. */
static char *path_from_here(const char *study, const char *name)
{
    g_autofree char *here = g_get_current_dir();
    if (strcmp(here, study) == 0)
        return g_build_filename("cpython-src", name, NULL);
    return g_build_filename(study, "cpython-src", name, NULL);
}

char *index_advice(const char *study, const char *version)
{
    if (study == NULL)
        return g_strdup(
            "go to the study folder (the one with cpython-src/), or name an index with --db FILE");
    g_auto(GStrv) trees = list_sources(study, "");
    const char *tree = version != NULL ? version : trees[0];
    if (tree != NULL && g_strv_contains((const char *const *)trees, tree)) {
        g_autofree char *path = path_from_here(study, tree);
        return g_strdup_printf("make one with: cpyread index %s", path);
    }
    g_autofree char *get = path_from_here(study, "get");
    if (version != NULL)
        return g_strdup_printf("get its tree with: %s %s", get, version);
    return g_strdup_printf("get a tree and make its index with: make study (or %s 3.7)", get);
}

static char *locate_version(const char *study, const char *version, const char *chosen_by, GError **error)
{
    g_autofree char *name = g_strconcat(version, ".db", NULL);
    g_autofree char *path = study != NULL ? g_build_filename(study, "cpython-src", name, NULL) : NULL;
    if (path != NULL && g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer(&path);
    g_autofree char *advice = index_advice(study, version);
    g_set_error(error, INDEX_ERROR, INDEX_ERROR_NONE, "no index of %s%s; %s", version, chosen_by, advice);
    return NULL;
}

static char *locate_in_study(GError **error)
{
    g_autofree char *study = index_study_folder();
    g_autofree char *chosen = study != NULL ? chosen_version(study) : NULL;
    if (chosen != NULL && *chosen != '\0')
        return locate_version(study, chosen, " (chosen in .cpyread)", error);

    g_auto(GStrv) versions = study != NULL ? index_versions(study) : g_new0(char *, 1);
    if (g_strv_length(versions) == 1)
        return locate_version(study, versions[0], "", error);
    if (versions[0] != NULL) {
        g_autofree char *list = g_strjoinv(", ", versions);
        g_set_error(error, INDEX_ERROR, INDEX_ERROR_CHOOSE,
                    "several indexes are here: %s; choose one with: cpyread use %s (or --at %s)", list,
                    versions[0], versions[0]);
        return NULL;
    }
    g_autofree char *advice = index_advice(study, NULL);
    g_set_error(error, INDEX_ERROR, INDEX_ERROR_NONE, "no index here; %s", advice);
    return NULL;
}

char *index_locate(const IndexChoice *choice, GError **error)
{
    const char *from_environment = g_getenv("CPYREAD_DB");
    if (choice->db != NULL)
        return g_strdup(choice->db);
    if (choice->at != NULL) {
        g_autofree char *study = index_study_folder();
        return locate_version(study, choice->at, "", error);
    }
    if (from_environment != NULL && *from_environment != '\0')
        return g_strdup(from_environment);
    return locate_in_study(error);
}
