/* The dispatch linker on a handful of rows: what ends up in the view `calls`. How C comes to such rows,
 * tests/dispatch shows; how they are solved, test_link_closure.c. */
#include "link/linkers.h"

#include "store/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static int make_database(void **state)
{
    GError *error = NULL;
    *state = database_create(":memory:", &error);
    g_assert_no_error(error);
    return 0;
}

static int close_database(void **state)
{
    database_close(*state);
    return 0;
}

static void run(Database *database, const char *sql)
{
    GError *error = NULL;
    database_run(database, sql, &error);
    g_assert_no_error(error);
}

static void link_rows(Database *database)
{
    GError *error = NULL;
    Linking linking = {database, "/nonexistent", FALSE};
    link_dispatch(&linking, &error);
    g_assert_no_error(error);
}

/* "CALLEE KIND VIA, …" of a call. */
static char *reached(Database *database, gint64 site)
{
    GError *error = NULL;
    g_autoptr(Statement) rows = database_prepare(
        database,
        "SELECT callee || ' ' || kind || ' ' || coalesce(via, '-') FROM calls WHERE site = :site ORDER BY 1",
        &error);
    g_assert_no_error(error);
    GString *text = g_string_new(NULL);
    statement_bind_int(rows, "site", site);
    while (statement_step(rows, NULL))
        g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", statement_text(rows, 0));
    return g_string_free(text, FALSE);
}

static void assert_reaches(Database *database, gint64 site, const char *expected)
{
    g_autofree char *found = reached(database, site);
    assert_string_equal(found, expected);
}

/* binary_op1 (2) calls what is in nb_add (3), where long_add (1) is, in one file. */
static const char FIVE_ROWS[] =
    "INSERT INTO file (id, path, kind, generated, parsed, errors) VALUES (1, 'Objects/abstract.c', 'unit', "
    "0, 1, 0);"
    "INSERT INTO symbol (id, name, kind, parent, file_id, signature, is_static, defined, external) VALUES"
    " (1, 'long_add', 'function', NULL, 1, 'PyObject *long_add(PyObject *v, PyObject *w)', 1, 1, 0),"
    " (2, 'binary_op1', 'function', NULL, 1, 'PyObject *binary_op1(PyObject *v, binaryfunc slot)', 1, 1, 0),"
    " (3, 'nb_add', 'field', 'PyNumberMethods', 1, 'binaryfunc nb_add', 0, 1, 0);"
    "INSERT INTO indirect_call (site, caller_id, file_id, line, col, shape, type) VALUES"
    " (1, 2, 1, 7, 5, 'p(p,p)', 'binaryfunc');"
    "INSERT INTO flow (in_id, ordinal, to_kind, to_id, to_part, from_kind, from_id, from_part, to_shape, "
    "own_shape) VALUES"
    " (2, 1, 2, 3, 0, 1, 1, 0, 'p(p,p)', 'p(p,p)'),"
    " (2, 2, 8, 1, 0, 2, 3, 0, 'p(p,p)', 'p(p,p)');";

static void test_five_rows(void **state)
{
    run(*state, FIVE_ROWS);
    link_rows(*state);
    assert_reaches(*state, 1, "long_add slot PyNumberMethods.nb_add");
    g_autoptr(Statement) sites = database_prepare(*state, "SELECT candidates, via FROM sites", NULL);
    assert_true(statement_step(sites, NULL));
    assert_int_equal(statement_int(sites, 0), 1);
    assert_string_equal(statement_text(sites, 1), "PyNumberMethods.nb_add");
}

/* Another run leaves what one would have made. */
static void test_again(void **state)
{
    run(*state, FIVE_ROWS);
    link_rows(*state);
    run(*state, "UPDATE symbol SET name = 'float_add' WHERE id = 1; DELETE FROM flow WHERE ordinal = 2;");
    link_rows(*state);
    assert_reaches(*state, 1, "float_add pointer typedef binaryfunc (guess)");
    run(*state, "UPDATE indirect_call SET type = NULL");
    link_rows(*state);
    assert_reaches(*state, 1, "");
}

