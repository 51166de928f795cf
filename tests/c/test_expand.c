/* A macro's text with arguments filled in: by tokens, whatever stands in literals and comments. */
#include "fixture.h"

#include "query/expand.h"

static void expect(const char *definition, const char *use, const char *expected)
{
    g_autofree char *text = expand_text(definition, "M", use);
    g_assert_cmpstr(text, ==, expected);
}

static void test_names(void **state)
{
    (void)state;
    expect("#define M(a, b) a + b - ab", "M(1, 2)", " 1 + 2 - ab");
    expect("#define M(a) a", "x = M (f(1, (2)), 3)", " f(1, (2)), 3");
    expect("#define M(a, b) b a", "M({1, 2}, \"),\")", " \"),\" {1, 2}");
    expect("#define M() one", "M()", " one");
    expect("#  define M one", "M", " one");
    expect("#define M(a) \"a\" 'a' /* a */ a", "M(x)", " \"a\" 'a' /* a */ x");
    expect("#define M(a) a", "XM(1) M(2)", " 2");
}

static void test_operators(void **state)
{
    (void)state;
    expect("#define M(a) richcmp_##a(x)", "M(eq)", " richcmp_eq(x)");
    expect("#define M(a, b) a ## b", "M(x, y)", " xy");
    expect("#define M(a) #a # a", "M(\"q\\n\")", " \"\\\"q\\\\n\\\"\" \"\\\"q\\\\n\\\"\"");
    expect("#define M(a, ...) f(a, __VA_ARGS__)", "M(1, 2, 3)", " f(1, 2, 3)");
    expect("#define M(a) #b a", "M(1)", " #b 1");
}

static void test_lines(void **state)
{
    (void)state;
    expect("#define M(a)  \\\n    int a(void) \\\n    {}\n", "M(\n  f)", "\n    int f(void)\n    {}\n");
}

static void test_misfits(void **state)
{
    (void)state;
    expect("#define M(a) a", "N(1)", NULL);
    expect("#define M(a) a", "M", NULL);
    expect("#define M(a) a", "M(1", NULL);
    expect("#define M(a", "M(1)", NULL);
    expect("#define N(a) a", "M(1)", NULL);
    expect("", "", NULL);
    expect("#define M(a) \"a", "M(\"1)", NULL);
    expect("#define M(a, b) a b", "M(1)", " 1 ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_operators),
                                       cmocka_unit_test(test_lines), cmocka_unit_test(test_misfits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
