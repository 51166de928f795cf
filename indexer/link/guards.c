/* guards.c: see guards.h. What is tested in a text, flag_tests.c reads. */
#include "link/guards.h"

#include "link/flag_tests.h"
#include "store/facts.h"

typedef struct Guards {
    Linking *linking;
    const Places *places;
    Closure *closure;
    FlagTests *tests;
    GHashTable *flags; /* function -> GArray of guint: those of its rows */
    guint field;       /* the place PyMethodDef.ml_meth; 0: there is none */
} Guards;

/* Where a function is called or made the one that is called: what is known at all of these places. */
static Flags flags_where_used(Guards *guards, gint64 function, GError **error)
{
    GError *problem = NULL;
    Flags all = {NULL, 0, 0};
    gboolean is_first = TRUE;
    g_autoptr(Statement) uses =
        database_prepare_file(guards->linking->database, "indexer/link/guards_uses.sql", error);
    if (uses == NULL)
        return all;
    statement_bind_int(uses, "function", function);
    while ((is_first || !flags_none(&all)) && statement_step(uses, &problem)) {
        g_auto(Flags) flags = flag_tests_at(guards->tests, statement_text(uses, 0), (guint)statement_int(uses, 1),
                                            (guint)statement_int(uses, 2) + 1);
        if (is_first)
            flags_take_both(&all, &flags);
        else
            flags_take_either(&all, &flags);
        is_first = FALSE;
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return all;
}

static gboolean has_flags(const Guards *guards, gint64 function, const Flags *wanted)
{
    const GArray *flags = g_hash_table_lookup(guards->flags, &function);
    for (guint i = 0; flags != NULL && i < flags->len; i++)
        if (flags_hold(wanted, g_array_index(flags, guint, i) & flag_tests_how(guards->tests)))
            return TRUE;
    return flags == NULL;
}

static gint compare_candidates(gconstpointer a, gconstpointer b)
{
    const Candidate *one = a, *other = b;
    if (one->place != other->place)
        return one->place < other->place ? -1 : 1;
    return one->function < other->function ? -1 : one->function > other->function;
}

/* Whether all rows with such flags have the same: then how a function is called is known. */
static gboolean is_one_way(const Guards *guards, const Flags *wanted)
{
    guint how = flag_tests_how(guards->tests), one = 0;
    GHashTableIter iter;
    gpointer flags;
    g_hash_table_iter_init(&iter, guards->flags);
    while (g_hash_table_iter_next(&iter, NULL, &flags))
        for (guint i = 0; i < ((GArray *)flags)->len; i++) {
            guint value = g_array_index((GArray *)flags, guint, i) & how;
            if (value == one || !flags_hold(wanted, value))
                continue;
            if (one != 0)
                return FALSE;
            one = value;
        }
    return one != 0;
}

/* The methods are chosen anew: a function that is stored with such flags is called so whatever it was cast to. It may leave
 * out parameters, and some have more than they are given (in 3.7 channel_close() has `kwds` and METH_VARARGS). */
static GArray *narrow(const Guards *guards, const Site *site, const GArray *group, const Flags *wanted)
{
    GArray *kept = g_array_new(FALSE, FALSE, sizeof(Candidate));
    const GArray *stored = places_get(guards->places, guards->field)->stored;
    g_autoptr(GHashTable) known = g_hash_table_new(g_int64_hash, g_int64_equal);
    gboolean one_way = is_one_way(guards, wanted);
    for (guint i = 0; i < group->len; i++) {
        const Candidate *candidate = &g_array_index(group, Candidate, i);
        if (candidate->place == guards->field && !has_flags(guards, candidate->function, wanted))
            continue;
        g_array_append_vals(kept, candidate, 1);
        if (candidate->place == guards->field)
            g_hash_table_add(known, (gpointer)&candidate->function);
    }
    for (guint i = 0; stored != NULL && i < stored->len; i++) {
        const Stored *entry = &g_array_index(stored, Stored, i);
        Candidate candidate = {guards->field, entry->function};
        gboolean fits = one_way ? g_hash_table_contains(guards->flags, &entry->function)
                                : shapes_fit(guards->places->shapes, site->shape, entry->own, site->shape, entry->to);
        if (fits && has_flags(guards, entry->function, wanted) && g_hash_table_add(known, (gpointer)&entry->function))
            g_array_append_val(kept, candidate);
    }
    g_array_sort(kept, compare_candidates);
    return kept;
}

static gboolean calls_methods(const Guards *guards, const GArray *group)
{
    for (guint i = 0; i < group->len; i++)
        if (g_array_index(group, Candidate, i).place == guards->field)
            return TRUE;
    return FALSE;
}

static gboolean narrow_sites(Guards *guards, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) place =
        database_prepare_file(guards->linking->database, "indexer/link/guards_site.sql", error);
    for (guint i = 0; place != NULL && i < guards->places->sites->len; i++) {
        const Site *site = &g_array_index(guards->places->sites, Site, i);
        const GArray *group = g_ptr_array_index(guards->closure->groups, guards->closure->group[i]);
        if (!calls_methods(guards, group))
            continue;
        statement_reset(place);
        statement_bind_int(place, "site", site->id);
        if (!statement_step(place, &problem))
            continue;
        g_auto(Flags) wanted = flag_tests_at(guards->tests, statement_text(place, 0), (guint)statement_int(place, 1),
                                             (guint)statement_int(place, 2));
        g_auto(Flags) outside = flags_where_used(guards, site->caller, &problem);
        flags_take_both(&wanted, &outside);
        if (!flags_none(&wanted))
            closure_regroup(guards->closure, i, narrow(guards, site, group, &wanted));
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return place != NULL && problem == NULL;
}

/* ---- the flags of functions --------------------------------------------------------------------------- */

static void add_flags(Guards *guards, gint64 function, guint flags)
{
    GArray *known = g_hash_table_lookup(guards->flags, &function);
    if (known == NULL) {
        known = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(guards->flags, g_memdup2(&function, sizeof function), known);
    }
    g_array_append_val(known, flags);
}

static gboolean read_flags(Guards *guards, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) rows =
        database_prepare_file(guards->linking->database, "indexer/link/guards_flags.sql", error);
    while (rows != NULL && statement_step(rows, &problem)) {
        add_flags(guards, statement_int(rows, 0), (guint)statement_int(rows, 1));
        guards->field = places_find(guards->places, FACT_PLACE_FIELD, statement_int(rows, 2), 0);
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return rows != NULL && problem == NULL;
}

gboolean guards_narrow(Linking *linking, const Places *places, Closure *closure, GError **error)
{
    g_autoptr(FlagTests) tests = flag_tests_new(linking->root);
    g_autoptr(GHashTable) flags =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
    Guards guards = {linking, places, closure, tests, flags, 0};
    return read_flags(&guards, error) && (guards.field == 0 || narrow_sites(&guards, error));
}
