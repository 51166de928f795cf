/* An index as a file: opening it, asking it, reading the sources beside it. */
#include "fixture.h"

static void test_tree(void **state)
{
    g_autoptr(Index) index = fixture_open(*state);
    assert_string_equal(index_version(index), "3.7.0");
    assert_string_equal(index_tree(index), "CPython 3.7.0 3e0d23cd43");
}

static void test_hash(void **state)
{
    (void)state;
    g_autofree char *empty = index_hash("", 0), *hello = index_hash("hello\n", 6);
    assert_string_equal(empty, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"); /* git hash-object says so */
    assert_string_equal(hello, "ce013625030ba8dba906f756967f9e9ca394464a");
}

static void test_excerpt(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(Index) index = fixture_open(fixture);
    gboolean is_stale = TRUE;
    g_autofree char *text = index_read_source(index, "Objects/one.c", 3, 4, &is_stale, NULL);
    assert_string_equal(text, "int\none(int a)\n");
    assert_false(is_stale);
    g_autofree char *end = index_read_source(index, "Objects/one.c", 7, 99, &is_stale, NULL);
    assert_string_equal(end, "}\n");
    g_autofree char *beyond = index_read_source(index, "Objects/one.c", 50, 99, &is_stale, NULL);
    assert_string_equal(beyond, "");
}

static void test_stale_source(void **state)
{
    Fixture *fixture = *state;
    gboolean is_stale = FALSE;
    g_file_set_contents(fixture->source, "int one; /* no newline at the end */", -1, NULL);
    g_autoptr(Index) index = fixture_open(fixture);
    g_autofree char *text = index_read_source(index, "Objects/one.c", 1, 1, &is_stale, NULL);
    g_file_set_contents(fixture->source, FIXTURE_SOURCE, -1, NULL);
    assert_string_equal(text, "int one; /* no newline at the end */\n");
    assert_true(is_stale);
}

static void test_missing_source(void **state)
{
    g_autoptr(Index) index = fixture_open(*state);
    g_autoptr(GError) error = NULL;
    gboolean is_stale;
    assert_null(index_read_source(index, "Objects/none.c", 1, 1, &is_stale, &error));
    assert_non_null(error);
}

static void test_sql_refuses_to_write(void **state)
{
    static const char *const statements[] = {"DELETE FROM meta",
                                             "CREATE TABLE x (y)",
                                             "PRAGMA user_version = 9",
                                             "SELECT 1; DELETE FROM meta",
                                             "nonsense",
                                             "",
                                             NULL};
    g_autoptr(Index) index = fixture_open(*state);
    for (guint i = 0; statements[i] != NULL; i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Table) table = index_sql(index, statements[i], &error);
        assert_null(table);
        assert_true(g_error_matches(error, DATABASE_ERROR, DATABASE_ERROR_SQL));
    }
}

/* A statement without an end stops; without a limit again, one that is as long as that goes on. */
static void test_limit(void **state)
{
    static const char count[] = "WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t%s) SELECT count(*) FROM t";
    g_autofree char *endless = g_strdup_printf(count, ""), *long_one = g_strdup_printf(count, " WHERE n < 3000000");
    g_autoptr(Index) index = fixture_open(*state);
    g_autoptr(GError) error = NULL;

    index_limit(index, 1);
    assert_null(index_sql(index, endless, &error));
    assert_true(g_error_matches(error, DATABASE_ERROR, DATABASE_ERROR_SQL));
    assert_non_null(strstr(error->message, "it takes too long"));
    assert_null(index_sql(index, long_one, NULL));
    index_limit(index, 0);
    g_autoptr(Table) table = index_sql(index, long_one, NULL);
    assert_non_null(table);
}

static void test_sql_columns(void **state)
{
    g_autoptr(Index) index = fixture_open(*state);
    g_autoptr(Table) table =
        index_sql(index, "SELECT 1 AS n, 'a' AS t, NULL AS z UNION ALL SELECT 2.5, NULL, NULL", NULL);
    assert_int_equal(table_size(table), 2);
    assert_true(g_array_index(table->columns, Column, 0).is_number);
    assert_false(g_array_index(table->columns, Column, 1).is_number);
    assert_false(g_array_index(table->columns, Column, 2).is_number);
    assert_string_equal(table_get(table, 1, "n"), "2.5");
    assert_null(table_get(table, 1, "t"));
    assert_int_equal(table_find(table, "none"), -1);
}

/* What cannot be opened, and what is then said: always a command or an option that mends it. */
static void test_refused_files(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *other = g_build_filename(fixture->folder, "other.db", NULL);
    static const struct {
        const char *contents;
        int code;
    } cases[] = {{NULL, DATABASE_ERROR_ABSENT},
                 {"this is no database, but long enough to be looked at", DATABASE_ERROR_FOREIGN},
                 {"", DATABASE_ERROR_FOREIGN}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        IndexChoice choice = {.db = other};
        g_autoptr(GError) error = NULL;
        if (cases[i].contents != NULL)
            g_file_set_contents(other, cases[i].contents, -1, NULL);
        assert_null(index_open(&choice, &error));
        assert_true(g_error_matches(error, DATABASE_ERROR, cases[i].code));
        assert_non_null(strstr(error->message, "cpyread index"));
        g_unlink(other);
    }
}

static void test_other_schema(void **state)
{
    Fixture *fixture = *state;
    g_autofree char *other = g_build_filename(fixture->folder, "other.db", NULL);
    g_autoptr(Database) database = database_create(other, NULL);
    database_run(database, "PRAGMA user_version = 999", NULL);
    g_clear_pointer(&database, database_close);
    IndexChoice choice = {.db = other};
    g_autoptr(GError) error = NULL;
    assert_null(index_open(&choice, &error));
    g_unlink(other);
    assert_true(g_error_matches(error, DATABASE_ERROR, DATABASE_ERROR_SCHEMA));
    assert_non_null(strstr(error->message, "newer"));
    assert_non_null(strstr(error->message, "cpyread index SRC --db"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tree),           cmocka_unit_test(test_hash),
        cmocka_unit_test(test_excerpt),        cmocka_unit_test(test_stale_source),
        cmocka_unit_test(test_missing_source), cmocka_unit_test(test_sql_refuses_to_write),
        cmocka_unit_test(test_limit),         cmocka_unit_test(test_sql_columns), cmocka_unit_test(test_refused_files),
        cmocka_unit_test(test_other_schema),
    };
    return cmocka_run_group_tests(tests, fixture_make, fixture_remove);
}
