/* test_source_rows.c: rows of paper: how a line is divided, where a function longer than a page may be broken. */
#include "page/source_rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The rows of `head`, `count` times `line`, and `rest`. */
static GPtrArray *rows_of(const char *head, guint count, const char *line, const char *rest)
{
    g_autoptr(GString) text = g_string_new(head);
    GPtrArray *rows = source_rows_new();

    for (guint i = 0; i < count; i++)
        g_string_append(text, line);
    g_string_append(text, rest);
    Excerpt *excerpt = excerpt_new("a.c", NULL, 1, g_strdup(text->str), FALSE);
    source_rows_add(rows, excerpt);
    excerpt_free(excerpt);
    source_rows_mark_breaks(rows);
    return rows;
}

/* The numbers of the lines before which a page may end. */
static char *breaks_of(const GPtrArray *rows)
{
    GString *to = g_string_new(NULL);

    for (guint i = 0; i < rows->len; i++) {
        const SourceRow *row = rows->pdata[i];
        if (row->may_break)
            g_string_append_printf(to, "%d ", row->number);
    }
    return g_string_free(to, FALSE);
}

static void assert_breaks(const char *head, guint count, const char *line, const char *rest, const char *expected)
{
    g_autoptr(GPtrArray) rows = rows_of(head, count, line, rest);
    g_autofree char *breaks = breaks_of(rows);

    assert_string_equal(breaks, expected);
}

static void test_fits(void **state)
{
    (void)state;
    assert_breaks("f()\n{\n    a;\n\n    b;\n", ROWS_PAGE - 6, "    x;\n", "}\n", "");
}

/* At blank lines of the outermost level, whatever its indent is; not at deeper ones where those are enough. */
static void test_outermost(void **state)
{
    (void)state;
    assert_breaks("f()\n{\n    a;\n\n    b;\n    {\n        c;\n\n        d;\n    }\n", ROWS_PAGE - 10, "    x;\n", "\n    y;\n\n}\n",
                  "4 67 ");
    assert_breaks("        TARGET(A) {\n            a;\n\n            b;\n", ROWS_PAGE - 4, "            x;\n",
                  "\n            y;\n        }\n", "3 67 ");
}

/* A part that no page has room for is broken at the next level; one without blank lines anywhere. */
static void test_deeper(void **state)
{
    (void)state;
    assert_breaks("f()\n{\n    for (;;) {\n        a;\n\n        b;\n", ROWS_PAGE - 4, "        x;\n", "    }\n}\n", "5 ");
    g_autoptr(GPtrArray) rows = rows_of("f()\n{\n", ROWS_PAGE, "    x;\n", "}\n");
    assert_false(((SourceRow *)rows->pdata[0])->may_break);
    for (guint i = 1; i < rows->len; i++)
        assert_true(((SourceRow *)rows->pdata[i])->may_break);
}

static void test_first_page(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) rows = rows_of("f()\n{\n    a;\n\n    b;\n", ROWS_PAGE - 4, "    x;\n", "\n    y;\n}\n");
    assert_int_equal(source_rows_first_page(rows, ROWS_PAGE), 3);
    assert_int_equal(source_rows_first_page(rows, 2), 0);
    assert_int_equal(source_rows_within(rows, 7), 7);
}

/* A long line takes several rows: each piece but the first has a mark in front. */
static void test_height(void **state)
{
    (void)state;
    g_autofree char *line = g_strnfill(80, 'a'), *longer = g_strnfill(159, 'a');
    g_autofree char *text = g_strdup_printf("%s\n%s\n\n", line, longer);
    g_autoptr(GPtrArray) rows = rows_of(text, 0, "", "");
    assert_int_equal(rows->len, 3);
    assert_int_equal(source_rows_height(rows), 1 + 3 + 1);
    assert_int_equal(source_rows_within(rows, 3), 1);
    source_rows_add_fold(rows, "3 lines left out");
    assert_int_equal(source_rows_height(rows), 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fits),   cmocka_unit_test(test_outermost),  cmocka_unit_test(test_deeper),
        cmocka_unit_test(test_height), cmocka_unit_test(test_first_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
