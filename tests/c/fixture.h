/* fixture.h: a small index for the C tests of the viewer: a folder X/ with one source file, and X.db with its
 * facts, made from the same schema.sql that the indexer fills. */
#ifndef CPYREAD_FIXTURE_H
#define CPYREAD_FIXTURE_H

#include "query/index.h"
#include "store/data.h"
#include "store/sum.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define FIXTURE_SOURCE "/* one\n   two */\nint\none(int a)\n{\n\treturn two(a);\n}\n"

typedef struct Fixture {
    char *folder, *db, *source;
} Fixture;

/* Symbols 1 one (function), 2 two (static, in two files: 2 and 3), 4 ONE (macro), 5 PyTypeObject, 6 its field
 * tp_new, 7 memcpy (external), 8 PyDict_Copy, 9 PyDict_Next, 10 real_name spelled as written_name, 11
 * CONSTANT. */
static const char fixture_rows[] =
    "INSERT INTO meta VALUES ('version', '3.7.0'), ('commit', '3e0d23cd43f00c2df1a6');"
    "INSERT INTO symbol (id, name, spelled, kind, parent, file_id, line, end_line, signature, doc, is_static,"
    " defined, external, by_macro, unit_id) VALUES"
    " (1, 'one', NULL, 'function', NULL, 1, 3, 7, 'int one(int a)', 'one two', 0, 1, 0, NULL, 1),"
    " (2, 'two', NULL, 'function', NULL, 1, 20, 22, 'static int two(int a)', NULL, 1, 1, 0, NULL, 1),"
    " (3, 'two', NULL, 'function', NULL, 2, 5, 9, 'static int two(int a)', NULL, 1, 1, 0, NULL, 2),"
    " (4, 'ONE', NULL, 'macro', NULL, 1, 10, 10, 'ONE(x)', NULL, 0, 1, 0, NULL, 1),"
    " (5, 'PyTypeObject', NULL, 'struct', NULL, 1, 30, 40, 'struct _typeobject', NULL, 0, 1, 0, NULL, 1),"
    " (6, 'tp_new', NULL, 'field', 'PyTypeObject', 1, 35, 35, 'newfunc tp_new', NULL, 0, 1, 0, NULL, 1),"
    " (7, 'memcpy', NULL, 'function', NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, NULL, NULL),"
    " (8, 'PyDict_Copy', NULL, 'function', NULL, 2, 20, 30, 'PyObject *PyDict_Copy(PyObject *o)', NULL, 0, "
    "1, 0, NULL, 2),"
    " (9, 'PyDict_Next', NULL, 'function', NULL, 2, 40, 50, 'int PyDict_Next(void)', NULL, 0, 1, 0, NULL, 2),"
    " (10, 'real_name', 'written_name', 'function', NULL, 2, 60, 61, 'int real_name(void)', NULL, 0, 1, 0, "
    "NULL, 2),"
    " (11, 'CONSTANT', NULL, 'macro', NULL, 1, 11, 11, 'CONSTANT', NULL, 0, 1, 0, NULL, 1),"
    " (12, 'one', NULL, 'variable', NULL, 2, 70, 70, 'int one', NULL, 0, 1, 0, NULL, 2);"
    "INSERT INTO direct_call VALUES (1, 1, 2, 1, 6, 9, NULL, NULL), (2, 8, 7, 2, 22, 5, 4, 4), (3, 8, 9, 2, "
    "21, 5, NULL, NULL);"
    "INSERT INTO reference VALUES ((2 << 20) + 1, 4, 1, 22, 5, 8), ((2 << 20) + 2, 11, 1, 23, 5, 8),"
    " ((2 << 20) + 3, 11, 1, 24, 5, 8);";

static inline void fixture_fill(Database *database)
{
    g_autofree char *hash = index_hash(FIXTURE_SOURCE, strlen(FIXTURE_SOURCE));
    g_autofree char *files =
        g_strdup_printf("INSERT INTO file VALUES (1, 'Objects/one.c', 'unit', 7, '%s', 0, 1, 0, NULL, NULL, %" G_GINT64_FORMAT "),"
                        " (2, 'Objects/clinic/other.c', 'generated', 99, NULL, 1, 1, 0, NULL, NULL, NULL);",
                        hash, (gint64)sum_bytes(strlen(FIXTURE_SOURCE), FIXTURE_SOURCE, strlen(FIXTURE_SOURCE)));
    GError *error = NULL;
    database_run(database, files, &error);
    g_assert_no_error(error);
    database_run(database, fixture_rows, &error);
    g_assert_no_error(error);
    database_run(database, data_text("indexer/store/indexes.sql"), &error);
    g_assert_no_error(error);
    database_run(database, data_text("indexer/store/linked_indexes.sql"), &error);
    g_assert_no_error(error);
}

static inline int fixture_make(void **state)
{
    Fixture *fixture = g_new0(Fixture, 1);
    fixture->folder = g_dir_make_tmp("cpyread-test-XXXXXX", NULL);
    fixture->db = g_build_filename(fixture->folder, "3.7.db", NULL);
    g_autofree char *objects = g_build_filename(fixture->folder, "3.7", "Objects", NULL);
    g_mkdir_with_parents(objects, 0755);
    fixture->source = g_build_filename(objects, "one.c", NULL);
    g_file_set_contents(fixture->source, FIXTURE_SOURCE, -1, NULL);
    g_autoptr(Database) database = database_create(fixture->db, NULL);
    assert_non_null(database);
    fixture_fill(database);
    *state = fixture;
    return 0;
}

static inline int fixture_remove(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *objects = g_path_get_dirname(fixture->source), *tree = g_path_get_dirname(objects);
    g_unlink(fixture->source);
    g_rmdir(objects);
    g_rmdir(tree);
    g_unlink(fixture->db);
    g_rmdir(fixture->folder);
    g_free(fixture->folder);
    g_free(fixture->db);
    g_free(fixture->source);
    g_free(fixture);
    return 0;
}

static inline Index *fixture_open(Fixture *fixture)
{
    IndexChoice choice = {.db = fixture->db};
    GError *error = NULL;
    Index *index = index_open(&choice, &error);
    g_assert_no_error(error);
    return index;
}

#endif
