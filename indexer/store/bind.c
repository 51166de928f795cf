/* bind.c: what can be said only when all units are in. See merge.h.
 *
 * In this order: declarations give way to definitions; calls bind within their module or program, then within
 * the interpreter; what a macro's text names is looked up. Everything is decided by paths, lines and names,
 * never by the order of arrival. */
#include "store/bind.h"

#include <string.h>

enum { NESTED_MACROS = 200 };

/* ---- what other units can bind to ---- */

typedef struct Definition {
    const char *part_of, *name;
    SymbolRow *symbol;
    guint order; /* of the parse that said so */
} Definition;

static guint definition_hash(gconstpointer key)
{
    const Definition *definition = key;
    return (GPOINTER_TO_UINT(definition->part_of) >> 3) * 31 + (GPOINTER_TO_UINT(definition->name) >> 3);
}

static gboolean definition_equal(gconstpointer a, gconstpointer b)
{
    const Definition *left = a, *right = b;
    return left->part_of == right->part_of && left->name == right->name;
}

GHashTable *bind_definitions_new(void)
{
    return g_hash_table_new_full(definition_hash, definition_equal, g_free, NULL);
}

void bind_define(Merge *merge, const char *part_of, guint order, SymbolRow *symbol)
{
    Definition probe = {part_of, symbol->name, symbol, order};
    Definition *known = g_hash_table_lookup(merge->definitions, &probe);
    if (known == NULL)
        g_hash_table_add(merge->definitions, g_memdup2(&probe, sizeof probe));
    else if (order < known->order)
        *known = probe;
}

static SymbolRow *definition_in(const Merge *merge, const char *part_of, const char *name)
{
    Definition probe = {part_of, name, NULL, 0};
    const Definition *found = g_hash_table_lookup(merge->definitions, &probe);
    return found == NULL ? NULL : found->symbol;
}

/* ---- definitions before declarations ---- */

/* Whether other units may mean the same by it. */
static gboolean links(const SymbolRow *symbol)
{
    return (symbol->kind == FACT_FUNCTION || symbol->kind == FACT_VARIABLE) && !symbol->is_static;
}

static gboolean is_tagged(const SymbolRow *symbol)
{
    return (symbol->kind == FACT_STRUCT || symbol->kind == FACT_UNION || symbol->kind == FACT_ENUM) &&
           symbol->name != NULL;
}

/* What a declaration means to a caller in `part_of`: itself if nothing is defined in sight. */
static SymbolRow *bound(const Merge *merge, const char *part_of, SymbolRow *symbol)
{
    SymbolRow *definition = NULL;
    if (links(symbol) && !symbol->defined) {
        definition = definition_in(merge, part_of, symbol->name);
        if (definition == NULL)
            definition = definition_in(merge, merge->interpreter, symbol->name);
    }
    if (definition != NULL && definition->kind == symbol->kind)
        return definition;
    return symbol->stands_for != NULL ? symbol->stands_for : symbol;
}

/* Among what goes by one name: the first definition by path, else the first declaration in the tree, else the
 * external one. */
static gboolean is_better(const SymbolRow *symbol, const SymbolRow *than)
{
    if (symbol->defined != than->defined)
        return symbol->defined;
    if ((symbol->file == NULL) != (than->file == NULL))
        return symbol->file != NULL;
    return ids_compare_symbols(symbol, than) < 0;
}

static guint name_hash(gconstpointer key)
{
    const SymbolRow *symbol = key;
    return (GPOINTER_TO_UINT(symbol->name) >> 3) * 31 + symbol->kind;
}

static gboolean name_equal(gconstpointer a, gconstpointer b)
{
    const SymbolRow *left = a, *right = b;
    return left->kind == right->kind && left->name == right->name;
}

/* A record that goes by a typedef's name somewhere does so everywhere; of several such names, that of the
 * best row. */
static void take_typedef_name(SymbolRow *symbol, const SymbolRow *declaration, GHashTable *named)
{
    const SymbolRow *before = g_hash_table_lookup(named, symbol);
    if (declaration->named_by == NULL || (symbol->named_by != NULL && before == NULL) ||
        (before != NULL && !is_better(declaration, before)))
        return;
    symbol->named_by = declaration->named_by;
    g_hash_table_insert(named, symbol, (gpointer)declaration);
}

