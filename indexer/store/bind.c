/* bind.c: what can be said only when all units are in. See merge.h.
 *
 * In this order: declarations give way to definitions; calls bind within their module or program, then within
 * the interpreter; each symbol gets its id; what a macro's text names is looked up; rows are sorted and
 * doubles dropped. Everything is decided by paths, lines and names, never by the order of arrival. */
#include "store/bind.h"

#include <string.h>

static const char INTERPRETER[] = "python";
enum { EXTERNAL_ORDINAL = 0xffff, FIRST_INDIRECT = 0x8000, NESTED_MACROS = 16 };

static char *scoped(const char *part_of, const char *name)
{
    return g_strconcat(part_of, "/", name, NULL);
}

void bind_define(Merge *merge, const char *part_of, SymbolRow *symbol)
{
    char *key = scoped(part_of, symbol->name);
    if (g_hash_table_contains(merge->definitions, key))
        g_free(key);
    else
        g_hash_table_insert(merge->definitions, key, symbol);
}

/* ---- order -------------------------------------------------------------------------------------------- */

static int compare_files(gconstpointer a, gconstpointer b)
{
    return strcmp((*(FileRow *const *)a)->path, (*(FileRow *const *)b)->path);
}

static int compare_numbers(gint64 left, gint64 right)
{
    return left < right ? -1 : left > right;
}

/* By file, place, kind and name: the order in which symbols of a file are numbered. */
static int compare_symbols(gconstpointer a, gconstpointer b)
{
    const SymbolRow *left = *(SymbolRow *const *)a, *right = *(SymbolRow *const *)b;
    if (left->file != right->file)
        return left->file == NULL    ? -1
               : right->file == NULL ? 1
                                     : strcmp(left->file->path, right->file->path);
    int order = compare_numbers(left->line, right->line);
    if (order == 0)
        order = compare_numbers(left->col, right->col);
    if (order == 0)
        order = compare_numbers(left->kind, right->kind);
    return order != 0 ? order : g_strcmp0(symbol_name(left), symbol_name(right));
}

static int compare_ids(gconstpointer a, gconstpointer b)
{
    return compare_numbers((*(SymbolRow *const *)a)->id, (*(SymbolRow *const *)b)->id);
}

static int compare_places(const FileRow *left_file, guint left_line, guint left_col,
                          const FileRow *right_file, guint right_line, guint right_col)
{
    int order = compare_numbers(left_file->key, right_file->key);
    if (order == 0)
        order = compare_numbers(left_line, right_line);
    return order != 0 ? order : compare_numbers(left_col, right_col);
}

static int compare_calls(gconstpointer a, gconstpointer b)
{
    const CallRow *left = a, *right = b;
    int order = compare_places(left->file, left->line, left->col, right->file, right->line, right->col);
    if (order == 0)
        order = compare_numbers(left->caller->id, right->caller->id);
    return order != 0 ? order : compare_numbers(left->callee->id, right->callee->id);
}

static gint64 id_of(const SymbolRow *symbol)
{
    return symbol == NULL ? 0 : symbol->id;
}

static int compare_references(gconstpointer a, gconstpointer b)
{
    const ReferenceRow *left = a, *right = b;
    int order = compare_numbers(left->symbol->id, right->symbol->id);
    if (order == 0)
        order = compare_numbers(left->kind, right->kind);
    if (order == 0)
        order = compare_places(left->file, left->line, left->col, right->file, right->line, right->col);
    return order != 0 ? order : compare_numbers(id_of(left->inside), id_of(right->inside));
}

static int compare_cells(gconstpointer a, gconstpointer b)
{
    const CellRow *left = a, *right = b;
    int order = compare_numbers(left->variable->id, right->variable->id);
    return order != 0 ? order : compare_numbers(left->ordinal, right->ordinal);
}

static int compare_flows(gconstpointer a, gconstpointer b)
{
    const FlowRow *left = a, *right = b;
    int order = compare_numbers(left->inside->id, right->inside->id);
    return order != 0 ? order : compare_numbers(left->ordinal, right->ordinal);
}

/* Two calls at one place come out of one macro: the sort is stable, so they keep the order of the text. */
static int compare_sites(gconstpointer a, gconstpointer b)
{
    const SiteRow *left = *(SiteRow *const *)a, *right = *(SiteRow *const *)b;
    int order = compare_places(left->file, left->line, left->col, right->file, right->line, right->col);
    return order != 0 ? order : compare_numbers(left->caller->id, right->caller->id);
}

