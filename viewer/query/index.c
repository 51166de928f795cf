/* index.c: an opened index and the tree beside it; statements put to it; excerpts of its sources. See
 * index.h.
 *
 * A query pays for what it asks and nothing else: opening reads one page of the file, the meta rows are read
 * when somebody wants to know them, and a source file is hashed when a line of it is shown. */
#include "query/index.h"

#include "store/sum.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define MOST_ROWS 3000000 /* of a statement that somebody typed: calls has 2.3 million; a join gone wrong, no end */

struct Index {
    Database *database;
    GHashTable *statements;        /* by name: a picture asks the same question of many nodes */
    Statement *file_sum; /* asked for each file that is named; NULL: not yet */
    char *path, *source;
    char *version, *commit, *tree; /* NULL until asked for; version is "" where the index does not say it */
    char *read_path, *read_text;   /* the source file that was read last: excerpts often come from one file */
    gboolean read_is_stale;
    GHashTable *stale; /* whether a file is, by its path, for those that were looked at */
};

static char *source_beside(const char *path)
{
    if (!g_str_has_suffix(path, ".db"))
        return NULL;
    g_autofree char *source = g_strndup(path, strlen(path) - strlen(".db"));
    return g_file_test(source, G_FILE_TEST_IS_DIR) ? g_steal_pointer(&source) : NULL;
}

/* A folder that is no checkout would give every file as changed, and the advice to index that folder. */
static gboolean is_tree(const char *source, GError **error)
{
    g_autofree char *mark = g_build_filename(source, "Include", "patchlevel.h", NULL);
    const char *what = !g_file_test(source, G_FILE_TEST_EXISTS)    ? "no such folder"
                       : !g_file_test(source, G_FILE_TEST_IS_DIR) ? "a file, no folder"
                       : !g_file_test(mark, G_FILE_TEST_EXISTS)   ? "no CPython checkout (no Include/patchlevel.h)"
                                                                  : NULL;
    if (what != NULL)
        g_set_error(error, INDEX_ERROR, INDEX_ERROR_NO_SOURCE, "--src %s: %s", source, what);
    return what == NULL;
}

Index *index_open(const IndexChoice *choice, GError **error)
{
    g_autofree char *path = index_locate(choice, error);
    if (path == NULL)
        return NULL;
    if (choice->src != NULL && !is_tree(choice->src, error))
        return NULL;
    Database *database = database_open(path, error);
    if (database == NULL)
        return NULL;
    Index *index = g_new0(Index, 1);
    index->stale = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    index->database = database;
    index->statements = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)statement_free);
    index->path = g_canonicalize_filename(path, NULL);
    index->source =
        choice->src != NULL ? g_canonicalize_filename(choice->src, NULL) : source_beside(index->path);
    return index;
}

void index_close(Index *index)
{
    g_clear_pointer(&index->file_sum, statement_free);
    g_hash_table_unref(index->statements);
    database_close(index->database);
    g_free(index->path);
    g_free(index->source);
    g_free(index->version);
    g_free(index->commit);
    g_free(index->tree);
    g_clear_pointer(&index->stale, g_hash_table_unref);
    g_free(index->read_path);
    g_free(index->read_text);
    g_free(index);
}

/* As a shell takes it; the caller frees it. */
static char *quoted(const char *path)
{
    gboolean is_plain = path[strspn(path, "/._-+,@%=:" G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS)] == '\0';
    return is_plain ? g_strdup(path) : g_shell_quote(path);
}

const char *index_path(const Index *index)
{
    return index->path;
}

const char *index_source(const Index *index)
{
    return index->source;
}

char *index_mending(const Index *index)
{
    g_autofree char *source = index->source != NULL ? quoted(index->source) : g_strdup("SRC");
    g_autofree char *beside = g_strconcat(index->source != NULL ? index->source : "", ".db", NULL);
    g_autofree char *path = quoted(index->path);
    gboolean is_beside = strcmp(beside, index->path) == 0;
    return g_strconcat("cpyread index ", source, is_beside ? NULL : " --db ", path, NULL);
}

/* ---- what it is of ------------------------------------------------------------------------------------ */

static void read_meta(Index *index)
{
    if (index->version != NULL)
        return;
    g_autoptr(Table) meta = index_query(index, NULL, "meta", NULL);
    for (guint i = 0; meta != NULL && i < table_size(meta); i++) {
        const char *key = table_get(meta, i, "key"), *value = table_get(meta, i, "value");
        if (strcmp(key, "version") == 0)
            index->version = g_strdup(value);
        else if (strcmp(key, "commit") == 0 && *value != '\0')
            index->commit = g_strdup(value);
    }
    if (index->version == NULL)
        index->version = g_strdup("");
}

