/* images.c: see images.h. */
#include "cmd/images.h"

#include "cmd/indexer.h"

#include <string.h>

void images_free(Images *images)
{
    g_clear_pointer(&images->before, index_close);
    g_clear_pointer(&images->after, index_close);
    g_free(images);
}

static Images *open_both(const IndexChoice *before, const IndexChoice *after, GError **error)
{
    g_autoptr(Images) images = g_new0(Images, 1);
    images->before = index_open(before, error);
    images->after = images->before == NULL ? NULL : index_open(after, error);
    return images->after == NULL ? NULL : g_steal_pointer(&images);
}

/* A name that ends with .db is a file, any other a version. */
Images *images_open_two(const char *before, const char *after, GError **error)
{
    IndexChoice choices[2] = {{0}};
    const char *names[] = {before, after};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        *(g_str_has_suffix(names[i], ".db") ? &choices[i].db : &choices[i].at) = names[i];
    return open_both(&choices[0], &choices[1], error);
}

/* What the indexer printed: two paths, a line each; NULL with `error`. */
static char *make(Index *index, const char *hash, GError **error)
{
    g_autofree char *indexer = indexer_find(), *said = NULL, *complaint = NULL;
    const char *const words[] = {"cpyread-index", "images", "--src", index_source(index), hash, NULL};
    g_autoptr(GPtrArray) command = g_ptr_array_new();
    int status = 0;
    if (indexer == NULL || index_source(index) == NULL) {
        g_set_error(error, IMAGES_ERROR, IMAGES_ERROR_INDEXER, "%s",
                    indexer == NULL ? "a commit's files are read by the indexer, cpyread-index, which was not built "
                                      "(" INDEXER_MENDING ")"
                                    : "a commit's files are read from the tree's repository, and the index has no tree beside it: "
                                      "--src TREE");
        return NULL;
    }
    g_ptr_array_add(command, indexer);
    for (guint i = 1; i < G_N_ELEMENTS(words); i++)
        g_ptr_array_add(command, (char *)words[i]);
    if (!g_spawn_sync(NULL, (char **)command->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, &complaint, &status, error))
        return NULL;
    if (g_spawn_check_wait_status(status, NULL))
        return g_steal_pointer(&said);
    const char *why = g_str_has_prefix(complaint, "cpyread: ") ? complaint + strlen("cpyread: ") : complaint;
    g_set_error(error, IMAGES_ERROR, IMAGES_ERROR_INDEXER, "%s", g_strchomp((char *)why));
    return NULL;
}

Images *images_open(Index *index, const char *hash, GError **error)
{
    g_autofree char *said = make(index, hash, error);
    if (said == NULL)
        return NULL;
    g_auto(GStrv) paths = g_strsplit(said, "\n", 3);
    IndexChoice before = {.db = paths[0]}, after = {.db = paths[1]};
    return open_both(&before, &after, error);
}
