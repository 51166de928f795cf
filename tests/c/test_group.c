/* How units begin, and which of them may share a precompiled header: prologue.c and group.c on an invented checkout of a
 * few headers. What a prologue gets wrong is wrong in silence; so each case says all of the text that is precompiled. */
#include "crawl/group.h"
#include "crawl/prologue.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const headers[][2] = {
    {"Include/Python.h",
     "#ifndef Py_H\n#define Py_H\n#include \"object.h\"\n#ifdef CLEAN\nint clean;\n#endif\n"
     "#ifdef CORE\n#endif\n#endif\n"},
    {"Include/object.h", "#ifndef O_H\n#define O_H\nint o;\n#endif\n"},
    {"Include/state.h",
     "#ifndef S_H\n#define S_H\n#include \"gil.h\"\n#if LATER\n#include \"never.h\"\n#endif\n#endif\n"},
    {"Include/gil.h", "#ifndef G_H\n#define G_H\n#endif\n"},
    {"Include/never.h", "#ifndef N_H\n#define N_H\n#endif\n"},
    {"Include/again.h", "int again;\n"},
    {"Modules/mine.h", "#define CLEAN\n#include \"Python.h\"\n"},
    {"Modules/deep.h", "#include \"mine.h\"\n"},
    {"Modules/circle.h", "#include \"circle.h\"\n"},
    {"Modules/own.h", "int own;\n"},
};

typedef struct Tree {
    char *root;
    Plan *plan;
} Tree;

static void put(const Tree *tree, const char *path, const char *text)
{
    g_autofree char *file = g_build_filename(tree->root, path, NULL);
    g_autofree char *folder = g_path_get_dirname(file);
    assert_int_equal(g_mkdir_with_parents(folder, 0777), 0);
    assert_true(g_file_set_contents(file, text, -1, NULL));
}

static int lay(void **state)
{
    Tree *tree = g_new0(Tree, 1);
    tree->root = g_dir_make_tmp("cpyread-group-XXXXXX", NULL);
    tree->plan = plan_new(tree->root);
    for (gsize i = 0; i < G_N_ELEMENTS(headers); i++)
        put(tree, headers[i][0], headers[i][1]);
    *state = tree;
    return 0;
}

static int clear(void **state)
{
    Tree *tree = *state;
    const char *const remove[] = {"rm", "-rf", tree->root, NULL};
    g_spawn_sync(NULL, (char **)remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
    plan_free(tree->plan);
    g_free(tree->root);
    g_free(tree);
    return 0;
}

/* A unit of the plan with this text; `macro` is given by -D, or NULL. */
static const Unit *add(Tree *tree, const char *path, const char *text, const char *macro)
{
    const char *const arguments[] = {"-IInclude", macro, NULL};
    put(tree, path, text);
    plan_add_unit(tree->plan, path, "python", g_strdupv((GStrv)arguments));
    return g_ptr_array_index(tree->plan->units, tree->plan->units->len - 1);
}

/* ---- prologues --------------------------------------------------------------------------------------------------- */

#define PYTHON "#include \"Python.h\"\n"

static const struct {
    const char *what, *text, *prologue; /* NULL: none */
} units[] = {
    {"the header alone", "/* x */\n" PYTHON "int f;\n", PYTHON},
    {"in angles", "#include <Python.h>\n", PYTHON},
    {"a macro that a header asks for", "#define CLEAN\n" PYTHON, "#define CLEAN\n" PYTHON},
    {"one that none asks for", "#define MINE 1\n" PYTHON, PYTHON},
    {"one with an underscore: the system's headers may", "#define _GNU 1\n" PYTHON,
     "#define _GNU 1\n" PYTHON},
    {"behind the header", PYTHON "#define CLEAN\n", PYTHON},
    {"undefined", "#undef CLEAN\n" PYTHON, "#undef CLEAN\n" PYTHON},
    {"in the unit's own header", "#include \"mine.h\"\n", "#define CLEAN\n" PYTHON},
    {"in a header of that", "#include \"deep.h\"\n", "#define CLEAN\n" PYTHON},
    {"for another platform", "#ifdef _MSC_VER\n#define CLEAN\n#else\n#define CORE\n#endif\n" PYTHON,
     "#define CORE\n" PYTHON},
    {"where nobody has defined it", "#ifndef MINE\n#define CLEAN\n#endif\n" PYTHON, "#define CLEAN\n" PYTHON},
    {"given by the command line", "#ifdef GIVEN\n#define CLEAN\n#endif\n" PYTHON, "#define CLEAN\n" PYTHON},
    {"given under a longer name", "#ifdef GIV\n#define CLEAN\n#endif\n" PYTHON, PYTHON},
    {"one condition in the other",
     "#ifdef _WIN32\n#ifndef MINE\n#define CLEAN\n#else\n#define CORE\n#endif\n#endif\n" PYTHON, PYTHON},
    {"code ahead of the header", "int f(void);\n#define CLEAN\n" PYTHON, "#define CLEAN\n" PYTHON},
    {"what the compiler has", "#include <stddef.h>\n#define CLEAN\n" PYTHON, "#define CLEAN\n" PYTHON},
    {"the header is included in a condition that the header itself would change",
     "#ifdef O_H\n" PYTHON "#endif\n", NULL},
    {"a condition with words: as it stands", "#if MINE > 1\n#define CLEAN\n#endif\n" PYTHON,
     "#if MINE > 1\n#define CLEAN\n#endif\n" PYTHON},
    {"a macro is tested, then defined: as it stands", "#ifndef CLEAN\n#define CLEAN\n#endif\n" PYTHON,
     "#ifndef CLEAN\n#define CLEAN\n#endif\n" PYTHON},
    {"a system's header may set anything: as it stands", "#include <stdio.h>\n#define CLEAN\n" PYTHON,
     "#include <stdio.h>\n#define CLEAN\n" PYTHON},
    {"code, then a system's header", "int f;\n#include <stdio.h>\n" PYTHON, NULL},
    {"an own header that never gets there: as it stands", "#define MINE\n#include \"own.h\"\nint x;\n",
     "#define MINE\n#include \"own.h\"\n"},
    {"a header in a circle", "#include \"circle.h\"\n" PYTHON, "#include \"circle.h\"\n"},
    {"no header", "int f;\n", NULL},
    {"a condition without end", "#ifdef _WIN32\n" PYTHON, NULL},
    {"ends that nothing began", "#endif\n#else\n#endif\n" PYTHON, PYTHON},
};

static void test_prologues(void **state)
{
    Tree *tree = *state;
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
        const Unit *unit = add(tree, "Modules/unit.c", units[i].text, "-DGIVEN=1");
        Headers *found = headers_scan(tree->plan);
        Prologue prologue = prologue_read(found, unit, "Include/Python.h");
        if (g_strcmp0(prologue.text, units[i].prologue) != 0)
            fail_msg("%s: \"%s\"", units[i].what, prologue.text);
        prologue_clear(&prologue);
        headers_free(found);
    }
}

