/* Pictures of calls through slots and pointers, grown from rows that are made up here: a slot is one node between its
 * callers and its functions, and all that there is stands in the picture or in one of its lists. */
#include "graph/cut.h"
#include "graph/dot.h"
#include "graph/grow.h"
#include "graph/layout.h"
#include "graph/outline.h"
#include "graph/picture.h"

#include "fixture.h"

/* binary_op1 (100) reaches 14 functions by nb_add (1 … 14), one by nb_subtract (20) and three by tp_dealloc (30 … 32); it and
 * binary_iop1 (101) are called by PyNumber_Add (102), and both reach the 14. sort (110) compares by a pointer (111, 112).
 * The wrapper list_append (120) calls list_append_impl (121). close_all (130) calls get_attribute (131) with a name that two
 * have (1, 2). */
static const char made_up[] =
    "CREATE TEMP TABLE edge (site, caller_id, callee_id, kind, via, file_id, line, col);"
    "INSERT INTO file VALUES (1, 'Objects/abstract.c', 'unit', 99, NULL, 0, 1, 0, NULL, NULL, NULL),"
    " (2, 'Objects/types.c', 'unit', 99, NULL, 0, 1, 0, NULL, NULL, NULL),"
    " (3, 'Objects/clinic/listobject.c.h', 'generated', 99, NULL, 1, 1, 0, NULL, NULL, NULL);"
    "CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 32) "
    "SELECT i FROM n;"
    "INSERT INTO symbol (id, name, spelled, kind, parent, file_id, line, end_line, signature, doc, "
    "is_static, defined,"
    " external, by_macro, unit_id) SELECT i, CASE WHEN i >= 30 THEN 'dealloc_' WHEN i = 20 THEN 'subtract_' "
    "ELSE 'add_' "
    "END || i, NULL,"
    " 'function', NULL, 2, 10 * i, 10 * i + 5, 'int f(void)', NULL, 1, 1, 0, NULL, 2"
    " FROM n WHERE i <= 14 OR i = 20 OR i >= 30;"
    "INSERT INTO symbol (id, name, spelled, kind, parent, file_id, line, end_line, signature, doc, "
    "is_static, defined,"
    " external, by_macro, unit_id) VALUES"
    " (100, 'binary_op1', NULL, 'function', NULL, 1, 10, 19, 'int f(void)', NULL, 1, 1, 0, NULL, 1),"
    " (101, 'binary_iop1', NULL, 'function', NULL, 1, 20, 29, 'int f(void)', NULL, 1, 1, 0, NULL, 1),"
    " (102, 'PyNumber_Add', NULL, 'function', NULL, 1, 30, 39, 'int f(void)', NULL, 0, 1, 0, NULL, 1),"
    " (110, 'sort', NULL, 'function', NULL, 1, 40, 49, 'int f(void)', NULL, 0, 1, 0, NULL, 1),"
    " (111, 'compare_a', NULL, 'function', NULL, 1, 50, 51, 'int f(void)', NULL, 1, 1, 0, NULL, 1),"
    " (112, 'compare_b', NULL, 'function', NULL, 1, 52, 53, 'int f(void)', NULL, 1, 1, 0, NULL, 1),"
    " (120, 'list_append', NULL, 'function', NULL, 3, 10, 19, 'int f(void)', NULL, 1, 1, 0, NULL, 2),"
    " (121, 'list_append_impl', NULL, 'function', NULL, 2, 500, 509, 'int f(void)', NULL, 1, 1, 0, NULL, 2),"
    " (130, 'close_all', NULL, 'function', NULL, 1, 60, 69, 'int f(void)', NULL, 0, 1, 0, NULL, 1),"
    " (131, 'get_attribute', NULL, 'function', NULL, 1, 70, 79, 'int f(void)', NULL, 0, 1, 0, NULL, 1);"
    "INSERT INTO edge"
    " SELECT 1, 100, i, 'slot', 'PyNumberMethods.nb_add', 1, 12, 5 FROM n WHERE i <= 14 "
    "UNION ALL"
    " SELECT 2, 101, i, 'slot', 'PyNumberMethods.nb_add', 1, 22, 5 FROM n WHERE i <= 14 "
    "UNION ALL"
    " SELECT 3, 100, i, 'slot', 'PyTypeObject.tp_dealloc', 1, 18, 5 FROM n WHERE i >= 30 "
    "UNION ALL"
    " SELECT 4, 100, 20, 'slot', 'PyNumberMethods.nb_subtract', 1, 13, 5 UNION ALL"
    " SELECT 5, 102, 100, 'direct', NULL, 1, 31, 5 UNION ALL"
    " SELECT 6, 102, 101, 'direct', NULL, 1, 32, 5 UNION ALL"
    " SELECT 7, 110, 111, 'pointer', 'abstract.c:compare', 1, 41, 5 UNION ALL"
    " SELECT 7, 110, 112, 'pointer', 'abstract.c:compare', 1, 41, 5 UNION ALL"
    " SELECT 8, 120, 121, 'direct', NULL, 3, 15, 5 UNION ALL"
    " SELECT 9, 130, 131, 'direct', NULL, 1, 61, 5 UNION ALL"
    " SELECT 9, 130, 1, 'name', 'close', 1, 61, 5 UNION ALL"
    " SELECT 9, 130, 2, 'name', 'close', 1, 61, 5;"
    "INSERT INTO direct_call SELECT site, caller_id, callee_id, file_id, line, col, NULL, NULL FROM edge "
    "WHERE kind = 'direct';"
    "INSERT INTO indirect_call SELECT DISTINCT site, caller_id, file_id, line, col, NULL, NULL, NULL FROM edge "
    "WHERE kind IN ('slot', 'pointer');"
    "INSERT INTO call_group SELECT DISTINCT site, site FROM edge WHERE kind <> 'direct';"
    "INSERT INTO stored_place (kind, via) SELECT DISTINCT kind, via FROM edge WHERE via IS NOT NULL;"
    "INSERT INTO candidate SELECT site, stored_place.id, callee_id FROM edge JOIN stored_place USING (kind, via);"
    "INSERT INTO group_place SELECT group_id, place_id, count(*), CASE count(*) WHEN 1 THEN min(function_id) END "
    "FROM candidate GROUP BY group_id, place_id;";