static int compare_inclusions(gconstpointer a, gconstpointer b)
{
    const InclusionRow *left = a, *right = b;
    int order = compare_places(left->file, left->line, 0, right->file, right->line, 0);
    return order != 0 ? order : compare_numbers(left->included->key, right->included->key);
}

static int compare_strings(gconstpointer a, gconstpointer b)
{
    const StringRow *left = a, *right = b;
    int order = compare_places(left->file, left->line, left->col, right->file, right->line, right->col);
    if (order == 0)
        order = compare_numbers(id_of(left->inside), id_of(right->inside));
    return order != 0 ? order : g_strcmp0(left->text, right->text);
}

static int compare_diagnostics(gconstpointer a, gconstpointer b)
{
    const DiagnosticRow *left = a, *right = b;
    int order = compare_places(left->file, left->line, 0, right->file, right->line, 0);
    return order != 0 ? order : strcmp(left->text, right->text);
}

static int compare_ranges(gconstpointer a, gconstpointer b)
{
    const RangeRow *left = a, *right = b;
    return compare_places(left->file, left->line, left->end_line, right->file, right->line, right->end_line);
}

/* Sorts, and keeps one of rows that compare as equal. */
static void sort_unique(GArray *rows, gsize size, GCompareFunc compare)
{
    g_array_sort(rows, compare);
    guint kept = 0;
    for (guint i = 0; i < rows->len; i++)
        if (kept == 0 || compare(rows->data + (kept - 1) * size, rows->data + i * size) != 0)
            memmove(rows->data + kept++ * size, rows->data + i * size, size);
    g_array_set_size(rows, kept);
}

/* How many of the ranges of its file, which begin at `first`, hold `range`: each parse has one at most. */
static guint count_around(const GArray *ranges, guint first, const RangeRow *range)
{
    guint count = 0;
    for (guint i = first; i < ranges->len; i++) {
        const RangeRow *other = &g_array_index(ranges, RangeRow, i);
        if (other->file != range->file || other->line > range->line)
            break;
        count += other->end_line >= range->end_line;
    }
    return count;
}

/* Keeps the ranges that every parse of their file left out; what one of them compiled is not "not compiled
 * here". A second inclusion leaves out all between the guard and its #endif: a range that holds the others. */
static void keep_common_ranges(GArray *ranges)
{
    g_array_sort(ranges, compare_ranges);
    g_autoptr(GArray) all = g_array_copy(ranges);
    guint kept = 0, first = 0;
    for (guint i = 0; i < all->len; i++) {
        const RangeRow *range = &g_array_index(all, RangeRow, i);
        if (i > 0 && range->file != range[-1].file)
            first = i;
        if (i > 0 && compare_ranges(range, range - 1) == 0)
            continue;
        if (count_around(all, first, range) >= range->file->parsed)
            g_array_index(ranges, RangeRow, kept++) = *range;
    }
    g_array_set_size(ranges, kept);
}

/* ---- definitions before declarations ------------------------------------------------------------------ */

static gboolean can_bind(const SymbolRow *symbol)
{
    return (symbol->kind == FACT_FUNCTION || symbol->kind == FACT_VARIABLE) && !symbol->is_static &&
           !symbol->defined;
}

static gboolean is_tagged(const SymbolRow *symbol)
{
    return (symbol->kind == FACT_STRUCT || symbol->kind == FACT_UNION || symbol->kind == FACT_ENUM) &&
           symbol->name != NULL;
}

/* What a declaration means to a caller in `part_of`: itself if nothing is defined in sight. */
static SymbolRow *bound(const Merge *merge, const char *part_of, SymbolRow *symbol)
{
    if (!can_bind(symbol))
        return symbol->stands_for != NULL ? symbol->stands_for : symbol;
    g_autofree char *near = scoped(part_of, symbol->name);
    SymbolRow *definition = g_hash_table_lookup(merge->definitions, near);
    if (definition == NULL) {
        g_autofree char *far = scoped(INTERPRETER, symbol->name);
        definition = g_hash_table_lookup(merge->definitions, far);
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
    return compare_symbols(&symbol, &than) < 0;
}

/* Declarations that some definition, or an earlier declaration, stands for. */
static void settle_declarations(Merge *merge)
{
    g_autoptr(GHashTable) best = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int pass = 0; pass < 2; pass++)
        for (guint i = 0; i < merge->all_symbols->len; i++) {
            SymbolRow *symbol = g_ptr_array_index(merge->all_symbols, i);
            gboolean links = symbol->kind == FACT_FUNCTION || symbol->kind == FACT_VARIABLE;
            if (!(links && !symbol->is_static) && !is_tagged(symbol))
                continue;
            char *key = g_strdup_printf("%d/%s", symbol->kind, symbol->name);
            SymbolRow *known = g_hash_table_lookup(best, key);
            if (pass == 0 && (known == NULL || is_better(symbol, known)))
                g_hash_table_replace(best, g_steal_pointer(&key), symbol);
            else if (pass == 1 && known != symbol && !symbol->defined) {
                symbol->stands_for = known;
                if (known->named_by == NULL)
                    known->named_by = symbol->named_by;
            }
            g_free(key);
        }
}

