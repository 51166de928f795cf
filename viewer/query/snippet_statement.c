/* snippet_statement.c: statements for snippet.c, the keywords and operators that stand for one, and which methods Python
 * asks for what they do. */
#include "query/snippet_parser.h"

#include <string.h>

/* ---- keywords and operators alone --------------------------------------------------------------------- */

static const struct {
    const char *word, *sample;
} SAMPLES[] = {
    {"+", "a + b"},
    {"-", "a - b"},
    {"*", "a * b"},
    {"/", "a / b"},
    {"//", "a // b"},
    {"%", "a % b"},
    {"@", "a @ b"},
    {"**", "a ** b"},
    {"<<", "a << b"},
    {">>", "a >> b"},
    {"&", "a & b"},
    {"|", "a | b"},
    {"^", "a ^ b"},
    {"~", "~a"},
    {"+=", "a += b"},
    {"-=", "a -= b"},
    {"*=", "a *= b"},
    {"/=", "a /= b"},
    {"//=", "a //= b"},
    {"%=", "a %= b"},
    {"@=", "a @= b"},
    {"**=", "a **= b"},
    {"<<=", "a <<= b"},
    {">>=", "a >>= b"},
    {"&=", "a &= b"},
    {"|=", "a |= b"},
    {"^=", "a ^= b"},
    {"==", "a == b"},
    {"!=", "a != b"},
    {"<", "a < b"},
    {"<=", "a <= b"},
    {">", "a > b"},
    {">=", "a >= b"},
    {"=", "a = b"},
    {":=", "(a := b)"},
    {".", "a.b"},
    {"[]", "a[b]"},
    {"()", "a(b)"},
    {"{}", "{a: b}"},
    {"in", "a in b"},
    {"not in", "a not in b"},
    {"is", "a is b"},
    {"is not", "a is not b"},
    {"not", "not a"},
    {"and", "a and b"},
    {"or", "a or b"},
    {"if", "if a: pass"},
    {"elif", "if a: pass"},
    {"else", "a if c else b"},
    {"if else", "a if c else b"},
    {"for", "for x in y: pass"},
    {"while", "while a: pass"},
    {"with", "with a: pass"},
    {"try", "try: pass"},
    {"except", "try: pass"},
    {"finally", "try: pass finally: pass"},
    {"def", "def f(): pass"},
    {"class", "class C: pass"},
    {"lambda", "lambda: a"},
    {"return", "return a"},
    {"yield", "yield a"},
    {"yield from", "yield from a"},
    {"await", "await a"},
    {"async for", "async for x in y: pass"},
    {"async with", "async with a: pass"},
    {"async def", "async def f(): pass"},
    {"import", "import m"},
    {"from", "from m import n"},
    {"raise", "raise a"},
    {"assert", "assert a"},
    {"del", "del a"},
    {"global", "global a"},
    {"nonlocal", "nonlocal a"},
    {"pass", "pass"},
    {"break", "break"},
    {"continue", "continue"},
    {"f-string", "f'{a} {b}'"},
};

const char *snippet_sample(const char *word)
{
    for (guint i = 0; i < G_N_ELEMENTS(SAMPLES); i++)
        if (strcmp(SAMPLES[i].word, word) == 0)
            return SAMPLES[i].sample;
    return NULL;
}

GStrv snippet_words(void)
{
    GStrv words = g_new0(char *, G_N_ELEMENTS(SAMPLES) + 1);
    for (guint i = 0; i < G_N_ELEMENTS(SAMPLES); i++)
        words[i] = g_strdup(SAMPLES[i].word);
    return words;
}

/* ---- methods ------------------------------------------------------------------------------------------ */