static int make(void **state)
{
    char *folder = g_dir_make_tmp("cpyread-test-XXXXXX", NULL),
         *path = g_build_filename(folder, "x.db", NULL);
    g_autoptr(Database) database = database_create(path, NULL);
    GError *error = NULL;
    database_run(database, "INSERT INTO meta VALUES ('version', '3.7.0')", &error);
    g_assert_no_error(error);
    database_run(database, made_up, &error);
    g_assert_no_error(error);
    g_free(folder);
    *state = path;
    return 0;
}

static int clean(void **state)
{
    g_autofree char *path = *state, *folder = g_path_get_dirname(path);
    g_unlink(path);
    g_rmdir(folder);
    return 0;
}

static Graph *grow(void **state, const char *id, GrowOptions options)
{
    const IndexChoice choice = {.db = *state};
    GError *error = NULL;
    g_autoptr(Index) index = index_open(&choice, &error);
    g_assert_no_error(error);
    g_autoptr(Table) foci = index_query(index, &error, "graph-symbol", "id", id, NULL);
    g_assert_no_error(error);
    Graph *graph = graph_grow(index, foci, &options, &error);
    g_assert_no_error(error);
    return graph;
}

static const GraphEdge *find_edge(const Graph *graph, const char *from, const char *to)
{
    for (guint i = 0; i < graph->edges->len; i++) {
        const GraphEdge *edge = graph_edge(graph, i);
        if (strcmp(graph_node(graph, edge->from)->id, from) == 0 &&
            strcmp(graph_node(graph, edge->to)->id, to) == 0)
            return edge;
    }
    return NULL;
}

static gboolean has_name(const GPtrArray *names, const char *name)
{
    for (guint i = 0; i < names->len; i++)
        if (strcmp(names->pdata[i], name) == 0)
            return TRUE;
    return FALSE;
}

