/* table.c: rows with named columns; see table.h. */
#include "query/table.h"

#include <stddef.h>
#include <string.h>

static void column_clear(gpointer column)
{
    g_free(((Column *)column)->name);
}

/* What `rows` points to are the cells. A cell may be NULL, so no NULL can end a row: its width stands before
 * it. */
typedef struct Row {
    guint width;
    char *cells[];
} Row;

static void row_free(gpointer cells)
{
    Row *row = (Row *)((char *)cells - offsetof(Row, cells));
    for (guint i = 0; i < row->width; i++)
        g_free(row->cells[i]);
    g_free(row);
}

Table *table_new(const char *const *columns)
{
    Table *table = g_new0(Table, 1);
    table->columns = g_array_new(FALSE, TRUE, sizeof(Column));
    g_array_set_clear_func(table->columns, column_clear);
    table->rows = g_ptr_array_new_with_free_func(row_free);
    for (; *columns != NULL; columns++) {
        Column column = {.name = g_strdup(*columns)};
        g_array_append_val(table->columns, column);
    }
    return table;
}

Table *table_new_like(const Table *table)
{
    const char *none[] = {NULL};
    Table *like = table_new(none);
    for (guint i = 0; i < table->columns->len; i++) {
        Column column = g_array_index(table->columns, Column, i);
        column.name = g_strdup(column.name);
        g_array_append_val(like->columns, column);
    }
    return like;
}

void table_free(Table *table)
{
    g_array_unref(table->columns);
    g_ptr_array_unref(table->rows);
    g_free(table);
}

guint table_size(const Table *table)
{
    return table->rows->len;
}

int table_find(const Table *table, const char *name)
{
    for (guint i = 0; i < table->columns->len; i++)
        if (strcmp(g_array_index(table->columns, Column, i).name, name) == 0)
            return (int)i;
    return -1;
}

int table_column(const Table *table, const char *name)
{
    int column = table_find(table, name);
    if (column < 0)
        g_error("table_column: there is no column %s", name);
    return column;
}

void table_set_number(Table *table, const char *column)
{
    g_array_index(table->columns, Column, table_column(table, column)).is_number = TRUE;
}

const char *table_get(const Table *table, guint row, const char *column)
{
    g_assert(row < table->rows->len);
    return ((char **)table->rows->pdata[row])[table_column(table, column)];
}

gint64 table_get_int(const Table *table, guint row, const char *column)
{
    const char *value = table_get(table, row, column);
    return value != NULL ? g_ascii_strtoll(value, NULL, 10) : 0;
}

void table_add(Table *table, const char *const *values)
{
    guint width = table->columns->len;
    Row *row = g_malloc(sizeof *row + width * sizeof *row->cells);
    row->width = width;
    for (guint i = 0; i < width; i++)
        row->cells[i] = g_strdup(values[i]);
    g_ptr_array_add(table->rows, row->cells);
}
