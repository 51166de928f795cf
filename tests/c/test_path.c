/* Chains of calls: the more certain before the shorter, what is passed over, what is avoided, ways as good as each other. */
#include "fixture.h"

#include "query/path.h"

/* one(1) -> memcpy(7) by name goes through 8 and 9; the rows here say which other ways there are:
 *
 *     1 ──direct──> 8 ──direct──> 9 ──direct──> 7
 *     1 ──direct──> 10 ──carried by ONE──> 9
 *     1 ──────────────slot────────────────────> 7
 *     1 ──guess──> 2 ──direct──> 3
 *     8 ──slot, carried by ONE──> 7 or 2 */
static const char rows[] =
    "DELETE FROM direct_call;"
    "INSERT INTO direct_call VALUES (1, 1, 8, 1, 4, 1, NULL, NULL), (2, 8, 9, 2, 21, 1, NULL, NULL),"
    " (3, 9, 7, 2, 41, 1, NULL, NULL), (4, 1, 10, 1, 5, 1, NULL, NULL), (5, 10, 9, 2, 61, 1, 4, 4),"
    " (6, 2, 3, 1, 21, 1, NULL, NULL);"
    "INSERT INTO stored_place VALUES (1, 'slot', 'PyTypeObject.tp_new'), (2, 'pointer', 'typedef f (guess)');"
    "INSERT INTO indirect_call VALUES (100, 1, 1, 6, 1, NULL, NULL, NULL), (101, 1, 1, 6, 9, NULL, NULL, "
    "NULL),"
    " (102, 8, 2, 25, 1, 4, NULL, NULL);"
    "INSERT INTO call_group VALUES (100, 1), (101, 2), (102, 3);"
    "INSERT INTO candidate VALUES (1, 1, 7), (2, 2, 2), (3, 1, 7), (3, 1, 2);";

static void run_rows(Fixture *fixture, const char *statements)
{
    GError *error = NULL;
    g_autoptr(Database) database = database_change(fixture->db, &error);
    g_assert_no_error(error);
    database_run(database, statements, &error);
    g_assert_no_error(error);
}

static int make(void **state)
{
    fixture_make(state);
    run_rows(*state, rows);
    return 0;
}

static PathAnswer *ask(Fixture *fixture, PathQuestion question)
{
    g_autoptr(Index) index = fixture_open(fixture);
    GError *error = NULL;
    PathAnswer *answer = path_find(index, &question, &error);
    g_assert_no_error(error);
    return answer;
}

/* "one PyDict_Copy PyDict_Next memcpy"; NULL: there is no such chain. */
static char *chain_text(const PathAnswer *answer, guint number)
{
    if (number >= answer->chains->len)
        return NULL;
    const Table *chain = answer->chains->pdata[number];
    GString *text = g_string_new(table_get(chain, 0, "caller"));
    for (guint i = 0; i < table_size(chain); i++)
        g_string_append_printf(text, " %s", table_get(chain, i, "callee"));
    return g_string_free(text, FALSE);
}

static void expect(const PathAnswer *answer, guint number, const char *expected)
{
    g_autofree char *text = chain_text(answer, number);
    g_assert_cmpstr(text, ==, expected);
}

static const gint64 one_to_memcpy[] = {1, 7};

static void test_certain_before_short(void **state)
{
    g_autoptr(PathAnswer) certain =
        ask(*state, (PathQuestion){.stops = one_to_memcpy, .stop_count = 2, .limit = 1});
    expect(certain, 0, "one PyDict_Copy PyDict_Next memcpy");
    assert_true(certain->has_more);
    g_autoptr(PathAnswer) shortest =
        ask(*state,
            (PathQuestion){.stops = one_to_memcpy, .stop_count = 2, .by_length = TRUE, .shorter_than = 3});
    expect(shortest, 0, "one memcpy");
    g_assert_cmpstr(table_get(shortest->chains->pdata[0], 0, "via"), ==, "PyTypeObject.tp_new");
    g_autoptr(PathAnswer) none =
        ask(*state,
            (PathQuestion){.stops = one_to_memcpy, .stop_count = 2, .by_length = TRUE, .shorter_than = 1});
    assert_int_equal(none->chains->len, 0);
}

