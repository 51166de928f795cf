/* The text of an eval loop, cut at its opcodes and labels: which opcode comes to which stretch, and over how many
 * jumps and falls. */
#include "fixture.h"

#include "link/eval_loop.h"

/* What all loops here have: dispatch, and exits that macros hide. */
static const char MACROS[] = "#define DISPATCH() { NEXTOPARG(); goto *opcode_targets[opcode]; }\n"
                             "#define GO_TO(LABEL) goto LABEL\n"
                             "#define CHECK(x) if (x) { GO_TO(error); }\n"
                             "#define JUMP_TO(op) goto PRED_##op\n";

/* Each body with its lines, and the labels that it comes to: "A:2-4 error/1". */
static char *describe(const EvalLoop *loop)
{
    GString *text = g_string_new(NULL);
    const LoopBody *body = NULL;
    for (guint i = 0; i < loop->reaches->len; i++) {
        const LoopReach *reach = &g_array_index(loop->reaches, LoopReach, i);
        const LoopBlock *block = g_ptr_array_index(loop->blocks, reach->block);
        if (reach->body != body)
            g_string_append_printf(text, "%s%s:%u-%u", body != NULL ? "; " : "", reach->body->opcode,
                                   reach->body->line, reach->body->end_line);
        body = reach->body;
        if (reach->steps > 0)
            g_string_append_printf(text, " %s/%u", block->label != NULL ? block->label : "-", reach->steps);
    }
    return g_string_free(text, FALSE);
}

/* Cuts `source`, of which line `left_out` is under an #if that does not hold (0: none). */
static void expect(const char *source, guint left_out, const char *expected)
{
    g_autoptr(CText) macros = c_text_new(g_strdup(MACROS));
    g_autoptr(CText) text = c_text_new(g_strdup(source));
    g_autoptr(EvalLoop) loop = eval_loop_new();
    c_text_leave_out(text, left_out, left_out);
    eval_loop_add_macros(loop, macros);
    eval_loop_add_macros(loop, text);
    eval_loop_cut(loop, text, "ceval.c", 1, G_MAXUINT);
    eval_loop_follow(loop);
    g_autofree char *found = describe(loop);
    assert_string_equal(found, expected);
}

static void test_bodies(void **state)
{
    (void)state;
    expect("switch (opcode) {\nTARGET(A) {\n if (x) { y(\"}\"); }\n DISPATCH(); /* } */\n}\n"
           "TARGET(B)\n DISPATCH();\nTARGET(C)\nTARGET(D) {\n DISPATCH();\n}\n}",
           0, "A:2-5; B:6-7; C:8-11; D:9-11");
    expect("case TARGET(A): {\n DISPATCH();\n}\ncase TARGET(B):\ncase TARGET(C): {\n DISPATCH();\n}\n"
           "case TARGET(D):\n DISPATCH();\ncase TARGET(E):\n return;\n",
           0, "A:1-3; B:4-7; C:5-7; D:8-9; E:10-11");
    expect("#if GOTOS\nTARGET_A:\n#else\ncase A:\n#endif\n{\n DISPATCH();\n}\ndefault:\n f();\n", 0, "A:2-8");
    expect("PREDICTED(A);\nTARGET(A) {\n JUMP_TO(B);\n}\nPREDICTED(B);\nTARGET(B) {\n return x ? y : z;\n}\n",
           0, "A:2-4; B:6-8");
}

static void test_jumps(void **state)
{
    (void)state;
    expect("TARGET(A) {\n goto done;\n}\nTARGET(B) {\n GO_TO(done);\n}\ndone:\n CHECK(1);\n "
           "DISPATCH();\nerror:\n return;\n",
           0, "A:1-3 done/1 error/2; B:4-6 done/1 error/2");
    expect("TARGET(A) {\n f();\n inner:\n DISPATCH();\n}\nTARGET(B) {\n goto inner;\n}\n", 0,
           "A:1-5; B:6-8 inner/1");
    expect("TARGET(A) {\n goto a;\n}\na: f();\nb: g();\n goto c;\nunused: h();\nc: return;\n", 0,
           "A:1-3 a/1 b/2 c/3");
    expect("TARGET(A) {\n CHECK(x) DISPATCH();\n}\nerror: ;\n", 0, "A:1-3 error/1");
}

static void test_falls(void **state)
{
    (void)state;
    expect("TARGET(A) {\n if (x) DISPATCH(); else { goto b; }\n}\na: f();\n return;\nb: return;\n", 0,
           "A:1-3 b/1");
    expect("TARGET(A) {\n if (x) DISPATCH();\n}\na: f();\n return;\n", 0, "A:1-3 a/1");
    expect("TARGET(A) {\n while (1) { break; }\n}\na: return;\n", 0, "A:1-3 a/1");
    expect("TARGET(A) {\n do { goto b; } while (0);\n}\na: f();\nb: return;\n", 0, "A:1-3 b/1");
    expect("TARGET(A) {\n f();\n}\nTARGET(B) {\n return;\n}\n", 0,
           "A:1-3; B:4-6"); /* dispatched to, not fallen into */
}

static void test_left_out(void **state)
{
    (void)state;
    const char source[] = "TARGET(A) {\n goto a;\n DISPATCH();\n}\na: return;\n";
    expect(source, 0, "A:1-4 a/1");
    expect(source, 2, "A:1-4");
    expect("#define LEAVE() \\\n goto a\nTARGET(A) {\n LEAVE();\n}\nb: f();\na: return;\n", 0, "A:3-5 a/1");
    expect("#define LEAVE() \\\n goto a\nTARGET(A) {\n LEAVE();\n}\nb: f();\na: return;\n", 1,
           "A:3-5 b/1 a/2");
}

/* Text that is cut off anywhere is no reason to stop. */
static void test_broken(void **state)
{
    (void)state;
    const char source[] = "#define F(a) \\\n goto a\nTARGET(A) {\n if (x) F(b); else { y[\"}\"]; }\n}\nb: "
                          "TARGET(B) g(x, (y)); TARGET(";
    for (gsize length = 0; length < sizeof source; length++) {
        g_autoptr(CText) text = c_text_new(g_strndup(source, length));
        g_autoptr(EvalLoop) loop = eval_loop_new();
        eval_loop_add_macros(loop, text);
        eval_loop_cut(loop, text, "ceval.c", 1, G_MAXUINT);
        eval_loop_follow(loop);
        assert_true(loop->bodies->len <= 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_bodies), cmocka_unit_test(test_jumps),
                                       cmocka_unit_test(test_falls), cmocka_unit_test(test_left_out),
                                       cmocka_unit_test(test_broken)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
