/* syntax.c: which opcodes a piece of Python's syntax becomes in this version. See linkers.h.
 *
 *   syntax_forms.c: BinOp(left, Add, right) ──┐
 *                                             ├─> c_run.c: the way through the text ──> table syntax_step
 *   Python/codegen.c, Python/compile.c ───────┘
 *
 * Mirrors Python/compile.c (from 3.14 Python/codegen.c), which visits the nodes of the syntax tree:
 *
 *     case BinOp_kind:
 *         VISIT(c, expr, e->v.BinOp.left);
 *         VISIT(c, expr, e->v.BinOp.right);
 *         ADDOP(c, binop(c, e->v.BinOp.op));
 *
 * No opcode is named here: a specimen of each node is compiled by that text itself, as far as the node decides which way
 * it takes; where names are looked for (the scope) it is that of a module. A call that is given an opcode, and has the word
 * addop in its name, adds it. What a child becomes is not repeated: a step says where it is visited. */
#include "link/linkers.h"
#include "link/syntax_forms.h"
#include "store/data.h"

#include <string.h>

static const char *const COMPILERS[] = {"Python/codegen.c", "Python/compile.c"};

typedef struct Syntax {
    Linking *linking;
    Statement *insert;
    GHashTable *opcodes; /* their names */
    GHashTable *adding;  /* name of a function -> whether it hands on to another that adds opcodes */
    GHashTable *visiting; /* ditto -> whether it adds opcodes behind the node that it visits */
    CRun *run;
    gint64 file;
    const SyntaxForm *form;
    guint ordinal, inner;
    const char *outer; /* of calls that add within each other the first: who makes it, NULL: none */
    guint outer_line;
    GError *error;
} Syntax;

static Statement *prepare(Syntax *syntax, const char *name)
{
    g_autofree char *file = g_strdup_printf("indexer/link/syntax_%s.sql", name);
    return syntax->error == NULL ? database_prepare_file(syntax->linking->database, file, &syntax->error) : NULL;
}

static void add_step(Syntax *syntax, const char *opcode, const char *argument, const char *child, const char *function,
                     guint line)
{
    Statement *insert = syntax->insert;
    statement_bind_text(insert, "node", syntax->form->node->kind);
    statement_bind_text(insert, "form", syntax->form->form != NULL ? syntax->form->form : "");
    statement_bind_text(insert, "operator", syntax->form->operator != NULL ? syntax->form->operator : "");
    statement_bind_int(insert, "ordinal", ++syntax->ordinal);
    statement_bind_text(insert, "opcode", opcode);
    statement_bind_text(insert, "argument", argument);
    statement_bind_text(insert, "child", child);
    statement_bind_int(insert, "is_inner", syntax->inner > 0);
    statement_bind_text(insert, "function", syntax->outer != NULL ? syntax->outer : function);
    statement_bind_int(insert, "file_id", syntax->file);
    statement_bind_int(insert, "line", syntax->outer != NULL ? syntax->outer_line : line);
    syntax->outer = NULL;
    if (syntax->error == NULL)
        statement_write(insert, &syntax->error);
}

/* ---- what a call does --------------------------------------------------------------------------------- */

/* Whether the function only hands on what it is given: codegen_addop_i() is asked by compiler_addop_name(). */
static gboolean hands_on(Syntax *syntax, const char *function)
{
    gpointer known;
    if (!g_hash_table_lookup_extended(syntax->adding, function, NULL, &known)) {
        known = GINT_TO_POINTER(c_run_has(syntax->run, function, "addop"));
        g_hash_table_insert(syntax->adding, g_strdup(function), known);
    }
    return GPOINTER_TO_INT(known);
}

static const char *name_at(const GArray *arguments, guint i)
{
    const CValue *value = i < arguments->len ? &g_array_index(arguments, CValue, i) : NULL;
    return value != NULL && value->kind == C_NAME ? value->name : NULL;
}

/* ADDOP_I(c, BINARY_OP, NB_ADD): the constant behind the opcode goes with it. */
static gboolean take_opcode(Syntax *syntax, const char *function, const GArray *arguments, guint line)
{
    for (guint i = 0; i < arguments->len; i++) {
        const char *name = name_at(arguments, i), *next = name_at(arguments, i + 1);
        if (name == NULL || !g_hash_table_contains(syntax->opcodes, name))
            continue;
        gboolean is_constant = next != NULL && g_ascii_isupper(next[0]) && strchr(next, '_') != NULL;
        add_step(syntax, name, is_constant ? next : NULL, NULL, function, line);
        return TRUE;
    }
    return FALSE;
}

/* The label of a child; of *x, in whose place the compiler has put x before it visits that, the label of x. */
static const char *label_of(const CValue *value)
{
    const CNode *node = value->kind == C_NODE ? value->node : NULL;
    gboolean is_starred = node != NULL && node->label == NULL && strcmp(node->kind, "Starred") == 0 && node->values->len > 0;
    return is_starred ? label_of(&g_array_index(node->values, CValue, 0)) : node != NULL ? node->label : NULL;
}

static gboolean take_child(Syntax *syntax, const char *function, const GArray *arguments, guint line)
{
    for (guint i = 0; i < arguments->len; i++) {
        const char *label = label_of(&g_array_index(arguments, CValue, i));
        if (label == NULL)
            continue;
        add_step(syntax, NULL, NULL, label, function, line);
        return TRUE;
    }
    return FALSE;
}

