/* Where functions and the rest begin and end, in the shapes that CPython's files have; and the issues of a message. */
#include "history/compare.h"
#include "history/issues.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* "function f 1-3; macro M 5-5" */
static char *extents_of(const char *path, const char *text)
{
    g_autoptr(Image) image = image_new(path, g_strdup(text), strlen(text));
    GString *said = g_string_new(NULL);
    for (guint i = 0; i < image->extents->len; i++) {
        const Extent *extent = &g_array_index(image->extents, Extent, i);
        g_autofree char *name = extent_name(image, extent);
        g_string_append_printf(said, "%s%s %s %u-%u", i > 0 ? "; " : "", extent_kind_name(extent->kind), name,
                               image_line(image, extent->start), image_line(image, extent->end - 1));
    }
    return g_string_free(said, FALSE);
}

static void test_shapes(void **state)
{
    static const char *const cases[][2] = {
        {"static int\nf(int a)\n{\n    return '}';\n}\n", "function f 1-5"},
        {"int f(int a);\nint g(void) { return \"}\"[0]; }\n", "function g 2-2"},
        {"#define M(a) do { \\\n  a; } while (0)\n", "macro M 1-2"},
        {"#ifdef A\nint f(int a)\n{\n#else\nint f(void)\n{\n#endif\n    return 1;\n}\nint g(void) {}\n",
         "function f 2-9; function g 10-10"},
        {"int f(int a)\n{\n#if A\n    if (a) {\n#else\n    {\n#endif\n    }\n}\nint g(void) {}\n",
         "function f 1-9; function g 10-10"},
        {"STRINGLIB(find_char)(const char *s)\n{\n}\n", "function STRINGLIB(find_char) 1-3"},
        {"Py_LOCAL_INLINE(int)\nf(int a)\n{\n}\n", "function f 1-4"},
        {"SLOT0(slot_nb_int, \"__int__\")\n\nstatic int\nf(void)\n{\n}\n", "function f 3-6"},
        {"static int f(int a) __attribute__((noinline));\nstatic int __attribute__((hot)) g(void) {}\n", "function g 2-2"},
        {"static PyObject *\nget_attribute(PyObject *o)\n{\n}\n", "function get_attribute 1-4"},
        {"int f(a, b)\n    int a;\n    char *b;\n{\n}\n", "function f 1-5"},
        {"static void (*f(int a))(int)\n{\n}\n", "function f 1-3"},
        {"extern \"C\" {\nint f(void) {}\n}\n", "function f 2-2"},
        {"static PyObject *\nbeep_impl(PyObject *m)\n/*[clinic end]*/\nNoArgBody(beep)\n\nstatic int f(void) {}\n",
         "function beep_impl 1-4; function f 6-6"},
        {"typedef struct _t {\n    int a;\n} T;\nstruct s { int b; };\nenum e { A };\ntypedef int (*fn)(int);\n",
         "type T 1-3; type s 4-4; type e 5-5; type fn 6-6"},
        {"PyTypeObject A_Type = {\n    0\n};\nstatic int a[3], b;\nextern int c;\nPyAPI_DATA(int) d;\n",
         "variable A_Type 1-3; variable a 4-4"},
        {"PyDoc_STRVAR(doc,\n\"text }\");\n_Py_IDENTIFIER(x);\n", "variable doc 1-2; variable x 3-3"},
        {"#error don't {\nint f(void) {}\n", "function f 2-2"},
        {"int f(void)\n{\n    if (a) {\n}\nint g(void) {}\n", "function f 1-4; function g 5-5"},
        {"int f(void)\n#if A\n{\n    a();\n}\n#else\n{\n    b();\n}\n#endif\nint g(void) {}\n",
         "function f 1-9; function g 11-11"},
        {"int f(void)\n#if A\n{\n}\n#else\n;\n#endif\nint a[] = {1};\n", "function f 1-4; variable a 8-8"},
        {"#if A\nint f(int a)\n{\n}\n#else\nint f(void)\n{\n}\n#endif\n", "function f 2-4; function f 6-8"},
        {"int f(void)\n{\n    if (a) {\n}\n\n    b();\n}\nint g(void) {}\n", "function f 1-7; function g 8-8"},
        {"DECODER(hz)\n{\n}\nMODULE_INIT(void)\n{\n}\n", "function DECODER(hz) 1-3; function MODULE_INIT 4-6"},
        {"PyMODINIT_FUNC\nPyInit_x(void)\n{\n}\nstatic PyObject *\nf(void)\n{\n}\n",
         "function PyInit_x 1-4; function f 5-8"},
        {"RICHCMP(f, <)\nRICHCMP(g, >)\nstatic int h(void) {}\n", "function h 3-3"},
        {"Py_LOCAL_INLINE(PyObject *) f(PyObject ***pp_stack, Py_ssize_t n)\n{\n}\n", "function f 1-3"},
        {"/*[clinic input]\nf() {\n[clinic start]*/\nint f(void)\n/*[clinic end]*/\n{\n}\n", "function f 4-7"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *said = extents_of("Objects/x.c", cases[i][0]);
        assert_string_equal(said, cases[i][1]);
    }
}

static void test_opcodes(void **state)
{
    (void)state;
    g_autofree char *loop = extents_of("Python/ceval.c", "int loop(void)\n{\n    switch (op) {\n"
                                                         "    TARGET(NOP)\n        FAST_DISPATCH();\n\n"
                                                         "    PREDICTED(A);\n    TARGET(A) {\n        x = TARGETS;\n    }\n"
                                                         "    TARGET(B)\n    TARGET(C) {\n    }\n"
                                                         "    default:\n        break;\n    }\n}\n");
    assert_string_equal(loop, "function loop 1-17; opcode NOP 4-5; opcode A 7-10; opcode B 11-13; opcode C 12-13");
    g_autofree char *cases = extents_of("Python/generated_cases.c.h", "TARGET(A) {\n    { }\n}\nTARGET(B) {\n}\n");
    assert_string_equal(cases, "opcode A 1-3; opcode B 4-5");
    g_autofree char *bytecodes =
        extents_of("Python/bytecodes.c", "int f(void) {\n    inst(A, (x, y -- z)) {\n        z = op(x);\n    }\n"
                                         "    op(_B, (--)) {\n    }\n    macro(C) = _B +\n        A;\n}\n");
    assert_string_equal(bytecodes, "function f 1-9; opcode A 2-4; opcode _B 5-6; opcode C 7-8");
}

/* What became of each thing: "changed f", apart by "; ". */
static char *changes(const char *before, const char *after)
{
    g_autoptr(Image) old = image_new("Python/ceval.c", g_strdup(before), strlen(before));
    g_autoptr(Image) new = image_new("Python/ceval.c", g_strdup(after), strlen(after));
    static const char *const words[] = {"added", "changed", "removed", "moved", "comment"};
    FileChange *file = g_new0(FileChange, 1);
    GString *said = g_string_new(NULL);
    file->changes = g_ptr_array_new_with_free_func((GDestroyNotify)change_free);
    compare_images(file, old, new);
    for (guint i = 0; i < file->changes->len; i++) {
        const Change *change = g_ptr_array_index(file->changes, i);
        g_string_append_printf(said, "%s%s %s +%u -%u", i > 0 ? "; " : "", words[change->change], change->name, change->added,
                               change->removed);
    }
    file_change_free(file);
    return g_string_free(said, FALSE);
}

static void test_changes(void **state)
{
    static const char *const cases[][3] = {
        {"int f(void)\n{\n    return 1;\n}\n", "int f(void)\n{\n    return 2;\n}\n", "changed f +1 -1"},
        {"int f(void)\n{\n    return 1;\n}\n", "int f(void)\n{\n  return /* one */ 1;\n}\n", "comment f +1 -1"},
        {"/* A. */\nint f(void) {}\n", "/* B. */\nint f(void) {}\n", "comment f +1 -1"},
        {"int f(void)\n{\n}\n", "int e(void)\n{\n}\n\nint f(void)\n{\n}\n", "added e +3 -0"},
        {"int f(void)\n{\n}\n\nint g(void)\n{\n    x();\n}\n", "int g(void)\n{\n    x();\n}\n\nint f(void)\n{\n}\n", ""},
        {"int f(int);\n", "int f(long);\n", ""},
        {"/* Part. */\n\nint g(void);\n\nint f(void) {}\n", "/* Part. */\n\nint f(void) {}\n", ""},
        {"int f(void)\n{\n    a();\n}\n", "\n\nint f(void)\n{\n\n    a();\n}\n", "comment f +1 -0"},
        {"#if A\nint f(int a)\n{\n}\n#else\nint f(void)\n{\n}\n#endif\n",
         "#if A\nint f(int a)\n{\n}\n#else\nint f(void)\n{\n    b();\n}\n#endif\n", "changed f +1 -0"},
        {"int f(void)\n#if A\n{\n}\n#else\n{\n    a();\n}\n#endif\n",
         "int f(void)\n#if A\n{\n}\n#else\n{\n    b();\n}\n#endif\n", "changed f +1 -1"},
        {"SLOT0(f, \"a\")\n\nint g(void)\n{\n}\n", "SLOT0(f, \"b\")\n\nint g(void)\n{\n}\n", ""},
        {"int old_name(void)\n{\n}\n", "int new_name(void)\n{\n}\n", "added new_name +1 -0; removed old_name +0 -1"},
        {"int l(void)\n{\n    TARGET(A) {\n        a();\n    }\n    x();\n}\n",
         "int l(void)\n{\n    TARGET(A) {\n        b();\n    }\n    y();\n}\n", "changed l +1 -1; changed A +1 -1"},
        {"int l(void)\n{\n    TARGET(A) {\n        a();\n    }\n}\n", "int l(void)\n{\n    TARGET(A) {\n        b();\n    }\n}\n",
         "changed A +1 -1"},
        {"int l(void)\n{\n    int i;\n    TARGET(A) {\n    }\n}\n", "int l(void)\n{\n    long i;\n    TARGET(A) {\n    }\n}\n",
         "changed l +1 -1"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *said = changes(cases[i][0], cases[i][1]);
        assert_string_equal(said, cases[i][2]);
    }
}

/* "bpo-1 gh-2" */
static char *issues_of(const char *subject, const char *body, const char *date)
{
    Commit commit = {.subject = (char *)subject, .body = (char *)body, .date = (char *)date};
    GString *said = g_string_new(NULL);
    commit.issues = g_array_new(FALSE, FALSE, sizeof(Issue));
    issues_find(&commit);
    for (guint i = 0; i < commit.issues->len; i++) {
        const Issue *issue = &g_array_index(commit.issues, Issue, i);
        g_string_append_printf(said, "%s%s-%u", i > 0 ? " " : "", issue->tracker, issue->number);
    }
    g_array_unref(commit.issues);
    return g_string_free(said, FALSE);
}

static void test_issues(void **state)
{
    static const char *const cases[][4] = {
        {"bpo-31179: dict.copy() (#3067)", "", "2018-01-22", "bpo-31179"},
        {"Issue #26110: Add opcodes.", "", "2016-12-13", "bpo-26110"},
        {"issue26110: x", "", "2016-12-13", "bpo-26110"},
        {"Issues #25570, #25571: x", "", "2016-12-13", "bpo-25570 bpo-25571"},
        {"Fix it (GH-1001)", "", "2018-01-22", ""},
        {"Fix it (gh-1001)", "(cherry picked from commit 0123456)", "2018-01-22", ""},
        {"gh-93821: x (#93822)", "", "2022-06-14", "gh-93821"},
        {"A slot", "Closes #27364.", "2018-01-22", "bpo-27364"},
        {"A slot", "Closes #97364.", "2023-01-22", "gh-97364"},
        {"#28745: x", "bpo-28745 and bpo-2", "2016-12-13", "bpo-28745 bpo-2"},
        {"[3.7] bpo-33199: x (GH-6341) (#6342)", "", "2018-04-02", "bpo-33199"},
        {"closes bpo-31373: x", "", "2017-09-07", "bpo-31373"},
        {"Fix 3 bugs in 2018", "", "2018-01-22", ""},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *said = issues_of(cases[i][0], cases[i][1], cases[i][2]);
        assert_string_equal(said, cases[i][3]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_opcodes),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_issues),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