/* ---- ids ---------------------------------------------------------------------------------------------- */

/* FNV-1a: short, and the same on every machine. */
static guint32 key_of(const char *text)
{
    guint32 hash = 2166136261u;
    for (const char *p = text; *p != '\0'; p++)
        hash = (hash ^ (guint8)*p) * 16777619u;
    return hash & 0x7fffffff;
}

static void give_file_keys(Merge *merge)
{
    g_autoptr(GHashTable) taken = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_ptr_array_sort(merge->files, compare_files);
    for (guint i = 0; i < merge->files->len; i++) {
        FileRow *file = g_ptr_array_index(merge->files, i);
        file->key = key_of(file->path);
        while (file->key == 0 ||
               !g_hash_table_add(taken, GUINT_TO_POINTER(file->key))) /* once in 5,000 trees */
            file->key = (file->key + 1) & 0x7fffffff;
    }
}

/* Nameless records have no row: their fields belong to the variable or the record around them. */
static gboolean is_stored(const SymbolRow *symbol)
{
    return symbol->stands_for == NULL && symbol_name(symbol) != NULL;
}

static void give_ids(Merge *merge)
{
    for (guint i = 0; i < merge->all_symbols->len; i++) {
        SymbolRow *symbol = g_ptr_array_index(merge->all_symbols, i);
        if (is_stored(symbol))
            g_ptr_array_add(merge->symbols, symbol);
    }
    g_ptr_array_sort(merge->symbols, compare_symbols);
    const FileRow *file = NULL;
    guint ordinal = 0;
    for (guint i = 0; i < merge->symbols->len; i++) {
        SymbolRow *symbol = g_ptr_array_index(merge->symbols, i);
        if (symbol->file == NULL) {
            g_autofree char *name = g_strdup_printf("%d/%s", symbol->kind, symbol->name);
            symbol->id = (gint64)key_of(name) << 16 | EXTERNAL_ORDINAL;
            continue;
        }
        if (symbol->file != file)
            ordinal = 0;
        else if (symbol->col == ((SymbolRow *)g_ptr_array_index(merge->symbols, i - 1))->col &&
                 symbol->line == ((SymbolRow *)g_ptr_array_index(merge->symbols, i - 1))->line &&
                 symbol->kind == FACT_FUNCTION && symbol->by_macro == NULL)
            symbol->file->is_template |= !symbol->file->is_unit; /* two names at one place: two includers */
        file = symbol->file;
        symbol->id = (gint64)file->key << 16 | ++ordinal;
    }
    g_ptr_array_sort(merge->symbols, compare_ids);
}

/* ---- macros ------------------------------------------------------------------------------------------- */

/* All macros by name; of several, one in `file` is meant, else the first. */
static SymbolRow *macro_named(GHashTable *macros, const char *name, const FileRow *file)
{
    SymbolRow *found = NULL;
    for (GSList *item = g_hash_table_lookup(macros, name); item != NULL; item = item->next) {
        SymbolRow *macro = item->data;
        if (found == NULL || (macro->file == file && found->file != file))
            found = macro;
    }
    return found;
}

static GHashTable *macros_by_name(const Merge *merge)
{
    GHashTable *macros = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_slist_free);
    for (guint i = merge->symbols->len; i-- > 0;) {
        SymbolRow *symbol = g_ptr_array_index(merge->symbols, i);
        if (symbol->kind != FACT_MACRO)
            continue;
        GSList *list = g_hash_table_lookup(macros, symbol->name);
        g_hash_table_steal(macros, symbol->name);
        g_hash_table_insert(macros, (char *)symbol->name, g_slist_prepend(list, symbol));
    }
    return macros;
}

