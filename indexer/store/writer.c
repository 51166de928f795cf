/* writer.c: rows to SQLite, in the order of their keys. See writer.h.
 *
 * One transaction, no journal (the file is nobody's yet), indexes at the end: an insert is then an append. */
#include "store/writer.h"

#include "store/data.h"
#include "store/tables.h"

static Statement *insert_into(Database *database, const char *table, int columns, GError **error)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    g_string_printf(sql, "INSERT INTO %s VALUES (?", table);
    for (int i = 1; i < columns; i++)
        g_string_append(sql, ",?");
    g_string_append_c(sql, ')');
    return database_prepare(database, sql->str, error);
}

static gboolean write_table(Database *database, Merge *merge, const TableType *type, GError **error)
{
    g_autoptr(Statement) insert = insert_into(database, type->name, type->columns, error);
    Values values = {.insert = insert};
    GPtrArray *files = merge_files_by_key(merge);
    gboolean ok = insert != NULL && type->give(merge, NULL, &values, error);
    for (guint i = 0; i < files->len && ok; i++)
        ok = type->give(merge, g_ptr_array_index(files, i), &values, error);
    return ok;
}

static gboolean write_meta(Database *database, const char *const (*meta)[2], guint pairs, GError **error)
{
    g_autoptr(Statement) insert = insert_into(database, "meta", 2, error);
    gboolean ok = insert != NULL;
    for (guint i = 0; i < pairs && ok; i++) {
        statement_put_text(insert, 1, meta[i][0]);
        statement_put_text(insert, 2, meta[i][1]);
        ok = statement_write(insert, error);
    }
    return ok;
}

gboolean writer_write(Database *database, Merge *merge, const char *const (*meta)[2], guint pairs,
                      GError **error)
{
    if (!database_run(database, "BEGIN", error) || !write_meta(database, meta, pairs, error))
        return FALSE;
    for (guint i = 0; i < TABLES; i++)
        if (!write_table(database, merge, &table_types[i], error))
            return FALSE;
    return database_run(database, data_text("indexer/store/indexes.sql"), error) &&
           database_run(database, "COMMIT", error);
}
