/* ahead.c: see ahead.h.
 *
 *     git cat-file ──> a thread: blobs.c, extents.c ──> at most ENOUGH bytes of snapshots ──> ahead_next()
 *
 * One thread reads, so the order is kept. It stops when it is far enough ahead, and when git has ended: that error is the
 * last thing in the queue. */
#include "history/ahead.h"

#include "history/blobs.h"
#include "history/commit.h"

#include <string.h>

enum { ENOUGH = 8 << 20 };

typedef struct Wish {
    const char *path, *blob;
} Wish;

struct Ahead {
    GThread *thread;
    GArray *wishes; /* of Wish */
    Blobs *blobs;
    AheadIsGenerated is_generated;
    GMutex lock; /* of what follows */
    GCond moved;
    GQueue ready; /* of Snapshot */
    gsize bytes;  /* of their texts */
    GError *problem;
    gboolean is_stopped;
};

void snapshot_free(Snapshot *snapshot)
{
    if (snapshot == NULL)
        return;
    g_clear_pointer(&snapshot->image, image_free);
    g_free(snapshot->blob);
    g_free(snapshot);
}

/* ---- what is wanted ---- */

static void wish(GArray *wishes, const char *path, const char *blob)
{
    Wish one = {path, blob};
    if (blob != NULL)
        g_array_append_val(wishes, one);
}

static GArray *find_wishes(GPtrArray *commits)
{
    GArray *wishes = g_array_new(FALSE, FALSE, sizeof(Wish));
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < commits->len; i++) {
        const Commit *commit = g_ptr_array_index(commits, i);
        for (guint n = 0; n < commit->files->len; n++) {
            const FileChange *file = g_ptr_array_index(commit->files, n);
            if (g_strcmp0(g_hash_table_lookup(known, file->path), file->before) != 0)
                wish(wishes, file->path, file->before);
            wish(wishes, file->path, file->after);
            g_hash_table_insert(known, file->path, file->after);
        }
    }
    return wishes;
}

static char *names_of(GArray *wishes)
{
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < wishes->len; i++)
        g_string_append_printf(names, "%s\n", g_array_index(wishes, Wish, i).blob);
    return g_string_free(names, FALSE);
}

/* ---- the thread ---- */

static Snapshot *read_one(Ahead *ahead, const Wish *wanted, GError **error)
{
    gsize size = 0;
    GError *problem = NULL;
    char *text = blobs_next(ahead->blobs, &size, &problem);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    Snapshot *snapshot = g_new0(Snapshot, 1);
    snapshot->blob = g_strdup(wanted->blob);
    if (text != NULL) {
        snapshot->generated = ahead->is_generated(wanted->path, text, size);
        snapshot->image = image_new(wanted->path, text, size);
    }
    return snapshot;
}

static gsize size_of(const Snapshot *snapshot)
{
    return snapshot->image == NULL ? 0 : snapshot->image->size;
}

/* Hands over what was read, NULL with a problem; FALSE: nothing more is wanted. */
static gboolean hand_over(Ahead *ahead, Snapshot *snapshot, GError *problem)
{
    g_mutex_lock(&ahead->lock);
    while (ahead->bytes > ENOUGH && !ahead->is_stopped)
        g_cond_wait(&ahead->moved, &ahead->lock);
    ahead->problem = problem;
    if (snapshot != NULL) {
        ahead->bytes += size_of(snapshot);
        g_queue_push_tail(&ahead->ready, snapshot);
    }
    gboolean goes_on = problem == NULL && !ahead->is_stopped;
    g_cond_signal(&ahead->moved);
    g_mutex_unlock(&ahead->lock);
    return goes_on;
}

static gpointer read_all(gpointer data)
{
    Ahead *ahead = data;
    gboolean goes_on = TRUE;
    for (guint i = 0; i < ahead->wishes->len && goes_on; i++) {
        GError *problem = NULL;
        Snapshot *snapshot = read_one(ahead, &g_array_index(ahead->wishes, Wish, i), &problem);
        goes_on = hand_over(ahead, snapshot, problem);
    }
    return NULL;
}

/* ---- for those who compare ---- */

Ahead *ahead_start(const char *root, GPtrArray *commits, AheadIsGenerated is_generated, GError **error)
{
    g_autoptr(GArray) wishes = find_wishes(commits);
    g_autofree char *names = names_of(wishes);
    Blobs *blobs = blobs_open(root, names, error);
    if (blobs == NULL)
        return NULL;
    Ahead *ahead = g_new0(Ahead, 1);
    ahead->wishes = g_steal_pointer(&wishes);
    ahead->blobs = blobs;
    ahead->is_generated = is_generated;
    g_mutex_init(&ahead->lock);
    g_cond_init(&ahead->moved);
    g_queue_init(&ahead->ready);
    ahead->thread = g_thread_new("history", read_all, ahead);
    return ahead;
}

Snapshot *ahead_next(Ahead *ahead, GError **error)
{
    g_mutex_lock(&ahead->lock);
    while (g_queue_is_empty(&ahead->ready) && ahead->problem == NULL)
        g_cond_wait(&ahead->moved, &ahead->lock);
    Snapshot *snapshot = g_queue_pop_head(&ahead->ready);
    if (snapshot != NULL)
        ahead->bytes -= size_of(snapshot);
    else
        g_propagate_error(error, g_error_copy(ahead->problem));
    g_cond_signal(&ahead->moved);
    g_mutex_unlock(&ahead->lock);
    return snapshot;
}

void ahead_stop(Ahead *ahead)
{
    g_mutex_lock(&ahead->lock);
    ahead->is_stopped = TRUE;
    g_cond_signal(&ahead->moved);
    g_mutex_unlock(&ahead->lock);
    g_thread_join(ahead->thread);
    g_queue_clear_full(&ahead->ready, (GDestroyNotify)snapshot_free);
    g_clear_error(&ahead->problem);
    g_array_unref(ahead->wishes);
    blobs_free(ahead->blobs);
    g_mutex_clear(&ahead->lock);
    g_cond_clear(&ahead->moved);
    g_free(ahead);
}
