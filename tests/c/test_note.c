/* Notes: front matter and its mistakes, Markdown, what must not get through; the boxes; blocks as HTML. */
#include "page/boxes.h"
#include "page/html.h"
#include "page/note.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "---\ntitle: Why?\n---\n"

static Note *parse(const char *text, GError **error)
{
    return note_parse("n.md", text, strlen(text), error);
}

static void assert_refused(const char *text, const char *message)
{
    GError *error = NULL;
    assert_null(parse(text, &error));
    assert_non_null(error);
    assert_string_equal(error->message, message);
    g_error_free(error);
}

static void test_header(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(Note) note =
        parse("---\n# first\ntitle: dict: why?\nlang: ko\ndate:\n\nlead: 김\n---\nbody\n", &error);
    g_assert_no_error(error);
    assert_string_equal(note->title, "dict: why?");
    assert_int_equal(note->lang, LANG_KO);
    assert_null(note->date);
    assert_string_equal(note->lead, "김");
    assert_string_equal(note->body, "body\n");
    assert_int_equal(note->body_line, 9);
}

/* What stands behind the heading for the lead is a part of its own, with its own lines. */
static void test_for_lead(void **state)
{
    (void)state;
    g_autoptr(Note) note = parse("---\ntitle: a\nlanguage: ko\n---\nbody\n\n## 발제자용 \n```python\n1\n```\n", NULL);
    assert_int_equal(note->lang, LANG_KO);
    assert_string_equal(note->body, "body\n\n");
    assert_int_equal(note->for_lead_line, 7);
    g_autoptr(GPtrArray) fences = note_fences(note, NULL);
    assert_int_equal(fences->len, 1);
    const NoteFence *fence = fences->pdata[0];
    assert_string_equal(fence->info, "python");
    assert_int_equal(fence->line, 9);
    g_autoptr(Note) other = parse(HEAD "## For the leader\n", NULL);
    assert_null(other->for_lead);
}

static void test_header_mistakes(void **state)
{
    (void)state;
    assert_refused("", "n.md:1: the note is empty");
    assert_refused("# Hello\n", "n.md:1: a note begins with a line \"---\" and \"title: …\"");
    assert_refused("---\ntitle: a\n", "n.md:1: the front matter has no end: a second line \"---\"");
    assert_refused("---", "n.md:1: the front matter has no end: a second line \"---\"");
    assert_refused("---\nlang: en\n---\n", "n.md:1: the note has no title: add \"title: …\"");
    assert_refused("---\ntitle: a\nlang: fr\n---\n", "n.md:3: lang is ko or en, not \"fr\"");
    assert_refused("---\ntitel: a\n---\n",
                   "n.md:2: unknown key \"titel\" (known: title, date, place, lead, session, lang, "
                   "tree, symbols, commits)");
    assert_refused("---\ntitle\n---\n", "n.md:2: the front matter has lines \"key: value\", not \"title\"");
    assert_refused(HEAD "good\nb\xff"
                        "d\n",
                   "n.md:5: this line is not UTF-8");
}

/* Hangul that came apart in letters (as some systems write it) is put together. */
static void test_normal_form(void **state)
{
    (void)state;
    g_autoptr(Note) note = parse(HEAD "\u1112\u1161\u11ab\n", NULL);
    assert_string_equal(note->body, "한\n");
}

static gboolean no_block(GString *to, const char *info, const char *text, int line, gpointer data,
                         GError **error)
{
    (void)to, (void)info, (void)text, (void)line, (void)data, (void)error;
    return FALSE;
}

static char *to_html(const char *body)
{
    g_autofree char *text = g_strconcat(HEAD, body, NULL);
    g_autoptr(Note) note = parse(text, NULL);
    return note_html(note, NOTE_SHEET, &(const NoteHooks){no_block, NULL, NULL}, NULL);
}

static void test_markdown(void **state)
{
    (void)state;
    g_autofree char *table = to_html("|a|b|\n|-|-|\n|1||\n");
    assert_non_null(strstr(table, "<td>1</td>\n<td></td>"));
    g_autofree char *code = to_html("```python\na < b\n```\n");
    assert_string_equal(code, "<pre><code class=\"language-python\">a &lt; b\n</code></pre>\n");
}

static void test_raw_html(void **state)
{
    (void)state;
    g_autofree char *block = to_html("<script>alert(1)</script>\n");
    assert_string_equal(block, "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n");
    g_autofree char *inside = to_html("a <b onclick=x>c</b>\n");
    assert_string_equal(inside, "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n");
    g_autofree char *link = to_html("[a](javascript:alert(1))\n");
    assert_string_equal(link, "<p><a href=\"\">a</a></p>\n");
}

/* Answers "ok" blocks; others fail and name the line where their text begins. */
static gboolean try_block(GString *to, const char *info, const char *text, int line, gpointer data,
                          GError **error)
{
    (void)data;
    if (strcmp(info, "cpyread") != 0)
        return FALSE;
    if (strcmp(text, "ok\n") == 0) {
        g_string_append(to, "<i>answer</i>\n");
        return TRUE;
    }
    g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK, "n.md:%d: no", line);
    return FALSE;
}

