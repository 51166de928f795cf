/* syntax_forms.c: see syntax_forms.h. Which nodes and operators there are is what the tree's Parser/Python.asdl says:
 *
 *     expr = BoolOp(boolop op, expr* values)
 *          | BinOp(expr left, operator op, expr right)
 *     operator = Add | Sub | Mult | MatMult
 */
#include "link/syntax_forms.h"

#include <stdlib.h>
#include <string.h>


/* A word in small letters is a child whose inside does not matter; {operator} is each of that kind in turn. Of two
 * specimens of one form the first counts whose nodes the tree has. */
static const struct {
    const char *form, *node;
} SPECIMENS[] = {
    {NULL, "BinOp(left=left, op={operator}, right=right)"},
    {NULL, "UnaryOp(op={unaryop}, operand=operand)"},
    {NULL, "BoolOp(op={boolop}, values=[left, right])"},
    {NULL, "Compare(left=left, ops=[{cmpop}], comparators=[right])"},
    {"chain", "Compare(left=left, ops=[{cmpop}, {cmpop}], comparators=[right, last])"},
    {NULL, "NamedExpr(target=target, value=value)"},
    {NULL, "Lambda(args=arguments(), body=body)"},
    {NULL, "IfExp(test=test, body=body, orelse=orelse)"},
    {NULL, "Dict(keys=[keys], values=[values])"},
    {"empty", "Dict(keys=[], values=[])"},
    {"unpack", "Dict(keys=[0], values=[values])"},
    {NULL, "Set(elts=[elts])"},
    {"star", "Set(elts=[Starred(value=starred, ctx=Load)])"},
    {"star, plain", "Set(elts=[Starred(value=starred, ctx=Load), elts])"},
    {"plain, star", "Set(elts=[elts, Starred(value=starred, ctx=Load)])"},
    {NULL, "ListComp(elt=elt, generators=[comprehension(target=target, iter=iter, ifs=[])])"},
    {NULL, "SetComp(elt=elt, generators=[comprehension(target=target, iter=iter, ifs=[])])"},
    {NULL, "GeneratorExp(elt=elt, generators=[comprehension(target=target, iter=iter, ifs=[])])"},
    {NULL, "DictComp(key=key, value=value, generators=[comprehension(target=target, iter=iter, ifs=[])])"},
    {"if", "ListComp(elt=elt, generators=[comprehension(target=target, iter=iter, ifs=[ifs])])"},
    {"if", "SetComp(elt=elt, generators=[comprehension(target=target, iter=iter, ifs=[ifs])])"},
    {"if", "GeneratorExp(elt=elt, generators=[comprehension(target=target, iter=iter, ifs=[ifs])])"},
    {"if", "DictComp(key=key, value=value, generators=[comprehension(target=target, iter=iter, ifs=[ifs])])"},
    {NULL, "Await(value=value)"},
    {NULL, "Yield(value=value)"},
    {"bare", "Yield()"},
    {NULL, "YieldFrom(value=value)"},
    {NULL, "Call(func=func, args=[args], keywords=[])"},
    {"method", "Call(func=Attribute(value=value, attr='x', ctx=Load), args=[args], keywords=[])"},
    {"keywords", "Call(func=func, args=[args], keywords=[keyword(arg='x', value=value)])"},
    {"star", "Call(func=func, args=[Starred(value=args, ctx=Load)], keywords=[])"},
    {"double star", "Call(func=func, args=[], keywords=[keyword(value=value)])"},
    {NULL, "Constant(value='x')"},
    {NULL, "Num(n='x')"},
    {NULL, "JoinedStr(values=[values, values])"},
    {"one", "JoinedStr(values=[values])"},
    {NULL, "FormattedValue(value=value, conversion=-1)"},
    {"format", "FormattedValue(value=value, conversion=-1, format_spec=format_spec)"},
    {"conversion", "FormattedValue(value=value, conversion=114)"},
    {"conversion, format", "FormattedValue(value=value, conversion=114, format_spec=format_spec)"},
    {NULL, "Attribute(value=value, attr='x', ctx={expr_context})"},
    {NULL, "Subscript(value=value, slice=Index(value=slice), ctx={expr_context})"},
    {NULL, "Subscript(value=value, slice=slice, ctx={expr_context})"},
    {"slice", "Subscript(value=value, slice=Slice(lower=lower, upper=upper), ctx={expr_context})"},
    {"step", "Subscript(value=value, slice=Slice(lower=lower, upper=upper, step=step), ctx={expr_context})"},
    {NULL, "Name(id='x', ctx={expr_context})"},
    {NULL, "List(elts=[elts, elts], ctx={expr_context})"},
    {NULL, "Tuple(elts=[elts, elts], ctx={expr_context})"},
    {"star", "List(elts=[Starred(value=starred, ctx={expr_context})], ctx={expr_context})"},
    {"star, plain", "List(elts=[Starred(value=starred, ctx={expr_context}), elts], ctx={expr_context})"},
    {"plain, star", "List(elts=[elts, Starred(value=starred, ctx={expr_context})], ctx={expr_context})"},
    {"star", "Tuple(elts=[Starred(value=starred, ctx={expr_context})], ctx={expr_context})"},
    {"star, plain", "Tuple(elts=[Starred(value=starred, ctx={expr_context}), elts], ctx={expr_context})"},
    {"plain, star", "Tuple(elts=[elts, Starred(value=starred, ctx={expr_context})], ctx={expr_context})"},
    {NULL, "FunctionDef(name='x', args=arguments(), body=[body], decorator_list=[])"},
    {NULL, "AsyncFunctionDef(name='x', args=arguments(), body=[body], decorator_list=[])"},
    {NULL, "ClassDef(name='x', bases=[], keywords=[], body=[body], decorator_list=[])"},
    {NULL, "Return(value=value)"},
    {"bare", "Return()"},
    {NULL, "Delete(targets=[targets])"},
    {NULL, "Assign(targets=[targets], value=value)"},
    {NULL, "AugAssign(target=Name(id='x', ctx=Store), op={operator}, value=value)"},
    {"attribute", "AugAssign(target=Attribute(value=target, attr='x', ctx=Store), op={operator}, value=value)"},
    {"subscript", "AugAssign(target=Subscript(value=target, slice=Index(value=slice), ctx=Store), op={operator}, value=value)"},
    {"subscript", "AugAssign(target=Subscript(value=target, slice=slice, ctx=Store), op={operator}, value=value)"},
    {NULL, "AnnAssign(target=Name(id='x', ctx=Store), annotation=annotation, value=value, simple=1)"},
    {NULL, "For(target=target, iter=iter, body=[body], orelse=[])"},
    {NULL, "AsyncFor(target=target, iter=iter, body=[body], orelse=[])"},
    {NULL, "While(test=test, body=[body], orelse=[])"},
    {NULL, "If(test=test, body=[body], orelse=[])"},
    {NULL, "With(items=[withitem(context_expr=context_expr)], body=[body])"},
    {"as", "With(items=[withitem(context_expr=context_expr, optional_vars=optional_vars)], body=[body])"},
    {NULL, "AsyncWith(items=[withitem(context_expr=context_expr)], body=[body])"},
    {NULL, "Raise(exc=exc)"},
    {"bare", "Raise()"},
    {"from", "Raise(exc=exc, cause=cause)"},
    {NULL, "Try(body=[body], handlers=[ExceptHandler(type=type, body=[handler])], orelse=[], finalbody=[])"},
    {"finally", "Try(body=[body], handlers=[], orelse=[], finalbody=[finalbody])"},
    {NULL, "Assert(test=test)"},
    {"message", "Assert(test=test, msg=msg)"},
    {NULL, "Import(names=[alias(name='x')])"},
    {NULL, "ImportFrom(module='x', names=[alias(name='x')], level=0)"},
    {"star", "ImportFrom(module='x', names=[alias(name='*')], level=0)"},
    {NULL, "Global(names=['x'])"},
    {NULL, "Nonlocal(names=['x'])"},
    {NULL, "Expr(value=value)"},
    {NULL, "Pass()"},
    {NULL, "Break()"},
    {NULL, "Continue()"},
};

