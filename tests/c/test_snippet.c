/* What a piece of Python is read as: the node, its form, its children by their labels; and what Python asks of an object for
 * which opcode. */
#include "query/snippet.h"

#include "fixture.h"

/* "Tuple star, plain Load: starred elts". */
static char *describe(const Snippet *snippet)
{
    GString *text = g_string_new(snippet->node);
    g_string_append_printf(text, "%s%s%s%s", *snippet->form != '\0' ? " " : "", snippet->form,
                           *snippet->operator!= '\0' ? " " : "", snippet->operator);
    for (guint i = 0; i < snippet->children->len; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? ": " : " ", ((const Snippet *)snippet->children->pdata[i])->label);
    return g_string_free(text, FALSE);
}

static void test_forms(void **state)
{
    static const char *const EXPECTED[][2] = {
        {"[a, b]", "List Load: elts elts"},
        {"[*a]", "List star Load: starred"},
        {"(*a, b)", "Tuple star, plain Load: starred elts"},
        {"{a, *b}", "Set plain, star: elts starred"},
        {"{**a}", "Dict unpack: values"},
        {"{a: b}", "Dict: keys values"},
        {"a[::b]", "Subscript step Load: value lower upper step"},
        {"a[b:]", "Subscript slice Load: value lower upper"},
        {"f'{a!r}'", "JoinedStr one: values"},
        {"raise a from b", "Raise from: exc cause"},
        {"assert a, b", "Assert message: test msg"},
        {"from m import *", "ImportFrom star"},
        {"def f(x: int = {1: 2}) -> str: return x", "FunctionDef: body"},
        {"x.m(y)", "Call method: value args"},
        {"x.m(*y)", "Call star: func args"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(EXPECTED); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Snippet) snippet = snippet_parse(EXPECTED[i][0], &error);
        g_assert_no_error(error);
        g_autofree char *found = describe(snippet);
        g_assert_cmpstr(found, ==, EXPECTED[i][1]);
    }
}

static void test_inside(void **state)
{
    g_autoptr(Snippet) targets = snippet_parse("a, *b = c", NULL), loop = snippet_parse("while a: f()", NULL);
    const Snippet *left = targets->children->pdata[0], *body = loop->children->pdata[1];
    g_autofree char *described = describe(left);
    (void)state;
    g_assert_cmpstr(described, ==, "Tuple plain, star Store: elts starred");
    g_assert_cmpstr(body->node, ==, "Expr"); /* its value is thrown away */
}

static void test_methods(void **state)
{
    g_autoptr(Snippet) slice = snippet_parse("a[b:c]", NULL), in_place = snippet_parse("a += b", NULL);
    g_autoptr(Snippet) chain = snippet_parse("a < b < c", NULL);
    (void)state;
    g_assert_cmpstr(snippet_method(slice, "BINARY_SUBSCR"), ==, "__getitem__");
    g_assert_null(snippet_method(slice, "BUILD_SLICE"));
    g_assert_cmpstr(snippet_method(chain, "COMPARE_OP"), ==, "__lt__");
    g_assert_cmpstr(snippet_method(chain, "JUMP_IF_FALSE_OR_POP"), ==, "__bool__");
    g_assert_null(snippet_method(chain, "ROT_THREE"));
    g_assert_cmpstr(snippet_method(in_place, "INPLACE_ADD"), ==, "__iadd__");
    g_assert_cmpstr(snippet_fallback(in_place, "__iadd__"), ==, "__add__");
    g_assert_cmpstr(snippet_fallback(slice, "__bool__"), ==, "__len__");
    g_assert_null(snippet_fallback(slice, "__getitem__"));
}

static void test_mistakes(void **state)
{
    static const char *const WRONG[] = {"[*", "{**}", "a[b:", "f'{a!r", "raise a from", "from m import"};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(WRONG); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Snippet) snippet = snippet_parse(WRONG[i], &error);
        g_assert_null(snippet);
        g_assert_error(error, SNIPPET_ERROR, SNIPPET_ERROR_SYNTAX);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms), cmocka_unit_test(test_inside),
                                       cmocka_unit_test(test_methods), cmocka_unit_test(test_mistakes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