/* A parameter is named after its place in the one line of C that the index has of the function. */
static void test_names_of_parameters(void **state)
{
    (void)state;
    static const struct {
        const char *signature;
        int number;
        const char *via;
    } CASES[] = {
        {"int apply(visitproc visit, void *arg)", 0, "apply(visit)"},
        {"int apply(void *arg, visitproc visit)", 1, "apply(visit)"},
        {"int apply(int (*visit)(PyObject *, void *), void *arg)", 0, "apply(visit)"},
        {"void *apply(PyObject *v, PyObject *(*make)(int, PyObject *(*)(void)), int n)", 1, "apply(make)"},
        {"int apply(PyObject *v, int n, visitproc visits[2])", 2, "apply(visits)"},
        {"int apply(PyObject *v, int (*visits[])(PyObject *))", 1, "apply(visits)"},
        {"int apply(int n, ...)", FACT_VARIADIC, "apply(...)"},
        {"int apply(int n, visitproc)", 1, "apply(2)"}, /* it has no name */
        {"int apply(int n, PyObject *)", 1, "apply(2)"},
        {"int apply()", 0, "apply(1)"},
        {NULL, 0, "apply(1)"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autoptr(Database) database = database_create(":memory:", NULL);
        g_autofree char *signature =
            CASES[i].signature == NULL ? g_strdup("NULL") : g_strdup_printf("'%s'", CASES[i].signature);
        g_autofree char *rows =
            g_strdup_printf("UPDATE symbol SET name = 'apply', signature = %s WHERE id = 2;"
                            "UPDATE flow SET to_kind = 5, to_id = 2, to_part = %d WHERE ordinal = 1;"
                            "UPDATE flow SET from_kind = 5, from_id = 2, from_part = %d WHERE ordinal = 2;",
                            signature, CASES[i].number, CASES[i].number);
        g_autofree char *expected = g_strdup_printf("long_add pointer %s", CASES[i].via);
        run(database, FIVE_ROWS);
        run(database, rows);
        link_rows(database);
        assert_reaches(database, 1, expected);
    }
}

/* What qsort() calls stands at the call of qsort(). */
static void test_library(void **state)
{
    run(*state, FIVE_ROWS);
    run(*state,
        "INSERT INTO symbol (id, name, kind, is_static, defined, external) VALUES (4, 'qsort', 'function', "
        "0, 0, 1);"
        "INSERT INTO direct_call (site, caller_id, callee_id, file_id, line, col) VALUES (9, 2, 4, 1, 8, 5);"
        "UPDATE flow SET to_kind = 5, to_id = 4, to_part = 3 WHERE ordinal = 1;");
    link_rows(*state);
    assert_reaches(*state, 9, "long_add pointer qsort(4), qsort direct -");
}

/* A function named in the call itself has no place: (c ? f : g)(x). */
static void test_no_place(void **state)
{
    run(*state, FIVE_ROWS);
    run(*state, "DELETE FROM flow WHERE ordinal = 2; UPDATE flow SET to_kind = 8, to_id = 1;");
    link_rows(*state);
    assert_reaches(*state, 1, "long_add pointer -");
}

static void test_damaged_index(void **state)
{
    g_autoptr(GError) error = NULL;
    Linking linking = {*state, "/nonexistent", FALSE};
    run(*state, "DROP VIEW calls; DROP TABLE flow;");
    assert_false(link_dispatch(&linking, &error));
    assert_non_null(error);
}

#define on_rows(test) cmocka_unit_test_setup_teardown(test, make_database, close_database)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_rows(test_five_rows), on_rows(test_again),    cmocka_unit_test(test_names_of_parameters),
        on_rows(test_library),   on_rows(test_no_place), on_rows(test_damaged_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
