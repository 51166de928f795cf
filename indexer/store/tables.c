/* tables.c: see tables.h. To add a table: a function that gives its rows, and its line in `table_types`. */
#include "store/tables.h"

#include "store/sum.h"

#include <string.h>

static const char *const KINDS[] = {
    [FACT_FUNCTION] = "function", [FACT_MACRO] = "macro",     [FACT_STRUCT] = "struct",
    [FACT_UNION] = "union",       [FACT_ENUM] = "enum",       [FACT_ENUMERATOR] = "enumerator",
    [FACT_FIELD] = "field",       [FACT_TYPEDEF] = "typedef", [FACT_VARIABLE] = "variable",
};

static const char *const CELLS[] = {
    [FACT_CELL_OTHER] = "other",   [FACT_CELL_FUNCTION] = "function", [FACT_CELL_VARIABLE] = "variable",
    [FACT_CELL_OFFSET] = "offset", [FACT_CELL_NUMBER] = "number",     [FACT_CELL_STRING] = "string",
};

/* ---- values ---- */

static void put_int(Values *values, gint64 value)
{
    values->position++;
    if (values->insert != NULL)
        statement_put_int(values->insert, values->position, value);
    else
        values->row = sum_number(values->row, (guint64)value + 1);
}

static void put_null(Values *values)
{
    values->position++;
    if (values->insert != NULL)
        statement_put_null(values->insert, values->position);
    else
        values->row = sum_number(values->row, 0);
}

static void put_text(Values *values, const char *text)
{
    if (text == NULL) {
        put_null(values);
        return;
    }
    values->position++;
    if (values->insert != NULL)
        statement_put_text(values->insert, values->position, text);
    else
        values->row = sum_bytes(values->row, text, strlen(text) + 1);
}

/* A number that does not apply where it is 0. */
static void put_positive(Values *values, gint64 value)
{
    if (value > 0)
        put_int(values, value);
    else
        put_null(values);
}

static gboolean end_row(Values *values, GError **error)
{
    values->position = 0;
    values->sum += values->row;
    values->row = 0;
    return values->insert == NULL || statement_write(values->insert, error);
}

/* ---- files and symbols ---- */

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

static gboolean give_file(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    (void)merge;
    if (file == NULL)
        return TRUE;
    put_int(values, file->key);
    put_text(values, file->path);
    put_text(values, file_kind(file));
    if (file->lines >= 0)
        put_int(values, file->lines);
    else
        put_null(values);
    put_text(values, file->hash);
    put_int(values, file->generated);
    put_int(values, file->parsed > 0);
    put_int(values, file->errors);
    put_text(values, file->missing);
    put_text(values, file->skipped_because);
    if (file->hash != NULL)
        put_int(values, (gint64)file->sum);
    else
        put_null(values);
    return end_row(values, error);
}

static void put_symbol(Values *values, const SymbolRow *symbol)
{
    gboolean has_parent = symbol->parent != NULL && symbol->kind != FACT_TYPEDEF;
    put_int(values, symbol->id);
    put_text(values, symbol_name(symbol));
    put_text(values, symbol->spelled);
    put_text(values, KINDS[symbol->kind]);
    put_text(values, has_parent ? symbol_name(symbol->parent) : NULL);
    put_positive(values, symbol->file == NULL ? 0 : symbol->file->key);
    put_positive(values, symbol->line);
    put_positive(values, symbol->end_line);
    put_text(values, symbol->signature);
    put_text(values, symbol->doc);
    put_int(values, symbol->is_static);
    put_int(values, symbol->defined);
    put_int(values, symbol->file == NULL);
    put_text(values, symbol->by_macro);
    put_positive(values, symbol->file == NULL || symbol->unit == NULL ? 0 : symbol->unit->key);
    if (symbol->offset > 0)
        put_int(values, symbol->offset - 1);
    else
        put_null(values);
    put_positive(values, symbol->bits);
}

static gboolean give_symbols(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    guint count;
    SymbolRow **symbols = merge_symbols(merge, file, &count);
    for (guint i = 0; i < count; i++) {
        if (symbols[i]->id == 0)
            continue;
        put_symbol(values, symbols[i]);
        if (!end_row(values, error))
            return FALSE;
    }
    return TRUE;
}

/* ---- what stands at places ---- */

/* The rows of a kind: sorted if they are to be written, since their ids are then their numbers in the file. */
static gpointer rows_of(Merge *merge, RowKind kind, const FileRow *file, const Values *values, guint *count)
{
    *count = 0;
    if (file == NULL)
        return NULL;
    if (values->insert != NULL)
        merge_sort(merge, kind, file);
    return merge_rows(merge, kind, file, count);
}

/* The id of the row that is the `number`th of its file, from 0. */
static void put_id(Values *values, const FileRow *file, guint number)
{
    if (values->insert != NULL)
        put_int(values, ((gint64)file->key << ROW_SHIFT) + number + 1);
}

static gint64 id_of(const SymbolRow *symbol)
{
    return symbol == NULL ? 0 : symbol->id;
}

