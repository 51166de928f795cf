/* database.h: the index as a file, and statements on it. The only door to SQLite, for both programs.
 *
 * An index is one SQLite file with `application_id` DATABASE_ID and `user_version` DATABASE_SCHEMA. It is
 * read without WAL and without a lock file, so it works in a read-only folder. Values go in and out by name
 * and by column number; a text that a statement gives lives until its next step. */
#ifndef CPYREAD_DATABASE_H
#define CPYREAD_DATABASE_H

#include <glib.h>

#define DATABASE_ID 0x63707972 /* "cpyr" */

/* Raised by each change of schema.sql; an index of another number is made again. */
#define DATABASE_SCHEMA 24

#define DATABASE_ERROR (g_quark_from_static_string("cpyread-database"))
typedef enum {
    DATABASE_ERROR_ABSENT,  /* there is no such file */
    DATABASE_ERROR_FOREIGN, /* it is no index of ours: another SQLite file, or no SQLite file at all */
    DATABASE_ERROR_SCHEMA,  /* an older or a newer program made it */
    DATABASE_ERROR_DAMAGED, /* SQLite finds it corrupt */
    DATABASE_ERROR_SQL,     /* a statement is wrong; the message is SQLite's */
    DATABASE_ERROR_WRITE,   /* it cannot be written: no room, no right, a lock */
} DatabaseError;

typedef struct Database Database;
typedef struct Statement Statement;

/* Opens the index at `path` for reading. NULL with `error` if that cannot be done; the message says why, and
 * which command mends it. */
Database *database_open(const char *path, GError **error);

/* To be called first in a program of one thread that asks a few questions and ends: SQLite then has memory of its own, which is
 * quick and is not given back (memory.c). */
void database_read_once(void);

/* Creates an empty index at `path` (which must not exist yet) with all of schema.sql but its indexes, ready
 * for bulk writing: it is nobody else's until it is renamed, so nothing is journalled or synced. */
Database *database_create(const char *path, GError **error);

/* Opens a copy of an index for changes: nobody else's either. */
Database *database_change(const char *path, GError **error);

/* Creates an empty database at `path` (which must not exist yet) without a schema, whose tables come before those of the index
 * at `index`. That can be read as `base`, as it was last committed: nothing may be committed to it as long as it is read. */
Database *database_create_beside(const char *path, const char *index, GError **error);

/* Lets statements ask the database at `path` under `name`, which must be an SQL name. Outside of a transaction. */
gboolean database_attach(Database *database, const char *path, const char *name, GError **error);

/* The path it was opened by; the database owns it. */
const char *database_path(const Database *database);

void database_close(Database *database);

/* From now on statements have so many seconds, all together, and then fail; 0: as long as they take. */
void database_limit(Database *database, guint seconds);

/* Runs statements that give no rows, one after the other. */
gboolean database_run(Database *database, const char *sql, GError **error);

/* Compiles one statement. `database_prepare_file` takes the text of an embedded file (data.h). The caller
 * releases the result with statement_free before the database is closed. */
Statement *database_prepare(Database *database, const char *sql, GError **error);
Statement *database_prepare_file(Database *database, const char *name, GError **error);
void statement_free(Statement *statement);

/* Whether the statement only reads: what `sql` lets through. */
gboolean statement_is_read_only(const Statement *statement);

/* Binds a value to ":name" (given without the colon); a name that the statement lacks is a programming error.
 * Text is copied, NULL binds NULL. */
void statement_bind_text(Statement *statement, const char *name, const char *value);
void statement_bind_int(Statement *statement, const char *name, gint64 value);
void statement_bind_null(Statement *statement, const char *name);
gboolean statement_has(const Statement *statement, const char *name);

/* For bulk writing: by position from 1, text not copied (it must live until the step). */
void statement_put_text(Statement *statement, int position, const char *value);
void statement_put_int(Statement *statement, int position, gint64 value);
void statement_put_null(Statement *statement, int position);

/* Goes to the next row: TRUE and there is one; FALSE without `error` at the end. statement_write() runs a
 * statement that gives no rows and makes it ready for the next values. */
gboolean statement_step(Statement *statement, GError **error);
gboolean statement_write(Statement *statement, GError **error);
void statement_reset(Statement *statement);

int statement_columns(const Statement *statement);
const char *statement_column_name(const Statement *statement, int column);
gboolean statement_is_null(const Statement *statement, int column);
gboolean statement_is_number(const Statement *statement, int column);
const char *statement_text(Statement *statement, int column); /* NULL for NULL */
gint64 statement_int(Statement *statement, int column);       /* 0 for NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Database, database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Statement, statement_free)

#endif
