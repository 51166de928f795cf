/* writer.c: rows to SQLite, in the order of their keys. See writer.h.
 *
 * One transaction, no journal (the file is nobody's yet), indexes at the end: an insert is then an append. */
#include "store/writer.h"

#include "store/data.h"

static const char *const KINDS[] = {
    [FACT_FUNCTION] = "function", [FACT_MACRO] = "macro",     [FACT_STRUCT] = "struct",
    [FACT_UNION] = "union",       [FACT_ENUM] = "enum",       [FACT_ENUMERATOR] = "enumerator",
    [FACT_FIELD] = "field",       [FACT_TYPEDEF] = "typedef", [FACT_VARIABLE] = "variable",
};

static const char *const CELLS[] = {
    [FACT_CELL_OTHER] = "other",   [FACT_CELL_FUNCTION] = "function", [FACT_CELL_VARIABLE] = "variable",
    [FACT_CELL_OFFSET] = "offset", [FACT_CELL_NUMBER] = "number",     [FACT_CELL_STRING] = "string",
};

/* An INSERT whose values are given one after the other. */
typedef struct Insert {
    Statement *statement;
    int position;
} Insert;

static gboolean insert_into(Insert *insert, Database *database, const char *table, int columns,
                            GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    g_string_printf(sql, "INSERT INTO %s VALUES (?", table);
    for (int i = 1; i < columns; i++)
        g_string_append(sql, ",?");
    g_string_append_c(sql, ')');
    insert->statement = database_prepare(database, sql->str, error);
    insert->position = 0;
    return insert->statement != NULL;
}

static void put_text(Insert *insert, const char *text)
{
    statement_put_text(insert->statement, ++insert->position, text);
}

static void put_int(Insert *insert, gint64 value)
{
    statement_put_int(insert->statement, ++insert->position, value);
}

/* A number that does not apply where it is 0. */
static void put_positive(Insert *insert, gint64 value)
{
    if (value > 0)
        put_int(insert, value);
    else
        statement_put_null(insert->statement, ++insert->position);
}

static gboolean put_row(Insert *insert, GError **error)
{
    insert->position = 0;
    return statement_write(insert->statement, error);
}

/* ---- one function a table ----------------------------------------------------------------------------- */

static const char *file_kind(const FileRow *file)
{
    if (file->is_unit)
        return "unit";
    if (file->is_template)
        return "template";
    if (file->generated)
        return "generated";
    return file->parsed == 0 && g_str_has_suffix(file->path, ".c") ? "unit" : "header";
}

