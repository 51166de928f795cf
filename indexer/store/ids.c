/* ids.c: the numbers by which files and symbols are stored. See bind.h.
 *
 * A file's key is a hash of its path; a symbol's id is the key and an ordinal, which is a hash of its name: a
 * symbol that is added to a file leaves the numbers of the others as they are, and so all rows that speak of
 * them. Where two hashes agree, the one that stands first in the file (in the order of paths) keeps its own.
 */
#include "store/ids.h"

#include "store/bind.h"

#include <string.h>

enum {
    EXTERNAL_ORDINAL = (1 << SYMBOL_SHIFT) - 1,
    ORDINALS = EXTERNAL_ORDINAL - 1,
    FIRST_INDIRECT = 1 << (ROW_SHIFT - 1)
};

/* FNV-1a: short, and the same on every machine. */
static guint32 hash_on(guint32 hash, const char *text)
{
    for (const char *p = text; *p != '\0'; p++)
        hash = (hash ^ (guint8)*p) * 16777619u;
    return hash;
}

static guint32 key_of(const char *text)
{
    return hash_on(2166136261u, text) & 0x7fffffff;
}

/* ---- files ---- */

static int compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp((*(FileRow *const *)a)->path, (*(FileRow *const *)b)->path);
}

static int compare_keys(gconstpointer a, gconstpointer b)
{
    guint32 left = (*(FileRow *const *)a)->key, right = (*(FileRow *const *)b)->key;
    return left < right ? -1 : left > right;
}

/* The first free one from `key` on; taken then. */
static guint32 take_key(GHashTable *taken, guint32 key)
{
    while (key == 0 || !g_hash_table_add(taken, GUINT_TO_POINTER(key))) /* once in 5,000 trees */
        key = (key + 1) & 0x7fffffff;
    return key;
}

void ids_give_keys(Merge *merge)
{
    g_autoptr(GHashTable) taken = g_hash_table_new(g_direct_hash, g_direct_equal);
    g_ptr_array_sort(merge->files, compare_paths);
    for (guint i = 0; i < merge->files->len; i++) {
        FileRow *file = g_ptr_array_index(merge->files, i);
        file->key = take_key(taken, key_of(file->path));
        g_ptr_array_add(merge->files_by_key, file);
    }
    g_ptr_array_sort(merge->files_by_key, compare_keys);
    for (guint i = 0; i < merge->files_by_key->len; i++)
        ((FileRow *)g_ptr_array_index(merge->files_by_key, i))->number = i;
}

/* ---- symbols ---- */

static int compare_numbers(gint64 left, gint64 right)
{
    return left < right ? -1 : left > right;
}

