/* own.c: what a unit itself defines of that which the headers that it shares with others speak of. See bind.h.
 *
 *     a.c, b.c, c.c:  #define PY_SSIZE_T_CLEAN        ahead of the shared header
 *                     #include "codecs.h"
 *                     static int add_codecs(State *st) { … }
 *     codecs.h:       static int add_codecs(State *);
 *                     #ifdef PY_SSIZE_T_CLEAN         means that of a.c, of b.c and of c.c
 *                     if (add_codecs(st) < 0)         likewise
 *
 * Shared headers are read once for all of these units, apart from them: there the macro lies in no file, and the function
 * is declared and never defined. A unit that shares its headers with nobody says what it means by itself, and the index
 * must not tell which of the two it was. A macro that none of the units defines comes from the command line, and stays
 * external. */
#include "store/bind.h"

#include <stddef.h>
#include <string.h>

/* A symbol of shared headers that their units may define, each for itself. */
typedef struct Open {
    SymbolRow *symbol;
    GPtrArray *definitions; /* of SymbolRow: those of its name in the tree */
    gboolean is_meant;      /* some use means no unit's */
} Open;

/* What names symbols in rows. */
static const struct {
    RowKind kind;
    gsize size, symbol;
} USES[] = {
    {ROWS_REFERENCES, sizeof(ReferenceRow), offsetof(ReferenceRow, symbol)},
    {ROWS_CALLS, sizeof(CallRow), offsetof(CallRow, callee)},
    {ROWS_FLOWS, sizeof(FlowRow), offsetof(FlowRow, to.symbol)},
    {ROWS_FLOWS, sizeof(FlowRow), offsetof(FlowRow, from.symbol)},
};

typedef struct Use {
    guint how, place; /* in USES; of the row */
} Use;

void merge_share(Merge *merge, guint order, const char *unit)
{
    GHashTable *units = g_hash_table_lookup(merge->sharing, GUINT_TO_POINTER(order));
    if (units == NULL) {
        units = g_hash_table_new(g_direct_hash, g_direct_equal);
        g_hash_table_insert(merge->sharing, GUINT_TO_POINTER(order), units);
    }
    g_hash_table_add(units, merge_file(merge, unit));
}

/* The units for which the parse that told it read headers; NULL if it read a unit. */
static GHashTable *units_of(const Merge *merge, const Use *use)
{
    const Row *row =
        (const Row *)(merge->rows[USES[use->how].kind].all->data + use->place * USES[use->how].size);
    return g_hash_table_lookup(merge->sharing, GUINT_TO_POINTER(row->body->order));
}

static gboolean is_open(const SymbolRow *symbol)
{
    if (symbol->kind == FACT_MACRO)
        return symbol->file == NULL;
    return symbol->kind == FACT_FUNCTION && symbol->is_static && !symbol->defined;
}

static gboolean is_definition(const SymbolRow *symbol)
{
    return symbol->defined &&
           (symbol->kind == FACT_MACRO || (symbol->kind == FACT_FUNCTION && symbol->is_static));
}

/* ---- what is open ------------------------------------------------------------------------------------------------ */

static void open_free(gpointer data)
{
    Open *open = data;
    g_ptr_array_unref(open->definitions);
    g_free(open);
}

static void add_open(GHashTable *all, SymbolRow *symbol)
{
    Open *open = g_new0(Open, 1);
    open->symbol = symbol;
    open->definitions = g_ptr_array_new();
    g_hash_table_insert(all, symbol, open);
}

/* Name -> GSList of Open. */
static GHashTable *index_by_name(GHashTable *all)
{
    GHashTable *by_name =
        g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_slist_free);
    GHashTableIter iter;
    gpointer symbol, open;
    g_hash_table_iter_init(&iter, all);
    while (g_hash_table_iter_next(&iter, &symbol, &open)) {
        gpointer name = (gpointer)((const SymbolRow *)symbol)->name;
        GSList *list = g_hash_table_lookup(by_name, name);
        g_hash_table_steal(by_name, name);
        g_hash_table_insert(by_name, name, g_slist_prepend(list, open));
    }
    return by_name;
}

static int compare_definitions(gconstpointer a, gconstpointer b)
{
    return ids_compare_symbols(*(SymbolRow *const *)a, *(SymbolRow *const *)b);
}