/* Data model, "Special method names"; opcode: only for opcodes with that in their name. */
static const struct {
    const char *node, *operator, *opcode, *method;
} METHODS[] = {
    {"BinOp", "Add", NULL, "__add__"},
    {"BinOp", "Sub", NULL, "__sub__"},
    {"BinOp", "Mult", NULL, "__mul__"},
    {"BinOp", "MatMult", NULL, "__matmul__"},
    {"BinOp", "Div", NULL, "__truediv__"},
    {"BinOp", "FloorDiv", NULL, "__floordiv__"},
    {"BinOp", "Mod", NULL, "__mod__"},
    {"BinOp", "Pow", NULL, "__pow__"},
    {"BinOp", "LShift", NULL, "__lshift__"},
    {"BinOp", "RShift", NULL, "__rshift__"},
    {"BinOp", "BitOr", NULL, "__or__"},
    {"BinOp", "BitXor", NULL, "__xor__"},
    {"BinOp", "BitAnd", NULL, "__and__"},
    {"UnaryOp", "Not", NULL, "__bool__"},
    {"UnaryOp", "USub", NULL, "__neg__"},
    {"UnaryOp", "UAdd", NULL, "__pos__"},
    {"UnaryOp", "Invert", NULL, "__invert__"},
    {"BoolOp", NULL, NULL, "__bool__"},
    {"If", NULL, NULL, "__bool__"},
    {"While", NULL, NULL, "__bool__"},
    {"IfExp", NULL, NULL, "__bool__"},
    {"Assert", NULL, NULL, "__bool__"},
    {"Compare", "Eq", NULL, "__eq__"},
    {"Compare", "NotEq", NULL, "__ne__"},
    {"Compare", "Lt", NULL, "__lt__"},
    {"Compare", "LtE", NULL, "__le__"},
    {"Compare", "Gt", NULL, "__gt__"},
    {"Compare", "GtE", NULL, "__ge__"},
    {"Compare", "In", NULL, "__contains__"},
    {"Compare", "NotIn", NULL, "__contains__"},
    {"Attribute", "Load", NULL, "__getattribute__"},
    {"Attribute", "Store", NULL, "__setattr__"},
    {"Attribute", "Del", NULL, "__delattr__"},
    {"Subscript", "Load", NULL, "__getitem__"},
    {"Subscript", "Store", NULL, "__setitem__"},
    {"Subscript", "Del", NULL, "__delitem__"},
    {"Call", NULL, "LOAD_", "__getattribute__"},
    {NULL, NULL, "INTRINSIC", NULL},
    {NULL, NULL, "CALL", "__call__"},
    {NULL, NULL, "GET_ITER", "__iter__"},
    {NULL, NULL, "FOR_ITER", "__next__"},
    {NULL, NULL, "GET_AITER", "__aiter__"},
    {NULL, NULL, "GET_ANEXT", "__anext__"},
    {NULL, NULL, "GET_AWAITABLE", "__await__"},
};

/* a += b asks for __iadd__, and then for what a + b does. */
static const char *method_in_place(const char *operator)
{
    for (guint i = 0; i < G_N_ELEMENTS(METHODS); i++)
        if (g_strcmp0(METHODS[i].node, "BinOp") == 0 && strcmp(METHODS[i].operator, operator) == 0) {
            g_autofree char *name = g_strconcat("__i", METHODS[i].method + 2, NULL);
            return g_intern_string(name);
        }
    return NULL;
}

const char *snippet_fallback(const Snippet *snippet, const char *method)
{
    gboolean is_in_place = method != NULL && strcmp(snippet->node, "AugAssign") == 0;
    for (guint i = 0; is_in_place && i < G_N_ELEMENTS(METHODS); i++)
        if (g_strcmp0(METHODS[i].node, "BinOp") == 0 && strcmp(METHODS[i].operator, snippet->operator) == 0)
            return METHODS[i].method;
    return NULL;
}

const char *snippet_method(const Snippet *snippet, const char *opcode)
{
    gboolean works_in_place = strstr(opcode, "INPLACE") != NULL || strstr(opcode, "BINARY") != NULL;
    if (strcmp(snippet->node, "AugAssign") == 0)
        return works_in_place ? method_in_place(snippet->operator) : NULL;
    for (guint i = 0; i < G_N_ELEMENTS(METHODS); i++)
        if ((METHODS[i].node == NULL || strcmp(METHODS[i].node, snippet->node) == 0) &&
            (METHODS[i].operator == NULL || strcmp(METHODS[i].operator, snippet->operator) == 0) &&
            (METHODS[i].opcode == NULL || strstr(opcode, METHODS[i].opcode) != NULL))
            return METHODS[i].method;
    return NULL;
}

/* ---- statements --------------------------------------------------------------------------------------- */

static Snippet *parse_simple(Parser *parser);

static gboolean at_end(Parser *parser)
{
    parser_skip(parser);
    return *parser->at == '\0';
}

