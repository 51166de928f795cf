/* python_cells.c: see python_cells.h. One pass over the table; what is of no interest is dropped by a set of fields, which
 * is cheaper than an index. */
#include "link/python_cells.h"

#include <string.h>

static gint64 *copy_id(gint64 id)
{
    return g_memdup2(&id, sizeof id);
}

static gboolean read_fields(PythonCells *cells, Linking *linking, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) rows =
        database_prepare_file(linking->database, "indexer/link/python_fields.sql", error);
    if (rows == NULL)
        return FALSE;
    while (statement_step(rows, &problem)) {
        char *name = g_string_chunk_insert_const(cells->texts, statement_text(rows, 1));
        g_hash_table_replace(cells->field_ids, name, copy_id(statement_int(rows, 0)));
        g_hash_table_replace(cells->field_names, copy_id(statement_int(rows, 0)), name);
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

/* A C literal without its quotes. */
static const char *unquoted(PythonCells *cells, const char *literal)
{
    const char *start = strchr(literal, '"');
    gsize length = start != NULL ? strlen(start) : 0;
    if (length < 2)
        return "";
    return g_string_chunk_insert_len(cells->texts, start + 1, (gssize)length - 2);
}

static void take_cell(PythonCells *cells, Statement *row)
{
    gint64 field = statement_int(row, 2);
    if (!g_hash_table_contains(cells->field_names, &field))
        return;
    PythonCell cell = {.variable = statement_int(row, 0), .field = field, .kind = *statement_text(row, 3)};
    const char *path = statement_text(row, 1);
    cell.path = g_string_chunk_insert_const(cells->texts, path != NULL ? path : "");
    cell.symbol = statement_int(row, 4);
    if (cell.kind == 's')
        cell.text = unquoted(cells, statement_text(row, 5));
    else
        cell.number = statement_int(row, 5);
    cell.file = statement_int(row, 6);
    cell.line = (guint)statement_int(row, 7);
    g_array_append_val(cells->cells, cell);
    if (!g_hash_table_contains(cells->first, &cell.variable))
        g_hash_table_insert(cells->first, copy_id(cell.variable), GUINT_TO_POINTER(cells->cells->len));
}

PythonCells *python_cells_read(Linking *linking, GError **error)
{
    g_autoptr(PythonCells) cells = g_new0(PythonCells, 1);
    GError *problem = NULL;
    cells->cells = g_array_new(FALSE, FALSE, sizeof(PythonCell));
    cells->first = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    cells->field_ids = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    cells->field_names = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    cells->texts = g_string_chunk_new(1 << 16);
    g_autoptr(Statement) rows =
        database_prepare_file(linking->database, "indexer/link/python_cells.sql", error);
    if (rows == NULL || !read_fields(cells, linking, error))
        return NULL;
    while (statement_step(rows, &problem))
        take_cell(cells, rows);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    return g_steal_pointer(&cells);
}

void python_cells_free(PythonCells *cells)
{
    g_array_unref(cells->cells);
    g_hash_table_unref(cells->first);
    g_hash_table_unref(cells->field_ids);
    g_hash_table_unref(cells->field_names);
    g_string_chunk_free(cells->texts);
    g_free(cells);
}

gint64 python_cells_field(const PythonCells *cells, const char *name)
{
    const gint64 *id = g_hash_table_lookup(cells->field_ids, name);
    return id != NULL ? *id : 0;
}

const char *python_cells_name(const PythonCells *cells, gint64 field)
{
    return g_hash_table_lookup(cells->field_names, &field);
}

gboolean python_cells_next(const PythonCells *cells, gint64 variable, guint *position, PythonRecord *record)
{
    guint first = GPOINTER_TO_UINT(g_hash_table_lookup(cells->first, &variable));
    if (first == 0)
        return FALSE;
    guint start = first - 1 + *position, end = start;
    const PythonCell *all = (const PythonCell *)(gpointer)cells->cells->data;
    while (end < cells->cells->len && all[end].variable == variable && all[end].path == all[start].path)
        end++;
    *record = (PythonRecord){all + start, end - start};
    *position += end - start;
    return end > start;
}

const PythonCell *python_record_get(const PythonRecord *record, gint64 field)
{
    for (guint i = 0; i < record->count; i++)
        if (record->cells[i].field == field)
            return &record->cells[i];
    return NULL;
}