static void test_ways_as_good(void **state)
{
    g_autoptr(PathAnswer) both = ask(*state, (PathQuestion){.stops = one_to_memcpy, .stop_count = 2});
    assert_int_equal(both->chains->len, 2);
    assert_false(both->has_more);
    expect(both, 0, "one PyDict_Copy PyDict_Next memcpy");
    expect(both, 1, "one real_name PyDict_Next memcpy");
}

static void test_via_and_avoid(void **state)
{
    const gint64 stops[] = {1, 10, 7}, not_8_10[] = {8, 10}, not_9_7[] = {9};
    g_autoptr(PathAnswer) via = ask(*state, (PathQuestion){.stops = stops, .stop_count = 3});
    assert_int_equal(via->chains->len, 1);
    expect(via, 0, "one real_name PyDict_Next memcpy");
    g_autoptr(PathAnswer) around = ask(
        *state, (PathQuestion){.stops = one_to_memcpy, .stop_count = 2, .avoid = not_8_10, .avoid_count = 2});
    expect(around, 0, "one memcpy");
    g_autoptr(PathAnswer) none =
        ask(*state, (PathQuestion){.stops = stops, .stop_count = 3, .avoid = not_9_7, .avoid_count = 1});
    assert_int_equal(none->chains->len, 0);
    assert_int_equal(none->missing_leg, 1);
}

static const char *hides_copy(const char *name, gboolean external)
{
    (void)external;
    return strcmp(name, "PyDict_Copy") == 0 || strcmp(name, "memcpy") == 0 || strcmp(name, "one") == 0 ? "x"
                                                                                                       : NULL;
}

static const char *hides_carrier(const char *name, gboolean external)
{
    (void)external;
    return strcmp(name, "ONE") == 0 ? "x" : NULL;
}

/* A function, or a macro that carries the call; but never the ends. */
static void test_passes_over(void **state)
{
    g_autoptr(PathAnswer) copy =
        ask(*state, (PathQuestion){.stops = one_to_memcpy, .stop_count = 2, .noise = hides_copy});
    assert_int_equal(copy->chains->len, 1);
    expect(copy, 0, "one real_name PyDict_Next memcpy");
    assert_int_equal(copy->passed_over, 1);
    g_autoptr(PathAnswer) carrier =
        ask(*state, (PathQuestion){.stops = one_to_memcpy, .stop_count = 2, .noise = hides_carrier});
    assert_int_equal(carrier->chains->len, 1);
    expect(carrier, 0, "one PyDict_Copy PyDict_Next memcpy");
    const gint64 to_9[] = {10, 9};
    g_autoptr(PathAnswer) end =
        ask(*state, (PathQuestion){.stops = to_9, .stop_count = 2, .noise = hides_carrier});
    expect(end, 0, "real_name PyDict_Next");
}

/* What such a macro calls through a pointer is a way to the end, and to nothing behind it. */
static void test_passes_over_groups(void **state)
{
    const gint64 to_7[] = {8, 7}, to_3[] = {8, 3};
    g_autoptr(PathAnswer) end = ask(
        *state, (PathQuestion){.stops = to_7, .stop_count = 2, .by_length = TRUE, .noise = hides_carrier});
    expect(end, 0, "PyDict_Copy memcpy");
    g_autoptr(PathAnswer) behind = ask(*state, (PathQuestion){.stops = to_3, .stop_count = 2});
    expect(behind, 0, "PyDict_Copy two two");
    g_autoptr(PathAnswer) none =
        ask(*state, (PathQuestion){.stops = to_3, .stop_count = 2, .noise = hides_carrier});
    assert_int_equal(none->chains->len, 0);
    assert_int_equal(none->passed_over, 1);
}