/* Of what several bodies say the first parse decides: so it is in the sum. */
static void sum_order(Values *values, const Row *row)
{
    if (values->insert == NULL && row->body->symbol->bodies->next != NULL)
        put_int(values, row->body->order);
}

static gboolean give_calls(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    guint count;
    const CallRow *rows = rows_of(merge, ROWS_CALLS, file, values, &count);
    for (guint i = 0; i < count; i++) {
        put_id(values, file, i);
        put_int(values, row_inside(&rows[i].at)->id);
        put_int(values, rows[i].callee->id);
        put_int(values, file->key);
        put_int(values, rows[i].at.line);
        put_int(values, rows[i].at.col);
        put_positive(values, id_of(rows[i].macro));
        put_positive(values, id_of(rows[i].macro_at));
        sum_order(values, &rows[i].at);
        if (!end_row(values, error))
            return FALSE;
    }
    return TRUE;
}

/* A macro's use that stands in no symbol: many of one macro are one row (give_expansions). */
static gboolean is_expansion(const ReferenceRow *row)
{
    return row->kind == FACT_EXPAND && id_of(row_inside(&row->at)) == 0;
}

static gboolean give_references(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    guint count;
    const ReferenceRow *rows = rows_of(merge, ROWS_REFERENCES, file, values, &count);
    for (guint i = 0, number = 0; i < count; i++) {
        if (is_expansion(&rows[i]))
            continue;
        put_id(values, file, number++);
        put_int(values, rows[i].symbol->id);
        put_int(values, rows[i].kind);
        put_int(values, rows[i].at.line);
        put_int(values, rows[i].at.col);
        put_positive(values, id_of(row_inside(&rows[i].at)));
        if (!end_row(values, error))
            return FALSE;
    }
    return TRUE;
}

static int compare_symbols(gconstpointer a, gconstpointer b)
{
    const ReferenceRow *left = *(const ReferenceRow *const *)a, *right = *(const ReferenceRow *const *)b;
    if (left->symbol->id != right->symbol->id)
        return left->symbol->id < right->symbol->id ? -1 : 1;
    return left < right ? -1 : left > right;
}

/* Those of `rows` that are expansions, by symbol, then as they stand. */
static GPtrArray *expansions_of(const ReferenceRow *rows, guint count)
{
    GPtrArray *expansions = g_ptr_array_new();
    for (guint i = 0; i < count; i++)
        if (is_expansion(&rows[i]))
            g_ptr_array_add(expansions, (gpointer)&rows[i]);
    g_ptr_array_sort(expansions, compare_symbols);
    return expansions;
}

/* In a sum, which does not depend on the order of rows, each use stands for itself. */
static void sum_expansions(const FileRow *file, const ReferenceRow *rows, guint count, Values *values)
{
    for (guint i = 0; i < count; i++) {
        if (!is_expansion(&rows[i]))
            continue;
        put_int(values, file->key);
        put_int(values, rows[i].symbol->id);
        put_int(values, (gint64)rows[i].at.line << 20 | rows[i].at.col);
        end_row(values, NULL);
    }
}

static gboolean give_expansions(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    guint count;
    const ReferenceRow *rows = rows_of(merge, ROWS_REFERENCES, file, values, &count);
    if (values->insert == NULL) {
        sum_expansions(file, rows, count, values);
        return TRUE;
    }
    g_autoptr(GPtrArray) expansions = expansions_of(rows, count);
    g_autoptr(GString) places = g_string_new("[");
    for (guint i = 0; i < expansions->len; i++) {
        const ReferenceRow *row = expansions->pdata[i];
        const ReferenceRow *next = i + 1 < expansions->len ? expansions->pdata[i + 1] : NULL;
        g_string_append_printf(places, "%" G_GUINT64_FORMAT, (guint64)row->at.line << 20 | row->at.col);
        if (next != NULL && next->symbol->id == row->symbol->id) {
            g_string_append_c(places, ',');
            continue;
        }
        g_string_append_c(places, ']');
        put_int(values, file->key);
        put_int(values, row->symbol->id);
        put_text(values, places->str);
        if (!end_row(values, error))
            return FALSE;
        g_string_assign(places, "[");
    }
    return TRUE;
}