const char *index_version(Index *index)
{
    read_meta(index);
    return index->version;
}

const char *index_commit(Index *index)
{
    read_meta(index);
    return index->commit;
}

const char *index_tree(Index *index)
{
    const char *version = index_version(index), *commit = index_commit(index);
    if (index->tree == NULL)
        index->tree = g_strdup_printf("CPython%s%s%s%.10s", *version != '\0' ? " " : "", version,
                                      commit != NULL ? " " : "", commit != NULL ? commit : "");
    return index->tree;
}

/* ---- statements --------------------------------------------------------------------------------------- */

/* Column names and the first values say what a table looks like; a column is a number if no cell of it is
 * text. */
static Table *read_rows(Statement *statement, guint most, GError **error)
{
    int width = statement_columns(statement);
    g_autofree const char **cells = g_new0(const char *, (gsize)width + 1);
    for (int i = 0; i < width; i++)
        cells[i] = statement_column_name(statement, i);
    g_autoptr(Table) table = table_new(cells);
    g_autofree gboolean *has_text = g_new0(gboolean, width), *has_number = g_new0(gboolean, width);

    GError *problem = NULL;
    while (table_size(table) <= most && statement_step(statement, &problem)) {
        for (int i = 0; i < width; i++) {
            has_number[i] |= statement_is_number(statement, i);
            has_text[i] |= !statement_is_number(statement, i) && !statement_is_null(statement, i);
            cells[i] = statement_text(statement, i);
        }
        table_add(table, cells);
    }
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    for (int i = 0; i < width; i++)
        g_array_index(table->columns, Column, i).is_number = has_number[i] && !has_text[i];
    return g_steal_pointer(&table);
}

Statement *index_prepare(Index *index, const char *name, GError **error)
{
    g_autofree char *file = g_strdup_printf("viewer/query/%s.sql", name);
    return database_prepare_file(index->database, file, error);
}

/* Binds the symbol that calls :caller, and the one that is called :callee. Both are the symbol `id`; but what an opcode
 * calls is what its function calls in that :part, and what uses it uses the macro that is its number. */
static gboolean bind_symbol(Index *index, Statement *statement, const char *id, GError **error)
{
    g_autoptr(Table) opcode = index_query(index, error, "opcode_symbol", "id", id, NULL);
    if (opcode == NULL)
        return FALSE;
    gboolean is_opcode = table_size(opcode) > 0;
    if (statement_has(statement, "caller"))
        statement_bind_text(statement, "caller", is_opcode ? table_get(opcode, 0, "loop_id") : id);
    if (statement_has(statement, "callee"))
        statement_bind_text(statement, "callee", is_opcode ? table_get(opcode, 0, "macro_id") : id);
    if (statement_has(statement, "part"))
        statement_bind_text(statement, "part", is_opcode ? table_get(opcode, 0, "name") : NULL);
    return TRUE;
}

Statement *index_statement(Index *index, const char *name, GError **error)
{
    Statement *statement = g_hash_table_lookup(index->statements, name);
    if (statement != NULL)
        statement_reset(statement);
    else if ((statement = index_prepare(index, name, error)) != NULL)
        g_hash_table_insert(index->statements, g_strdup(name), statement);
    return statement;
}

Table *index_query(Index *index, GError **error, const char *name, ...)
{
    Statement *statement = index_statement(index, name, error);
    if (statement == NULL)
        return NULL;
    va_list pairs;
    gboolean ok = TRUE;
    va_start(pairs, name);
    for (const char *key; ok && (key = va_arg(pairs, const char *)) != NULL;) {
        const char *value = va_arg(pairs, const char *);
        if (strcmp(key, "id") == 0 &&
            (statement_has(statement, "caller") || statement_has(statement, "callee")))
            ok = bind_symbol(index, statement, value, error);
        else
            statement_bind_text(statement, key, value);
    }
    va_end(pairs);
    Table *rows = ok ? read_rows(statement, G_MAXUINT - 1, error) : NULL;
    statement_reset(statement);
    return rows;
}

void index_limit(Index *index, guint seconds)
{
    database_limit(index->database, seconds);
}

Table *index_sql(Index *index, const char *sql, GError **error)
{
    g_autoptr(Statement) statement = database_prepare(index->database, sql, error);
    if (statement == NULL)
        return NULL;
    if (!statement_is_read_only(statement)) {
        g_set_error_literal(error, DATABASE_ERROR, DATABASE_ERROR_SQL,
                            "the index is only read here; a statement that writes is refused");
        return NULL;
    }
    Table *rows = read_rows(statement, MOST_ROWS, error);
    if (rows == NULL || table_size(rows) <= MOST_ROWS)
        return rows;
    table_free(rows);
    g_set_error(error, DATABASE_ERROR, DATABASE_ERROR_SQL,
                "more than %u rows; narrow it down, or end it with LIMIT", MOST_ROWS);
    return NULL;
}

