/* What names mean, and which names are near. */
#include "fixture.h"

#include "query/nearest.h"
#include "query/resolve.h"

/* The ids of what `name` means, "2 3". */
static char *ids_of(Index *index, const char *name)
{
    GError *error = NULL;
    g_autoptr(Table) symbols = resolve(index, name, &error);
    g_assert_no_error(error);
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < table_size(symbols); i++)
        g_string_append_printf(ids, "%s%s", i > 0 ? " " : "", table_get(symbols, i, "id"));
    return g_string_free(ids, FALSE);
}

static void test_forms(void **state)
{
    static const struct {
        const char *name, *ids;
    } cases[] = {
        {"PyDict_Copy", "8"},        /* a C name */
        {"pydict_copy", ""},         /* C's names have cases */
        {"one", "1"},                /* a function wins over a variable */
        {"two", "2 3"},              /* ambiguous; hand-written first */
        {"one.c:two", "2"},          /* by its file */
        {"Objects/one.c:two", "2"},  /* by its path */
        {"ne.c:two", ""},            /* a file's name is whole */
        {"clinic/other.c:two", "3"}, /* by the end of its path */
        {"one.c:6", "1"},            /* the function with that line */
        {"one.c:35", "6"},           /* the innermost */
        {"one.c:31", "5"},
        {"one.c:6-7", "1"},          /* as an answer has it */
        {"one.c:6:3", "1"},          /* as a compiler has it */
        {"one.c:6-", ""},
        {"one.c:6-x", ""},
        {"one.c:9000", ""},
        {"PyTypeObject.tp_new", "6"}, /* a field */
        {"tp_new", "6"},
        {"written_name", "10"}, /* as spelled */
        {"real_name", "10"},
        {"memcpy", "7"},      /* outside the tree */
        {"_typeobject", "5"}, /* a tag */
        {"struct _typeobject", "5"},
        {"_typeobject.tp_new", "6"},
        {"PyTypeObject->tp_new", "6"},
        {" PyDict_Copy() ", "8"},
        {"()", ""},
        {"->", ""},
        {"", ""},
        {":", ""},
        {".", ""},
        {"one.c:", ""},
        {"' OR 1 --", ""},
    };
    g_autoptr(Index) index = fixture_open(*state);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *ids = ids_of(index, cases[i].name);
        assert_string_equal(ids, cases[i].ids);
    }
}

static void test_absurd_name(void **state)
{
    g_autoptr(Index) index = fixture_open(*state);
    g_autofree char *name = g_strnfill(100000, 'x');
    g_autofree char *ids = ids_of(index, name);
    assert_string_equal(ids, "");
    g_auto(GStrv) names = resolve_nearest(index, name, 5, NULL);
    assert_null(names[0]);
}

static void assert_nearest(Index *index, const char *name, const char *expected)
{
    g_auto(GStrv) names = resolve_nearest(index, name, 2, NULL);
    g_autofree char *list = g_strjoinv(" ", names);
    assert_string_equal(list, expected);
}

static void test_nearest(void **state)
{
    g_autoptr(Index) index = fixture_open(*state);
    assert_nearest(index, "PyDict_Copi", "PyDict_Copy");
    assert_nearest(index, "pydict_copy", "PyDict_Copy"); /* the case alone is wrong */
    assert_nearest(index, "PyDcit_Copy", "PyDict_Copy"); /* two letters changed places */
    assert_nearest(index, "PyTypeO", "PyTypeObject");    /* the beginning of a name */
    assert_nearest(index, "written_nam", "written_name");
    assert_nearest(index, "one.c:tow", "two");
    assert_nearest(index, "zzzzzzzzzzz", "");
}

/* Of names that are as near, the one in the same case comes first. */
static void test_nearest_case(void **state)
{
    (void)state;
    NearestNames *near = nearest_new("list.append", 2);
    nearest_offer(near, "LIST_APPEND");
    nearest_offer(near, "list_append");
    g_auto(GStrv) names = nearest_finish(near);
    assert_string_equal(names[0], "list_append");
    assert_string_equal(names[1], "LIST_APPEND");
}

static void test_distance(void **state)
{
    (void)state;
    assert_int_equal(nearest_distance("list", "list", 3), 0);
    assert_int_equal(nearest_distance("list", "LIST", 3), 0);
    assert_int_equal(nearest_distance("list", "lst", 3), 1);
    assert_int_equal(nearest_distance("list", "lits", 3), 1);
    assert_int_equal(nearest_distance("", "abc", 3), 3);
    assert_true(nearest_distance("abcdef", "uvwxyz", 3) > 3);
}

static void move_first_file(Fixture *fixture, const char *statement)
{
    GError *error = NULL;
    g_autoptr(Database) database = database_change(fixture->db, &error);
    g_assert_no_error(error);
    database_run(database, statement, &error);
    g_assert_no_error(error);
}

/* The last test: it changes the index. */
static void test_tests_come_last(void **state)
{
    move_first_file(*state, "UPDATE file SET path = 'Modules/_testcapi/one.c' WHERE id = 1");
    g_autoptr(Index) index = fixture_open(*state);
    g_autofree char *ids = ids_of(index, "two");
    g_assert_cmpstr(ids, ==, "3 2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_absurd_name),
        cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_nearest_case),
        cmocka_unit_test(test_distance), cmocka_unit_test(test_tests_come_last),
    };
    return cmocka_run_group_tests(tests, fixture_make, fixture_remove);
}