int ids_compare_symbols(const SymbolRow *left, const SymbolRow *right)
{
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

/* By file, without looking at paths; then as above. */
static int compare_places(gconstpointer a, gconstpointer b)
{
    const SymbolRow *left = *(SymbolRow *const *)a, *right = *(SymbolRow *const *)b;
    if (left->file == right->file)
        return ids_compare_symbols(left, right);
    return compare_numbers(left->file == NULL ? 0 : left->file->number + 1,
                           right->file == NULL ? 0 : right->file->number + 1);
}

/* By file, the external ones first; then by id. */
static int compare_by_id(gconstpointer a, gconstpointer b)
{
    const SymbolRow *left = *(SymbolRow *const *)a, *right = *(SymbolRow *const *)b;
    if ((left->file == NULL) != (right->file == NULL))
        return left->file == NULL ? -1 : 1;
    if (left->file != right->file)
        return compare_numbers(left->file->number, right->file->number);
    return compare_numbers(left->id, right->id);
}

/* Nameless records have no row: their fields belong to the variable or the record around them. */
static gboolean is_stored(const SymbolRow *symbol)
{
    return symbol->stands_for == NULL && symbol_name(symbol) != NULL;
}

static guint ordinal_hash(guint32 kind, const char *parent, const char *name)
{
    guint32 hash = 2166136261u ^ kind;
    if (parent != NULL)
        hash = hash_on(hash, parent);
    hash = hash_on(hash, name);
    return (hash ^ hash >> 16) % ORDINALS + 1;
}

gint64 ids_first(gint64 file_key, guint32 kind, const char *parent, const char *name)
{
    return file_key << SYMBOL_SHIFT | ordinal_hash(kind, parent, name);
}

gint64 ids_next(gint64 id)
{
    gint64 ordinal = id & EXTERNAL_ORDINAL;
    return id - ordinal + ordinal % ORDINALS + 1;
}

/* `symbols` stand in one file, in the order of their places. Those that find no number keep 0 and are not
 * stored. */
static void number_symbols(SymbolRow **symbols, guint count)
{
    g_autofree guint8 *taken = g_new0(guint8, EXTERNAL_ORDINAL + 1);
    for (guint i = 0; i < MIN(count, ORDINALS); i++) {
        const SymbolRow *parent = symbols[i]->parent;
        guint ordinal = ordinal_hash(symbols[i]->kind, parent == NULL ? NULL : symbol_name(parent),
                                     symbol_name(symbols[i]));
        while (taken[ordinal])
            ordinal = ordinal % ORDINALS + 1;
        taken[ordinal] = TRUE;
        symbols[i]->id = (gint64)symbols[i]->file->key << SYMBOL_SHIFT | ordinal;
    }
}

static void number_externals(SymbolRow **symbols, guint count)
{
    g_autoptr(GHashTable) taken = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (guint i = 0; i < count; i++) {
        g_autofree char *name = g_strdup_printf("%d/%s", symbols[i]->kind, symbol_name(symbols[i]));
        symbols[i]->id = (gint64)take_key(taken, key_of(name)) << SYMBOL_SHIFT | EXTERNAL_ORDINAL;
    }
}

/* A header where one place has two names is a template: two includers gave them. */
static void find_template(SymbolRow **symbols, guint count)
{
    for (guint i = 1; i < count; i++)
        if (symbols[i]->kind == FACT_FUNCTION && symbols[i]->by_macro == NULL && !symbols[i]->file->is_unit &&
            symbols[i]->line == symbols[i - 1]->line && symbols[i]->col == symbols[i - 1]->col)
            symbols[i]->file->is_template = TRUE;
}

static void note_overflow(Merge *merge, const FileRow *file, guint count)
{
    if (count <= ORDINALS)
        return;
    g_autofree char *problem =
        g_strdup_printf("%u symbols in one file: only %d have room in the index", count, ORDINALS);
    merge_problem(merge, file->path, problem);
}

static void number_group(Merge *merge, SymbolRow **group, guint count)
{
    FileRow *file = group[0]->file;
    if (file == NULL) {
        number_externals(group, count);
        return;
    }
    find_template(group, count);
    number_symbols(group, count);
    note_overflow(merge, file, count);
}

void ids_give(Merge *merge)
{
    GPtrArray *symbols = merge->symbols_by_place;
    for (guint i = 0; i < merge->all_symbols->len; i++)
        if (is_stored(g_ptr_array_index(merge->all_symbols, i)))
            g_ptr_array_add(symbols, g_ptr_array_index(merge->all_symbols, i));
    g_ptr_array_sort(symbols, compare_places);
    merge->symbol_starts = g_new0(guint, merge->files->len + 2);
    for (guint i = 0, next; i < symbols->len; i = next) {
        SymbolRow **group = (SymbolRow **)&g_ptr_array_index(symbols, i);
        for (next = i; next < symbols->len && group[next - i]->file == group[0]->file; next++)
            ;
        number_group(merge, group, next - i);
        merge->symbol_starts[group[0]->file == NULL ? 1 : group[0]->file->number + 2] = next;
    }
    for (guint i = 1; i < merge->files->len + 2; i++) /* files without symbols */
        merge->symbol_starts[i] = MAX(merge->symbol_starts[i], merge->symbol_starts[i - 1]);
    g_ptr_array_extend(merge->symbols, symbols, NULL, NULL);
    g_ptr_array_sort(merge->symbols, compare_by_id);
}

SymbolRow **merge_symbols(Merge *merge, const FileRow *file, guint *count)
{
    guint number = file == NULL ? 0 : file->number + 1;
    *count = merge->symbol_starts[number + 1] - merge->symbol_starts[number];
    return (SymbolRow **)merge->symbols->pdata + merge->symbol_starts[number];
}

/* Indirect calls are numbered from the middle of a file's numbers up, so that direct ones do not move them. */
void ids_give_sites(Merge *merge)
{
    for (guint i = 0; i < merge->files_by_key->len; i++) {
        const FileRow *file = g_ptr_array_index(merge->files_by_key, i);
        guint count = merge_sort(merge, ROWS_SITES, file);
        const SiteRow *rows = merge_rows(merge, ROWS_SITES, file, &count);
        for (guint j = 0; j < count; j++)
            rows[j].site->id = ((gint64)file->key << ROW_SHIFT) + FIRST_INDIRECT + j;
    }
}
