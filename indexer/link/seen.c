/* seen.c: see seen.h.
 *
 *   recorded function (name, file) ─> the tree's file ─> symbols ─┐
 *                                                                 ├─> seen(caller_id, callee_id, count)
 *   recorded call (caller, callee, count) ────────────────────────┘   if the view `calls` has the pair
 *
 * A recorded file may be written in any way: /anywhere/Objects/abstract.c, ./Objects/abstract.c; it is the file of the
 * index whose whole path ends it. What has none is not the tree's (libc) and is passed over. In it a function is known by
 * its name; a name that only one function of the tree has is enough, as compilers give code out of headers now to the
 * one file and now to the other. */
#include "link/seen.h"

#include "store/data.h"

#include <string.h>

enum { KNOWN_OF_HUNDRED = 95 }; /* fewer known functions: it is another tree's */

typedef struct Known {
    GHashTable *paths;     /* of the index */
    GHashTable *by_place;  /* "Objects/abstract.c:binary_op1" -> GArray of ids */
    GHashTable *by_name;   /* "binary_op1" -> GArray of ids */
} Known;

static void add_id(GHashTable *table, const char *key, gint64 id)
{
    GArray *ids = g_hash_table_lookup(table, key);
    if (ids == NULL) {
        ids = g_array_new(FALSE, FALSE, sizeof(gint64));
        g_hash_table_insert(table, g_strdup(key), ids);
    }
    g_array_append_val(ids, id);
}

static void known_free(Known *known)
{
    g_hash_table_unref(known->paths);
    g_hash_table_unref(known->by_place);
    g_hash_table_unref(known->by_name);
    g_free(known);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Known, known_free)

static Known *known_read(Database *database, GError **error)
{
    g_autoptr(Statement) functions = database_prepare_file(database, "indexer/link/seen_functions.sql", error);
    GError *problem = NULL;
    if (functions == NULL)
        return NULL;
    g_autoptr(Known) known = g_new0(Known, 1);
    known->paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    known->by_place = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    known->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    while (statement_step(functions, &problem)) {
        const char *name = statement_text(functions, 1), *path = statement_text(functions, 2);
        g_autofree char *place = g_strconcat(path, ":", name, NULL);
        g_hash_table_add(known->paths, g_strdup(path));
        add_id(known->by_place, place, statement_int(functions, 0));
        add_id(known->by_name, name, statement_int(functions, 0));
    }
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    return g_steal_pointer(&known);
}

/* ---- functions ---------------------------------------------------------------------------------------- */

/* The longest end of a file's name that is a path of the index; NULL: there is none. */
static const char *tree_path(const Known *known, const char *file)
{
    while (g_str_has_prefix(file, "./"))
        file += 2;
    for (const char *rest = file; rest != NULL; rest = strchr(rest, '/')) {
        rest += rest != file || *rest == '/';
        if (g_hash_table_contains(known->paths, rest))
            return rest;
    }
    return NULL;
}

/* The ids of a recorded function; NULL: it is not the tree's, or (`is_unknown`) the index does not have it. */
static GArray *find_function(const Known *known, const RecordedFunction *function, gboolean *is_unknown)
{
    const char *path = tree_path(known, function->file);
    *is_unknown = FALSE;
    if (path == NULL)
        return NULL;
    g_autofree char *place = g_strconcat(path, ":", function->name, NULL);
    GArray *ids = g_hash_table_lookup(known->by_place, place);
    GArray *namesakes = g_hash_table_lookup(known->by_name, function->name);
    if (ids == NULL && namesakes != NULL && namesakes->len == 1)
        ids = namesakes;
    *is_unknown = ids == NULL;
    return ids;
}

/* Of GArray of ids, borrowed, in the order of the recording's functions. */
static GPtrArray *find_functions(const Known *known, const Recording *recording, SeenSummary *summary)
{
    GPtrArray *found = g_ptr_array_new();
    for (guint i = 0; i < recording->functions->len; i++) {
        gboolean is_unknown;
        GArray *ids = find_function(known, &g_array_index(recording->functions, RecordedFunction, i), &is_unknown);
        summary->functions += ids != NULL || is_unknown;
        summary->unknown += is_unknown;
        g_ptr_array_add(found, ids);
    }
    return found;
}

