/* forwarded.c: see forwarded.h. */
#include "link/forwarded.h"

#include "store/facts.h"

static gboolean is_parameter(const Places *places, const Candidate *candidate)
{
    return places_get(places, candidate->place)->kind == FACT_PLACE_PARAMETER;
}

/* Function -> the place of the parameter that counts for a call in `caller`. */
static GHashTable *nearest_parameters(const Places *places, const GArray *group, gint64 caller, gboolean *several)
{
    GHashTable *nearest = g_hash_table_new(g_int64_hash, g_int64_equal);
    *several = FALSE;
    for (guint i = 0; i < group->len; i++) {
        Candidate *candidate = &g_array_index(group, Candidate, i);
        if (!is_parameter(places, candidate))
            continue;
        gboolean known = g_hash_table_contains(nearest, &candidate->function);
        *several |= known;
        if (!known || places_get(places, candidate->place)->id == caller)
            g_hash_table_insert(nearest, &candidate->function, GUINT_TO_POINTER(candidate->place));
    }
    return nearest;
}

/* The group without the parameters that do not count; NULL if all do. */
static GArray *narrow(const Places *places, const GArray *group, gint64 caller)
{
    gboolean several;
    g_autoptr(GHashTable) nearest = nearest_parameters(places, group, caller, &several);
    if (!several)
        return NULL;
    GArray *kept = g_array_new(FALSE, FALSE, sizeof(Candidate));
    for (guint i = 0; i < group->len; i++) {
        const Candidate *candidate = &g_array_index(group, Candidate, i);
        gpointer place = g_hash_table_lookup(nearest, &candidate->function);
        if (!is_parameter(places, candidate) || GPOINTER_TO_UINT(place) == candidate->place)
            g_array_append_vals(kept, candidate, 1);
    }
    return kept;
}

void forwarded_narrow(const Places *places, Closure *closure)
{
    for (guint i = 0; i < places->sites->len; i++) {
        GArray *group = g_ptr_array_index(closure->groups, closure->group[i]);
        GArray *kept = narrow(places, group, g_array_index(places->sites, Site, i).caller);
        if (kept != NULL)
            closure_regroup(closure, i, kept);
    }
}