/* Where it lies decides what its #include means. */
static void test_own_header(void **state)
{
    Tree *tree = *state;
    const Unit *unit = add(tree, "Modules/unit.c", "#include \"own.h\"\n", NULL);
    Headers *found = headers_scan(tree->plan);
    Prologue prologue = prologue_read(found, unit, "Include/Python.h");
    assert_true(prologue.is_own);
    assert_string_equal(prologue.folder, "Modules");
    assert_null(prologue.later);
    prologue_clear(&prologue);
    headers_free(found);
}

static void assert_later(Tree *tree, const char *text, const char *const *paths)
{
    const Unit *unit = add(tree, "Modules/later.c", text, NULL);
    Headers *found = headers_scan(tree->plan);
    Prologue prologue = prologue_read(found, unit, "Include/Python.h");
    assert_int_equal(g_hash_table_size(prologue.later), g_strv_length((GStrv)paths));
    for (; *paths != NULL; paths++)
        if (!g_hash_table_contains(prologue.later, *paths))
            fail_msg("%s: not %s", text, *paths);
    prologue_clear(&prologue);
    headers_free(found);
}

static void test_later(void **state)
{
    Tree *tree = *state;
    assert_later(tree, PYTHON "#include \"state.h\"\n",
                 (const char *const[]){"Include/state.h", "Include/gil.h", NULL});
    assert_later(tree, PYTHON "#ifdef _WIN32\n#include \"gil.h\"\n#endif\n", (const char *const[]){NULL});
    assert_later(tree, PYTHON "#ifdef ANY\n#include \"gil.h\"\n#else\n#include \"never.h\"\n#endif\n",
                 (const char *const[]){NULL});
    assert_later(tree, PYTHON "#include \"gil.h\"\n#define CLEAN\n#include \"state.h\"\n",
                 (const char *const[]){"Include/gil.h", NULL});
}

static void test_common_header(void **state)
{
    Tree *tree = *state;
    add(tree, "Modules/a.c", "#include \"object.h\"\n", NULL);
    add(tree, "Modules/b.c", "#include <stdio.h>\n" PYTHON, NULL);
    add(tree, "Modules/c.c", PYTHON "#include \"object.h\"\n", NULL);
    Headers *found = headers_scan(tree->plan);
    g_autofree char *common = prologue_common_header(found);
    assert_string_equal(common, "Include/Python.h");
    headers_free(found);
}

static void test_no_common_header(void **state)
{
    Tree *tree = *state;
    Headers *found = headers_scan(tree->plan);
    assert_null(prologue_common_header(found));
    headers_free(found);
}

/* ---- groups ------------------------------------------------------------------------------------------------------ */