/* ---- the grammar -------------------------------------------------------------------------------------- */

static gboolean is_word_at(const char *text, const char *at, const char *word)
{
    char before = at > text ? at[-1] : ' ', behind = at[strlen(word)];
    return !(g_ascii_isalnum(before) || before == '_') && !(g_ascii_isalnum(behind) || behind == '_');
}

static const char *find_word(const char *text, const char *word)
{
    const char *at = strstr(text, word);
    while (at != NULL && !is_word_at(text, at, word))
        at = strstr(at + 1, word);
    return at;
}

static gboolean has_node(const char *grammar, const char *name)
{
    return find_word(grammar, name) != NULL;
}

/* Add, Sub, … of "operator = Add | Sub …". */
static GStrv alternatives_of(const char *grammar, const char *name)
{
    GPtrArray *names = g_ptr_array_new();
    const char *at = find_word(grammar, name);
    while (at != NULL && strncmp(at + strlen(name), " =", 2) != 0)
        at = find_word(at + 1, name);
    for (at = at == NULL ? NULL : strchr(at, '=') + 1; at != NULL;) {
        at += strspn(at, " \n|");
        gsize length = strspn(at, G_CSET_A_2_Z G_CSET_a_2_z);
        g_ptr_array_add(names, g_strndup(at, length));
        at += length + strspn(at + length, " \n");
        if (*at != '|')
            break;
    }
    g_ptr_array_add(names, NULL);
    return (GStrv)g_ptr_array_free(names, FALSE);
}