/* ---- calls -------------------------------------------------------------------------------------------- */

/* A name that several declarations of a file have (#if) stands for each of them; the first of them counts. */
typedef struct Pair {
    gint64 caller, callee, count;
    gboolean is_first;
} Pair;

static int compare_pairs(gconstpointer a, gconstpointer b)
{
    const Pair *left = a, *right = b;
    if (left->caller != right->caller)
        return left->caller < right->caller ? -1 : 1;
    return left->callee < right->callee ? -1 : left->callee > right->callee;
}

static void add_call(GArray *pairs, const GArray *callers, const GArray *callees, guint64 count)
{
    for (guint i = 0; callers != NULL && i < callers->len; i++)
        for (guint j = 0; callees != NULL && j < callees->len; j++) {
            Pair pair = {g_array_index(callers, gint64, i), g_array_index(callees, gint64, j), count, i + j == 0};
            g_array_append_val(pairs, pair);
        }
}

/* Sorts the pairs, and makes one of those that are the same: their sum, or else the largest. */
static void unite(GArray *pairs, gboolean is_sum)
{
    guint kept = 0;
    g_array_sort(pairs, compare_pairs);
    for (guint i = 0; i < pairs->len; i++) {
        Pair pair = g_array_index(pairs, Pair, i), *last = kept > 0 ? &g_array_index(pairs, Pair, kept - 1) : NULL;
        if (last == NULL || compare_pairs(last, &pair) != 0)
            g_array_index(pairs, Pair, kept++) = pair;
        else
            last->count = is_sum ? last->count + pair.count : MAX(last->count, pair.count);
    }
    g_array_set_size(pairs, kept);
}

static void add_recording(GArray *pairs, const Known *known, const Recording *recording, SeenSummary *summary)
{
    g_autoptr(GPtrArray) found = find_functions(known, recording, summary);
    g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(Pair));
    for (guint i = 0; i < recording->calls->len; i++) {
        const RecordedCall *call = &g_array_index(recording->calls, RecordedCall, i);
        add_call(own, g_ptr_array_index(found, call->caller), g_ptr_array_index(found, call->callee), call->count);
    }
    unite(own, TRUE);
    g_array_append_vals(pairs, own->data, own->len);
}

/* ---- the index ---------------------------------------------------------------------------------------- */

/* "3.7" of "3.7.0b3+". The caller frees. */
static char *feature_version(const char *version)
{
    const char *dot = strchr(version, '.');
    gsize length = dot != NULL ? (gsize)(dot + 1 - version) : 0;
    return g_strndup(version, length + strspn(version + length, "0123456789"));
}

static gboolean fail_other(GError **error, const char *what)
{
    g_set_error(error, RECORDING_ERROR, RECORDING_ERROR_OTHER, "%s; the index is as it was", what);
    return FALSE;
}

/* Another state of the same version may well do; another version does not. */
static gboolean check_version(Database *database, const Recording *recording, GError **error)
{
    g_autoptr(Statement) statement = database_prepare_file(database, "indexer/link/seen_version.sql", error);
    if (statement == NULL || !statement_step(statement, error))
        return FALSE;
    if (recording->version == NULL)
        return TRUE;
    const char *ours = statement_text(statement, 0);
    g_autofree char *mine = feature_version(ours), *other = feature_version(recording->version);
    g_autofree char *text = g_strdup_printf("a recording of CPython %s, and the index is of %s", recording->version, ours);
    return strcmp(mine, other) == 0 || fail_other(error, text);
}

