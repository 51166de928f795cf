/* SQLite with the memory that the viewer gives it: pieces of all sizes, grown, given back, and more than its region holds. */
#include "fixture.h"

#define NUMBERS "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 70000) "

static Statement *ask(Database *database, const char *sql)
{
    g_autoptr(GError) error = NULL;
    Statement *statement = database_prepare(database, sql, &error);
    assert_non_null(statement);
    assert_true(statement_step(statement, &error));
    return statement;
}

/* A text that grows letter by letter to 400 kB keeps what it had. */
static void test_grows(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(Database) database = database_open(fixture->db, NULL);
    g_autoptr(GString) expected = g_string_new("1");
    for (int i = 2; i <= 70000; i++)
        g_string_append_printf(expected, ",%d", i);
    g_autoptr(Statement) statement = ask(database, NUMBERS "SELECT group_concat(i) FROM n");
    assert_string_equal(statement_text(statement, 0), expected->str);
}

/* Pieces of sizes up to 70,000 bytes, one at a time, and many smaller ones at once. */
static void test_sizes(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(Database) database = database_open(fixture->db, NULL);
    g_autoptr(Statement) sizes = ask(database, NUMBERS "SELECT sum(length(hex(zeroblob(i)))) FROM n WHERE i % 7 = 0 AND i <= 35000");
    assert_int_equal(statement_int(sizes, 0), (gint64)7 * 5000 * 5001);
    g_autoptr(Statement) many = ask(database, NUMBERS "SELECT count(*) FROM (SELECT DISTINCT printf('%0*d', 20 + i % 3000, i) FROM n WHERE i < 9000)");
    assert_int_equal(statement_int(many, 0), 8999);
}

/* Statements that stay while others come and go. */
static void test_stays(void **state)
{
    Fixture *fixture = *state;
    g_autoptr(Database) database = database_open(fixture->db, NULL);
    g_autoptr(Statement) first = ask(database, "SELECT name FROM symbol ORDER BY name");
    g_autofree char *name = g_strdup(statement_text(first, 0));
    for (guint i = 0; i < 500; i++) {
        g_autofree char *sql = g_strdup_printf("SELECT count(*), %u FROM calls WHERE line > %u", i, i);
        g_autoptr(Statement) other = ask(database, sql);
        assert_int_equal(statement_int(other, 1), i);
    }
    assert_string_equal(statement_text(first, 0), name);
}

static int make(void **state)
{
    database_read_once();
    return fixture_make(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_grows), cmocka_unit_test(test_sizes), cmocka_unit_test(test_stays)};
    return cmocka_run_group_tests(tests, make, fixture_remove);
}
