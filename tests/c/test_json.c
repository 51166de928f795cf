/* Answers for programs: JSON, TSV, and lines for an editor. */
#include "page/json.h"
#include "page/tsv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static Answer *make_answer(void)
{
    static const char *const columns[] = {"name", "file", "line", "text", NULL};
    Answer *answer = answer_new();
    Table *table = table_new(columns);
    table_add(table, (const char *const[]){"one", "a.c", "12", "tab\there \"quoted\" back\\slash\nnewline"});
    table_add(table, (const char *const[]){"bad\xff", NULL, NULL, NULL});
    g_array_index(table->columns, Column, 2).is_number = TRUE;
    answer->command = g_strdup("find");
    answer->tree = g_strdup("CPython 3.7.0");
    answer_add_table(answer, "사전", table, NULL);
    return answer;
}

static void test_json_table(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = make_answer();
    answer_warn(answer, "%d left out", 3);
    g_autofree char *json = json_render(answer);
    assert_string_equal(
        json, "{\"command\":\"find\",\"tree\":\"CPython 3.7.0\",\"status\":0,\"warnings\":[\"3 left out\"],"
              "\"blocks\":[{\"kind\":\"table\",\"title\":\"사전\","
              "\"columns\":[\"name\",\"file\",\"line\",\"text\"],\"rows\":["
              "{\"name\":\"one\",\"file\":\"a.c\",\"line\":12,"
              "\"text\":\"tab\\there \\\"quoted\\\" back\\\\slash\\nnewline\"},"
              "{\"name\":\"bad\xef\xbf\xbd\",\"file\":null,\"line\":null,\"text\":null}]}]}\n");
}

static void test_json_source(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = answer_new();
    answer_add_source(answer, NULL, excerpt_new("a.c", NULL, 7, g_strdup("x\n\n\x01y\n"), FALSE));
    g_autofree char *json = json_render(answer);
    assert_string_equal(
        json, "{\"command\":null,\"tree\":null,\"status\":0,\"warnings\":[],\"blocks\":[{\"kind\":\"source\","
              "\"title\":null,\"file\":\"a.c\",\"tree\":null,\"first_line\":7,\"stale\":false,"
              "\"lines\":[\"x\",\"\",\"\\u0001y\"]}]}\n");
}

static void test_json_graph(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = answer_new();
    Graph *graph = graph_new("t", "CPython 3.7.0");
    guint a = graph_add_node(graph, "1", "a", "a.c", 5, "function"),
          b = graph_add_node(graph, "2", "b", NULL, 0, "function");
    graph_add_edge(graph, a, b, EDGE_SLOT, NULL, 6);
    answer_add_graph(answer, NULL, graph);
    g_autofree char *json = json_render(answer);
    assert_non_null(
        strstr(json, "{\"id\":\"2\",\"name\":\"b\",\"kind\":\"function\",\"file\":null,\"line\":null,"));
    assert_non_null(strstr(
        json, "\"edges\":[{\"from\":0,\"to\":1,\"kind\":\"slot\",\"label\":null,\"line\":6,\"sites\":1}]"));
}

static void test_tsv(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = make_answer();
    g_autofree char *tsv = tsv_render(answer);
    assert_string_equal(tsv, "name\tfile\tline\ttext\n"
                             "one\ta.c\t12\ttab\\there \"quoted\" back\\\\slash\\nnewline\n"
                             "bad\xef\xbf\xbd\t\t\t\n");
}

static void test_tsv_blocks(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = answer_new();
    Graph *graph = graph_new("t", NULL);
    guint a = graph_add_node(graph, "1", "a", "a.c", 5, "function"),
          b = graph_add_node(graph, "2", "b", NULL, 0, "function");
    graph_add_edge(graph, a, b, EDGE_SLOT, NULL, 6);
    answer_add_source(answer, "a", excerpt_new("a.c", NULL, 5, g_strdup("x\n\ty\n"), FALSE));
    answer_add_source(answer, "⋯ 2 lines", excerpt_new("a.c", NULL, 9, g_strdup("}\n"), FALSE));
    answer_add_graph(answer, NULL, graph);
    g_autofree char *tsv = tsv_render(answer), *places = vimgrep_render(answer, NULL);
    assert_string_equal(tsv, "file\tline\ttext\na.c\t5\tx\na.c\t6\t\\ty\na.c\t9\t}\n"
                             "\nfrom\tfrom_file\tfrom_line\tkind\tlabel\tto\tto_file\tto_line\tline\tcount\n"
                             "a\ta.c\t5\tslot\t\tb\t\t\t6\t1\n");
    assert_true(g_str_has_suffix(places, "a.c:9:1:}\na.c:5:1:a  function\n"));
}

static void test_vimgrep(void **state)
{
    (void)state;
    g_autoptr(Answer) answer = make_answer();
    answer_add_source(answer, "one", excerpt_new("b.c", NULL, 7, g_strdup("x\n\n  y\n"), FALSE));
    g_autofree char *lines = vimgrep_render(answer, NULL),
                    *placed = vimgrep_render(answer, "cpython-src/3.7");
    assert_string_equal(lines,
                        "a.c:12:1:one  tab here \"quoted\" back\\slash newline\nb.c:7:1:x\nb.c:9:1:y\n");
    assert_true(g_str_has_prefix(placed, "cpython-src/3.7/a.c:12:1:one"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_table), cmocka_unit_test(test_json_source),
        cmocka_unit_test(test_json_graph), cmocka_unit_test(test_tsv),
        cmocka_unit_test(test_tsv_blocks), cmocka_unit_test(test_vimgrep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
