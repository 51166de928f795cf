/* CPython's build read from its texts: Setup lines, setup.py, Makefile.pre.in, pyconfig.h.in, and the plan
 * that comes of them, for an invented checkout of a few lines. The compiler is a set of strings here. */
#include "tree/headers.h"
#include "tree/makefile.h"
#include "tree/modules.h"
#include "tree/pyconfig.h"
#include "tree/tree.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const files[][2] = {
    {"Include/patchlevel.h",
     "#define PY_MAJOR_VERSION 3\n#define PY_MINOR_VERSION 8\n#define PY_VERSION \"3.8.0a1\"\n"},
    {"Makefile.pre.in",
     "PY_CPPFLAGS= -I. -I$(srcdir)/Include\n"
     "PY_CORE_CFLAGS= $(PY_CPPFLAGS) -DPy_BUILD_CORE\n"
     "LIBX_A= Modules/x/libexpat.a\n"
     "CORE= Objects/a.o \\\n\tPython/$(DYNLOADFILE)\n"
     "LIBRARY_OBJS= $(CORE) Modules/config.o\n"
     "Programs/_tool: Programs/_tool.o $(CORE)\n\t$(CC) -o $@ Programs/_tool.o\n"
     "sharedmods: Modules/spam.o\n\t./python setup.py build\n"
     "$(LIBX_A): Modules/x/x.o\n\t$(AR) $@ Modules/x/x.o\n"
     "Python/dynload_shlib.o: Makefile\n\t$(CC) $(PY_CORE_CFLAGS) -DSOABI='\"$(SOABI)\"' -o $@\n"},
    {"configure.ac", "CFLAGS_NODIST=\"$CFLAGS_NODIST -std=c99\"\n"},
    {"pyconfig.h.in", "/* Define to 1 if you have the `fork' function. */\n#undef HAVE_FORK\n"},
    {"Modules/config.c.in", "/* -- ADDMODULE MARKER 1 -- */\n/* -- ADDMODULE MARKER 2 -- */\n"},
    {"Modules/Setup",
     "# lonely is as lonely.c does\n*static*\nposix -DEGGS posix.c  # comment\n#xx xx.c -lxx\n"},
    {"setup.py", "shared = 'Modules/ham.o'\n"
                 "srcs = ['old.c']\nsrcs = ['spam.c', \"nowhere.c\"]  # ['wrong.c']\n"
                 "exts.append(Extension('spam', srcs, extra_objects=[shared],\n"
                 "                      depends = ['pair_a.c']))\n"
                 "for loc in ('a', 'b'):\n    add(Extension('_pair_%s' % loc, ['pair_%s.c' % loc]))\n"},
    {"Modules/posix.c", "#include \"part.c\"\n#include \"frozen_modules/os.path.h\"\n"},
    {"Modules/part.c", ""},
    {"Modules/spam.c", "#include \"pycore_x.h\"\n"},
    {"Modules/ham.c", ""},
    {"Modules/xx.c", ""},
    {"Modules/pair_a.c", ""},
    {"Modules/pair_b.c", ""},
    {"Modules/_winapi.c", ""},
    {"Modules/lonely.c", ""},
    {"Modules/x/x.c", ""},
    {"Objects/a.c", ""},
    {"Programs/python.c", ""},
    {"Programs/_tool.c", ""},
    {"Python/dynload_shlib.c", ""},
};

static int make_checkout(void **state)
{
    char *root = g_dir_make_tmp("cpyread-tree-XXXXXX", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(root, files[i][0], NULL);
        g_autofree char *folder = g_path_get_dirname(path);
        assert_int_equal(g_mkdir_with_parents(folder, 0755), 0);
        assert_true(g_file_set_contents(path, files[i][1], -1, NULL));
    }
    *state = root;
    return 0;
}

static int remove_checkout(void **state)
{
    static const char *const folders[] = {"Modules/x", "Modules", "Include", "Objects",
                                          "Programs",  "Python",  ""};
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(*state, files[i][0], NULL);
        g_unlink(path);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path = g_build_filename(*state, folders[i], NULL);
        assert_int_equal(g_rmdir(path), 0);
    }
    g_free(*state);
    return 0;
}