static gboolean write_files(Insert *insert, Merge *merge, GError **error)
{
    GPtrArray *files = merge_files(merge);
    for (guint i = 0; i < files->len; i++) {
        const FileRow *file = g_ptr_array_index(files, i);
        put_int(insert, file->key);
        put_text(insert, file->path);
        put_text(insert, file_kind(file));
        if (file->lines >= 0)
            put_int(insert, file->lines);
        else
            put_text(insert, NULL);
        put_text(insert, file->hash);
        put_int(insert, file->generated);
        put_int(insert, file->parsed > 0);
        put_int(insert, file->errors);
        put_text(insert, file->missing);
        put_text(insert, file->skipped_because);
        if (!put_row(insert, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_symbols(Insert *insert, Merge *merge, GError **error)
{
    GPtrArray *symbols = merge_symbols(merge);
    for (guint i = 0; i < symbols->len; i++) {
        const SymbolRow *symbol = g_ptr_array_index(symbols, i);
        gboolean has_parent = symbol->parent != NULL && symbol->kind != FACT_TYPEDEF;
        put_int(insert, symbol->id);
        put_text(insert, symbol_name(symbol));
        put_text(insert, symbol->spelled);
        put_text(insert, KINDS[symbol->kind]);
        put_text(insert, has_parent ? symbol_name(symbol->parent) : NULL);
        put_positive(insert, symbol->file == NULL ? 0 : symbol->file->key);
        put_positive(insert, symbol->line);
        put_positive(insert, symbol->end_line);
        put_text(insert, symbol->signature);
        put_text(insert, symbol->doc);
        put_int(insert, symbol->is_static);
        put_int(insert, symbol->defined);
        put_int(insert, symbol->file == NULL);
        put_text(insert, symbol->by_macro);
        put_positive(insert, symbol->file == NULL || symbol->unit == NULL ? 0 : symbol->unit->key);
        if (!put_row(insert, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_calls(Insert *insert, Merge *merge, GError **error)
{
    GArray *calls = merge_calls(merge);
    const FileRow *file = NULL;
    gint64 ordinal = 0;
    for (guint i = 0; i < calls->len; i++) {
        const CallRow *call = &g_array_index(calls, CallRow, i);
        ordinal = call->file == file ? ordinal + 1 : 1;
        file = call->file;
        put_int(insert, (gint64)file->key << 16 | ordinal);
        put_int(insert, call->caller->id);
        put_int(insert, call->callee->id);
        put_int(insert, file->key);
        put_int(insert, call->line);
        put_int(insert, call->col);
        put_positive(insert, call->macro == NULL ? 0 : call->macro->id);
        put_positive(insert, call->macro_at == NULL ? 0 : call->macro_at->id);
        if (!put_row(insert, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_references(Insert *insert, Merge *merge, GError **error)
{
    GArray *references = merge_references(merge);
    for (guint i = 0; i < references->len; i++) {
        const ReferenceRow *reference = &g_array_index(references, ReferenceRow, i);
        put_int(insert, reference->symbol->id);
        put_int(insert, reference->kind);
        put_int(insert, reference->file->key);
        put_int(insert, reference->line);
        put_int(insert, reference->col);
        put_int(insert, reference->inside == NULL ? 0 : reference->inside->id);
        if (!put_row(insert, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_strings(Insert *insert, Merge *merge, GError **error)
{
    GArray *strings = merge_strings(merge);
    for (guint i = 0; i < strings->len; i++) {
        const StringRow *row = &g_array_index(strings, StringRow, i);
        put_int(insert, row->file->key);
        put_int(insert, row->line);
        put_int(insert, row->col);
        put_int(insert, row->inside == NULL ? 0 : row->inside->id);
        put_text(insert, row->text);
        if (!put_row(insert, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_cells(Insert *insert, Merge *merge, GError **error)
{
    GArray *cells = merge_cells(merge);
    for (guint i = 0; i < cells->len; i++) {
        const CellRow *cell = &g_array_index(cells, CellRow, i);
        put_int(insert, cell->variable->id);
        put_int(insert, cell->ordinal);
        put_text(insert, cell->path);
        put_positive(insert, cell->field == NULL ? 0 : cell->field->id);
        put_text(insert, CELLS[cell->kind]);
        put_positive(insert, cell->symbol == NULL ? 0 : cell->symbol->id);
        if (cell->kind == FACT_CELL_NUMBER)
            put_int(insert, cell->number);
        else
            put_text(insert, cell->text);
        put_int(insert, cell->file->key);
        put_int(insert, cell->line);
        if (!put_row(insert, error))
            return FALSE;
    }
    return TRUE;
}

static void put_place(Insert *insert, const PlaceRow *place)
{
    gboolean numbered = place->kind == FACT_PLACE_PARAMETER || place->kind == FACT_PLACE_ARGUMENT;
    put_int(insert, place->kind);
    if (place->site != NULL)
        put_int(insert, place->site->id);
    else
        put_positive(insert, place->symbol == NULL ? 0 : place->symbol->id);
    if (numbered)
        put_int(insert, place->number);
    else
        put_text(insert, place->name);
}

static gboolean write_flows(Insert *insert, Merge *merge, GError **error)
{
    GArray *flows = merge_flows(merge);
    for (guint i = 0; i < flows->len; i++) {
        const FlowRow *flow = &g_array_index(flows, FlowRow, i);
        put_int(insert, flow->inside->id);
        put_int(insert, flow->ordinal);
        put_place(insert, &flow->to);
        put_place(insert, &flow->from);
        put_text(insert, flow->to_shape);
        put_text(insert, flow->own_shape);
        put_text(insert, flow->cast_shape);
        if (!put_row(insert, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_sites(Insert *insert, Merge *merge, GError **error)
{
    GPtrArray *sites = merge_sites(merge);
    for (guint i = 0; i < sites->len; i++) {
        const SiteRow *site = g_ptr_array_index(sites, i);
        put_int(insert, site->id);
        put_int(insert, site->caller->id);
        put_int(insert, site->file->key);
        put_int(insert, site->line);
        put_int(insert, site->col);
        put_positive(insert, site->macro == NULL ? 0 : site->macro->id);
        if (!put_row(insert, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_inclusions(Insert *insert, Merge *merge, GError **error)
{
    GArray *inclusions = merge_inclusions(merge);
    for (guint i = 0; i < inclusions->len; i++) {
        const InclusionRow *row = &g_array_index(inclusions, InclusionRow, i);
        put_int(insert, row->file->key);
        put_int(insert, row->line);
        put_int(insert, row->included->key);
        if (!put_row(insert, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_ranges(Insert *insert, Merge *merge, GError **error)
{
    GArray *ranges = merge_ranges(merge);
    for (guint i = 0; i < ranges->len; i++) {
        const RangeRow *range = &g_array_index(ranges, RangeRow, i);
        put_int(insert, range->file->key);
        put_int(insert, range->line);
        put_int(insert, range->end_line);
        if (!put_row(insert, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_diagnostics(Insert *insert, Merge *merge, GError **error)
{
    GArray *diagnostics = merge_diagnostics(merge);
    for (guint i = 0; i < diagnostics->len; i++) {
        const DiagnosticRow *diagnostic = &g_array_index(diagnostics, DiagnosticRow, i);
        put_int(insert, diagnostic->file->key);
        put_int(insert, diagnostic->line);
        put_text(insert, diagnostic->fatal ? "fatal" : "error");
        put_text(insert, diagnostic->text);
        if (!put_row(insert, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean write_meta(Database *database, const char *const (*meta)[2], guint pairs, GError **error)
{
    Insert insert;
    if (!insert_into(&insert, database, "meta", 2, error))
        return FALSE;
    gboolean ok = TRUE;
    for (guint i = 0; i < pairs && ok; i++) {
        put_text(&insert, meta[i][0]);
        put_text(&insert, meta[i][1]);
        ok = put_row(&insert, error);
    }
    statement_free(insert.statement);
    return ok;
}

gboolean writer_write(Database *database, Merge *merge, const char *const (*meta)[2], guint pairs,
                      GError **error)
{
    static const struct {
        const char *table;
        int columns;
        gboolean (*write)(Insert *insert, Merge *merge, GError **error);
    } tables[] = {
        {"file", 10, write_files},
        {"symbol", 15, write_symbols},
        {"direct_call", 8, write_calls},
        {"reference", 6, write_references},
        {"string_literal", 5, write_strings},
        {"cell", 9, write_cells},
        {"indirect_call", 6, write_sites},
        {"flow", 11, write_flows},
        {"inclusion", 3, write_inclusions},
        {"skipped_range", 3, write_ranges},
        {"diagnostic", 4, write_diagnostics},
    };
    if (!database_run(database, "BEGIN", error) || !write_meta(database, meta, pairs, error))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
        Insert insert;
        if (!insert_into(&insert, database, tables[i].table, tables[i].columns, error))
            return FALSE;
        gboolean ok = tables[i].write(&insert, merge, error);
        statement_free(insert.statement);
        if (!ok)
            return FALSE;
    }
    return database_run(database, data_text("indexer/store/indexes.sql"), error) &&
           database_run(database, "COMMIT; ANALYZE;", error);
}
