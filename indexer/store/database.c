/* database.c: the only file that knows sqlite3.h. See database.h.
 *
 * Opening checks three things before anyone asks anything: that the file is there, that it is ours
 * (application_id), and that it has this program's schema (user_version). Corruption deeper inside comes to
 * light in a step, with SQLite's own words. */
#include "store/database.h"

#include "store/data.h"

#include <sqlite3.h>
#include <string.h>

struct Database {
    sqlite3 *handle;
    char *path;
    gint64 deadline; /* of database_limit */
};

struct Statement {
    sqlite3_stmt *handle;
    const Database *database;
};

static DatabaseError error_code(int result)
{
    switch (result & 0xff) {
    case SQLITE_CORRUPT:
        return DATABASE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
        return DATABASE_ERROR_FOREIGN;
    case SQLITE_READONLY:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:
        return DATABASE_ERROR_WRITE;
    default:
        return DATABASE_ERROR_SQL;
    }
}

static const char FOREIGN[] = "not an index of cpyread, or a damaged one";

/* The command that makes the index at `path`; the checkout is mostly beside it: 3.7/ beside 3.7.db. The caller frees. */
static char *mending(const char *path)
{
    g_autofree char *source =
        g_str_has_suffix(path, ".db") ? g_strndup(path, strlen(path) - strlen(".db")) : NULL;
    if (source != NULL && g_file_test(source, G_FILE_TEST_IS_DIR))
        return g_strconcat("cpyread index ", source, NULL);
    return g_strconcat("cpyread index SRC --db ", path, NULL);
}

static void set_error(GError **error, DatabaseError code, const char *path, const char *what)
{
    g_autofree char *command = mending(path);
    const char *verb = code == DATABASE_ERROR_ABSENT    ? "make one with"
                       : code == DATABASE_ERROR_FOREIGN ? "put one in its place with"
                                                        : "make it again with";
    const char *insist = code == DATABASE_ERROR_FOREIGN ? " --force" : "";
    g_set_error(error, DATABASE_ERROR, code, "%s: %s; %s: %s%s", path, what, verb, command, insist);
}

/* Sets `error` from what SQLite said last on this connection; always FALSE. */
static gboolean fail(const Database *database, GError **error)
{
    int result = sqlite3_extended_errcode(database->handle);
    DatabaseError code = error_code(result);
    const char *what = result == SQLITE_INTERRUPT ? "it takes too long" : sqlite3_errmsg(database->handle);
    if (code == DATABASE_ERROR_FOREIGN)
        set_error(error, code, database->path, FOREIGN);
    else if (code == DATABASE_ERROR_DAMAGED)
        set_error(error, code, database->path, "damaged");
    else if (code == DATABASE_ERROR_WRITE)
        g_set_error(error, DATABASE_ERROR, code, "%s: %s", database->path, what);
    else
        g_set_error(error, DATABASE_ERROR, code, "%s", what);
    return FALSE;
}

static gboolean read_pragma(Database *database, const char *sql, gint64 *value, GError **error)
{
    g_autoptr(Statement) statement = database_prepare(database, sql, error);
    if (statement == NULL || !statement_step(statement, error))
        return FALSE;
    *value = statement_int(statement, 0);
    return TRUE;
}

static gboolean check_identity(Database *database, const char *path, GError **error)
{
    gint64 id = 0, schema = 0;
    if (!read_pragma(database, "PRAGMA application_id", &id, error) ||
        !read_pragma(database, "PRAGMA user_version", &schema, error))
        return FALSE;
    if (id != DATABASE_ID) {
        set_error(error, DATABASE_ERROR_FOREIGN, path, FOREIGN);
        return FALSE;
    }
    if (schema != DATABASE_SCHEMA) {
        g_autofree char *what =
            g_strdup_printf("made by %s cpyread (schema %d, this one reads %d)",
                            schema < DATABASE_SCHEMA ? "an older" : "a newer", (int)schema, DATABASE_SCHEMA);
        set_error(error, DATABASE_ERROR_SCHEMA, path, what);
        return FALSE;
    }
    return TRUE;
}

