/* The picture before its layout: the model, cutting, growing, text and DOT; and that a drawing says what it
 * should. */
#include "graph/cut.h"
#include "graph/dot.h"
#include "graph/grow.h"
#include "graph/layout.h"
#include "graph/noise.h"
#include "graph/outline.h"
#include "graph/picture.h"
#include "graph/touched.h"
#include "query/resolve.h"

#include "fixture.h"

/* dict_copy -> PyDict_Copy -> clone, PyDict_Merge (a slot), LOCK (a macro), memcpy (outside). */
static Graph *make_graph(void)
{
    Graph *graph = graph_new("PyDict_Copy", "CPython 3.7.0");
    guint focus = graph_add_node(graph, "1", "PyDict_Copy", "Objects/dictobject.c", 20, "function");
    guint caller = graph_add_node(graph, "2", "dict_copy", "Objects/clinic/dictobject.c.h", 14, "function");
    guint clone = graph_add_node(graph, "3", "clone", "Objects/dictobject.c", 18, "function");
    guint merge = graph_add_node(graph, "4", "PyDict_Merge", "Objects/abstract.c", 30, "function");
    guint lock = graph_add_node(graph, "5", "LOCK", "Include/lock.h", 3, "macro");
    guint outside = graph_add_node(graph, "6", "memcpy", NULL, 0, "function");

    graph_node(graph, focus)->is_focus = TRUE;
    graph_node(graph, caller)->is_generated = TRUE;
    graph_node(graph, caller)->rank = -1;
    for (guint node = clone; node <= outside; node++)
        graph_node(graph, node)->rank = 1;
    graph_add_edge(graph, caller, focus, EDGE_CLINIC, NULL, 14);
    graph_add_edge(graph, focus, clone, EDGE_DIRECT, NULL, 22);
    graph_add_edge(graph, focus, merge, EDGE_SLOT, "nb_add", 24);
    graph_add_edge(graph, focus, lock, EDGE_MACRO, NULL, 25);
    graph_add_edge(graph, focus, outside, EDGE_POINTER, NULL, 26);
    graph_add_edge(graph, focus, clone, EDGE_DIRECT, NULL, 21);
    return graph;
}

static void test_edges_are_counted(void **state)
{
    (void)state;
    g_autoptr(Graph) graph = make_graph();
    assert_int_equal(graph->edges->len, 5);
    assert_int_equal(graph_edge(graph, 1)->count, 2);
    assert_int_equal(graph_edge(graph, 1)->line, 21);
}

static void test_dot(void **state)
{
    static const char expected[] = "digraph cpyread {\n"
                                   "\tgraph [fontname=\"sans-serif\",\n"
                                   "\t\tfontsize=10,\n"
                                   "\t\tlabel=\"CPython 3.7.0\\l\",\n"
                                   "\t\tlabeljust=l,\n"
                                   "\t\tlabelloc=b,\n"
                                   "\t\tnewrank=true,\n"
                                   "\t\tnodesep=0.12,\n"
                                   "\t\tpad=0.05,\n"
                                   "\t\trankdir=LR,\n"
                                   "\t\tranksep=0.45\n"
                                   "\t];\n";
    (void)state;
    g_autoptr(Graph) graph = make_graph();
    g_autofree char *dot = dot_write(graph, &(DotOptions){.links = TRUE}, NULL);
    g_autofree char *again = dot_write(graph, &(DotOptions){.links = TRUE}, NULL);
    assert_string_equal(dot, again);
    assert_memory_equal(dot, expected, strlen(expected));
    /* A cluster where a file has two nodes, with the callees in the order of their calls. */
    assert_non_null(
        strstr(dot, "subgraph cluster1 {\n\t\tgraph [color=gray50,\n\t\t\tlabel=\"Objects/dictobject.c\""));
    assert_null(strstr(dot, "cluster2"));
    assert_non_null(strstr(dot, "URL=\"Objects/dictobject.c#L18\",\n\t\t\tlabel=\"clone\ndictobject.c:18\""));
    assert_non_null(strstr(dot, "arrowhead=normal,\n\t\tcolor=black,\n\t\tlabel=nb_add,\n\t\tstyle=dashed"));
    assert_non_null(strstr(dot, "color=\"black:invis:black\""));
    /* The legend has a line of each kind that occurs. */
    for (int kind = EDGE_DIRECT; kind <= EDGE_POINTS; kind++) {
        g_autofree char *node = g_strdup_printf("\"legend %s text\"", edge_style(kind)->name);
        gboolean occurs = FALSE;
        for (guint i = 0; i < graph->edges->len; i++)
            occurs |= (int)graph_edge(graph, i)->kind == kind;
        assert_int_equal(strstr(dot, node) != NULL, occurs);
    }
}

