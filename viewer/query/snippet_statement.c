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
    {"None", "x = None"},
    {"True", "x = True"},
    {"False", "x = False"},
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

/* Data model, "Special method names"; opcode: a pattern. The first row counts, and one without a method says that there is none. */
static const struct {
    const char *node, *operator, *opcode, *method;
} METHODS[] = {
    {NULL, NULL, "CALL_INTRINSIC*", NULL},
    {NULL, NULL, "CALL*", "__call__"},
    {NULL, NULL, "GET_ITER", "__iter__"},
    {NULL, NULL, "GET_YIELD_FROM_ITER", "__iter__"},
    {NULL, NULL, "FOR_ITER", "__next__"},
    {NULL, NULL, "GET_AITER", "__aiter__"},
    {NULL, NULL, "GET_ANEXT", "__anext__"},
    {NULL, NULL, "GET_AWAITABLE", "__await__"},
    {NULL, NULL, "LOAD_METHOD", "__getattribute__"},
    {NULL, NULL, "LOAD_ATTR", "__getattribute__"},
    {NULL, NULL, "STORE_ATTR", "__setattr__"},
    {NULL, NULL, "DELETE_ATTR", "__delattr__"},
    {NULL, NULL, "BINARY_SUBSCR", "__getitem__"},
    {NULL, NULL, "BINARY_SLICE", "__getitem__"},
    {NULL, NULL, "STORE_SUBSCR", "__setitem__"},
    {NULL, NULL, "STORE_SLICE", "__setitem__"},
    {NULL, NULL, "DELETE_SUBSCR", "__delitem__"},
    {NULL, NULL, "TO_BOOL", "__bool__"},
    {NULL, NULL, "UNARY_NOT", "__bool__"},
    {NULL, NULL, "*JUMP_IF_TRUE*", "__bool__"},
    {NULL, NULL, "*JUMP_IF_FALSE*", "__bool__"},
    {"BinOp", "Add", "*", "__add__"},
    {"BinOp", "Sub", "*", "__sub__"},
    {"BinOp", "Mult", "*", "__mul__"},
    {"BinOp", "MatMult", "*", "__matmul__"},
    {"BinOp", "Div", "*", "__truediv__"},
    {"BinOp", "FloorDiv", "*", "__floordiv__"},
    {"BinOp", "Mod", "*", "__mod__"},
    {"BinOp", "Pow", "*", "__pow__"},
    {"BinOp", "LShift", "*", "__lshift__"},
    {"BinOp", "RShift", "*", "__rshift__"},
    {"BinOp", "BitOr", "*", "__or__"},
    {"BinOp", "BitXor", "*", "__xor__"},
    {"BinOp", "BitAnd", "*", "__and__"},
    {"UnaryOp", "USub", "*", "__neg__"},
    {"UnaryOp", "UAdd", "*", "__pos__"},
    {"UnaryOp", "Invert", "*", "__invert__"},
    {"Compare", "Eq", "*_OP", "__eq__"},
    {"Compare", "NotEq", "*_OP", "__ne__"},
    {"Compare", "Lt", "*_OP", "__lt__"},
    {"Compare", "LtE", "*_OP", "__le__"},
    {"Compare", "Gt", "*_OP", "__gt__"},
    {"Compare", "GtE", "*_OP", "__ge__"},
    {"Compare", "In", "*_OP", "__contains__"},
    {"Compare", "NotIn", "*_OP", "__contains__"},
};

/* What Python asks for where a type has not what it asks for first. */
static const struct {
    const char *method, *instead;
} INSTEAD[] = {{"__bool__", "__len__"}, {"__contains__", "__iter__"}, {"__iter__", "__getitem__"}};

static const char *method_of_operator(const char *operator)
{
    for (guint i = 0; i < G_N_ELEMENTS(METHODS); i++)
        if (g_strcmp0(METHODS[i].node, "BinOp") == 0 && strcmp(METHODS[i].operator, operator) == 0)
            return METHODS[i].method;
    return NULL;
}