/* Answers with the strings of `data`, one a line. */
static GHashTable *fake_ask(const char *source, const char *const *arguments, gpointer data, GError **error)
{
    (void)source, (void)arguments, (void)error;
    GHashTable *answer = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) lines = g_strsplit(data, "\n", -1);
    for (gsize i = 0; lines[i] != NULL; i++)
        g_hash_table_add(answer, g_strdup(lines[i]));
    return answer;
}

/* "PART PATH ARGUMENTS" of each unit, "- PATH: BECAUSE" of each skipped source, "+ PATH" of each made-up
 * file. */
static char *describe(const Plan *plan)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < plan->units->len; i++) {
        const Unit *unit = plan->units->pdata[i];
        g_autofree char *arguments = g_strjoinv(" ", unit->arguments);
        g_string_append_printf(text, "%s %s %s\n", unit->part_of, unit->path, arguments);
    }
    for (guint i = 0; i < plan->skipped->len; i++) {
        const Skipped *skipped = plan->skipped->pdata[i];
        g_string_append_printf(text, "- %s: %s\n", skipped->path, skipped->because);
    }
    for (guint i = 0; i < plan->unsaved->len; i++)
        g_string_append_printf(text, "+ %s\n", ((const Unsaved *)plan->unsaved->pdata[i])->path);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

#define ALL  "-std=c99 -DNDEBUG -I.cpyread"
#define BARE ALL " -I. -IInclude"
#define CORE BARE " -DPy_BUILD_CORE"

static void test_plan(void **state)
{
    g_autoptr(Plan) plan = tree_plan(*state, fake_ask, (gpointer) "function fork", NULL);
    assert_non_null(plan);
    assert_string_equal(plan->version, "3.8.0a1");
    g_autofree char *text = describe(plan);
    assert_string_equal(text,
                        "python Modules/config.c " CORE "\n"
                        "spam Modules/ham.c " BARE "\n"
                        "_pair_a Modules/pair_a.c " BARE "\n"
                        "_pair_b Modules/pair_b.c " BARE "\n"
                        "python Modules/posix.c " ALL " -DEGGS -I. -IInclude\n"
                        "spam Modules/spam.c " BARE " -DPy_BUILD_CORE_MODULE\n"
                        "pyexpat Modules/x/x.c " BARE "\n"
                        "xx Modules/xx.c " BARE "\n"
                        "python Objects/a.c " CORE "\n"
                        "_tool Programs/_tool.c " CORE "\n"
                        "python Programs/python.c " CORE "\n"
                        "python Python/dynload_shlib.c " CORE " -DSOABI=\"cpython-38-x86_64-linux-gnu\"\n"
                        "- Modules/_winapi.c: for Windows\n"
                        "- Modules/lonely.c: no part of the build names it\n"
                        "+ .cpyread/pyconfig.h\n"
                        "+ Modules/config.c\n"
                        "+ Modules/frozen_modules/os.path.h\n");
}

static void test_made_up_files(void **state)
{
    g_autoptr(Plan) plan = tree_plan(*state, fake_ask, (gpointer) "function fork", NULL);
    const Unsaved *pyconfig = plan->unsaved->pdata[0], *config = plan->unsaved->pdata[1],
                  *frozen = plan->unsaved->pdata[2];
    assert_non_null(strstr(pyconfig->text, "#define HAVE_FORK 1\n"));
    assert_string_equal(config->text,
                        "/* -- ADDMODULE MARKER 1 -- */\nextern PyObject* PyInit_posix(void);\n\n"
                        "/* -- ADDMODULE MARKER 2 -- */\n    {\"posix\", PyInit_posix},\n\n");
    assert_non_null(strstr(frozen->text, "_Py_M__os_path[] = "));
}

static void test_no_checkout(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(tree_plan("/nonexistent/cpython", fake_ask, (gpointer) "", &error));
    assert_true(g_error_matches(error, TREE_ERROR, TREE_ERROR_NOT_CPYTHON));
    assert_string_equal(error->message,
                        "/nonexistent/cpython: no CPython checkout (no Include/patchlevel.h)");
}

