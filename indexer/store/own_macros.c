/* own_macros.c: what a unit defines ahead of the headers that it shares with others. See bind.h.
 *
 *     a.c, b.c, c.c:  #define PY_SSIZE_T_CLEAN      read once for all of them, ahead of the header: the macro
 *                     #include "Python.h"           lies in no file then
 *     Python.h:       #ifdef PY_SSIZE_T_CLEAN       means that of a.c, of b.c and of c.c
 *
 * A unit that shares its headers with nobody says so itself, and the index must not tell which of the two it was. What
 * none of the sharing units defines comes from the command line and stays external. */
#include "store/bind.h"

typedef struct Named {
    const char *name;
    GPtrArray *macros; /* of SymbolRow: those in the tree */
    gboolean is_meant; /* the one without a file is needed, too */
} Named;

static void named_free(gpointer data)
{
    Named *named = data;
    g_ptr_array_unref(named->macros);
    g_free(named);
}

void merge_share(Merge *merge, guint order, const char *unit)
{
    GHashTable *units = g_hash_table_lookup(merge->sharing, GUINT_TO_POINTER(order));
    if (units == NULL) {
        units = g_hash_table_new(g_direct_hash, g_direct_equal);
        g_hash_table_insert(merge->sharing, GUINT_TO_POINTER(order), units);
    }
    g_hash_table_add(units, merge_file(merge, unit));
}

static gboolean is_unplaced(const SymbolRow *symbol)
{
    return symbol->kind == FACT_MACRO && symbol->file == NULL;
}

/* The units for which a parse read headers; NULL if it read a unit. */
static GHashTable *units_of(const Merge *merge, const ReferenceRow *use)
{
    return g_hash_table_lookup(merge->sharing, GUINT_TO_POINTER(use->at.body->order));
}

/* The names of macros without a file that shared headers use, with the macros of the tree that go by them. */
static GHashTable *list_names(const Merge *merge)
{
    GHashTable *names = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, named_free);
    const GArray *uses = merge->rows[ROWS_REFERENCES].all;
    for (guint i = 0; i < uses->len; i++) {
        const ReferenceRow *use = &g_array_index(uses, ReferenceRow, i);
        if (!is_unplaced(use->symbol) || units_of(merge, use) == NULL ||
            g_hash_table_contains(names, use->symbol->name))
            continue;
        Named *named = g_new0(Named, 1);
        named->name = use->symbol->name;
        named->macros = g_ptr_array_new();
        g_hash_table_insert(names, (char *)named->name, named);
    }
    for (guint i = 0; i < merge->all_symbols->len; i++) {
        SymbolRow *symbol = g_ptr_array_index(merge->all_symbols, i);
        gboolean is_placed = symbol->kind == FACT_MACRO && symbol->file != NULL;
        Named *named = is_placed ? g_hash_table_lookup(names, symbol->name) : NULL;
        if (named != NULL)
            g_ptr_array_add(named->macros, symbol);
    }
    return names;
}

/* Turns a use into one of each macro that `units` define; whether there is any. */
static gboolean spread(GArray *uses, guint place, const Named *named, GHashTable *units)
{
    ReferenceRow use = g_array_index(uses, ReferenceRow, place);
    gboolean found = FALSE;
    for (guint i = 0; i < named->macros->len; i++) {
        SymbolRow *macro = g_ptr_array_index(named->macros, i);
        if (!g_hash_table_contains(units, macro->unit))
            continue;
        use.symbol = macro;
        if (found)
            g_array_append_val(uses, use);
        else
            g_array_index(uses, ReferenceRow, place) = use;
        found = TRUE;
    }
    return found;
}

static void spread_uses(Merge *merge, GHashTable *names)
{
    GArray *uses = merge->rows[ROWS_REFERENCES].all;
    for (guint i = 0, count = uses->len; i < count; i++) {
        const ReferenceRow *use = &g_array_index(uses, ReferenceRow, i);
        if (!is_unplaced(use->symbol))
            continue;
        GHashTable *units = units_of(merge, use);
        Named *named = g_hash_table_lookup(names, use->symbol->name);
        if (named != NULL && (units == NULL || !spread(uses, i, named, units)))
            named->is_meant = TRUE;
    }
}

/* What carries a call stays. */
static void mean(GHashTable *names, const SymbolRow *carrier)
{
    Named *named = carrier != NULL && is_unplaced(carrier) ? g_hash_table_lookup(names, carrier->name) : NULL;
    if (named != NULL)
        named->is_meant = TRUE;
}

static void keep_carriers(const Merge *merge, GHashTable *names)
{
    const GArray *calls = merge->rows[ROWS_CALLS].all;
    for (guint i = 0; i < calls->len; i++)
        mean(names, g_array_index(calls, CallRow, i).macro);
    for (guint i = 0; i < merge->sites->len; i++)
        mean(names, ((const Site *)g_ptr_array_index(merge->sites, i))->macro);
}

void bind_own_macros(Merge *merge)
{
    g_autoptr(GHashTable) names = list_names(merge);
    spread_uses(merge, names);
    keep_carriers(merge, names);
    for (guint i = 0; i < merge->all_symbols->len; i++) {
        SymbolRow *symbol = g_ptr_array_index(merge->all_symbols, i);
        const Named *named = is_unplaced(symbol) ? g_hash_table_lookup(names, symbol->name) : NULL;
        if (named != NULL && !named->is_meant)
            symbol->stands_for = g_ptr_array_index(named->macros, 0);
    }
}