void bind_declarations(Merge *merge)
{
    g_autoptr(GHashTable) best = g_hash_table_new(name_hash, name_equal);
    g_autoptr(GHashTable) named =
        g_hash_table_new(g_direct_hash, g_direct_equal); /* record to who named it */
    for (guint i = 0; i < merge->all_symbols->len; i++) {
        SymbolRow *symbol = g_ptr_array_index(merge->all_symbols, i);
        if (!links(symbol) && !is_tagged(symbol))
            continue;
        SymbolRow *known = g_hash_table_lookup(best, symbol);
        if (known == NULL || is_better(symbol, known))
            g_hash_table_replace(best, symbol, symbol);
    }
    for (guint i = 0; i < merge->all_symbols->len; i++) {
        SymbolRow *symbol = g_ptr_array_index(merge->all_symbols, i);
        if (symbol->defined || (!links(symbol) && !is_tagged(symbol)))
            continue;
        SymbolRow *known = g_hash_table_lookup(best, symbol);
        if (known != symbol) {
            symbol->stands_for = known;
            take_typedef_name(known, symbol, named);
        }
    }
}

/* ---- macros ---- */

typedef struct Macros {
    GHashTable *by_name; /* name to GSList of SymbolRow, by place */
    GHashTable *holders; /* set of Holder */
} Macros;

/* Which macro's text a call of `name` out of `macro` stands in. */
typedef struct Holder {
    const SymbolRow *macro;
    const char *name;
    SymbolRow *holder;
} Holder;

static guint holder_hash(gconstpointer key)
{
    const Holder *holder = key;
    return (GPOINTER_TO_UINT(holder->macro) >> 4) * 31 + (GPOINTER_TO_UINT(holder->name) >> 3);
}

static gboolean holder_equal(gconstpointer a, gconstpointer b)
{
    const Holder *left = a, *right = b;
    return left->macro == right->macro && left->name == right->name;
}

static Macros macros_of(const Merge *merge)
{
    Macros macros = {g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_slist_free),
                     g_hash_table_new_full(holder_hash, holder_equal, g_free, NULL)};
    for (guint i = merge->symbols_by_place->len; i-- > 0;) {
        SymbolRow *symbol = g_ptr_array_index(merge->symbols_by_place, i);
        if (symbol->kind != FACT_MACRO)
            continue;
        GSList *list = g_hash_table_lookup(macros.by_name, symbol->name);
        g_hash_table_steal(macros.by_name, symbol->name);
        g_hash_table_insert(macros.by_name, (char *)symbol->name, g_slist_prepend(list, symbol));
    }
    return macros;
}

static void macros_clear(Macros *macros)
{
    g_hash_table_unref(macros->by_name);
    g_hash_table_unref(macros->holders);
}

/* Of several macros by one name, one in `file` is meant, else the first. */
static SymbolRow *macro_named(const Macros *macros, const char *name, const FileRow *file)
{
    GSList *list = g_hash_table_lookup(macros->by_name, name);
    SymbolRow *found = list == NULL ? NULL : list->data;
    for (; list != NULL; list = list->next)
        if (((SymbolRow *)list->data)->file == file)
            return list->data;
    return found;
}

/* The innermost macro, from `macro` inwards, whose text holds `name`; NULL if none does. `seen`: the macros
 * that were looked through already. */
static SymbolRow *find_holder(const Macros *macros, SymbolRow *macro, const char *name, GHashTable *seen,
                              guint depth)
{
    if (macro == NULL || macro->words == NULL || depth > NESTED_MACROS || !g_hash_table_add(seen, macro))
        return NULL;
    for (guint i = 0; i < macro->words->len; i++) {
        const char *word = g_array_index(macro->words, MacroWord, i).name;
        if (word == name && (depth == 0 || word != macro->name))
            return macro;
    }
    for (guint i = 0; i < macro->words->len; i++) {
        const char *word = g_array_index(macro->words, MacroWord, i).name;
        SymbolRow *inner = word == macro->name ? NULL : macro_named(macros, word, macro->file);
        SymbolRow *holder = find_holder(macros, inner, name, seen, depth + 1);
        if (holder != NULL)
            return holder;
    }
    return NULL;
}