static void test_guess(void **state)
{
    const gint64 to_3[] = {1, 3}, not_8[] = {8};
    g_autoptr(PathAnswer) answer =
        ask(*state, (PathQuestion){.stops = to_3, .stop_count = 2, .avoid = not_8, .avoid_count = 1});
    expect(answer, 0, "one two two");
    const Table *chain = answer->chains->pdata[0];
    assert_int_equal(path_certainty(table_get(chain, 0, "kind"), table_get(chain, 0, "via")), PATH_GUESS);
    assert_int_equal(path_certainty("pointer", "f.c:x"), PATH_POINTER);
    assert_int_equal(path_certainty("frame", NULL), PATH_CERTAIN);
    assert_int_equal(path_certainty("name", "x"), PATH_GUESS);
}

/* 8 calls 7 by name, or through a slot 9, which does nothing but call 7: that is no more certain than a slot. */
static void test_short_way_of_a_slot(void **state)
{
    run_rows(*state,
             "DELETE FROM direct_call; DELETE FROM indirect_call; DELETE FROM call_group; DELETE FROM candidate;"
             "INSERT INTO direct_call VALUES (1, 1, 8, 1, 4, 1, NULL, NULL), (2, 8, 7, 2, 21, 1, NULL, NULL),"
             " (3, 9, 7, 2, 41, 1, NULL, NULL), (4, 1, 10, 1, 5, 1, NULL, NULL), (5, 10, 3, 2, 61, 1, NULL, NULL),"
             " (6, 3, 7, 2, 22, 1, NULL, NULL);"
             "INSERT INTO indirect_call VALUES (102, 8, 2, 25, 1, NULL, NULL, NULL);"
             "INSERT INTO call_group VALUES (102, 3); INSERT INTO candidate VALUES (3, 1, 9);");
    PathQuestion question = {.stops = one_to_memcpy, .stop_count = 2};
    g_autoptr(PathAnswer) around = ask(*state, question);
    assert_int_equal(around->chains->len, 1);
    expect(around, 0, "one real_name two memcpy");
    run_rows(*state, "INSERT INTO direct_call VALUES (7, 9, 2, 2, 42, 1, NULL, NULL)");
    g_autoptr(PathAnswer) by_name = ask(*state, question);
    expect(by_name, 0, "one PyDict_Copy memcpy");
}

/* Of ways as good as each other: those that stand in the text, then those that stay in their files, then the main roads. */
static void test_order_of_equals(void **state)
{
    run_rows(*state,
             "DELETE FROM direct_call; DELETE FROM indirect_call; DELETE FROM call_group; DELETE FROM candidate;"
             "INSERT INTO direct_call VALUES (1, 1, 8, 1, 4, 1, NULL, NULL), (2, 8, 7, 2, 21, 1, NULL, NULL),"
             " (3, 1, 9, 1, 5, 1, NULL, NULL), (4, 9, 7, 2, 41, 1, NULL, NULL), (5, 3, 9, 2, 61, 1, NULL, NULL);");
    PathQuestion question = {.stops = one_to_memcpy, .stop_count = 2};
    g_autoptr(PathAnswer) roads = ask(*state, question);
    expect(roads, 0, "one PyDict_Next memcpy");
    expect(roads, 1, "one PyDict_Copy memcpy");
    run_rows(*state, "UPDATE symbol SET file_id = (SELECT file_id FROM symbol WHERE id = 1) WHERE id = 8");
    g_autoptr(PathAnswer) files = ask(*state, question);
    expect(files, 0, "one PyDict_Copy memcpy");
    run_rows(*state, "UPDATE direct_call SET macro_id = 4 WHERE caller_id = 8");
    g_autoptr(PathAnswer) macros = ask(*state, question);
    expect(macros, 0, "one PyDict_Next memcpy");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_certain_before_short), cmocka_unit_test(test_ways_as_good),
        cmocka_unit_test(test_via_and_avoid),        cmocka_unit_test(test_passes_over),
        cmocka_unit_test(test_passes_over_groups),   cmocka_unit_test(test_guess),
        cmocka_unit_test(test_short_way_of_a_slot),  cmocka_unit_test(test_order_of_equals),
    };
    return cmocka_run_group_tests(tests, make, fixture_remove);
}