static void find_definitions(const Merge *merge, GHashTable *all)
{
    g_autoptr(GHashTable) by_name = index_by_name(all);
    for (guint i = 0; i < merge->all_symbols->len; i++) {
        SymbolRow *symbol = g_ptr_array_index(merge->all_symbols, i);
        GSList *list = is_definition(symbol) ? g_hash_table_lookup(by_name, symbol->name) : NULL;
        for (; list != NULL; list = list->next) {
            Open *open = list->data;
            if (open->symbol->kind == symbol->kind)
                g_ptr_array_add(open->definitions, symbol);
        }
    }
    GHashTableIter iter;
    gpointer open;
    g_hash_table_iter_init(&iter, all);
    while (g_hash_table_iter_next(&iter, NULL, &open))
        g_ptr_array_sort(((Open *)open)->definitions, compare_definitions);
}

static SymbolRow **symbol_in(const Merge *merge, const Use *use)
{
    return (SymbolRow **)(merge->rows[USES[use->how].kind].all->data + use->place * USES[use->how].size +
                          USES[use->how].symbol);
}

/* The uses of what is open, in shared headers and elsewhere: an array of Use. */
static GArray *list_uses(const Merge *merge)
{
    GArray *uses = g_array_new(FALSE, FALSE, sizeof(Use));
    for (guint how = 0; how < G_N_ELEMENTS(USES); how++)
        for (guint i = 0; i < merge->rows[USES[how].kind].all->len; i++) {
            Use use = {how, i};
            const SymbolRow *symbol = *symbol_in(merge, &use);
            if (symbol != NULL && is_open(symbol))
                g_array_append_val(uses, use);
        }
    return uses;
}

/* SymbolRow -> Open: of each that shared headers use. */
static GHashTable *list_open(const Merge *merge, const GArray *uses)
{
    GHashTable *all = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, open_free);
    for (guint i = 0; i < uses->len; i++) {
        const Use *use = &g_array_index(uses, Use, i);
        SymbolRow *symbol = *symbol_in(merge, use);
        if (units_of(merge, use) != NULL && !g_hash_table_contains(all, symbol))
            add_open(all, symbol);
    }
    find_definitions(merge, all);
    return all;
}

/* ---- what their uses mean ---------------------------------------------------------------------------------------- */

/* Turns the row of a use into one for each definition of `units`; whether there is any. */
static gboolean spread(Merge *merge, const Use *use, const Open *open, GHashTable *units)
{
    GArray *rows = merge->rows[USES[use->how].kind].all;
    gsize size = USES[use->how].size;
    g_autofree char *row = g_memdup2(rows->data + use->place * size, size);
    gboolean found = FALSE;
    for (guint i = 0; i < open->definitions->len; i++) {
        SymbolRow *definition = g_ptr_array_index(open->definitions, i);
        if (!g_hash_table_contains(units, definition->unit))
            continue;
        *(SymbolRow **)(row + USES[use->how].symbol) = definition;
        if (found)
            g_array_append_vals(rows, row, 1);
        else
            memcpy(rows->data + use->place * size, row, size);
        found = TRUE;
    }
    return found;
}

static void spread_uses(Merge *merge, const GArray *uses, GHashTable *all)
{
    for (guint i = 0; i < uses->len; i++) {
        const Use *use = &g_array_index(uses, Use, i);
        Open *open = g_hash_table_lookup(all, *symbol_in(merge, use));
        GHashTable *units = units_of(merge, use);
        if (open != NULL && (units == NULL || !spread(merge, use, open, units)))
            open->is_meant = TRUE;
    }
}

/* A macro that carries a call stays. */
static void mean(GHashTable *all, const SymbolRow *carrier)
{
    Open *open = carrier != NULL ? g_hash_table_lookup(all, carrier) : NULL;
    if (open != NULL)
        open->is_meant = TRUE;
}

static void keep_carriers(const Merge *merge, GHashTable *all)
{
    const GArray *calls = merge->rows[ROWS_CALLS].all;
    for (guint i = 0; i < calls->len; i++)
        mean(all, g_array_index(calls, CallRow, i).macro);
    for (guint i = 0; i < merge->sites->len; i++)
        mean(all, ((const Site *)g_ptr_array_index(merge->sites, i))->macro);
}

void bind_own(Merge *merge)
{
    g_autoptr(GArray) uses = list_uses(merge);
    g_autoptr(GHashTable) all = list_open(merge, uses);
    spread_uses(merge, uses, all);
    keep_carriers(merge, all);
    GHashTableIter iter;
    gpointer symbol, value;
    g_hash_table_iter_init(&iter, all);
    while (g_hash_table_iter_next(&iter, &symbol, &value)) {
        const Open *open = value;
        if (!open->is_meant)
            ((SymbolRow *)symbol)->stands_for = g_ptr_array_index(open->definitions, 0);
    }
}