/* ---- specimens ---------------------------------------------------------------------------------------- */

static CValue read_value(const char **at);

static char *read_word(const char **at)
{
    gsize length = 0;
    while (g_ascii_isalpha((*at)[length]) || (*at)[length] == '_')
        length++;
    char *word = g_strndup(*at, length);
    *at += length;
    return word;
}

/* name=value, … to the bracket that closes; in a list without names. */
static void read_fields(const char **at, CNode *node, char close)
{
    (*at)++;
    while (**at != close && **at != '\0') {
        g_autofree char *name = close == ')' ? read_word(at) : NULL;
        *at += close == ')';
        c_node_add(node, name, read_value(at));
        *at += strspn(*at, ", ");
    }
    *at += **at != '\0';
}

static CValue read_named(const char **at)
{
    g_autofree char *word = read_word(at);
    gboolean is_child = g_ascii_islower(*word) && **at != '(';
    if (**at != '(' && !is_child)
        return (CValue){.kind = C_NAME, .name = g_intern_string(word)};
    CNode *node = c_node_new(is_child ? "Name" : word);
    if (is_child)
        node->label = g_strdup(word);
    else
        read_fields(at, node, ')');
    return (CValue){.kind = C_NODE, .node = node};
}

static CValue read_value(const char **at)
{
    if (**at == '[') {
        CNode *list = c_node_new(NULL);
        read_fields(at, list, ']');
        return (CValue){.kind = C_LIST, .node = list};
    }
    if (**at == '\'') {
        const char *start = *at + 1, *end = strchr(start, '\'');
        g_autofree char *name = g_strndup(start, (gsize)(end - start));
        *at = end + 1;
        return (CValue){.kind = C_NAME, .name = g_intern_string(name)};
    }
    if (**at == '-' || g_ascii_isdigit(**at))
        return (CValue){.kind = C_NUMBER, .number = strtol(*at, (char **)at, 10)};
    return read_named(at);
}

/* Whether the grammar has all the nodes that a specimen is made of. */
static gboolean has_all(const char *grammar, const char *specimen)
{
    for (const char *open = strchr(specimen, '('); open != NULL; open = strchr(open + 1, '(')) {
        const char *from = open;
        while (from > specimen && g_ascii_isalpha(from[-1]))
            from--;
        g_autofree char *name = g_strndup(from, (gsize)(open - from));
        if (g_ascii_isupper(*name) && !has_node(grammar, name))
            return FALSE;
    }
    return TRUE;
}

static void add_form(GPtrArray *forms, const char *form, const char *operator, const char *specimen)
{
    SyntaxForm *one = g_new0(SyntaxForm, 1);
    const char *at = specimen;
    one->form = g_strdup(form);
    one->operator = g_strdup(operator);
    one->node = read_value(&at).node;
    g_ptr_array_add(forms, one);
}

/* With each operator in the place of the braces. */
static void add_forms(GPtrArray *forms, const char *grammar, const char *form, const char *specimen)
{
    const char *open = strchr(specimen, '{'), *close = open == NULL ? NULL : strchr(open, '}');
    if (open == NULL) {
        add_form(forms, form, NULL, specimen);
        return;
    }
    g_autofree char *kind = g_strndup(open + 1, (gsize)(close - open) - 1), *braces = g_strdup_printf("{%s}", kind);
    g_auto(GStrv) names = alternatives_of(grammar, kind), parts = g_strsplit(specimen, braces, -1);
    for (char **name = names; *name != NULL; name++) {
        g_autofree char *filled = g_strjoinv(*name, parts);
        add_form(forms, form, *name, filled);
    }
}

static void form_free(gpointer data)
{
    SyntaxForm *form = data;
    g_free(form->form);
    g_free(form->operator);
    c_node_free(form->node);
    g_free(form);
}

GPtrArray *syntax_forms_read(const char *root)
{
    GPtrArray *forms = g_ptr_array_new_with_free_func(form_free);
    g_autofree char *path = g_build_filename(root, SYNTAX_GRAMMAR, NULL), *grammar = NULL;
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (!g_file_get_contents(path, &grammar, NULL, NULL))
        return forms;
    for (guint i = 0; i < G_N_ELEMENTS(SPECIMENS); i++) {
        const char *form = SPECIMENS[i].form, *specimen = SPECIMENS[i].node;
        char *key = g_strdup_printf("%.*s %s", (int)(strchr(specimen, '(') - specimen), specimen,
                                    form != NULL ? form : "");
        if (!has_all(grammar, specimen) || g_hash_table_contains(known, key)) {
            g_free(key);
            continue;
        }
        g_hash_table_add(known, key);
        add_forms(forms, grammar, form, specimen);
    }
    return forms;
}
