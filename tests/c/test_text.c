/* What is printed: columns by display width, groups, cuts, excerpts; in both forms, for a terminal and for a
 * pipe. */
#include "page/text.h"

#include "page/width.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static Table *make_table(void)
{
    static const char *const columns[] = {"caller", "via", "file", "line", NULL};
    static const char *const rows[][4] = {{"dict_copy", NULL, "Objects/dictobject.c", "9"},
                                          {"사전_복사", NULL, "Objects/dictobject.c", "2516"},
                                          {"type_new", NULL, "Objects/typeobject.c", "2440"}};
    Table *table = table_new(columns);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        table_add(table, rows[i]);
    g_array_index(table->columns, Column, 3).is_number = TRUE;
    return table;
}

static void assert_renders(const Answer *answer, const TextStyle *style, const char *expected)
{
    g_autofree char *text = text_render(answer, style);
    assert_string_equal(text, expected);
}

static void test_pipe(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = answer_new();
    answer->tree = g_strdup("CPython 3.7.0");
    answer_add_table(answer, "callers of x", make_table(), "file");
    assert_renders(answer, &(TextStyle){0},
                   "# callers of x\n"
                   "# caller   file\n"
                   "dict_copy  Objects/dictobject.c:9\n"
                   "사전_복사  Objects/dictobject.c:2516\n"
                   "type_new   Objects/typeobject.c:2440\n"
                   "# CPython 3.7.0\n");
}

static void test_terminal(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = answer_new();
    answer->tree = g_strdup("CPython 3.7.0");
    answer_add_table(answer, "callers of x", make_table(), "file");
    assert_renders(answer, &(TextStyle){.terminal = TRUE},
                   "callers of x\n"
                   "  line  caller\n"
                   "Objects/dictobject.c\n"
                   "     9  dict_copy\n"
                   "  2516  사전_복사\n"
                   "Objects/typeobject.c\n"
                   "  2440  type_new\n"
                   "CPython 3.7.0\n");
}

/* Columns are as wide as most rows need them; what does not fit stands behind, or on the next line in its column. */
static void test_rows_that_do_not_fit(void **state)
{
    (void)state;
    static const char *const columns[] = {"line", "callee", "kind", "macro", "callee_file", "callee_line", NULL};
    static const char *const rows[][6] = {
        {"2526", "PyDict_Check", "macro", NULL, "Include/dictobject.h", "58"},
        {"2527", "_PyErr_BadInternalCall", "direct", "PyErr_BadInternalCall", "Python/errors.c", "805"},
        {"2534", "PyDict_New", "direct", NULL, "Objects/dictobject.c", "663"},
        {"2537", "_PyDict_HasSplitTable", "macro", NULL, "Include/dictobject.h", "122"},
    };
    Table *table = table_new(columns);
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        table_add(table, rows[i]);
    table_set_number(table, "line");
    g_autoptr(Answer) answer = answer_new();
    answer_add_table(answer, NULL, table, NULL);
    assert_renders(answer, &(TextStyle){.terminal = TRUE, .width = 72},
                   "line  callee                 kind    macro     callee_file\n"
                   "2526  PyDict_Check           macro             Include/dictobject.h:58\n"
                   "2527  _PyErr_BadInternalCall  direct  PyErr_BadInternalCall\n"
                   "                                               Python/errors.c:805\n"
                   "2534  PyDict_New             direct            Objects/dictobject.c:663\n"
                   "2537  _PyDict_HasSplitTable  macro             Include/dictobject.h:122\n");
}

static void test_narrow_terminal(void **state)
{
    (void)state;
    static const char *const columns[] = {"name", "signature", NULL};
    Table *table = table_new(columns);
    table_add(table, (const char *const[]){"사전_복사", "PyObject *copy(void)"});
    g_autoptr(Answer) answer = answer_new();
    answer_add_table(answer, NULL, table, NULL);
    answer_add_table(answer, NULL, make_table(), NULL);
    answer_add_paragraph(answer, "호출 경로는 위에서 아래로 읽는다");
    assert_renders(answer, &(TextStyle){.terminal = TRUE, .width = 32},
                   "name       signature\n"
                   "사전_복사  PyObject *copy(void)\n"
                   "\n"
                   "caller     file\n"
                   "dict_copy  Object…dictobject.c:9\n"
                   "사전_복사  Object…tobject.c:2516\n"
                   "type_new   Object…eobject.c:2440\n"
                   "\n"
                   "호출 경로는 위에서 아래로 읽는다\n");
    /* Where little of a name or a place would be left: one below the other. */
    assert_renders(answer, &(TextStyle){.terminal = TRUE, .width = 22},
                   "사전_복사\n"
                   "    PyObject\n"
                   "    *copy(void)\n"
                   "\n"
                   "dict_copy\n"
                   "    Objec…ctobject.c:9\n"
                   "사전_복사\n"
                   "    Objec…bject.c:2516\n"
                   "type_new\n"
                   "    Objec…bject.c:2440\n"
                   "\n"
                   "호출 경로는 위에서\n"
                   "아래로 읽는다\n");
}