/* The groups as a text: "prologue: a.c b.c" a line, those that share nothing with "-". */
static char *groups_of(const Tree *tree, guint least)
{
    GString *text = g_string_new(NULL);
    g_autoptr(GPtrArray) groups = group_units(tree->plan, least);
    for (guint i = 0; i < groups->len; i++) {
        const Group *group = g_ptr_array_index(groups, i);
        g_autofree char *prologue =
            g_strdelimit(g_strdup(group->prologue != NULL ? group->prologue : "-"), "\n", ' ');
        g_string_append_printf(text, "%s:", g_strchomp(prologue));
        for (guint j = 0; j < group->units->len; j++)
            g_string_append_printf(
                text, " %s", strrchr(((const Unit *)g_ptr_array_index(group->units, j))->path, '/') + 1);
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

static void assert_groups(const Tree *tree, guint least, const char *wanted)
{
    g_autofree char *found = groups_of(tree, least);
    assert_string_equal(found, wanted);
}

static void test_groups(void **state)
{
    Tree *tree = *state;
    add(tree, "Modules/a.c", PYTHON, NULL);
    add(tree, "Modules/b.c", "#define CLEAN\n" PYTHON, NULL);
    add(tree, "Modules/c.c", "#define MINE\n#include <Python.h>\n", NULL);
    add(tree, "Modules/d.c", "#include \"mine.h\"\n", NULL);
    add(tree, "Modules/e.c", "int e;\n", NULL);
    assert_groups(tree, 2,
                  "#include \"Python.h\": a.c c.c\n#define CLEAN #include \"Python.h\": b.c d.c\n-: e.c\n");
    assert_groups(tree, 3, "-: a.c c.c\n-: b.c d.c\n-: e.c\n");
}

/* A -D that some header asks for keeps apart, another does not; nor does the order of two. */
static void test_arguments(void **state)
{
    Tree *tree = *state;
    add(tree, "Modules/a.c", PYTHON, "-DMINE=1");
    add(tree, "Modules/b.c", PYTHON, "-DCORE=1");
    add(tree, "Modules/c.c", PYTHON, "-DCORE=2");
    add(tree, "Modules/d.c", PYTHON, NULL);
    assert_groups(tree, 1,
                  "#include \"Python.h\": a.c d.c\n#include \"Python.h\": b.c\n#include \"Python.h\": c.c\n");
    const char *const one[] = {"-IInclude", "-DCORE=1", "-D_X", NULL}, *const other[] = {"-IInclude", "-D_X",
                                                                                         "-DCORE=1", NULL};
    plan_add_unit(tree->plan, "Modules/d.c", "one", g_strdupv((GStrv)one));
    plan_add_unit(tree->plan, "Modules/d.c", "other", g_strdupv((GStrv)other));
    g_autofree char *found = groups_of(tree, 1);
    assert_non_null(strstr(found, ": d.c d.c\n"));
}

/* A header that listens to nobody's macro may still be another one where it lies beside the unit. */
static void test_own_headers(void **state)
{
    Tree *tree = *state;
    put(tree, "Objects/own.h", "int other;\n");
    add(tree, "Modules/a.c", "#include \"own.h\"\n", NULL);
    add(tree, "Objects/b.c", "#include \"own.h\"\n", NULL);
    add(tree, "Objects/c.c", "#include \"own.h\"\n", "-DMINE=1");
    assert_groups(tree, 1, "#include \"own.h\": a.c\n#include \"own.h\": b.c\n#include \"own.h\": c.c\n");
}

/* What is worth it is shared, too; a header that only some of the units include never comes into another's. */
static void test_more_to_share(void **state)
{
    Tree *tree = *state;
    g_autofree char *much = g_strnfill(600000, ' ');
    g_autofree char *large = g_strconcat("#ifndef L_H\n#define L_H\n", much, "\n#endif\n", NULL);
    put(tree, "Include/large.h", large);
    for (guint i = 0; i < 4; i++) {
        g_autofree char *path = g_strdup_printf("Modules/%u.c", i);
        add(tree, path, PYTHON "#include \"large.h\"\n#include \"again.h\"\n", NULL);
    }
    add(tree, "Modules/a.c", PYTHON, NULL);
    add(tree, "Modules/b.c", PYTHON "#ifdef ANY\n#include \"large.h\"\n#endif\n", NULL);
    assert_groups(
        tree, 2,
        "#include \"Python.h\" #include \"large.h\": 0.c 1.c 2.c 3.c\n#include \"Python.h\": a.c b.c\n");
    assert_groups(tree, 5, "#include \"Python.h\": 0.c 1.c 2.c 3.c a.c b.c\n");
}

#define with_tree(test) cmocka_unit_test_setup_teardown(test, lay, clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_tree(test_prologues),     with_tree(test_own_header),       with_tree(test_later),
        with_tree(test_common_header), with_tree(test_no_common_header), with_tree(test_groups),
        with_tree(test_arguments),     with_tree(test_own_headers),      with_tree(test_more_to_share),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