/* The innermost macro, from `macro` inwards, whose text holds `name`; NULL if none does. */
static SymbolRow *holder_of(GHashTable *macros, SymbolRow *macro, const char *name, guint depth)
{
    if (macro == NULL || macro->words == NULL || depth > NESTED_MACROS)
        return NULL;
    for (guint i = 0; i < macro->words->len; i++) {
        const char *word = g_array_index(macro->words, MacroWord, i).name;
        if (word == name && (depth == 0 || word != macro->name))
            return macro;
    }
    for (guint i = 0; i < macro->words->len; i++) {
        const char *word = g_array_index(macro->words, MacroWord, i).name;
        SymbolRow *inner = word == macro->name ? NULL : macro_named(macros, word, macro->file);
        SymbolRow *holder = holder_of(macros, inner, name, depth + 1);
        if (holder != NULL)
            return holder;
    }
    return NULL;
}

/* What the texts of macros name: rows of the form "macro uses macro". */
static void refer_from_macros(Merge *merge, GHashTable *macros)
{
    for (guint i = 0; i < merge->symbols->len; i++) {
        SymbolRow *macro = g_ptr_array_index(merge->symbols, i);
        for (guint j = 0; macro->words != NULL && j < macro->words->len; j++) {
            const MacroWord *word = &g_array_index(macro->words, MacroWord, j);
            SymbolRow *used = word->name == macro->name ? NULL : macro_named(macros, word->name, macro->file);
            if (used != NULL) {
                ReferenceRow row = {used, macro, macro->file, word->line, word->col, FACT_EXPAND, NULL};
                g_array_append_val(merge->references, row);
            }
        }
    }
}

static void bind_calls(Merge *merge, GHashTable *macros)
{
    for (guint i = 0; i < merge->calls->len; i++) {
        CallRow *call = &g_array_index(merge->calls, CallRow, i);
        if (call->macro != NULL && call->in_body) {
            SymbolRow *holder = holder_of(macros, call->macro, call->callee->name, 0);
            call->macro_at = holder != NULL ? holder : call->macro; /* a name put together by ## */
        }
        call->callee = bound(merge, call->part_of, call->callee);
    }
    g_array_sort(merge->calls, compare_calls);
}

static void bind_references(Merge *merge)
{
    for (guint i = 0; i < merge->references->len; i++) {
        ReferenceRow *reference = &g_array_index(merge->references, ReferenceRow, i);
        reference->symbol = bound(merge, reference->part_of, reference->symbol);
    }
    sort_unique(merge->references, sizeof(ReferenceRow), compare_references);
}

static void bind_cells(Merge *merge)
{
    for (guint i = 0; i < merge->cells->len; i++) {
        CellRow *cell = &g_array_index(merge->cells, CellRow, i);
        cell->variable = bound(merge, cell->part_of, cell->variable);
        if (cell->symbol != NULL)
            cell->symbol = bound(merge, cell->part_of, cell->symbol);
    }
    sort_unique(merge->cells, sizeof(CellRow), compare_cells);
}

static void bind_place(const Merge *merge, const char *part_of, PlaceRow *place)
{
    if (place->symbol != NULL)
        place->symbol = bound(merge, part_of, place->symbol);
}

/* Indirect calls are numbered from the middle of a file's ordinals up, so that direct ones do not move them. */
static void bind_flows(Merge *merge)
{
    for (guint i = 0; i < merge->flows->len; i++) {
        FlowRow *flow = &g_array_index(merge->flows, FlowRow, i);
        bind_place(merge, flow->part_of, &flow->to);
        bind_place(merge, flow->part_of, &flow->from);
    }
    g_array_sort(merge->flows, compare_flows);
    g_ptr_array_sort(merge->sites, compare_sites);
    const FileRow *file = NULL;
    gint64 ordinal = 0;
    for (guint i = 0; i < merge->sites->len; i++) {
        SiteRow *site = g_ptr_array_index(merge->sites, i);
        ordinal = site->file == file ? ordinal + 1 : FIRST_INDIRECT;
        file = site->file;
        site->id = (gint64)file->key << 16 | ordinal;
    }
}

void merge_finish(Merge *merge)
{
    settle_declarations(merge);
    give_file_keys(merge);
    give_ids(merge);
    g_autoptr(GHashTable) macros = macros_by_name(merge);
    refer_from_macros(merge, macros);
    bind_calls(merge, macros);
    bind_references(merge);
    bind_cells(merge);
    bind_flows(merge);
    sort_unique(merge->strings, sizeof(StringRow), compare_strings);
    sort_unique(merge->inclusions, sizeof(InclusionRow), compare_inclusions);
    sort_unique(merge->diagnostics, sizeof(DiagnosticRow), compare_diagnostics);
    keep_common_ranges(merge->ranges);
}