static Database *open_file(const char *path, int flags, GError **error)
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS,
                   0); /* nobody asks for it, and it takes a lock at each allocation */
    g_autoptr(Database) database = g_new0(Database, 1);
    database->path = g_strdup(path);
    if (sqlite3_open_v2(path, &database->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        fail(database, error);
        return NULL;
    }
    return g_steal_pointer(&database);
}

Database *database_open(const char *path, GError **error)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, DATABASE_ERROR, DATABASE_ERROR_ABSENT,
                    "%s: a folder, no index; an index is a file, as --db %s.db", path, path);
        return NULL;
    }
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        set_error(error, DATABASE_ERROR_ABSENT, path, "no such index");
        return NULL;
    }
    g_autoptr(Database) database = open_file(path, SQLITE_OPEN_READONLY, error);
    /* One transaction for all statements: each of its own would lock the file and look for a journal. */
    if (database == NULL || !database_run(database, "BEGIN", error) || !check_identity(database, path, error))
        return NULL;
    return g_steal_pointer(&database);
}

/* The file is nobody else's: if this fails it is thrown away. */
static const char PRIVATE[] =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
    "PRAGMA cache_size = -65536;";

Database *database_create(const char *path, GError **error)
{
    g_autoptr(Database) database = open_file(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
    g_autofree char *identity = g_strdup_printf("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                                DATABASE_ID, DATABASE_SCHEMA);
    if (database == NULL || !database_run(database, "PRAGMA page_size = 4096", error) ||
        !database_run(database, PRIVATE, error) || !database_run(database, identity, error) ||
        !database_run(database, data_text("indexer/store/schema.sql"), error))
        return NULL;
    return g_steal_pointer(&database);
}

Database *database_change(const char *path, GError **error)
{
    g_autoptr(Database) database = open_file(path, SQLITE_OPEN_READWRITE, error);
    if (database == NULL || !database_run(database, PRIVATE, error))
        return NULL;
    return g_steal_pointer(&database);
}

gboolean database_attach(Database *database, const char *path, const char *name, GError **error)
{
    g_autofree char *sql = g_strdup_printf("ATTACH ? AS %s", name);
    g_autoptr(Statement) attach = database_prepare(database, sql, error);
    if (attach == NULL)
        return FALSE;
    statement_put_text(attach, 1, path);
    return statement_write(attach, error);
}

Database *database_create_beside(const char *path, const char *index, GError **error)
{
    g_autofree char *absolute = g_canonicalize_filename(index, NULL);
    g_autofree char *uri = g_filename_to_uri(absolute, NULL, error);
    g_autofree char *committed = uri != NULL ? g_strconcat(uri, "?immutable=1", NULL) : NULL;
    g_autoptr(Database) database =
        committed != NULL ? open_file(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, error) : NULL;
    if (database == NULL || !database_run(database, PRIVATE, error) || !database_attach(database, committed, "base", error))
        return NULL;
    return g_steal_pointer(&database);
}

const char *database_path(const Database *database)
{
    return database->path;
}

/* SQLite asks now and then, and stops for anything but 0. */
static int is_late(void *data)
{
    return g_get_monotonic_time() > ((const Database *)data)->deadline;
}

void database_limit(Database *database, guint seconds)
{
    enum { STEPS = 1000000 }; /* of its machine: some 10 ms */

    database->deadline = g_get_monotonic_time() + seconds * G_TIME_SPAN_SECOND;
    sqlite3_progress_handler(database->handle, STEPS, seconds > 0 ? is_late : NULL, database);
}

void database_close(Database *database)
{
    sqlite3_close_v2(database->handle);
    g_free(database->path);
    g_free(database);
}

gboolean database_run(Database *database, const char *sql, GError **error)
{
    if (sqlite3_exec(database->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
        return fail(database, error);
    return TRUE;
}

Statement *database_prepare(Database *database, const char *sql, GError **error)
{
    sqlite3_stmt *handle = NULL;
    const char *rest = NULL;
    if (sqlite3_prepare_v2(database->handle, sql, -1, &handle, &rest) != SQLITE_OK) {
        fail(database, error);
        return NULL;
    }
    if (handle == NULL || strspn(rest, " \t\r\n;") != strlen(rest)) {
        sqlite3_finalize(handle);
        g_set_error(error, DATABASE_ERROR, DATABASE_ERROR_SQL, "%s",
                    handle == NULL ? "no SQL statement" : "more than one SQL statement");
        return NULL;
    }
    Statement *statement = g_new0(Statement, 1);
    statement->handle = handle;
    statement->database = database;
    return statement;
}

Statement *database_prepare_file(Database *database, const char *name, GError **error)
{
    const char *sql = data_text(name);
    g_assert(sql != NULL);
    return database_prepare(database, sql, error);
}

void statement_free(Statement *statement)
{
    sqlite3_finalize(statement->handle);
    g_free(statement);
}

gboolean statement_is_read_only(const Statement *statement)
{
    return sqlite3_stmt_readonly(statement->handle);
}

static int parameter(const Statement *statement, const char *name)
{
    char buffer[64];
    g_snprintf(buffer, sizeof buffer, ":%s", name);
    return sqlite3_bind_parameter_index(statement->handle, buffer);
}

gboolean statement_has(const Statement *statement, const char *name)
{
    return parameter(statement, name) != 0;
}

void statement_bind_text(Statement *statement, const char *name, const char *value)
{
    int result =
        sqlite3_bind_text(statement->handle, parameter(statement, name), value, -1, SQLITE_TRANSIENT);
    g_assert(result == SQLITE_OK);
}

void statement_bind_int(Statement *statement, const char *name, gint64 value)
{
    int result = sqlite3_bind_int64(statement->handle, parameter(statement, name), value);
    g_assert(result == SQLITE_OK);
}

void statement_bind_null(Statement *statement, const char *name)
{
    int result = sqlite3_bind_null(statement->handle, parameter(statement, name));
    g_assert(result == SQLITE_OK);
}

void statement_put_text(Statement *statement, int position, const char *value)
{
    sqlite3_bind_text(statement->handle, position, value, -1, SQLITE_STATIC);
}

void statement_put_int(Statement *statement, int position, gint64 value)
{
    sqlite3_bind_int64(statement->handle, position, value);
}

void statement_put_null(Statement *statement, int position)
{
    sqlite3_bind_null(statement->handle, position);
}

gboolean statement_step(Statement *statement, GError **error)
{
    int result = sqlite3_step(statement->handle);
    if (result == SQLITE_ROW)
        return TRUE;
    if (result != SQLITE_DONE)
        fail(statement->database, error);
    return FALSE;
}

gboolean statement_write(Statement *statement, GError **error)
{
    int result = sqlite3_step(statement->handle);
    if (result != SQLITE_DONE)
        fail(statement->database, error);
    sqlite3_reset(statement->handle);
    return result == SQLITE_DONE;
}

void statement_reset(Statement *statement)
{
    sqlite3_reset(statement->handle);
    sqlite3_clear_bindings(statement->handle);
}

int statement_columns(const Statement *statement)
{
    return sqlite3_column_count(statement->handle);
}

const char *statement_column_name(const Statement *statement, int column)
{
    return sqlite3_column_name(statement->handle, column);
}

gboolean statement_is_null(const Statement *statement, int column)
{
    return sqlite3_column_type(statement->handle, column) == SQLITE_NULL;
}

gboolean statement_is_number(const Statement *statement, int column)
{
    int type = sqlite3_column_type(statement->handle, column);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

const char *statement_text(Statement *statement, int column)
{
    return (const char *)sqlite3_column_text(statement->handle, column);
}

gint64 statement_int(Statement *statement, int column)
{
    return sqlite3_column_int64(statement->handle, column);
}
