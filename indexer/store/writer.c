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

static gboolean write_meta(Database *database, const MetaRow *meta, GError **error)
{
    g_autoptr(Statement) insert = insert_into(database, "meta", 2, error);
    gboolean ok = insert != NULL;
    for (; meta->key != NULL && ok; meta++) {
        if (meta->value == NULL)
            continue;
        statement_put_text(insert, 1, meta->key);
        statement_put_text(insert, 2, meta->value);
        ok = statement_write(insert, error);
    }
    return ok;
}

gboolean writer_write(Database *database, Merge *merge, const MetaRow *meta, GError **error)
{
    if (!database_run(database, "BEGIN", error) || !write_meta(database, meta, error))
        return FALSE;
    for (guint i = 0; i < TABLES; i++)
        if (!write_table(database, merge, &table_types[i], error))
            return FALSE;
    return database_run(database, data_text("indexer/store/indexes.sql"), error) &&
           database_run(database, "COMMIT", error);
}

/* ---- changing an index ---- */

static Statement *delete_from(Database *database, const TableType *type, GError **error)
{
    g_autofree char *sql =
        g_strdup_printf("DELETE FROM %s WHERE %s BETWEEN ? AND ?%s%s", type->name, type->key,
                        type->orphans != NULL ? " AND NOT " : "", type->orphans != NULL ? type->orphans : "");
    return database_prepare(database, sql, error);
}

static gboolean remove_rows(Database *database, const TableType *type, Statement *delete, guint32 key,
                            GError **error)
{
    if (key == 0) {
        g_autofree char *sql = g_strdup_printf("DELETE FROM %s WHERE %s", type->name, type->orphans);
        return database_run(database, sql, error);
    }
    statement_put_int(delete, 1, (gint64)key << type->shift);
    statement_put_int(delete, 2, ((gint64)(key + 1) << type->shift) - 1);
    return statement_write(delete, error);
}

/* The rows that were and are not the same any more go first: their ids may be wanted by others. */
static gboolean remove_changed(Database *database, guint table, TableSums *before, TableSums *now,
                               GError **error)
{
    const TableType *type = &table_types[table];
    g_autoptr(Statement) delete = delete_from(database, type, error);
    g_autoptr(GArray) sums = table_sums_list(before);
    gboolean ok = delete != NULL;
    for (guint i = 0; i < sums->len && ok; i++) {
        const TableSum *sum = &g_array_index(sums, TableSum, i);
        if (sum->table == table && table_sums_get(now, table, sum->key) != sum->sum)
            ok = remove_rows(database, type, delete, sum->key, error);
    }
    return ok;
}

static gboolean add_changed(Database *database, Merge *merge, guint table, TableSums *before, TableSums *now,
                            GError **error)
{
    const TableType *type = &table_types[table];
    g_autoptr(Statement) insert = insert_into(database, type->name, type->columns, error);
    Values values = {.insert = insert};
    GPtrArray *files = merge_files_by_key(merge);
    gboolean ok = insert != NULL;
    if (ok && table_sums_get(before, table, 0) != table_sums_get(now, table, 0))
        ok = type->give(merge, NULL, &values, error);
    for (guint i = 0; i < files->len && ok; i++) {
        const FileRow *file = g_ptr_array_index(files, i);
        if (table_sums_get(before, table, file->key) != table_sums_get(now, table, file->key))
            ok = type->give(merge, file, &values, error);
    }
    return ok;
}

gboolean writer_update(Database *database, Merge *merge, const MetaRow *meta, TableSums *before,
                       TableSums *now, GError **error)
{
    if (!database_run(database, "BEGIN; DELETE FROM meta; DELETE FROM seen", error) || !write_meta(database, meta, error))
        return FALSE;
    for (guint table = 0; table < TABLES; table++)
        if (!remove_changed(database, table, before, now, error) ||
            !add_changed(database, merge, table, before, now, error))
            return FALSE;
    return database_run(database, data_text("indexer/store/linked_drop.sql"), error) && database_run(database, "COMMIT", error);
}

gboolean writer_index_links(Database *database, GError **error)
{
    return database_run(database, data_text("indexer/store/linked_indexes.sql"), error);
}