/* Each line of a template, the answer, the line that comes of it. */
static const char *const rules[][3] = {
    {"/* Define to 1 if you have the <x/y.h> header file. */\n#undef HAVE_X_Y_H\n",
     "macro CPYREAD_HAVE_X_Y_H", "#define HAVE_X_Y_H 1\n"},
    {"/* Define to 1 if you have the 'f' function. */\n#undef HAVE_F\n", "function f", "#define HAVE_F 1\n"},
    {"/* Define to 1 if you have the `f' function. */\n#undef HAVE_F\n", "macro f", "#define HAVE_F 1\n"},
    {"/* Define to 1 if you have the `f' function. */\n#undef HAVE_F\n", "function f\nmacro __stub_f",
     "/* #undef HAVE_F */\n"},
    {"/* Define if you have the f() function. */\n#undef HAVE_F\n", "function f", "#define HAVE_F 1\n"},
    {"/* Define to 1 if `m' is a member of `struct s'. */\n#undef HAVE_M\n", "field struct s.m",
     "#define HAVE_M 1\n"},
    {"/* Define to 1 if you have the declaration of `D', and to\n   0 if you don't. */\n#undef HAVE_DECL_D\n",
     "", "#define HAVE_DECL_D 0\n"},
    {"/* The size of `long', as computed by sizeof. */\n#undef SIZEOF_LONG\n", "value CPYREAD_SIZEOF_LONG=8",
     "#define SIZEOF_LONG 8\n"},
    {"/* The number of bytes in a time_t. */\n#undef SIZEOF_TIME_T\n", "value CPYREAD_SIZEOF_TIME_T=8",
     "#define SIZEOF_TIME_T 8\n"},
    {"/* Define to 1 if the system has the type `t'. */\n#undef HAVE_T\n", "value CPYREAD_HAVE_T=0",
     "/* #undef HAVE_T */\n"},
    {"/* Anything. */\n#undef WITH_DOC_STRINGS\n", "", "#define WITH_DOC_STRINGS 1\n"},
    {"/* Define to 1 if you have the <db.h> header file. */\n#undef HAVE_DB_H\n", "macro CPYREAD_HAVE_DB_H",
     "/* #undef HAVE_DB_H */\n"},
    {"# undef _GNU_SOURCE\n", "", "#define _GNU_SOURCE 1\n"},
};

static void test_pyconfig(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(rules); i++) {
        g_autofree char *text = pyconfig_make(rules[i][0], "-std=c11", fake_ask, (gpointer)rules[i][1], NULL);
        if (!g_str_has_suffix(text, rules[i][2]))
            fail_msg("%sgave: %s", rules[i][0], text);
    }
}

static void test_makefile(void **state)
{
    (void)state;
    g_autoptr(Makefile) makefile =
        makefile_parse("A= a.o $(B) \\\n\t${C}\nB=b.o # no comment in make's variables\nC=@NONE@\n"
                       "D=$(D) $(D)\nx y.o: z\n\tcc -DONE -DTWO='\"$(A)\"'\n");
    g_auto(GStrv) words = makefile_words(makefile, "$(A) Python/$(DYNLOADFILE) @DYNLOADFILE@");
    assert_string_equal(words[0], "a.o");
    assert_string_equal(words[1], "b.o");
    assert_string_equal(words[g_strv_length(words) - 1], "dynload_shlib.o");
    g_auto(GStrv) names = makefile_defines(makefile, "y.o");
    assert_int_equal(g_strv_length(names), 2);
    assert_string_equal(names[1], "TWO");
}

static void test_packages(void **state)
{
    (void)state;
    assert_string_equal(tree_package_of_header("openssl/ssl.h"), "libssl-dev");
    assert_string_equal(tree_package_of_header("tk.h"), "tk-dev");
    assert_null(tree_package_of_header("stdio.h"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plan),        cmocka_unit_test(test_made_up_files),
        cmocka_unit_test(test_no_checkout), cmocka_unit_test(test_pyconfig),
        cmocka_unit_test(test_makefile),    cmocka_unit_test(test_packages),
    };
    return cmocka_run_group_tests(tests, make_checkout, remove_checkout);
}