static void test_one_node_a_slot(void **state)
{
    g_autoptr(Graph) graph = grow(state, "100", (GrowOptions){.callees = TRUE, .depth = 1});
    const char *slot = "slot PyNumberMethods.nb_add";
    assert_true(graph_find(graph, slot) >= 0);
    const GraphNode *node = graph_node(graph, (guint)graph_find(graph, slot));
    assert_string_equal(node->name, "nb_add");
    assert_string_equal(node->kind, "slot");
    assert_int_equal(node->functions, 14);
    assert_int_equal(find_edge(graph, "100", slot)->kind, EDGE_SLOT);
    assert_null(find_edge(graph, "100", slot)->label);
    assert_null(find_edge(graph, "100", "1"));
    assert_int_equal(find_edge(graph, slot, "1")->kind, EDGE_SLOT); /* in the picture though the depth is 1 */
    /* A single function needs no node between. */
    assert_string_equal(find_edge(graph, "100", "20")->label, "nb_subtract");
    assert_true(has_name(graph->hidden, "tp_dealloc")); /* what Py_DECREF does */
    for (guint i = 1; i <= 14; i++) {
        g_autofree char *id = g_strdup_printf("%u", i), *name = g_strdup_printf("add_%u", i);
        assert_true((graph_find(graph, id) >= 0) != has_name(graph->cut, name));
    }
}

/* Two callers share the slot's node; its functions have other callers than the focus. */
static void test_shared_slot(void **state)
{
    g_autoptr(Graph) graph = grow(state, "102", (GrowOptions){.callees = TRUE, .depth = 2, .nodes = 30});
    const char *slot = "slot PyNumberMethods.nb_add";
    assert_non_null(find_edge(graph, "100", slot));
    assert_non_null(find_edge(graph, "101", slot));
    assert_int_equal(graph_node(graph, (guint)graph_find(graph, slot))->functions, 14);
    for (guint i = 1; i <= 14; i++) {
        g_autofree char *id = g_strdup_printf("%u", i);
        assert_int_equal(find_edge(graph, slot, id)->count, 1);
    }
    assert_int_equal(graph->cut->len, 0);
}

static void test_callers_by_a_slot(void **state)
{
    g_autoptr(Graph) graph = grow(state, "3", (GrowOptions){0});
    const char *slot = "slot PyNumberMethods.nb_add (callers)";
    assert_int_equal(graph_node(graph, (guint)graph_find(graph, slot))->functions, 14);
    assert_int_equal(graph_node(graph, (guint)graph_find(graph, slot))->rank, -1);
    assert_int_equal(find_edge(graph, slot, "3")->kind, EDGE_SLOT);
    assert_non_null(find_edge(graph, "100", slot));
    assert_non_null(find_edge(graph, "101", slot));
    assert_non_null(find_edge(graph, "102", "100"));
}

static void test_pointer_and_wrapper(void **state)
{
    g_autoptr(Graph) sort = grow(state, "110", (GrowOptions){0});
    int place = graph_find(sort, "pointer abstract.c:compare");
    assert_string_equal(graph_node(sort, (guint)place)->name, "compare");
    g_autoptr(Graph) wrapper = grow(state, "120", (GrowOptions){0});
    assert_int_equal(find_edge(wrapper, "120", "121")->kind, EDGE_CLINIC);
}

/* What is looked up by its name is not drawn unless all is. */
static void test_name_is_hidden(void **state)
{
    const char *name = "name close";
    g_autoptr(Graph) graph = grow(state, "130", (GrowOptions){.callees = TRUE});
    assert_int_equal(graph_find(graph, name), -1);
    assert_int_equal(graph_find(graph, "1"), -1);
    assert_true(has_name(graph->hidden, "add_1"));
    g_autoptr(Graph) open = grow(state, "130", (GrowOptions){.callees = TRUE, .all = TRUE});
    assert_int_equal(graph_node(open, (guint)graph_find(open, name))->functions, 2);
    assert_int_equal(find_edge(open, "130", name)->kind, EDGE_NAME);
    assert_int_equal(find_edge(open, name, "1")->kind, EDGE_NAME);
}

static void test_how_it_looks(void **state)
{
    g_autoptr(Graph) graph = grow(state, "100", (GrowOptions){.callees = TRUE, .depth = 1, .nodes = 30});
    g_autofree char *dot = dot_write(graph, &(DotOptions){0}, NULL);
    g_autofree char *korean = dot_write(graph, &(DotOptions){.lang = LANG_KO}, NULL);
    g_autofree char *outline = graph_outline(graph, LANG_EN, FALSE);
    assert_non_null(strstr(dot, "label=\"nb_add, 14 functions\""));
    assert_non_null(strstr(korean, "label=\"nb_add · 함수 14개\""));
    assert_non_null(strstr(outline, "  nb_add, 14 functions  slot\n    add_1  "));
    assert_non_null(strstr(outline, "  subtract_20           slot nb_subtract  Objects/types.c:200\n"));
}

