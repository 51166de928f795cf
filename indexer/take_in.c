/* take_in.c: see take_in.h.
 *
 *   recordings ─> read ─┐
 *   3.7.db ──────copy───┴─> 3.7.db.new/index, marked ──rename──> 3.7.db
 *   3.7.db-facts ─────────> 3.7.db.new/facts, which speaks of the marked index ──rename──> 3.7.db-facts
 *
 * Who asks the old index meanwhile goes on with it. The facts are written anew because they know their index by its
 * size and time: else the next `cpyread index` would read all again. */
#include "take_in.h"

#include "crawl/crawl.h"
#include "identity.h"
#include "link/seen.h"
#include "store/cache.h"
#include "store/claim.h"
#include "store/database.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static GPtrArray *read_recordings(GStrv paths, GError **error)
{
    g_autoptr(GPtrArray) recordings = g_ptr_array_new_with_free_func((GDestroyNotify)recording_free);
    for (char **path = paths; *path != NULL; path++) {
        Recording *recording = recording_read(*path, error);
        if (recording == NULL)
            return NULL;
        g_ptr_array_add(recordings, recording);
    }
    return g_steal_pointer(&recordings);
}

/* The index must be one of ours, of this schema, and not meant to stay as it is. */
static gboolean check_index(const char *db, GError **error)
{
    g_autoptr(Database) database = database_open(db, error);
    if (database == NULL)
        return FALSE;
    if (access(db, W_OK) == 0)
        return TRUE;
    g_set_error(error, DATABASE_ERROR, DATABASE_ERROR_WRITE, "%s: %s; to mark it, copy it where it can be written", db,
                g_strerror(errno));
    return FALSE;
}

/* What was found before, if it belongs to the index that is copied now. */
static Cache *open_cache(const char *path, const char *db)
{
    g_autofree char *compiler = crawl_compiler();
    g_autofree char *maker = identity_maker(compiler);
    const char *why;
    return cache_open(path, db, maker, &why);
}

static gboolean mark(const char *index, GPtrArray *recordings, SeenSummary *summary, GError **error)
{
    g_autoptr(Database) database = database_change(index, error);
    return database != NULL && seen_take_in(database, recordings, summary, error);
}

static gboolean replace(Claim *claim, const char *db, GPtrArray *recordings, SeenSummary *summary, GError **error)
{
    g_autofree char *facts_path = g_strconcat(db, "-facts", NULL);
    g_autofree char *index = claim_path(claim, "index"), *facts = claim_path(claim, "facts");
    g_autoptr(Cache) cache = open_cache(facts_path, db);
    if (!claim_copy(claim, db, "index", error) || !mark(index, recordings, summary, error) ||
        (cache != NULL && !cache_write(cache, facts, index, error)))
        return FALSE;
    return claim_deliver(claim, "index", db, error) &&
           (cache == NULL || claim_deliver(claim, "facts", facts_path, error));
}

static void print_summary(const char *db, const SeenSummary *summary)
{
    printf("%s: %u of %u executed pairs of functions are marked as seen\n", db, summary->marked, summary->pairs);
    if (summary->unknown > 0)
        printf("  %u of %u recorded functions are not in the index\n", summary->unknown, summary->functions);
}

gboolean take_in(const char *db, GStrv paths, GError **error)
{
    SeenSummary summary;
    g_autoptr(GPtrArray) recordings = read_recordings(paths, error);
    if (recordings == NULL || !check_index(db, error))
        return FALSE;
    g_autoptr(Claim) claim = claim_take(db, error);
    if (claim == NULL || !replace(claim, db, recordings, &summary, error)) {
        if (error != NULL && *error != NULL && (*error)->domain == RECORDING_ERROR)
            g_prefix_error(error, "%s: ", paths[0]);
        return FALSE;
    }
    print_summary(db, &summary);
    return TRUE;
}
