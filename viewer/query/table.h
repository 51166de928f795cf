/* table.h: rows with named columns: what a query gives and what a table block shows.
 *
 * Cells are text; NULL is SQL's NULL. A column is a number where SQLite said so: JSON then has no quotes
 * around it. */
#ifndef CPYREAD_TABLE_H
#define CPYREAD_TABLE_H

#include <glib.h>

typedef struct Column {
    char *name;
    gboolean is_number;
} Column;

typedef struct Table {
    GArray *columns; /* of Column */
    GPtrArray *rows; /* of char **, as many cells as there are columns */
} Table;

Table *table_new(const char *const *columns); /* names, NULL last */
Table *table_new_like(const Table *table);    /* the same columns, no rows */
void table_free(Table *table);

guint table_size(const Table *table);
int table_column(const Table *table,
                 const char *name); /* its number; a name that is not there is a programming error */
void table_set_number(Table *table, const char *column);
int table_find(const Table *table, const char *name); /* its number, or -1 if there is no such column */
const char *table_get(const Table *table, guint row, const char *column);
gint64 table_get_int(const Table *table, guint row, const char *column); /* 0 for NULL */

/* Adds a row of copies; as many values as there are columns. */
void table_add(Table *table, const char *const *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Table, table_free)

#endif
