/* beside.c: see beside.h.
 *
 *     the index, committed ──read only──> linkers in a thread ──> its own tables ──beside_take()──> the index
 *
 * The thread's own database comes first where a name is looked up, so a linker's SQL is the same on both sides: `message` is
 * the table it fills, `symbol` the index's. */
#include "link/beside.h"

#include <glib/gstdio.h>

struct Beside {
    const BesideWork *work;
    Linking linking; /* its database is the thread's */
    char *index, *path;
    GThread *thread;
    GError *problem;
};

/* ---- the thread ---- */

static char *definition_of(Database *database, const char *table, GError **error)
{
    g_autoptr(Statement) statement = database_prepare_file(database, "indexer/link/beside_definition.sql", error);
    if (statement == NULL)
        return NULL;
    statement_bind_text(statement, "name", table);
    return statement_step(statement, error) ? g_strdup(statement_text(statement, 0)) : NULL;
}

static gboolean make_tables(Database *database, const char *const *tables, GError **error)
{
    for (; *tables != NULL; tables++) {
        g_autofree char *sql = definition_of(database, *tables, error);
        if (sql == NULL || !database_run(database, sql, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean run_linkers(Beside *beside, GError **error)
{
    Database *database = beside->linking.database = database_create_beside(beside->path, beside->index, error);
    gboolean ok = database != NULL && make_tables(database, beside->work->tables, error) &&
                  database_run(database, "BEGIN", error);
    for (const LinkerFunction *linker = beside->work->linkers; *linker != NULL && ok; linker++)
        ok = (*linker)(&beside->linking, error);
    return ok && database_run(database, "COMMIT", error);
}

static gpointer work(gpointer data)
{
    Beside *beside = data;
    run_linkers(beside, &beside->problem);
    g_clear_pointer(&beside->linking.database, database_close);
    return NULL;
}

/* ---- the caller ---- */

Beside *beside_start(const Linking *linking, const BesideWork *wanted)
{
    Beside *beside = g_new0(Beside, 1);
    beside->work = wanted;
    beside->linking.root = linking->root;
    beside->index = g_strdup(database_path(linking->database));
    beside->path = g_strdup_printf("%s.%s", beside->index, wanted->name);
    beside->thread = g_thread_new(wanted->name, work, beside);
    return beside;
}

static void join(Beside *beside)
{
    if (beside->thread != NULL)
        g_thread_join(g_steal_pointer(&beside->thread));
}

gboolean beside_wait(Beside *beside, GError **error)
{
    if (beside == NULL)
        return TRUE;
    join(beside);
    if (beside->problem != NULL)
        g_propagate_error(error, g_steal_pointer(&beside->problem));
    else
        return TRUE;
    return FALSE;
}

/* The statements that take over each table that there is in the database attached as `beside`. */
static char *taking(Database *database, GError **error)
{
    g_autoptr(GString) sql = g_string_new("BEGIN;");
    g_autoptr(GError) problem = NULL;
    g_autoptr(Statement) tables = database_prepare_file(database, "indexer/link/beside_tables.sql", &problem);
    while (tables != NULL && statement_step(tables, &problem))
        g_string_append_printf(sql, "DELETE FROM main.%1$s; INSERT INTO main.%1$s SELECT * FROM beside.%1$s;",
                               statement_text(tables, 0));
    if (problem != NULL) {
        g_propagate_error(error, g_steal_pointer(&problem));
        return NULL;
    }
    g_string_append(sql, "COMMIT");
    return g_string_free(g_steal_pointer(&sql), FALSE);
}

gboolean beside_take(Beside *beside, Database *database, GError **error)
{
    if (beside == NULL)
        return TRUE;
    if (!database_attach(database, beside->path, "beside", error))
        return FALSE;
    g_autofree char *sql = taking(database, error);
    return sql != NULL && database_run(database, sql, error) && database_run(database, "DETACH beside", error);
}

void beside_free(Beside *beside)
{
    join(beside);
    g_clear_error(&beside->problem);
    g_unlink(beside->path);
    g_free(beside->path);
    g_free(beside->index);
    g_free(beside);
}