/* What stands behind the colon; nothing will do. */
static Snippet *parse_body(Parser *parser)
{
    if (at_end(parser) || !parser_needs(parser, ":") || at_end(parser) || parser_sees(parser, "finally"))
        return snippet_new("Pass", "", "");
    return parse_simple(parser);
}

static Snippet *parse_if(Parser *parser)
{
    Snippet *whole = snippet_add(snippet_new("If", "", ""), "test", parse_expression(parser));
    return snippet_add(whole, "body", parse_body(parser));
}

static Snippet *parse_while(Parser *parser)
{
    Snippet *whole = snippet_add(snippet_new("While", "", ""), "test", parse_expression(parser));
    return snippet_add(whole, "body", parse_body(parser));
}

static Snippet *parse_for(Parser *parser)
{
    Snippet *whole = snippet_new("For", "", ""), *target = parse_targets(parser);
    if (target != NULL)
        snippet_set_context(target, "Store");
    snippet_add(whole, "target", target);
    parser_needs(parser, "in");
    snippet_add(whole, "iter", parse_expression(parser));
    return snippet_add(whole, "body", parse_body(parser));
}

static Snippet *parse_with(Parser *parser)
{
    Snippet *whole = snippet_add(snippet_new("With", "", ""), "context_expr", parse_expression(parser));
    Snippet *target = parser_takes(parser, "as") ? parse_expression(parser) : NULL;
    if (target != NULL) {
        whole->form = "as";
        snippet_set_context(target, "Store");
    }
    snippet_add(whole, "optional_vars", target);
    return snippet_add(whole, "body", parse_body(parser));
}

static Snippet *parse_try(Parser *parser)
{
    Snippet *whole = snippet_add(snippet_new("Try", "", ""), "body", parse_body(parser));
    if (!parser_takes(parser, "finally")) {
        parser->at += strlen(parser->at); /* except …: the plain form has one */
        return snippet_add(snippet_add(whole, "type", snippet_new("Name", "", "Load")), "handler", snippet_new("Pass", "", ""));
    }
    whole->form = "finally";
    return snippet_add(whole, "finalbody", parse_body(parser));
}

static Snippet *parse_named(Parser *parser, const char *node)
{
    Snippet *whole = snippet_new(node, "", "");
    whole->name = parser_name(parser);
    parser->at += strcspn(parser->at, ":"); /* parameters and bases do not matter */
    return snippet_add(whole, "body", parse_body(parser));
}

static Snippet *parse_def(Parser *parser)
{
    return parse_named(parser, "FunctionDef");
}

static Snippet *parse_class(Parser *parser)
{
    return parse_named(parser, "ClassDef");
}

static Snippet *parse_async(Parser *parser)
{
    Snippet *whole = NULL;
    if (parser_takes(parser, "def"))
        whole = parse_named(parser, "AsyncFunctionDef");
    else if (parser_takes(parser, "for") && (whole = parse_for(parser)) != NULL)
        whole->node = "AsyncFor";
    else if (whole == NULL && parser_takes(parser, "with") && (whole = parse_with(parser)) != NULL)
        whole->node = "AsyncWith";
    return whole != NULL ? whole : parser_fail(parser, "def, for or with");
}

static Snippet *with_value(Parser *parser, const char *node, const char *label)
{
    if (at_end(parser))
        return snippet_new(node, "bare", "");
    Snippet *value = parse_expression(parser);
    if (value != NULL && parser_sees(parser, ","))
        value = parse_tuple(parser, value);
    return snippet_add(snippet_new(node, "", ""), label, value);
}

static Snippet *parse_return(Parser *parser)
{
    return with_value(parser, "Return", "value");
}

static Snippet *parse_raise(Parser *parser)
{
    return with_value(parser, "Raise", "exc");
}

static Snippet *parse_assert(Parser *parser)
{
    return snippet_add(snippet_new("Assert", "", ""), "test", parse_expression(parser));
}

static Snippet *parse_del(Parser *parser)
{
    Snippet *target = parse_targets(parser);
    if (target != NULL)
        snippet_set_context(target, "Del");
    return snippet_add(snippet_new("Delete", "", ""), "targets", target);
}