static SymbolRow *holder_of(const Macros *macros, SymbolRow *macro, const char *name)
{
    Holder probe = {macro, name, NULL};
    const Holder *known = g_hash_table_lookup(macros->holders, &probe);
    if (known != NULL)
        return known->holder;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    probe.holder = find_holder(macros, macro, name, seen, 0);
    g_hash_table_add(macros->holders, g_memdup2(&probe, sizeof probe));
    return probe.holder;
}

/* What the texts of macros name: rows of the form "macro uses macro". */
static void refer_from_macros(Merge *merge, const Macros *macros)
{
    for (guint i = 0; i < merge->symbols->len; i++) {
        SymbolRow *macro = g_ptr_array_index(merge->symbols, i);
        for (guint j = 0; macro->words != NULL && j < macro->words->len; j++) {
            const MacroWord *word = &g_array_index(macro->words, MacroWord, j);
            SymbolRow *used = word->name == macro->name ? NULL : macro_named(macros, word->name, macro->file);
            if (used == NULL || macro->file == NULL)
                continue;
            ReferenceRow row = {{macro->file, word->line, word->col, macro->bodies, 0}, used, FACT_EXPAND};
            g_array_append_val(merge->rows[ROWS_REFERENCES].all, row);
        }
    }
}

/* ---- what rows mean ---- */

static const char *part_of(const Merge *merge, const Row *row)
{
    return g_ptr_array_index(merge->parts, row->body->order);
}

static void bind_calls(Merge *merge, const Macros *macros)
{
    GArray *calls = merge->rows[ROWS_CALLS].all;
    for (guint i = 0; i < calls->len; i++) {
        CallRow *call = &g_array_index(calls, CallRow, i);
        if (call->macro != NULL && call->in_body) {
            SymbolRow *holder = holder_of(macros, call->macro, call->callee->name);
            call->macro_at = holder != NULL ? holder : call->macro; /* a name put together by ## */
        }
        call->callee = bound(merge, part_of(merge, &call->at), call->callee);
    }
}

static void bind_references(Merge *merge)
{
    GArray *references = merge->rows[ROWS_REFERENCES].all;
    for (guint i = 0; i < references->len; i++) {
        ReferenceRow *reference = &g_array_index(references, ReferenceRow, i);
        reference->symbol = bound(merge, part_of(merge, &reference->at), reference->symbol);
    }
}

static void bind_cells(Merge *merge)
{
    GArray *cells = merge->rows[ROWS_CELLS].all;
    for (guint i = 0; i < cells->len; i++) {
        CellRow *cell = &g_array_index(cells, CellRow, i);
        cell->variable = bound(merge, part_of(merge, &cell->at), cell->variable);
        if (cell->variable->file != NULL)
            cell->at.file = cell->variable->file;
        if (cell->symbol != NULL)
            cell->symbol = bound(merge, part_of(merge, &cell->at), cell->symbol);
    }
}

static void bind_flows(Merge *merge)
{
    GArray *flows = merge->rows[ROWS_FLOWS].all;
    for (guint i = 0; i < flows->len; i++) {
        FlowRow *flow = &g_array_index(flows, FlowRow, i);
        if (flow->to.symbol != NULL)
            flow->to.symbol = bound(merge, part_of(merge, &flow->at), flow->to.symbol);
        if (flow->from.symbol != NULL)
            flow->from.symbol = bound(merge, part_of(merge, &flow->at), flow->from.symbol);
    }
}

void bind_rows(Merge *merge)
{
    merge->interpreter = texts_keep(merge->texts, "python");
    Macros macros = macros_of(merge);
    refer_from_macros(merge, &macros);
    bind_calls(merge, &macros);
    bind_references(merge);
    bind_cells(merge);
    bind_flows(merge);
    macros_clear(&macros);
}