/* Whether a function that visits one node adds opcodes of its own behind it (compiler_visit_stmt_expr() POP_TOP), and does not
 * choose by the kind of node. */
static gboolean adds_behind(Syntax *syntax, const char *function)
{
    gpointer known;
    if (!g_hash_table_lookup_extended(syntax->visiting, function, NULL, &known)) {
        known = GINT_TO_POINTER(c_run_has(syntax->run, function, "addop") && !c_run_has(syntax->run, function, "switch"));
        g_hash_table_insert(syntax->visiting, g_strdup(function), known);
    }
    return GPOINTER_TO_INT(known);
}

static gboolean on_call(gpointer data, const char *function, const char *callee, const GArray *arguments, guint line,
                        CValue *result)
{
    Syntax *syntax = data;
    g_autofree char *small = g_ascii_strdown(callee, -1);
    gboolean enters = strstr(small, "enter_scope") != NULL || strstr(small, "enterscope") != NULL;
    gboolean leaves = strstr(small, "exit_scope") != NULL || strstr(small, "exitscope") != NULL;
    if (enters || leaves) {
        syntax->inner += enters;
        syntax->inner -= leaves && syntax->inner > 0;
        return TRUE;
    }
    if (strstr(small, "newlabel") != NULL || strstr(small, "new_label") != NULL) {
        *result = (CValue){.kind = C_NAME, .name = "label"};
        return TRUE;
    }
    if (g_str_has_suffix(small, "_read_char")) { /* of a name: is it a star? */
        const char *name = name_at(arguments, 0);
        *result = g_strcmp0(name, "*") == 0 ? (CValue){.kind = C_NUMBER, .number = *name} : *result;
        return TRUE;
    }
    if (strstr(small, "visit") != NULL && !adds_behind(syntax, callee))
        return take_child(syntax, function, arguments, line);
    if (strstr(small, "addop") == NULL)
        return FALSE;
    if (!hands_on(syntax, callee))
        return take_opcode(syntax, function, arguments, line);
    if (syntax->outer == NULL) {
        syntax->outer = function;
        syntax->outer_line = line;
    }
    return FALSE;
}

/* ---- the forms ---------------------------------------------------------------------------------------- */

static void take_form(Syntax *syntax, const SyntaxForm *form)
{
    g_autofree char *label = g_strconcat(form->node->kind, "_kind", NULL);
    const char *visitor = c_run_find(syntax->run, "visit", label);
    syntax->form = form;
    syntax->ordinal = syntax->inner = 0;
    syntax->outer = NULL;
    /* From 3.12 what the comprehensions of a module and a function do is done in their place: Python/symtable.c. */
    c_run_know(syntax->run, "ste_comp_inlined", strcmp(form->node->kind, "GeneratorExp") != 0);
    if (visitor != NULL)
        c_run_function(syntax->run, visitor, form->node);
}

static void read_opcodes(Syntax *syntax)
{
    g_autoptr(Statement) opcodes = prepare(syntax, "opcodes");
    while (opcodes != NULL && statement_step(opcodes, &syntax->error))
        g_hash_table_add(syntax->opcodes, g_strdup(statement_text(opcodes, 0)));
}

static gint64 file_key(Syntax *syntax, const char *path)
{
    g_autoptr(Statement) file = database_prepare_file(syntax->linking->database, "indexer/link/opcodes_file.sql", NULL);
    statement_bind_text(file, "path", path);
    return statement_step(file, NULL) ? statement_int(file, 0) : 0;
}

/* The text that has the cases; NULL: none. */
static CText *read_compiler(Syntax *syntax)
{
    for (guint i = 0; i < G_N_ELEMENTS(COMPILERS); i++) {
        CText *text = c_text_read(syntax->linking->root, COMPILERS[i]);
        syntax->file = text == NULL ? 0 : file_key(syntax, COMPILERS[i]);
        if (text != NULL)
            return text;
    }
    return NULL;
}

static void run(Syntax *syntax)
{
    g_autoptr(GPtrArray) forms = syntax_forms_read(syntax->linking->root);
    g_autoptr(CText) text = read_compiler(syntax);
    if (text == NULL)
        return;
    read_opcodes(syntax);
    syntax->run = c_run_new(text, on_call, syntax);
    for (guint i = 0; i < forms->len && syntax->error == NULL; i++)
        take_form(syntax, g_ptr_array_index(forms, i));
    c_run_free(syntax->run);
}

gboolean link_syntax(Linking *linking, GError **error)
{
    Syntax syntax = {.linking = linking};
    g_autoptr(Statement) clear = prepare(&syntax, "clear");
    g_autoptr(Statement) insert = syntax.insert = prepare(&syntax, "add");
    syntax.opcodes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    syntax.adding = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    syntax.visiting = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (clear != NULL && insert != NULL && statement_write(clear, &syntax.error))
        run(&syntax);
    g_hash_table_unref(syntax.opcodes);
    g_hash_table_unref(syntax.adding);
    g_hash_table_unref(syntax.visiting);
    if (syntax.error != NULL)
        g_propagate_error(error, syntax.error);
    return syntax.error == NULL;
}