static Snippet *parse_import(Parser *parser)
{
    Snippet *whole = snippet_new("Import", "", "");
    whole->name = parser_name(parser);
    while (parser_takes(parser, ".") || parser_takes(parser, "as"))
        g_free(parser_name(parser));
    return whole;
}

static Snippet *parse_from(Parser *parser)
{
    Snippet *whole = snippet_new("ImportFrom", "", "");
    whole->name = parser_name(parser);
    while (parser_takes(parser, "."))
        g_free(parser_name(parser));
    if (!at_end(parser) && parser_needs(parser, "import"))
        g_free(parser_name(parser));
    return whole;
}

static Snippet *parse_global(Parser *parser)
{
    g_free(parser_name(parser));
    return snippet_new("Global", "", "");
}

static Snippet *parse_nonlocal(Parser *parser)
{
    g_free(parser_name(parser));
    return snippet_new("Nonlocal", "", "");
}

static Snippet *parse_pass(Parser *parser)
{
    (void)parser;
    return snippet_new("Pass", "", "");
}

static Snippet *parse_break(Parser *parser)
{
    (void)parser;
    return snippet_new("Break", "", "");
}

static Snippet *parse_continue(Parser *parser)
{
    (void)parser;
    return snippet_new("Continue", "", "");
}

static const struct {
    const char *word;
    Snippet *(*parse)(Parser *parser);
} STATEMENTS[] = {
    {"if", parse_if},         {"while", parse_while},   {"for", parse_for},     {"with", parse_with},
    {"try", parse_try},       {"def", parse_def},       {"class", parse_class}, {"async", parse_async},
    {"return", parse_return}, {"raise", parse_raise},   {"assert", parse_assert}, {"del", parse_del},
    {"import", parse_import}, {"from", parse_from},     {"global", parse_global}, {"nonlocal", parse_nonlocal},
    {"pass", parse_pass},     {"break", parse_break},   {"continue", parse_continue},
};

/* ---- assignments -------------------------------------------------------------------------------------- */

static const struct {
    const char *sign, *name;
} IN_PLACE[] = {
    {"+=", "Add"},     {"-=", "Sub"},     {"*=", "Mult"},  {"@=", "MatMult"}, {"/=", "Div"},    {"//=", "FloorDiv"}, {"%=", "Mod"},
    {"**=", "Pow"},    {"<<=", "LShift"}, {">>=", "RShift"}, {"&=", "BitAnd"},  {"|=", "BitOr"}, {"^=", "BitXor"},
};

static Snippet *parse_value(Parser *parser)
{
    Snippet *value = parse_expression(parser);
    return value != NULL && parser_sees(parser, ",") ? parse_tuple(parser, value) : value;
}

/* What stands left of +=: of a name nothing, of the others what they are made of. */
static Snippet *in_place(Parser *parser, Snippet *target, const char *operator)
{
    Snippet *whole = snippet_new("AugAssign", "", operator);
    if (strcmp(target->node, "Name") != 0) {
        whole->form = strcmp(target->node, "Attribute") == 0 ? "attribute" : "subscript";
        while (target->children->len > 0) {
            Snippet *child = g_ptr_array_steal_index(target->children, 0);
            snippet_add(whole, strcmp(child->label, "value") == 0 ? "target" : child->label, child);
        }
    }
    snippet_free(target);
    return snippet_add(whole, "value", parse_value(parser));
}

static Snippet *parse_assignment(Parser *parser)
{
    Snippet *left = parse_value(parser);
    if (left == NULL)
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS(IN_PLACE); i++)
        if (parser_takes(parser, IN_PLACE[i].sign))
            return in_place(parser, left, IN_PLACE[i].name);
    if (parser_takes(parser, ":=")) /* Python wants brackets around it here */
        return parse_walrus(parser, left);
    if (!parser_takes(parser, "="))
        return left;
    snippet_set_context(left, "Store");
    return snippet_add(snippet_add(snippet_new("Assign", "", ""), "targets", left), "value", parse_value(parser));
}

static Snippet *parse_simple(Parser *parser)
{
    for (guint i = 0; i < G_N_ELEMENTS(STATEMENTS); i++)
        if (parser_takes(parser, STATEMENTS[i].word))
            return STATEMENTS[i].parse(parser);
    return parse_assignment(parser);
}

Snippet *parse_statement(Parser *parser)
{
    return parse_simple(parser);
}