/* A family has its share, and one that is left over alone is drawn instead of "+1 more". */
static void test_shares(void **state)
{
    g_autoptr(Graph) graph = grow(state, "100", (GrowOptions){.callees = TRUE, .depth = 1});
    guint drawn = 0;
    for (guint i = 0; i < graph->nodes->len; i++)
        drawn += graph_node(graph, i)->more == 0;
    assert_in_range(drawn, GRAPH_ENOUGH - 1, GRAPH_NODES);
    g_autoptr(Graph) few = grow(state, "100", (GrowOptions){.callees = TRUE, .depth = 1, .nodes = 6});
    assert_int_equal(few->nodes->len, 6);
}

/* In a drawing callees stand in the order of their lines, whatever frames there are. */
static void test_order_of_lines(void **state)
{
    (void)state;
    for (guint framed = 0; framed < 2; framed++) {
        g_autoptr(Graph) graph = graph_new("t", NULL);
        graph_add_node(graph, "f", "focus", "a.c", 1, "function");
        graph_node(graph, 0)->is_focus = TRUE;
        for (guint i = 1; i <= 6; i++) {
            g_autofree char *id = g_strdup_printf("n%u", i), *file = g_strdup_printf("b%u.c", i);
            guint place = graph_add_node(graph, id, id, framed ? "a.c" : file, (int)i, "function");
            graph_node(graph, place)->rank = 1;
            graph_add_edge(graph, 0, place, EDGE_DIRECT, NULL, (int)i);
        }
        g_autofree char *dot = dot_write(graph, &(DotOptions){0}, NULL);
        g_autoptr(Layout) layout = layout_new(dot, NULL);
        g_autoptr(GBytes) plain = layout_render(layout, "plain", NULL);
        g_autofree char *text = g_strndup(g_bytes_get_data(plain, NULL), g_bytes_get_size(plain));
        double above = G_MAXDOUBLE;
        for (guint i = 1; i <= 6; i++) {
            g_autofree char *start = g_strdup_printf("node n%u ", i);
            double y;
            assert_int_equal(sscanf(strstr(text, start) + strlen(start), "%*f %lf", &y), 1);
            assert_true(y < above);
            above = y;
        }
    }
}

/* A long path keeps its ends. */
static void test_long_strip(void **state)
{
    (void)state;
    g_autoptr(Graph) graph = graph_new("t", "CPython 3.7.0");
    graph->is_strip = TRUE;
    for (guint i = 0; i < 40; i++) {
        g_autofree char *name = g_strdup_printf("step_%02u", i);
        graph_add_node(graph, name, name, "a.c", (int)i + 1, "function");
        graph_node(graph, i)->is_focus = TRUE;
        graph_node(graph, i)->rank = (int)i;
        if (i > 0)
            graph_add_edge(graph, i - 1, i, EDGE_DIRECT, NULL, (int)i);
    }
    GError *error = NULL;
    g_autoptr(Picture) picture = picture_draw(graph, &(PictureOptions){.paper = paper_a4}, "svg", &error);
    g_assert_no_error(error);
    assert_true(picture->type >= PICTURE_TYPE);
    assert_int_equal(graph->nodes->len - 1 + graph->cut->len, 40);
    assert_string_equal(graph_node(graph, 0)->name, "step_00");
    assert_string_equal(graph_node(graph, graph->nodes->len - 1)->name, "step_39");
    for (guint i = 0; i + 1 < graph->nodes->len; i++)
        assert_non_null(find_edge(graph, graph_node(graph, i)->id, graph_node(graph, i + 1)->id));
    g_autofree char *outline = graph_outline(graph, LANG_EN, FALSE);
    assert_non_null(strstr(outline, " more\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_one_node_a_slot, make, clean),
        cmocka_unit_test_setup_teardown(test_shared_slot, make, clean),
        cmocka_unit_test_setup_teardown(test_callers_by_a_slot, make, clean),
        cmocka_unit_test_setup_teardown(test_pointer_and_wrapper, make, clean),
        cmocka_unit_test_setup_teardown(test_name_is_hidden, make, clean),
        cmocka_unit_test_setup_teardown(test_how_it_looks, make, clean),
        cmocka_unit_test_setup_teardown(test_shares, make, clean),
        cmocka_unit_test(test_order_of_lines),
        cmocka_unit_test(test_long_strip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
