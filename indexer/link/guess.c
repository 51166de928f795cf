/* guess.c: see guess.h. */
#include "link/guess.h"

#include "store/facts.h"

/* The functions in a field, as far as they fit the call. */
static void add_stored(const Places *places, gint64 field, guint shape, guint guess, GArray *group)
{
    guint number = places_find(places, FACT_PLACE_FIELD, field, 0);
    const GArray *stored = number == 0 ? NULL : places_get(places, number)->stored;
    for (guint i = 0; stored != NULL && i < stored->len; i++) {
        const Stored *entry = &g_array_index(stored, Stored, i);
        Candidate candidate = {guess, entry->function};
        if (shapes_fit(places->shapes, shape, entry->own, entry->cast, entry->to))
            g_array_append_val(group, candidate);
    }
}

/* The number of the group of all calls of this type; 0: nothing was ever stored as one. */
static gboolean make_group(Statement *fields, Places *places, Closure *closure, const Site *site, guint *group,
                           GError **error)
{
    GError *problem = NULL;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Candidate));
    guint guess = places_number(places, GUESS_PLACE, 0, 0, site->type);
    statement_reset(fields);
    statement_bind_text(fields, "type", site->type);
    while (statement_step(fields, &problem))
        add_stored(places, statement_int(fields, 0), site->shape, guess, found);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    *group = found->len == 0 ? 0 : closure->groups->len;
    if (found->len > 0)
        g_ptr_array_add(closure->groups, g_steal_pointer(&found));
    return TRUE;
}

gboolean guess_by_type(Linking *linking, Places *places, Closure *closure, GError **error)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal); /* typedef -> group */
    g_autoptr(Statement) fields =
        database_prepare_file(linking->database, "indexer/link/dispatch_fields_of_type.sql", error);
    for (guint i = 0; fields != NULL && i < places->sites->len; i++) {
        const Site *site = &g_array_index(places->sites, Site, i);
        gpointer group;
        if (closure->group[i] != 0 || site->type == NULL)
            continue;
        if (!g_hash_table_lookup_extended(known, site->type, NULL, &group)) {
            if (!make_group(fields, places, closure, site, &closure->group[i], error))
                return FALSE;
            g_hash_table_insert(known, site->type, GUINT_TO_POINTER(closure->group[i]));
        } else {
            closure->group[i] = GPOINTER_TO_UINT(group);
        }
    }
    return fields != NULL;
}