static gboolean check_functions(const SeenSummary *summary, GError **error)
{
    if (summary->functions == 0)
        return fail_other(error, "nothing in it lies in the tree's files: it is of another program, or of one that was "
                                 "built without -g");
    if ((summary->functions - summary->unknown) * 100ull >= summary->functions * (guint64)KNOWN_OF_HUNDRED)
        return TRUE;
    g_autofree char *text = g_strdup_printf("%u of its %u functions are not in the index: a recording of another tree",
                                            summary->unknown, summary->functions);
    return fail_other(error, text);
}

static gboolean write_pair(Statement *add, const Pair *pair, GError **error)
{
    statement_bind_int(add, "caller", pair->caller);
    statement_bind_int(add, "callee", pair->callee);
    statement_bind_int(add, "count", pair->count);
    return statement_write(add, error);
}

static gboolean count_marked(Database *database, SeenSummary *summary, GError **error)
{
    g_autoptr(Statement) count = database_prepare_file(database, "indexer/link/seen_count.sql", error);
    if (count == NULL || !statement_step(count, error))
        return FALSE;
    summary->marked = statement_int(count, 0);
    return TRUE;
}

static gboolean write_pairs(Database *database, const GArray *pairs, SeenSummary *summary, GError **error)
{
    g_autoptr(Statement) add = database_prepare_file(database, "indexer/link/seen_add.sql", error);
    gboolean ok = add != NULL && database_run(database, "BEGIN", error) &&
                  database_run(database, data_text("indexer/link/seen_clear.sql"), error);
    for (guint i = 0; i < pairs->len && ok; i++) {
        ok = write_pair(add, &g_array_index(pairs, Pair, i), error);
        summary->pairs += g_array_index(pairs, Pair, i).is_first;
    }
    return ok && count_marked(database, summary, error) && database_run(database, "COMMIT", error);
}

gboolean seen_take_in(Database *database, GPtrArray *recordings, SeenSummary *summary, GError **error)
{
    g_autoptr(Known) known = known_read(database, error);
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    *summary = (SeenSummary){0};
    for (guint i = 0; i < recordings->len && known != NULL; i++) {
        if (!check_version(database, g_ptr_array_index(recordings, i), error))
            return FALSE;
        add_recording(pairs, known, g_ptr_array_index(recordings, i), summary);
    }
    if (known == NULL || !check_functions(summary, error))
        return FALSE;
    unite(pairs, FALSE);
    return write_pairs(database, pairs, summary, error);
}

/* ---- an index that replaces another ------------------------------------------------------------------- */

static gboolean look_at_both(Database *database, SeenKept *kept, gboolean *is_same_version, GError **error)
{
    g_autoptr(Statement) look = database_prepare_file(database, "indexer/link/seen_kept.sql", error);
    if (look == NULL || !statement_step(look, error))
        return FALSE;
    g_autofree char *now = feature_version(statement_text(look, 0)), *was = feature_version(statement_text(look, 1));
    g_free(kept->version);
    kept->version = g_strdup(statement_text(look, 1));
    kept->kept = (guint)statement_int(look, 2);
    kept->pairs = (guint)statement_int(look, 3);
    *is_same_version = strcmp(now, was) == 0;
    return TRUE;
}

static gboolean keep_marks(Database *database, SeenKept *kept, GError **error)
{
    gboolean is_same_version;
    if (!look_at_both(database, kept, &is_same_version, error))
        return FALSE;
    if (!is_same_version || kept->pairs == 0)
        return TRUE;
    return database_run(database, data_text("indexer/link/seen_keep.sql"), error) &&
           look_at_both(database, kept, &is_same_version, error);
}

gboolean seen_keep(Database *database, const char *old, SeenKept *kept, GError **error)
{
    *kept = (SeenKept){0};
    g_autoptr(Statement) attach = database_prepare(database, "ATTACH :old AS old", error);
    if (attach == NULL)
        return FALSE;
    statement_bind_text(attach, "old", old);
    if (!statement_write(attach, error))
        return FALSE;
    gboolean ok = keep_marks(database, kept, error);
    if (!ok)
        database_run(database, data_text("indexer/link/seen_clear.sql"), NULL);
    return database_run(database, "DETACH old", ok ? error : NULL) && ok;
}