static gboolean give_strings(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    guint count;
    const StringRow *rows = rows_of(merge, ROWS_STRINGS, file, values, &count);
    for (guint i = 0; i < count; i++) {
        put_int(values, file->key);
        put_int(values, rows[i].at.line);
        put_int(values, rows[i].at.col);
        put_int(values, id_of(row_inside(&rows[i].at)));
        put_text(values, rows[i].text);
        if (!end_row(values, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean give_cells(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    guint count;
    const CellRow *rows = rows_of(merge, ROWS_CELLS, file, values, &count);
    for (guint i = 0; i < count; i++) {
        put_int(values, rows[i].variable->id);
        put_int(values, rows[i].in_variable);
        put_text(values, rows[i].path);
        put_positive(values, id_of(rows[i].field));
        put_text(values, CELLS[rows[i].kind]);
        put_positive(values, id_of(rows[i].symbol));
        if (rows[i].kind == FACT_CELL_NUMBER)
            put_int(values, rows[i].number);
        else
            put_text(values, rows[i].text);
        put_int(values, rows[i].place->key);
        put_int(values, rows[i].at.line);
        put_text(values, rows[i].to_shape);
        put_text(values, rows[i].own_shape);
        put_text(values, rows[i].cast_shape);
        if (!end_row(values, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean give_sites(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    guint count;
    const SiteRow *rows = rows_of(merge, ROWS_SITES, file, values, &count);
    for (guint i = 0; i < count; i++) {
        put_int(values, site_id(rows[i].site));
        put_int(values, row_inside(&rows[i].at)->id);
        put_int(values, file->key);
        put_int(values, rows[i].at.line);
        put_int(values, rows[i].at.col);
        put_positive(values, id_of(rows[i].site->macro));
        put_text(values, rows[i].site->shape);
        put_text(values, rows[i].site->type);
        if (!end_row(values, error))
            return FALSE;
    }
    return TRUE;
}

static void put_place(Values *values, const PlaceRow *place)
{
    gboolean numbered = place->kind == FACT_PLACE_PARAMETER || place->kind == FACT_PLACE_ARGUMENT;
    put_int(values, place->kind);
    put_positive(values, place->site != NULL ? site_id(place->site) : id_of(place->symbol));
    if (numbered)
        put_int(values, place->number);
    else
        put_text(values, place->name);
}

static gboolean give_flows(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    guint count;
    const FlowRow *rows = rows_of(merge, ROWS_FLOWS, file, values, &count);
    for (guint i = 0; i < count; i++) {
        put_int(values, row_inside(&rows[i].at)->id);
        put_int(values, rows[i].in_body);
        put_place(values, &rows[i].to);
        put_place(values, &rows[i].from);
        put_text(values, rows[i].to_shape);
        put_text(values, rows[i].own_shape);
        put_text(values, rows[i].cast_shape);
        sum_order(values, &rows[i].at);
        if (!end_row(values, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean give_inclusions(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    guint count;
    const InclusionRow *rows = rows_of(merge, ROWS_INCLUSIONS, file, values, &count);
    for (guint i = 0; i < count; i++) {
        put_int(values, file->key);
        put_int(values, rows[i].at.line);
        put_int(values, rows[i].included->key);
        if (!end_row(values, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean give_ranges(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    guint count;
    const RangeRow *rows = rows_of(merge, ROWS_RANGES, file, values, &count);
    if (values->insert == NULL && count > 0) {
        put_int(values, file->parsed); /* it decides which of them are kept */
        end_row(values, NULL);
    }
    for (guint i = 0; i < count; i++) {
        put_int(values, file->key);
        put_int(values, rows[i].at.line);
        put_int(values, rows[i].end_line);
        if (!end_row(values, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean give_diagnostics(Merge *merge, const FileRow *file, Values *values, GError **error)
{
    guint count;
    const DiagnosticRow *rows = rows_of(merge, ROWS_DIAGNOSTICS, file, values, &count);
    for (guint i = 0; i < count; i++) {
        put_id(values, file, i);
        put_int(values, file->key);
        put_int(values, rows[i].at.line);
        put_text(values, rows[i].fatal ? "fatal" : "error");
        put_text(values, rows[i].text);
        if (!end_row(values, error))
            return FALSE;
    }
    return TRUE;
}

const TableType table_types[TABLES] = {
    {"file", "id", 0, NULL, 11, give_file},
    {"symbol", "id", SYMBOL_SHIFT, "external", 17, give_symbols},
    {"direct_call", "site", ROW_SHIFT, NULL, 8, give_calls},
    {"reference", "id", ROW_SHIFT, NULL, 6, give_references},
    {"expansion", "file_id", 0, NULL, 3, give_expansions},
    {"string_literal", "file_id", 0, NULL, 5, give_strings},
    {"cell", "variable_id", SYMBOL_SHIFT, NULL, 12, give_cells},
    {"indirect_call", "site", ROW_SHIFT, NULL, 8, give_sites},
    {"flow", "in_id", SYMBOL_SHIFT, NULL, 11, give_flows},
    {"inclusion", "file_id", 0, NULL, 3, give_inclusions},
    {"skipped_range", "file_id", 0, NULL, 3, give_ranges},
    {"diagnostic", "id", ROW_SHIFT, NULL, 5, give_diagnostics},
};

void tables_give_words(Merge *merge, const FileRow *file, Values *values)
{
    guint count;
    SymbolRow **symbols = merge_symbols(merge, file, &count);
    for (guint i = 0; i < count; i++) {
        put_int(values, symbols[i]->id);
        put_text(values, symbol_name(symbols[i]));
        put_text(values, symbols[i]->spelled);
        put_text(values, symbols[i]->doc);
        end_row(values, NULL);
    }
}
