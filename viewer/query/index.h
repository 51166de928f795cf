/* index.h: an opened index, the tree that belongs to it, and questions put to it.
 *
 * Which index: --db FILE, else --at VERSION, else $CPYREAD_DB, else the study folder's (the folder above the
 * current one, or the current one itself, that has a cpython-src/): the version kept in its .cpyread, else
 * the only cpython-src/VERSION.db there is. Which tree: --src, else the folder X/ beside X.db. */
#ifndef CPYREAD_INDEX_H
#define CPYREAD_INDEX_H

#include "query/table.h"
#include "store/database.h"

typedef struct Index Index;

#define INDEX_ERROR (g_quark_from_static_string("cpyread-index"))
typedef enum {
    INDEX_ERROR_NONE,      /* no index is there; the message names the command that makes one */
    INDEX_ERROR_CHOOSE,    /* several are there and none was chosen; the message lists them */
    INDEX_ERROR_NO_SOURCE, /* the index has no tree beside it */
} IndexError;

typedef struct IndexChoice { /* what the command line said; NULL where it said nothing */
    const char *db, *at, *src;
} IndexChoice;

/* The path of the index that `choice`, the environment and the current folder name; NULL with `error`. */
char *index_locate(const IndexChoice *choice, GError **error);

/* The study folder that the current folder lies in, or NULL. */
char *index_study_folder(void);

Index *index_open(const IndexChoice *choice, GError **error);
void index_close(Index *index);

const char *index_path(const Index *index);   /* of the .db */
const char *index_source(const Index *index); /* the checkout, or NULL if there is none */
/* What makes this index anew: "cpyread index SRC", with --db where it does not lie beside its tree. The caller frees it. */
char *index_mending(const Index *index);
const char *index_version(Index *index); /* PY_VERSION of the tree */
const char *index_commit(Index *index);  /* or NULL */
const char *index_tree(Index *index);    /* what answers say they are of: "CPython 3.7.0b3+ 3e0d23cd43" */

/* Runs the statement in viewer/query/NAME.sql with pairs of names and texts bound ("id", "42", …, NULL) and
 * gives all rows; ids and other numbers go in as text too, the statements' comparisons take care of it. A statement about
 * calls names the symbol "id" :caller or :callee: for an opcode these are others, and :part is its name; else NULL. */
Table *index_query(Index *index, GError **error, const char *name, ...) G_GNUC_NULL_TERMINATED;

/* The same statement unstarted, for a caller that reads many rows and keeps few. The caller frees it. */
Statement *index_prepare(Index *index, const char *name, GError **error);

/* The same, compiled once and kept by the index: unstarted, and good until its name is asked for again, here or in
 * index_query(). */
Statement *index_statement(Index *index, const char *name, GError **error);

/* Runs one statement as a person typed it; one that would write is an error (DATABASE_ERROR_SQL). */
Table *index_sql(Index *index, const char *sql, GError **error);

/* From now on statements have so many seconds, all together, and then fail; 0: as long as they take. */
void index_limit(Index *index, guint seconds);

/* Lines `first` to `last` (G_MAXINT: all that follow) of a file of the tree, as text without a tab expanded; `*is_stale` tells that the
 * file no longer has the contents that were indexed. The caller frees it. NULL with `error`
 * (INDEX_ERROR_NO_SOURCE, or the file's). */
char *index_read_source(Index *index, const char *path, int first, int last, gboolean *is_stale,
                        GError **error);

/* Whether a file no longer has the contents that were indexed, or is gone; FALSE where that cannot be told (no tree, or
 * the file is not in the index). Reads the file: one of 200 kB takes about 0.03 ms. */
gboolean index_is_stale(Index *index, const char *path);

/* What git calls contents of that size (git hash-object): 40 digits; as contents_hash of the indexer's store, of which
 * the viewer includes the database alone. The caller frees it. */
char *index_hash(const char *contents, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Index, index_close)

#endif
