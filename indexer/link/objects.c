/* objects.c: see objects.h. */
#include "link/objects.h"

/* Site -> function; NULL with `error`. */
static GHashTable *read_calls(const Linking *linking, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) rows = database_prepare_file(linking->database, "indexer/link/objects.sql", error);
    if (rows == NULL)
        return NULL;
    g_autoptr(GHashTable) calls = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    while (statement_step(rows, &problem)) {
        gint64 site = statement_int(rows, 0), function = statement_int(rows, 1);
        g_hash_table_insert(calls, g_memdup2(&site, sizeof site), g_memdup2(&function, sizeof function));
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL ? g_steal_pointer(&calls) : NULL;
}

static GArray *only(const GArray *group, gint64 function)
{
    GArray *kept = g_array_new(FALSE, FALSE, sizeof(Candidate));
    for (guint i = 0; i < group->len; i++)
        if (g_array_index(group, Candidate, i).function == function)
            g_array_append_val(kept, g_array_index(group, Candidate, i));
    return kept;
}

gboolean objects_narrow(Linking *linking, const Places *places, Closure *closure, GError **error)
{
    g_autoptr(GHashTable) calls = read_calls(linking, error);
    for (guint i = 0; calls != NULL && i < places->sites->len; i++) {
        const gint64 *function = g_hash_table_lookup(calls, &g_array_index(places->sites, Site, i).id);
        if (function == NULL)
            continue;
        g_autoptr(GArray) kept = only(g_ptr_array_index(closure->groups, closure->group[i]), *function);
        if (kept->len > 0)
            closure_regroup(closure, i, g_array_ref(kept));
    }
    return calls != NULL;
}
