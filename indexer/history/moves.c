/* moves.c: what a commit took out of one place and put into another. See compare.h. */
#include "history/compare.h"

#include "history/tokens.h"

#include <string.h>

enum { ENOUGH_TOKENS = 20 }; /* below these, two bodies may be the same by chance */
enum { ALIKE = 50 };         /* hundredths of two bodies that must be the same for one to have become the other */

typedef struct Removal {
    FileChange *file;
    Change *change;
    gboolean is_taken;
} Removal;

static GArray *find_removals(const Commit *commit)
{
    GArray *removals = g_array_new(FALSE, FALSE, sizeof(Removal));
    for (guint i = 0; i < commit->files->len; i++) {
        FileChange *file = g_ptr_array_index(commit->files, i);
        for (guint n = 0; n < file->changes->len; n++) {
            Removal removal = {file, g_ptr_array_index(file->changes, n), FALSE};
            if (removal.change->change == CHANGE_REMOVED)
                g_array_append_val(removals, removal);
        }
    }
    return removals;
}

static gboolean is_moved(const FileChange *file, const Change *change, const Removal *removal)
{
    return removal->file != file && removal->change->body == change->body &&
           strcmp(removal->change->name, change->name) == 0;
}

static gboolean is_renamed(const FileChange *file, const Change *change, const Removal *removal)
{
    (void)file;
    return removal->change->body == change->body && change->body_tokens >= ENOUGH_TOKENS;
}

/* Of the same name, in another file and another shape. */
static gboolean is_rewritten(const FileChange *file, const Change *change, const Removal *removal)
{
    return removal->file != file && strcmp(removal->change->name, change->name) == 0;
}

/* Of another name and another shape, in the same file. */
static gboolean is_alike(const FileChange *file, const Change *change, const Removal *removal)
{
    return removal->file == file && change->kind == EXTENT_FUNCTION && change->body_tokens >= ENOUGH_TOKENS &&
           tokens_likeness(change->bag, removal->change->bag) >= ALIKE;
}

typedef gboolean (*IsOrigin)(const FileChange *file, const Change *change, const Removal *removal);

static Removal *find_origin(GArray *removals, const FileChange *file, const Change *change, IsOrigin is_origin)
{
    for (guint i = 0; i < removals->len; i++) {
        Removal *removal = &g_array_index(removals, Removal, i);
        if (!removal->is_taken && removal->change->kind == change->kind && is_origin(file, change, removal))
            return removal;
    }
    return NULL;
}

static void find_origins(const Commit *commit, GArray *removals, IsOrigin is_origin)
{
    for (guint i = 0; i < commit->files->len; i++) {
        const FileChange *file = g_ptr_array_index(commit->files, i);
        for (guint n = 0; n < file->changes->len; n++) {
            Change *change = g_ptr_array_index(file->changes, n);
            if (change->change != CHANGE_ADDED || change->was != NULL)
                continue;
            Removal *origin = find_origin(removals, file, change, is_origin);
            if (origin == NULL)
                continue;
            origin->is_taken = TRUE;
            change->was = g_strdup_printf("%s:%s", origin->file->path, origin->change->name);
            if (is_origin == is_moved) {
                change->change = CHANGE_MOVED;
                change->removed = origin->change->removed;
                origin->change->change = CHANGE_MOVED;
            }
        }
    }
}

/* The other half of what has moved. */
static void drop_moved(const Commit *commit)
{
    for (guint i = 0; i < commit->files->len; i++) {
        FileChange *file = g_ptr_array_index(commit->files, i);
        for (guint n = file->changes->len; n > 0; n--) {
            const Change *change = g_ptr_array_index(file->changes, n - 1);
            if (change->change == CHANGE_MOVED && change->was == NULL)
                g_ptr_array_remove_index(file->changes, n - 1);
        }
    }
}

void compare_moves(Commit *commit)
{
    g_autoptr(GArray) removals = find_removals(commit);
    if (removals->len == 0)
        return;
    find_origins(commit, removals, is_moved);
    find_origins(commit, removals, is_renamed);
    find_origins(commit, removals, is_rewritten);
    find_origins(commit, removals, is_alike);
    drop_moved(commit);
}