/* Wherever memory has room: freed blocks lie about in another order each time. */
static void leave_holes(guint seed)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < 2000; i++)
        g_ptr_array_add(blocks, g_malloc((gsize)g_rand_int_range(rand, 8, 64)));
    while (blocks->len > 0)
        g_ptr_array_remove_index_fast(blocks, (guint)g_rand_int_range(rand, 0, (int)blocks->len));
}

static void test_frames_keep_their_order(void **state)
{
    (void)state;
    g_autoptr(Graph) graph = make_graph();
    g_autofree char *first = NULL;
    for (guint i = 0; i < 20; i++) {
        g_autofree char *name = g_strdup_printf("n%u", i), *file = g_strdup_printf("Objects/%u.c", i / 2);
        graph_add_edge(graph, 0, graph_add_node(graph, name, name, file, 1, "function"), EDGE_DIRECT, NULL, 1);
    }
    for (guint seed = 1; seed < 9; seed++) {
        leave_holes(seed);
        g_autofree char *dot = dot_write(graph, &(DotOptions){0}, NULL);
        if (first == NULL)
            first = g_steal_pointer(&dot);
        else
            assert_string_equal(dot, first);
    }
}

static void test_korean_words(void **state)
{
    (void)state;
    g_autoptr(Graph) graph = make_graph();
    graph_cut(graph, 4);
    g_autofree char *dot = dot_write(graph, &(DotOptions){.lang = LANG_KO, .font = "NanumGothic"}, NULL);
    assert_non_null(strstr(dot, "fontname=NanumGothic"));
    assert_non_null(strstr(dot, "그 밖에 3개"));
    assert_non_null(strstr(dot, "생성된 래퍼"));
    assert_non_null(strstr(dot, "생략 3개"));
}

/* What is not in the tree goes first, then macros, then other files; never the focus. All that goes is named. */
static void test_cut(void **state)
{
    (void)state;
    g_autoptr(Graph) graph = make_graph();
    assert_int_equal(graph_cut(graph, 5), 2); /* one makes room, one for the node that stands for them */
    assert_int_equal(graph->nodes->len, 5);
    assert_int_equal(graph->cut->len, 2);
    assert_string_equal(graph->cut->pdata[0], "LOCK");
    assert_string_equal(graph->cut->pdata[1], "memcpy");
    guint more = (guint)graph_find(graph, "more-callees");
    assert_int_equal(graph_node(graph, more)->more, 2);
    assert_string_equal(graph_node(graph, more)->name, "+2 more");
    guint to_more = 0;
    for (guint i = 0; i < graph->edges->len; i++)
        to_more += graph_edge(graph, i)->to == more;
    assert_int_equal(to_more, 1);
    graph_cut(graph, 1); /* as far as it goes */
    assert_int_equal(graph->nodes->len, 3);
    assert_int_equal(graph->cut->len, 5);
    assert_true(graph_find(graph, "1") >= 0);
}

