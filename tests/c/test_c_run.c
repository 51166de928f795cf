/* What the text of a compiler does with nodes that it makes itself. */
#include "link/c_run.h"

#include "fixture.h"

/* What note() was given, by name, apart by blanks; "made" a node without a label, "child" one with. */
static gboolean on_call(gpointer data, const char *function, const char *callee, const GArray *arguments, guint line,
                        CValue *result)
{
    GString *noted = data;
    (void)function, (void)line, (void)result;
    if (strcmp(callee, "note") != 0)
        return FALSE;
    const CValue *value = &g_array_index(arguments, CValue, 0);
    const char *node = value->kind == C_NODE && value->node->label != NULL ? "child" : "made";
    g_string_append_printf(noted, "%s ", value->kind == C_NAME ? value->name : value->kind == C_NODE ? node : "?");
    return TRUE;
}

/* What note() is given where `body` works on AugAssign(target=Attribute(value=child, ctx=Store)) as `s`. */
static char *run(const char *body)
{
    GString *noted = g_string_new(NULL);
    g_autoptr(CText) text = c_text_new(g_strdup_printf("int visit(int c, stmt_ty s)\n{\n%s\n}\n", body));
    CNode *child = c_node_new("Name"), *target = c_node_new("Attribute");
    g_autoptr(CNode) root = c_node_new("AugAssign");
    child->label = g_strdup("child");
    c_node_add(target, "value", (CValue){.kind = C_NODE, .node = child});
    c_node_add(target, "ctx", (CValue){.kind = C_NAME, .name = "Store"});
    c_node_add(root, "target", (CValue){.kind = C_NODE, .node = target});
    g_autoptr(CRun) compiler = c_run_new(text, on_call, noted);
    c_run_function(compiler, "visit", root);
    return g_string_free(noted, FALSE);
}

static void check(const char *body, const char *expected)
{
    g_autofree char *noted = run(body);
    assert_string_equal(noted, expected);
}

static void test_copy(void **state)
{
    (void)state;
    check("expr_ty e = s->v.AugAssign.target, copy;"
          "copy = Attribute(e->v.Attribute.value, Load, c->arena);"
          "if (copy == NULL) return 0;"
          "note(copy); note(copy->v.Attribute.value); note(copy->v.Attribute.ctx);"
          "copy->v.Attribute.ctx = Del;"
          "note(copy->v.Attribute.ctx); note(e->v.Attribute.ctx);",
          "made child Load Del Store ");
}

/* Only what the text has made; only the field; only where it is run. */
static void test_not_set(void **state)
{
    (void)state;
    check("s->v.AugAssign.target->v.Attribute.ctx = Del; note(s->v.AugAssign.target->v.Attribute.ctx);", "Store ");
    check("expr_ty copy = Attribute(c->none, Load);"
          "copy->v.Attribute.ctx->line = Del; note(copy->v.Attribute.ctx);"
          "0 && (copy->v.Attribute.ctx = Del); note(copy->v.Attribute.ctx);"
          "note(copy->v.Attribute.ctx == Load ? yes : no);",
          "Load Load yes ");
}

static void test_no_such_node(void **state)
{
    (void)state;
    check("note(Subscript(s, Load)); note(attribute(s, Load)); note(Name(s));", "? ? ? ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_copy),
        cmocka_unit_test(test_not_set),
        cmocka_unit_test(test_no_such_node),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