static void test_blocks(void **state)
{
    (void)state;
    GError *error = NULL;
    g_autoptr(Note) good = parse(HEAD "a\n\n```cpyread\nok\n```\n", NULL);
    const NoteHooks hooks = {try_block, NULL, NULL};
    g_autofree char *html = note_html(good, NOTE_SHEET, &hooks, &error);
    g_assert_no_error(error);
    assert_string_equal(html, "<p>a</p>\n<i>answer</i>\n");
    g_autoptr(Note) bad = parse(HEAD "a\n\n```cpyread\nbad\n```\n", NULL);
    assert_null(note_html(bad, NOTE_SHEET, &hooks, &error));
    assert_string_equal(error->message, "n.md:7: no");
    g_error_free(error);
}

static void test_boxes(void **state)
{
    (void)state;
    g_autoptr(GString) to = g_string_new(NULL);
    assert_true(boxes_append(to, "box <Title> 2", "", LANG_EN));
    assert_string_equal(to->str, "<div class=\"box\"><b>&lt;Title&gt;</b><div class=\"line\"></div><div "
                                 "class=\"line\"></div></div>\n");
    g_string_truncate(to, 0);
    assert_true(boxes_append(to, "lines 1", "", LANG_EN));
    assert_string_equal(to->str, "<div class=\"line\"></div>");
    g_string_truncate(to, 0);
    assert_true(boxes_append(to, "predict", "", LANG_KO));
    assert_non_null(strstr(to->str, "<b>예상</b>"));
    assert_non_null(strstr(to->str, "<b>실제</b>"));
    assert_false(boxes_append(to, "python", "", LANG_EN));
}

static void assert_html(const Answer *answer, const HtmlOptions *options, const char *expected)
{
    g_autoptr(GString) to = g_string_new(NULL);
    GError *error = NULL;
    assert_true(html_append(to, answer, options, &error));
    g_assert_no_error(error);
    assert_string_equal(to->str, expected);
}

static void test_html_table(void **state)
{
    static const char *const columns[] = {"name", "file", NULL};
    (void)state;
    g_autoptr(Answer) answer = answer_new();
    Table *table = table_new(columns);
    table_add(table, (const char *const[]){"a<b", "x.c"});
    table_add(table, (const char *const[]){"c", "x.c"});
    table_add(table, (const char *const[]){NULL, "y.c"});
    answer_add_heading(answer, "A & B");
    answer_add_table(answer, "rows", table, "file");
    assert_html(
        answer, &(HtmlOptions){0},
        "<h3>A &amp; B</h3>\n"
        "<table class=\"rows\">\n<caption>rows</caption>\n<thead><tr><th>name</th></tr></thead>\n<tbody>\n"
        "<tr><th class=\"group\" colspan=\"2\">x.c</th></tr>\n"
        "<tr><td>a&lt;b</td></tr>\n<tr><td>c</td></tr>\n"
        "<tr><th class=\"group\" colspan=\"2\">y.c</th></tr>\n"
        "<tr><td></td></tr>\n</tbody>\n</table>\n");
}

/* A folded function is one table: its two pieces keep their numbers, the row between says what is missing. */
static void test_html_source(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = answer_new();
    answer_add_source(answer, "f", excerpt_new("a.c", "T", 10, g_strdup("int\nf()\n"), FALSE));
    answer_add_source(answer, "⋯ 3 lines: checks", excerpt_new("a.c", "T", 15, g_strdup("}\n"), FALSE));
    assert_html(answer, &(HtmlOptions){.lang = LANG_KO, .print = TRUE},
                "<figure class=\"source whole\">\n<figcaption><b>f</b> a.c · T</figcaption>\n<table>\n"
                "<colgroup><col class=\"n\"><col class=\"c\"><col class=\"m\"></colgroup>\n<tbody>\n"
                "<tr><td class=\"n\">10</td><td class=\"c\"><code>int</code></td><td class=\"m\"></td></tr>\n"
                "<tr><td class=\"n\">11</td><td class=\"c\"><code>f()</code></td><td class=\"m\"></td></tr>\n"
                "<tr class=\"fold\"><td class=\"n\"></td><td class=\"c\">⋯ 3줄 생략 (checks)</td><td "
                "class=\"m\"></td></tr>\n"
                "<tr><td class=\"n\">15</td><td class=\"c\"><code>}</code></td><td class=\"m\"></td></tr>\n"
                "</tbody>\n</table>\n</figure>\n");
}

/* A line that is wider than the sheet goes on behind an arrow, without a number of its own. */
static void test_html_wrap(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(GString) line = g_string_new(NULL), to = g_string_new(NULL);
    for (guint i = 0; i < 30; i++)
        g_string_append_printf(line, "%s한글", i > 0 ? ", " : "");
    g_string_append_c(line, '\n');
    answer_add_source(answer, "f", excerpt_new("a.c", "T", 1, g_strdup(line->str), FALSE));
    assert_true(html_append(to, answer, &(HtmlOptions){.print = TRUE}, NULL));
    assert_non_null(strstr(to->str, ", \n↪ 한글"));
    assert_null(strstr(to->str, "<td class=\"n\">2</td>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_header),      cmocka_unit_test(test_for_lead), cmocka_unit_test(test_header_mistakes),
        cmocka_unit_test(test_normal_form), cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_raw_html),    cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_boxes),       cmocka_unit_test(test_html_table),
        cmocka_unit_test(test_html_source), cmocka_unit_test(test_html_wrap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