/* A macro and a function of one name are cut as one. */
static void test_cut_namesakes(void **state)
{
    (void)state;
    g_autoptr(Graph) graph = graph_new("t", NULL);
    static const char *const names[] = {"focus", "same", "same", "other"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *id = g_strdup_printf("%u", i);
        guint place = graph_add_node(graph, id, names[i], "a.c", 1, i == 1 ? "macro" : "function");
        graph_node(graph, place)->rank = i > 0;
        if (i > 0)
            graph_add_edge(graph, 0, place, EDGE_DIRECT, NULL, 1);
    }
    graph_node(graph, 0)->is_focus = TRUE;
    graph_cut(graph, 1);
    assert_int_equal(graph->cut->len, 2);
    assert_string_equal(graph_node(graph, 1)->name, "+2 more");
    g_autofree char *few = graph_names(graph->cut, LANG_EN, 1);
    assert_string_equal(few, "other and 1 more");
}

static void test_outline(void **state)
{
    (void)state;
    g_autoptr(Graph) graph = make_graph();
    g_ptr_array_add(graph->hidden, g_strdup("Py_INCREF"));
    graph_cut(graph, 6);
    g_autofree char *text = graph_outline(graph, LANG_EN, FALSE);
    assert_string_equal(text, "callers\n"
                              "  dict_copy     clinic        Objects/clinic/dictobject.c.h:14  (generated)\n"
                              "PyDict_Copy     Objects/dictobject.c:20\n"
                              "callees\n"
                              "  clone         direct ×2     Objects/dictobject.c:18\n"
                              "  PyDict_Merge  slot nb_add   Objects/abstract.c:30\n"
                              "  LOCK          macro         Include/lock.h:3\n"
                              "  memcpy        pointer\n"
                              "1 hidden (--all shows them): Py_INCREF\n");
}

/* By the file where there is one, else in any; two labels and how many more; a double border in DOT, and what it means. */
static void test_touched(void **state)
{
    (void)state;
    static const char *const labels[] = {"bpo-1", "bpo-2", "bpo-1", "bpo-3"};
    const DotOptions options = {.font = "sans-serif"};
    g_autoptr(GHashTable) touched = touched_new();
    g_autoptr(Graph) graph = make_graph();
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++)
        touched_add(touched, "PyDict_Copy", "Objects/dictobject.c", labels[i]);
    touched_add(touched, "clone", "Objects/namesake.c", "bpo-4");
    touched_add(touched, "memcpy", NULL, "bpo-5");
    touched_mark(graph, touched, "small");
    assert_string_equal(graph_node(graph, 0)->touched, "bpo-1, bpo-2 +1");
    assert_null(graph_node(graph, 2)->touched);
    assert_string_equal(graph_node(graph, 5)->touched, "bpo-5");

    g_autofree char *dot = dot_write(graph, &options, NULL), *foot = graph_source(graph, LANG_KO);
    g_autofree char *outline = graph_outline(graph, LANG_EN, FALSE);
    assert_non_null(strstr(dot, "peripheries=2"));
    assert_non_null(strstr(dot, "bpo-1, bpo-2 +1"));
    assert_non_null(strstr(dot, "double border: changed in small"));
    assert_non_null(strstr(outline, "[bpo-5]"));
    assert_string_equal(foot, "CPython 3.7.0 · 이중 테두리: 바뀐 것 (small)");
}

static void test_noise(void **state)
{
    (void)state;
    assert_string_equal(noise_group("Py_XDECREF", FALSE), "reference counting");
    assert_string_equal(noise_group("_PyErr_Format", FALSE), "errors");
    assert_string_equal(noise_group("memcpy", TRUE), "C library");
    assert_null(noise_group("memory_hash", FALSE)); /* CPython's own */
    assert_null(noise_group("PyDict_Copy", FALSE));
}

