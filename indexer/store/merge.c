/* merge.c: one row for each symbol. See merge.h.
 *
 * Two sightings are one symbol if file, line, kind and resulting name agree; so a template's function is kept
 * once for each name that its includers give it. A function whose body differs by includer is one symbol all the
 * same: what stands in a body (calls, references, flows) is what stands in it in any parse, and as often as in
 * the one that has it most often.
 *
 * Where parses say different things, the first is right. "First" is said by the parse's number, never by
 * arrival: so parses are taken in as they end (take.c), and those of the cache while others still run. bind.c
 * does what needs all of them. */
#include "store/merge.h"

#include "store/bind.h"

/* ---- identity ---- */

static gboolean is_record(const SymbolRow *row)
{
    return row->kind == FACT_STRUCT || row->kind == FACT_UNION || row->kind == FACT_ENUM;
}

/* A record may be met before the typedef that gives it its only name: its column tells it from its
 * neighbours. */
static guint symbol_hash(gconstpointer key)
{
    const SymbolRow *row = key;
    guint hash = is_record(row) ? row->col : GPOINTER_TO_UINT(row->name) >> 3;
    return (hash * 31 + (GPOINTER_TO_UINT(row->file) >> 4)) * 31 + row->line * 2654435761u + row->kind;
}

static gboolean symbol_equal(gconstpointer a, gconstpointer b)
{
    const SymbolRow *left = a, *right = b;
    if (left->file != right->file || left->line != right->line || left->kind != right->kind)
        return FALSE;
    if (is_record(left))
        return left->col == right->col &&
               (left->name == NULL || right->name == NULL || left->name == right->name);
    return left->name == right->name; /* names are kept once */
}

static void file_free(gpointer data)
{
    FileRow *file = data;
    g_free(file->path);
    g_free(file->hash);
    g_clear_pointer(&file->lacks, g_ptr_array_unref);
    g_free(file->missing);
    g_free(file->skipped_because);
    g_free(file);
}

static void symbol_free(gpointer data)
{
    SymbolRow *symbol = data;
    g_clear_pointer(&symbol->words, g_array_unref);
    bodies_free(symbol);
    g_free(symbol);
}

Merge *merge_new(Texts *texts)
{
    Merge *merge = g_new0(Merge, 1);
    merge->texts = texts;
    merge->files = g_ptr_array_new_with_free_func(file_free);
    merge->files_by_key = g_ptr_array_new();
    merge->files_by_path = g_hash_table_new(g_str_hash, g_str_equal);
    merge->files_by_text = g_ptr_array_new();
    merge->all_symbols = g_ptr_array_new_with_free_func(symbol_free);
    merge->symbols = g_ptr_array_new();
    merge->symbols_by_place = g_ptr_array_new();
    merge->known = g_hash_table_new(symbol_hash, symbol_equal);
    merge->definitions = bind_definitions_new();
    merge->parts = g_ptr_array_new();
    merge->sharing =
        g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_hash_table_unref);
    merge->file_levels = g_ptr_array_new_with_free_func(g_free);
    merge->sites = g_ptr_array_new_with_free_func(g_free);
    rows_init(merge);
    return merge;
}

void merge_free(Merge *merge)
{
    g_ptr_array_unref(merge->files);
    g_ptr_array_unref(merge->files_by_key);
    g_ptr_array_unref(merge->files_by_text);
    g_hash_table_unref(merge->files_by_path);
    g_ptr_array_unref(merge->symbols);
    g_ptr_array_unref(merge->symbols_by_place);
    g_free(merge->symbol_starts);
    g_ptr_array_unref(merge->all_symbols);
    g_hash_table_unref(merge->known);
    g_hash_table_unref(merge->definitions);
    g_ptr_array_unref(merge->parts);
    g_hash_table_unref(merge->sharing);
    g_ptr_array_unref(merge->file_levels);
    g_ptr_array_unref(merge->sites);
    rows_clear(merge);
    g_free(merge);
}

FileRow *merge_file(Merge *merge, const char *path)
{
    FileRow *file = g_hash_table_lookup(merge->files_by_path, path);
    if (file == NULL) {
        file = g_new0(FileRow, 1);
        file->path = g_strdup(path);
        file->lines = -1;
        g_ptr_array_add(merge->files, file);
        g_hash_table_insert(merge->files_by_path, file->path, file);
    }
    return file;
}

void merge_problem(Merge *merge, const char *unit, const char *problem)
{
    DiagnosticRow row = {
        .at = {.file = merge_file(merge, unit), .line = 1, .body = bodies_file_level(merge, 0)},
        .fatal = TRUE,
        .text = texts_keep(merge->texts, problem)};
    g_array_append_val(merge->rows[ROWS_DIAGNOSTICS].all, row);
}

void merge_finish(Merge *merge)
{
    ids_give_keys(merge);
    bind_declarations(merge);
    bind_own(merge);
    ids_give(merge);
    bind_rows(merge);
    rows_group(merge);
    ids_give_sites(merge);
}

/* ---- giving out ---- */

gint64 site_id(const Site *site)
{
    if (site == NULL)
        return 0;
    return site->same != NULL ? site->same->id : site->id;
}

SymbolRow *row_inside(const Row *row)
{
    return row->body->symbol;
}

const char *symbol_name(const SymbolRow *symbol)
{
    return symbol->named_by != NULL ? symbol->named_by : symbol->name;
}

GPtrArray *merge_files(Merge *merge)
{
    return merge->files;
}

GPtrArray *merge_files_by_key(Merge *merge)
{
    return merge->files_by_key;
}
