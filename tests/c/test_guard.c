/* What a place in a function stands behind: the condition, the case, and how much must hold. */
#include "query/guard.h"

#include "fixture.h"

static const char *const TEXT = "static int f(int v, int w) {\n"           /* 10 */
                                "    if (v) {\n"                           /* 11 */
                                "        if (w && same(v, w))\n"           /* 12 */
                                "            call(w);\n"                   /* 13 */
                                "        else call(v);\n"                  /* 14 */
                                "    }\n"                                  /* 15 */
                                "    switch (v) {\n"                       /* 16 */
                                "    case Cmp_IN:\n"                       /* 17 */
                                "    case Cmp_NOT_IN:\n"                   /* 18 */
                                "        if (w) call(w);\n"                /* 19 */
                                "        break;\n"                         /* 20 */
                                "    default: /* case Cmp_EQ: */\n"        /* 21 */
                                "        call(v);\n"                       /* 22 */
                                "    }\n"                                  /* 23 */
                                "    return call(0);\n"                    /* 24 */
                                "    if (v || w) { if (w) call(v); }\n"    /* 25 */
                                "    if (v || w) call(w);\n"               /* 26 */
                                "}\n";

static void check(int line, int col, const char *condition, const char *label, guint count)
{
    Guard guard;
    guard_find(TEXT, 10, line, col, &guard);
    g_assert_cmpstr(guard.condition, ==, condition);
    g_assert_cmpstr(guard.label, ==, label);
    g_assert_cmpuint(guard.count, ==, count);
    guard_clear(&guard);
}

static void test_places(void **state)
{
    (void)state;
    check(13, 13, "w && same(v, w)", NULL, 3);
    check(14, 14, "not (w && same(v, w))", NULL, 3);
    check(19, 16, "w", "case Cmp_IN, Cmp_NOT_IN", 1);
    check(22, 9, "default", "default", 0);
    check(24, 12, NULL, NULL, 0);
}

static void check_whole(int line, int col, const char *whole)
{
    Guard guard;
    guard_find(TEXT, 10, line, col, &guard);
    g_assert_cmpstr(guard.whole, ==, whole);
    guard_clear(&guard);
}

static void test_whole(void **state)
{
    (void)state;
    check_whole(13, 13, "v and w && same(v, w)");
    check_whole(14, 14, "v and not (w && same(v, w))");
    check_whole(19, 16, "case Cmp_IN, Cmp_NOT_IN and w");
    check_whole(24, 12, NULL);
    check_whole(25, 26, "(v || w) and w");
    check_whole(26, 17, "v || w");
}

static void test_cases(void **state)
{
    (void)state;
    g_assert_true(guard_is_case("case Cmp_IN, Cmp_NOT_IN", "Cmp_NOT_IN", FALSE));
    g_assert_false(guard_is_case("case Cmp_IN, Cmp_NOT_IN", "Cmp_EQ", FALSE));
    g_assert_true(guard_is_case("case Cmp_IN, Cmp_NOT_IN", "Cmp_EQ", TRUE));
    g_assert_false(guard_is_case("case NB_ADD", "Cmp_EQ", TRUE));
    g_assert_false(guard_is_case("default", "Cmp_EQ", TRUE));
    g_assert_false(guard_is_case(NULL, "Cmp_EQ", TRUE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_places), cmocka_unit_test(test_whole),
                                       cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