/* The small index: PyDict_Copy calls PyDict_Next and, out of a macro, memcpy; it uses a constant. */
static void test_grow(void **state)
{
    g_autoptr(Index) index = fixture_open(*state);
    GError *error = NULL;
    g_autoptr(Table) foci = resolve(index, "PyDict_Copy", &error);
    g_assert_no_error(error);
    g_autoptr(Graph) graph = graph_grow(index, foci, &(GrowOptions){0}, &error);
    g_assert_no_error(error);
    assert_string_equal(graph->title, "PyDict_Copy: callees");
    assert_int_equal(graph->hidden->len, 2);
    assert_string_equal(graph->hidden->pdata[0], "memcpy");
    assert_string_equal(graph->hidden->pdata[1], "CONSTANT"); /* constants come last */
    assert_int_equal(graph->nodes->len, 3);
    assert_string_equal(graph_node(graph, 1)->name, "PyDict_Next"); /* called in line 21, before */
    assert_string_equal(graph_node(graph, 2)->name, "ONE");         /* used in line 22 */
    g_autoptr(Graph) all = graph_grow(index, foci, &(GrowOptions){.all = TRUE}, &error);
    assert_int_equal(all->hidden->len, 0);
    assert_int_equal(all->nodes->len, 5);
}

static void test_drawing(void **state)
{
    (void)state;
    g_autoptr(Graph) graph = make_graph();
    GError *error = NULL;
    g_free(graph_node(graph, 2)->name);
    graph_node(graph, 2)->name = g_strdup("<script>&\"\\N");
    g_autoptr(Picture) picture =
        picture_draw(graph, &(PictureOptions){.paper = paper_a4, .links = TRUE}, "svg", &error);
    g_assert_no_error(error);
    g_autofree char *svg =
        g_strndup(g_bytes_get_data(picture->bytes, NULL), g_bytes_get_size(picture->bytes));
    assert_true(picture->type >= PICTURE_TYPE);
    assert_null(strstr(svg, "<script"));
    assert_non_null(strstr(svg, "&lt;script&gt;&amp;&quot;\\N"));
    assert_non_null(strstr(svg, "xlink:href=\"Objects/dictobject.c#L20\""));
    assert_non_null(strstr(svg, "xlink:title=\"Objects/dictobject.c:20\""));
}

/* A paper that is too small makes the picture smaller until its type can be read. */
static void test_small_paper(void **state)
{
    (void)state;
    const PictureOptions options = {.paper = {300, 110}};
    g_autoptr(Graph) graph = make_graph();
    GError *error = NULL;
    for (guint i = 0; i < 9; i++) {
        g_autofree char *name = g_strdup_printf("callee_%u", i);
        guint node = graph_add_node(graph, name, name, "Objects/dictobject.c", 100, "function");
        graph_node(graph, node)->rank = 1;
        graph_add_edge(graph, 0, node, EDGE_DIRECT, NULL, 30 + (int)i);
    }
    guint before = graph->nodes->len;
    g_autoptr(Picture) picture = picture_draw(graph, &options, "svg", &error);
    g_assert_no_error(error);
    assert_true(picture->dropped > 0);
    assert_int_equal(graph->cut->len, picture->dropped);
    guint more = 0;
    for (guint i = 0; i < graph->nodes->len; i++)
        more += graph_node(graph, i)->more > 0;
    assert_int_equal(graph->nodes->len - more + graph->cut->len, before); /* drawn and cut make up all */
}

static void test_layout_errors(void **state)
{
    (void)state;
    GError *error = NULL;
    assert_null(layout_new("digraph {", &error));
    g_assert_error(error, LAYOUT_ERROR, LAYOUT_ERROR_DOT);
    g_clear_error(&error);
    g_autoptr(Layout) layout = layout_new("digraph { a -> b }", &error);
    g_assert_no_error(error);
    assert_null(layout_render(layout, "nosuchformat", &error));
    g_assert_error(error, LAYOUT_ERROR, LAYOUT_ERROR_FORMAT);
    g_clear_error(&error);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_edges_are_counted),
        cmocka_unit_test(test_dot),
        cmocka_unit_test(test_frames_keep_their_order),
        cmocka_unit_test(test_korean_words),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_cut_namesakes),
        cmocka_unit_test(test_outline),
        cmocka_unit_test(test_touched),
        cmocka_unit_test(test_noise),
        cmocka_unit_test_setup_teardown(test_grow, fixture_make, fixture_remove),
        cmocka_unit_test(test_drawing),
        cmocka_unit_test(test_small_paper),
        cmocka_unit_test(test_layout_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