/* a += b asks for __iadd__, and then for what a + b does. */
static const char *method_in_place(const char *operator)
{
    const char *method = method_of_operator(operator);
    g_autofree char *name = method != NULL ? g_strconcat("__i", method + strlen("__"), NULL) : NULL;
    return name != NULL ? g_intern_string(name) : NULL;
}

const char *snippet_fallback(const Snippet *snippet, const char *method)
{
    for (guint i = 0; method != NULL && i < G_N_ELEMENTS(INSTEAD); i++)
        if (strcmp(INSTEAD[i].method, method) == 0)
            return INSTEAD[i].instead;
    gboolean is_in_place = method != NULL && strcmp(snippet->node, "AugAssign") == 0;
    return is_in_place && g_strcmp0(method, method_in_place(snippet->operator)) == 0 ? method_of_operator(snippet->operator) : NULL;
}

const char *snippet_method(const Snippet *snippet, const char *opcode)
{
    for (guint i = 0; i < G_N_ELEMENTS(METHODS); i++)
        if ((METHODS[i].node == NULL || strcmp(METHODS[i].node, snippet->node) == 0) &&
            (METHODS[i].operator == NULL || strcmp(METHODS[i].operator, snippet->operator) == 0) &&
            g_pattern_match_simple(METHODS[i].opcode, opcode))
            return METHODS[i].method;
    gboolean works_in_place = g_str_has_prefix(opcode, "INPLACE") || g_str_has_prefix(opcode, "BINARY");
    return strcmp(snippet->node, "AugAssign") == 0 && works_in_place ? method_in_place(snippet->operator) : NULL;
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
    parser->is_inside = TRUE;
    Snippet *body = parse_simple(parser);
    parser->is_inside = FALSE;
    return body;
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

/* Parameters and bases, and what is behind an arrow: they do not matter. */
static void skip_parameters(Parser *parser)
{
    int depth = 0;
    for (; *parser->at != '\0' && (depth > 0 || *parser->at != ':'); parser->at++)
        depth += strchr("([{", *parser->at) != NULL ? 1 : strchr(")]}", *parser->at) != NULL ? -1 : 0;
}

static Snippet *parse_named(Parser *parser, const char *node)
{
    Snippet *whole = snippet_new(node, "", "");
    whole->name = parser_name(parser);
    skip_parameters(parser);
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
    Snippet *whole = with_value(parser, "Raise", "exc");
    if (!parser_takes(parser, "from"))
        return whole;
    whole->form = "from";
    return snippet_add(whole, "cause", parse_expression(parser));
}

static Snippet *parse_assert(Parser *parser)
{
    Snippet *whole = snippet_add(snippet_new("Assert", "", ""), "test", parse_expression(parser));
    if (!parser_takes(parser, ","))
        return whole;
    whole->form = "message";
    return snippet_add(whole, "msg", parse_expression(parser));
}

static Snippet *parse_del(Parser *parser)
{
    Snippet *target = parse_targets(parser);
    if (target != NULL)
        snippet_set_context(target, "Del");
    return snippet_add(snippet_new("Delete", "", ""), "targets", target);
}

/* a, b as c: one is as good as several. */
static void skip_names(Parser *parser)
{
    do
        g_free(parser_name(parser));
    while (parser->wanted == NULL && (parser_takes(parser, ",") || parser_takes(parser, "as")));
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
    if (at_end(parser) || !parser_needs(parser, "import"))
        return whole;
    if (parser_takes(parser, "*"))
        whole->form = "star";
    else
        skip_names(parser);
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
    Snippet *value = parser_sees(parser, "*") ? parse_tuple(parser, NULL) : parse_expression(parser);
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
        return parser->is_inside ? snippet_add(snippet_new("Expr", "", ""), "value", left) : left;
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