/* Whoever asks for columns gets them, in a terminal too. */
static void test_rows_as_asked(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = answer_new();
    static const char *const columns[] = {"file", "line", "none\033[31m", NULL};
    Table *table = table_new(columns);
    table_add(table, (const char *const[]){NULL, "7", NULL});
    answer_add_rows(answer, table);
    answer_add_heading(answer, "a\033[31m\nb\xc2\x9b");
    answer_add_paragraph(answer, "c\033\nd");
    assert_renders(answer, &(TextStyle){.terminal = TRUE, .width = 80},
                   "file  line  none^[[31m\n"
                   "      7\n"
                   "\n"
                   "a^[[31m^Jb\xef\xbf\xbd\n"
                   "\n"
                   "c^[\nd\n");
}

static void test_colour(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = answer_new();
    answer_add_heading(answer, "PyDict_Copy");
    assert_renders(answer, &(TextStyle){.terminal = TRUE, .colour = TRUE}, "\033[1mPyDict_Copy\033[0m\n");
    assert_renders(answer, &(TextStyle){.terminal = TRUE}, "PyDict_Copy\n");
}

static void test_cut(void **state)
{
    (void)state;
    static const char *const columns[] = {"n", NULL};
    Table *table = table_new(columns);
    for (int i = 0; i < TEXT_ROWS + 2; i++)
        table_add(table, (const char *const[]){"x"});
    g_autoptr(Answer) answer = answer_new();
    answer_add_table(answer, NULL, table, NULL);
    g_autofree char *cut = text_render(answer, &(TextStyle){0});
    g_autofree char *all = text_render(answer, &(TextStyle){.all = TRUE});
    assert_int_equal(strlen(cut), strlen("# n\n") + TEXT_ROWS * 2 + strlen("# 2 more: --all\n"));
    assert_non_null(strstr(cut, "# 2 more: --all\n"));
    assert_int_equal(strlen(all), strlen("# n\n") + (TEXT_ROWS + 2) * 2);
}

static void test_excerpt(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = answer_new();
    answer_add_source(answer, NULL,
                      excerpt_new("Objects/one.c", "CPython 3.7.0", 98, g_strdup("a\tb\n\n\f\xff{\n"), TRUE));
    assert_renders(answer, &(TextStyle){0},
                   "Objects/one.c:98  (changed since it was indexed)\n"
                   " 98  a       b\n"
                   " 99\n"
                   "100  ^L\xef\xbf\xbd{\n");
}

static void test_escape_sequences_in_the_tree(void **state)
{
    (void)state;
    g_autofree char *text = width_printable("a\033[31mb", 7);
    assert_string_equal(text, "a^[[31mb");
}

static void expect_wrapped(const char *text, guint width, const char *expected)
{
    g_autoptr(GString) wrapped = g_string_new(NULL);
    width_wrap(wrapped, text, width);
    g_assert_cmpstr(wrapped->str, ==, expected);
}

/* Lines that were broken for their length alone go on; what is set off by blanks stands below itself. */
static void test_wrap(void **state)
{
    (void)state;
    static const char full[] =
        "a line of so many words that its author had to break it for the sake of its length alone\nand this";
    expect_wrapped(full, 0,
                   "a line of so many words that its author had to break it for the sake of its length alone\n"
                   "and this\n");
    expect_wrapped(full, 60,
                   "a line of so many words that its author had to break it for\n"
                   "the sake of its length alone and this\n");
    expect_wrapped("one two\nthree", 4, "one\ntwo\nthree\n");
    expect_wrapped("  -d, --depth N  calls away from it", 30, "  -d, --depth N  calls away\n  from it\n");
    expect_wrapped("  --depth N  calls away from it", 26, "  --depth N  calls away\n             from it\n");
}

static void test_width(void **state)
{
    (void)state;
    assert_int_equal(width_of("abc"), 3);
    assert_int_equal(width_of("사전"), 4);
    assert_int_equal(width_of("e\xcc\x81"), 1); /* e with a combining accent */
    assert_int_equal(width_of("\xe2\x80\x8b"), 0);
    g_autofree char *crop = width_crop("사전 복사", 6), *whole = width_crop("사전", 4);
    assert_string_equal(crop, "사전 …");
    assert_string_equal(whole, "사전");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pipe),
        cmocka_unit_test(test_terminal),
        cmocka_unit_test(test_narrow_terminal),
        cmocka_unit_test(test_rows_as_asked),
        cmocka_unit_test(test_colour),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_excerpt),
        cmocka_unit_test(test_escape_sequences_in_the_tree),
        cmocka_unit_test(test_rows_that_do_not_fit),
        cmocka_unit_test(test_width),
        cmocka_unit_test(test_wrap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
