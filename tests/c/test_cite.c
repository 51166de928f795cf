/* Citations and names by their shape; pages read back from a PDF; what a sheet's HTML lacks. */
#include "page/cite.h"
#include "page/pages.h"
#include "page/sheet.h"
#include "page/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <stdio.h>

#include <cmocka.h>

static void test_citations(void **state)
{
    (void)state;
    static const char text[] = "(a/b.c:12-14@3.7#f), 한 x.h:3@v3.7.0b3, b.c:1, c.c:1@";
    g_autoptr(GPtrArray) found = cite_find(text);
    assert_int_equal(found->len, 2);
    const Citation *first = found->pdata[0], *second = found->pdata[1];
    assert_string_equal(first->path, "a/b.c");
    assert_int_equal(first->first, 12);
    assert_int_equal(first->last, 14);
    assert_string_equal(first->tree, "3.7");
    assert_string_equal(first->symbol, "f");
    assert_memory_equal(text + first->lines_at, "12-14", first->lines_length);
    assert_memory_equal(text + first->at, "a/b.c:12-14@3.7#f", first->length);
    assert_int_equal(second->last, 3);
    assert_string_equal(second->tree, "v3.7.0b3");
    assert_null(second->symbol);
    assert_memory_equal(text + second->lines_at, "3@", 2);
}

static void test_spans(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) spans = cite_spans("a `b` ``c`d`` ` e ` `open");
    assert_int_equal(spans->len, 3);
    assert_string_equal(spans->pdata[0], "b");
    assert_string_equal(spans->pdata[1], "c`d");
    assert_string_equal(spans->pdata[2], "e");
}

static void assert_name(const char *span, const char *name, const char *tree)
{
    g_autofree char *found_tree = NULL, *found = cite_name(span, &found_tree);
    assert_true(g_strcmp0(found, name) == 0);
    assert_true(g_strcmp0(found_tree, tree) == 0);
}

static void test_names(void **state)
{
    (void)state;
    assert_name("PyDict_Copy", "PyDict_Copy", NULL);
    assert_name("Py_INCREF(value)", "Py_INCREF", NULL);
    assert_name("d.copy()", "d.copy", NULL);
    assert_name("a_b@3.11", "a_b", "3.11");
    assert_name("Objects/dictobject.c:dict_copy", "Objects/dictobject.c:dict_copy", NULL);
    assert_name("struct _typeobject", "_typeobject", NULL);
    assert_name("a + b", NULL, NULL);
    assert_name("", NULL, NULL);
    static const char *const of_c[] = {"PyDict_Copy", "ob_refcnt", "LOAD_METHOD", "_PyObject_GetMethod", "a.c:b"};
    static const char *const not_c[] = {"copy", "d.copy_it", "__init__", "_name", "_my_name", "A"};
    for (guint i = 0; i < G_N_ELEMENTS(of_c); i++)
        assert_true(cite_is_c(of_c[i]));
    for (guint i = 0; i < G_N_ELEMENTS(not_c); i++)
        assert_false(cite_is_c(not_c[i]));
    assert_true(cite_is_path("Objects/dictobject.c"));
    assert_false(cite_is_path("dictobject.c"));
    assert_true(cite_is_inside("Objects/x.c"));
    assert_false(cite_is_inside("/etc/x.c"));
    assert_false(cite_is_inside("Objects/../../x.c"));
}

static void test_pages(void **state)
{
    (void)state;
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "cpyread-test-pages.pdf", NULL);
    assert_true(g_file_set_contents(path,
                                    "%PDF\n/Kids [ 6 0 R 9 0 R 12 0 R ]\n/Count 3\n"
                                    "/Names [ (w1) [ 6 0 R /XYZ 1 2 0 ] (src-a) [ 9 0 R /XYZ 1 2 0 ] (w12) [ 12 0 R /XYZ 1 2 0 ] "
                                    "(what) [ 9 0 R /XYZ 1 2 0 ] ]\n",
                                    -1, NULL));
    g_autoptr(Pages) pages = pages_read(path, NULL);
    remove(path);
    assert_int_equal(pages->count, 3);
    assert_int_equal(pages_of(pages, "src-a"), 2);
    assert_int_equal(pages_of(pages, "none"), 0);
    assert_int_equal(pages_lacking(pages, "w"), 2);
    assert_int_equal(pages_lacking(pages, "src-"), 1);
}

static void test_sheet(void **state)
{
    (void)state;
    g_autofree char *numbered = sheet_number_writing("<td></td><td>x</td><div class=\"line\"></div>");
    assert_string_equal(numbered, "<td id=\"w1\"></td><td>x</td><div class=\"line\" id=\"w2\"></div>");
    assert_int_equal(sheet_page_without_writing("<td></td><h2>a</h2><td></td>"), -1);
    assert_int_equal(sheet_page_without_writing("<p><h2>a</h2><td></td>"), 0);
    assert_int_equal(sheet_page_without_writing("<td></td><h2>a</h2><p><h2>b</h2><td></td>"), 1);
    assert_int_equal(sheet_page_without_writing("<td></td><h2>a</h2><td>x</td>"), 1);
    g_autofree char *dangling = sheet_dangling("<a href=\"#a\"></a><a href=\"#b\"></a><p id=\"a\">");
    assert_string_equal(dangling, "b");
    assert_null(sheet_dangling("<a href=\"#a\"></a><p id=\"a\">"));
    g_autofree char *kept = sheet_keep_words("<p>한국 말 <code>한국</code></p>");
    assert_string_equal(kept, "<p><span class=\"w\">한국</span> 말 <code>한국</code></p>");
}

/* No word without its twin. */
static void test_words(void **state)
{
    (void)state;
    for (Word each = 0; each < WORD_COUNT; each++)
        for (Lang lang = 0; lang < LANG_COUNT; lang++)
            assert_non_null(word(each, lang));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_citations), cmocka_unit_test(test_spans), cmocka_unit_test(test_names),
        cmocka_unit_test(test_pages),     cmocka_unit_test(test_sheet), cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
