/* The tree's own compilation database, and the kit's: arguments taken over, mistakes told with their line, and what
 * is written read back. */
#include "tree/compile_commands.h"
#include "tree/json_reader.h"
#include "tree/tree.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static char *root, *outside;

static int make_folders(void **state)
{
    (void)state;
    root = g_dir_make_tmp("cpyread-cc-XXXXXX", NULL);
    outside = g_dir_make_tmp("cpyread-cc-XXXXXX", NULL);
    g_autofree char *build = g_build_filename(root, "build", NULL);
    return root == NULL || outside == NULL || g_mkdir(build, 0755) != 0;
}

static void write_database(const char *folder, const char *text)
{
    g_autofree char *path = g_build_filename(root, folder, "compile_commands.json", NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void remove_database(const char *folder)
{
    g_autofree char *path = g_build_filename(root, folder, "compile_commands.json", NULL);
    g_unlink(path);
}

static int remove_folders(void **state)
{
    (void)state;
    const char *const arguments[] = {"rm", "-rf", root, outside, NULL};
    g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
    g_free(root);
    g_free(outside);
    return 0;
}

/* Two units as planned, "-Dplanned" each. */
static Plan *make_plan(void)
{
    static const char *const planned[] = {"-Dplanned", "-I.cpyread", NULL};
    Plan *plan = plan_new(root);
    plan_add_unit(plan, "Objects/a.c", "python", g_strdupv((char **)planned));
    plan_add_unit(plan, "Python/b.c", "python", g_strdupv((char **)planned));
    return plan;
}

/* The arguments of both units, then the notes, a line each; `$` is the root. */
static char *use(void)
{
    g_autoptr(Plan) plan = make_plan();
    compile_commands_use(plan);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < plan->units->len; i++) {
        g_autofree char *words = g_strjoinv(" ", ((Unit *)plan->units->pdata[i])->arguments);
        g_string_append_printf(text, "%s\n", words);
    }
    for (guint i = 0; i < plan->notes->len; i++)
        g_string_append_printf(text, "%s\n", (char *)plan->notes->pdata[i]);
    g_string_replace(text, plan->root, "$", 0);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

#define AS_PLANNED "-Dplanned -I.cpyread\n-Dplanned -I.cpyread\n"

static void test_none(void **state)
{
    (void)state;
    g_autofree char *text = use();
    assert_string_equal(text, AS_PLANNED);
}

static void test_taken_over(void **state)
{
    (void)state;
    g_autofree char *json = g_strdup_printf(
        "[{\"directory\": \"%s/build\", \"file\": \"../Objects/a.c\", \"output\": {\"x\": [1, null]},\n"
        "  \"command\": \"gcc -c -Wall -O3 -MMD -MF x.d -std=c11 -I.. -I ../Include -I/usr/include/tcl "
        "-isystem sys "
        "-DNAME='\\\"a b\\\"' -D ONE -UTWO -fwrapv -o a.o ../Objects/a.c\"},\n"
        " {\"directory\": \".\", \"file\": \"../Objects/a.c\", \"arguments\": [\"cc\", \"-Dsecond\"]},\n"
        " {\"directory\": \".\", \"file\": \"../Tools/other.c\", \"arguments\": [\"cc\"]}]\n",
        root);
    write_database("build", json);
    g_autofree char *text = use();
    remove_database("build");
    assert_string_equal(
        text, "-std=c11 -I. -IInclude -I/usr/include/tcl -isystembuild/sys -DNAME=\"a b\" -DONE -UTWO "
              "-idirafter.cpyread\n-Dplanned -I.cpyread\n"
              "build/compile_commands.json: gives the arguments of 1 of 2 units\n");
}

/* What is wrong, and what is said of it. */
static const char *const mistakes[][2] = {
    {"", "compile_commands.json:1: '[' expected, and the file ends; it is not used\n"},
    {"[\n{\"file\": \"a.c\"\n \"x\": 1}]", "compile_commands.json:3: ',' expected; it is not used\n"},
    {"[{\"file\": \"\\q\"}]", "compile_commands.json:1: an escape of JSON expected; it is not used\n"},
    {"[{\"file\": \"a\nb\"}]", "compile_commands.json:1: a closing quote expected; it is not used\n"},
    {"[] x", "compile_commands.json:1: the end of the file expected; it is not used\n"},
    {"[\n\n{\"directory\": \"/\", \"file\": \"/x/y.c\", \"arguments\": [\"cc\"]},\n"
     "{\"directory\": \"/\", \"file\": \"/x/z.c\", \"arguments\": [\"cc\"]}]",
     "compile_commands.json:3: /x/y.c lies outside the tree, and 1 more; passed over\n"
     "compile_commands.json: gives the arguments of 0 of 2 units\n"},
    {"[{\"directory\": \"/nowhere\", \"file\": \"a.c\"}]",
     "compile_commands.json:1: /nowhere is no folder; passed over\n"
     "compile_commands.json: gives the arguments of 0 of 2 units\n"},
    {"[{\"directory\": \".\", \"file\": \"Objects/a.c\", \"command\": \"cc 'x\"}]",
     "compile_commands.json:1: Objects/a.c has no command that can be read; passed over\n"
     "compile_commands.json: gives the arguments of 0 of 2 units\n"},
};

static void test_mistakes(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(mistakes); i++) {
        write_database("", mistakes[i][0]);
        g_autofree char *text = use();
        g_autofree char *expected = g_strconcat(AS_PLANNED, mistakes[i][1], NULL);
        assert_string_equal(text, expected);
    }
    remove_database("");
}

static void test_deep(void **state)
{
    (void)state;
    g_autofree char *json = g_strnfill(100000, '[');
    write_database("", json);
    g_autofree char *text = use();
    remove_database("");
    assert_non_null(strstr(text, "compile_commands.json:1: "));
}

static void test_text(void **state)
{
    (void)state;
    JsonReader reader;
    const char json[] = "\"\\u00e9\\ud83d\\ude00\\n\\\"\"";
    json_reader_init(&reader, json, sizeof json - 1);
    g_autofree char *text = json_string(&reader);
    assert_string_equal(text, "é😀\n\"");
    assert_true(json_end(&reader));
    json_reader_init(&reader, "\"\\ud83d\\u0041\"", 14);
    assert_null(json_string(&reader));
    json_reader_clear(&reader);
}

static void test_written(void **state)
{
    (void)state;
    g_autoptr(Plan) plan = make_plan();
    plan_add_unsaved(plan, ".cpyread/pyconfig.h", g_strdup("#define A 1\n"));
    plan_add_unsaved(plan, "Python/../Modules/x.h", g_strdup("int x;\n"));
    g_autofree char *file = g_build_filename(outside, "new", "cc.json", NULL);
    g_autofree char *made_up = g_build_filename(outside, "new", "cc.made-up", NULL);
    g_autofree char *header = g_build_filename(made_up, "Python", "..", "Modules", "x.h", NULL);
    g_autofree char *text = NULL;
    assert_true(compile_commands_write(plan, file, NULL));
    assert_true(g_file_test(header, G_FILE_TEST_EXISTS));
    assert_true(g_file_get_contents(file, &text, NULL, NULL));
    g_autofree char *expected =
        g_strdup_printf("[\n  {\"directory\": \"%s\", \"file\": \"Objects/a.c\",\n"
                        "   \"arguments\": [\"clang\", \"-Dplanned\", \"-I%s\", \"-c\", \"Objects/a.c\"]},\n"
                        "  {\"directory\": \"%s\", \"file\": \"Python/b.c\",\n"
                        "   \"arguments\": [\"clang\", \"-Dplanned\", \"-I%s\", \"-iquote%s/Python\", "
                        "\"-c\", \"Python/b.c\"]}\n]\n",
                        plan->root, made_up, plan->root, made_up, made_up);
    assert_string_equal(text, expected);
}

static void test_not_in_the_checkout(void **state)
{
    (void)state;
    g_autoptr(Plan) plan = make_plan();
    g_autoptr(GError) error = NULL;
    g_autofree char *file = g_build_filename(root, "new", "folder", "cc.json", NULL);
    assert_false(compile_commands_write(plan, file, &error));
    assert_true(g_error_matches(error, TREE_ERROR, TREE_ERROR_USAGE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_none),
        cmocka_unit_test(test_taken_over),
        cmocka_unit_test(test_mistakes),
        cmocka_unit_test(test_deep),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_written),
        cmocka_unit_test(test_not_in_the_checkout),
    };
    return cmocka_run_group_tests(tests, make_folders, remove_folders);
}