/* ---- sources ------------------------------------------------------------------------------------------ */

char *index_hash(const char *contents, gsize size)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA1);
    g_autofree char *header = g_strdup_printf("blob %" G_GSIZE_FORMAT, size);
    g_checksum_update(checksum, (const guchar *)header, (gssize)strlen(header) + 1);
    g_checksum_update(checksum, (const guchar *)contents, (gssize)size);
    return g_strdup(g_checksum_get_string(checksum));
}

/* The sum of a file's contents when it was indexed; a hash would take as long as the rest of an answer. FALSE: it is not
 * known. */
static gboolean indexed_sum(Index *index, const char *path, guint64 *sum)
{
    if (index->file_sum == NULL && (index->file_sum = index_prepare(index, "file_sum", NULL)) == NULL)
        return FALSE;
    statement_reset(index->file_sum);
    statement_bind_text(index->file_sum, "path", path);
    if (!statement_step(index->file_sum, NULL))
        return FALSE;
    *sum = (guint64)statement_int(index->file_sum, 0);
    return TRUE;
}

/* The sum of a file as it is now, piece by piece: fresh memory for all of it would take longer than the sum. FALSE: it cannot
 * be read. */
static gboolean sum_file(const char *path, guint64 *sum)
{
    char piece[2 * SUM_BLOCK];
    struct stat about;
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return FALSE;
    gboolean ok = fstat(fileno(file), &about) == 0;
    *sum = ok ? (guint64)about.st_size : 0;
    for (gsize size; ok && (size = fread(piece, 1, sizeof piece, file)) > 0;)
        *sum = sum_bytes(*sum, piece, size);
    ok = ok && !ferror(file);
    fclose(file);
    return ok;
}

/* Whether the file's contents are others than the index knows. */
static gboolean differs(Index *index, const char *path)
{
    g_autofree char *full = g_build_filename(index->source, path, NULL);
    guint64 then, now;
    return indexed_sum(index, path, &then) && (!sum_file(full, &now) || now != then);
}

gboolean index_is_stale(Index *index, const char *path)
{
    gpointer known;

    if (index->source == NULL)
        return FALSE;
    if (g_strcmp0(index->read_path, path) == 0)
        return index->read_is_stale;
    if (g_hash_table_lookup_extended(index->stale, path, NULL, &known))
        return GPOINTER_TO_INT(known);
    gboolean is_stale = differs(index, path);
    g_hash_table_insert(index->stale, g_strdup(path), GINT_TO_POINTER(is_stale));
    return is_stale;
}

/* Leaves the file's text in index->read_text. */
static gboolean read_file(Index *index, const char *path, GError **error)
{
    if (index->source == NULL) {
        g_set_error(error, INDEX_ERROR, INDEX_ERROR_NO_SOURCE,
                    "%s: no source tree beside it; name one with --src DIR", index->path);
        return FALSE;
    }
    if (g_strcmp0(index->read_path, path) == 0)
        return TRUE;
    g_autofree char *full = g_build_filename(index->source, path, NULL);
    char *text = NULL;
    gsize size = 0;
    if (!g_file_get_contents(full, &text, &size, error))
        return FALSE;
    g_free(index->read_path);
    g_free(index->read_text);
    index->read_path = g_strdup(path);
    index->read_text = text;
    guint64 sum;
    index->read_is_stale = indexed_sum(index, path, &sum) && sum_bytes(size, text, size) != sum;
    return TRUE;
}

/* The start of line `line` (from 1), or the end of the text. */
static const char *find_line(const char *text, int line)
{
    for (int i = 1; i < line && *text != '\0'; i++) {
        const char *end = strchr(text, '\n');
        text = end != NULL ? end + 1 : text + strlen(text);
    }
    return text;
}

char *index_read_source(Index *index, const char *path, int first, int last, gboolean *is_stale,
                        GError **error)
{
    g_assert(first >= 1 && last >= first);
    if (!read_file(index, path, error))
        return NULL;
    const char *start = find_line(index->read_text, first);
    const char *end = last == G_MAXINT ? start + strlen(start) : find_line(start, last - first + 2);
    *is_stale = index->read_is_stale;
    gboolean lacks_newline = end > start && end[-1] != '\n';
    g_autofree char *text = g_strndup(start, (gsize)(end - start));
    return lacks_newline ? g_strconcat(text, "\n", NULL) : g_steal_pointer(&text);
}
