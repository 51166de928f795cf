/* snippet_expression.c: expressions for snippet.c: operators by how tightly they bind, calls, attributes, subscripts. */
#include "query/snippet_parser.h"

#include <string.h>

enum { DEEPEST = 60 }; /* brackets and operators within each other */

typedef struct Operator {
    const char *sign, *node, *name;
} Operator;

/* From the loosest to the tightest; of two signs the longer first. */
static const Operator LEVELS[][6] = {
    {{"|", "BinOp", "BitOr"}},
    {{"^", "BinOp", "BitXor"}},
    {{"&", "BinOp", "BitAnd"}},
    {{"<<", "BinOp", "LShift"}, {">>", "BinOp", "RShift"}},
    {{"+", "BinOp", "Add"}, {"-", "BinOp", "Sub"}},
    {{"//", "BinOp", "FloorDiv"}, {"*", "BinOp", "Mult"}, {"/", "BinOp", "Div"}, {"%", "BinOp", "Mod"}, {"@", "BinOp", "MatMult"}},
};

static const Operator COMPARISONS[] = {
    {"==", "Compare", "Eq"}, {"!=", "Compare", "NotEq"},  {"<=", "Compare", "LtE"},  {">=", "Compare", "GtE"},
    {"<", "Compare", "Lt"},  {">", "Compare", "Gt"},      {"in", "Compare", "In"},   {"is", "Compare", "Is"},
};

static Snippet *parse_unary(Parser *parser);

/* ---- behind an atom ----------------------------------------------------------------------------------- */

static void parse_argument(Parser *parser, Snippet *call)
{
    if (parser_takes(parser, "**")) {
        call->form = "double star";
        snippet_add(call, "value", parse_expression(parser));
        return;
    }
    if (parser_takes(parser, "*")) {
        call->form = "star";
        snippet_add(call, "args", parse_expression(parser));
        return;
    }
    Snippet *argument = parse_expression(parser);
    if (argument != NULL && !parser_sees(parser, "==") && parser_takes(parser, "=")) {
        snippet_free(argument);
        call->form = "keywords";
        snippet_add(call, "value", parse_expression(parser));
        return;
    }
    snippet_add(call, "args", argument);
}

/* f(x); x.m(y) is a form of its own, unless an argument is a special one. */
static Snippet *parse_call(Parser *parser, Snippet *function)
{
    Snippet *call = snippet_new("Call", "", "");
    while (!parser_sees(parser, ")") && parser->wanted == NULL) {
        parse_argument(parser, call);
        if (!parser_takes(parser, ","))
            break;
    }
    parser_needs(parser, ")");
    call->name = g_strdup(function->name);
    gboolean is_method = strcmp(function->node, "Attribute") == 0 && *call->form == '\0';
    if (!is_method) {
        function->label = "func";
        g_ptr_array_insert(call->children, 0, function);
        return call;
    }
    call->form = "method";
    Snippet *object = g_ptr_array_steal_index(function->children, 0);
    snippet_free(function);
    object->label = "value";
    g_ptr_array_insert(call->children, 0, object);
    return call;
}

/* Of a slice; what is left out is None. */
static Snippet *parse_bound(Parser *parser)
{
    gboolean is_out = parser_sees(parser, ":") || parser_sees(parser, "]");
    return is_out ? snippet_new("Constant", "", "") : parse_expression(parser);
}

static Snippet *parse_subscript(Parser *parser, Snippet *value)
{
    Snippet *subscript = snippet_add(snippet_new("Subscript", "", "Load"), "value", value);
    Snippet *index = parse_bound(parser);
    if (index != NULL && parser_sees(parser, ","))
        index = parse_tuple(parser, index);
    if (index != NULL && parser_takes(parser, ":")) {
        subscript->form = "slice";
        snippet_add(subscript, "lower", index);
        snippet_add(subscript, "upper", parse_bound(parser));
        if (parser_takes(parser, ":")) {
            subscript->form = "step";
            snippet_add(subscript, "step", parse_bound(parser));
        }
    } else {
        snippet_add(subscript, "slice", index);
    }
    parser_needs(parser, "]");
    return subscript;
}

static Snippet *parse_attribute(Parser *parser, Snippet *value)
{
    Snippet *attribute = snippet_add(snippet_new("Attribute", "", "Load"), "value", value);
    attribute->name = parser_name(parser);
    return attribute;
}

static Snippet *parse_primary(Parser *parser)
{
    if (parser_takes(parser, "await"))
        return snippet_add(snippet_new("Await", "", ""), "value", parse_primary(parser));
    Snippet *snippet = parse_atom(parser);
    while (snippet != NULL && parser->wanted == NULL) {
        if (parser_takes(parser, "("))
            snippet = parse_call(parser, snippet);
        else if (parser_takes(parser, "["))
            snippet = parse_subscript(parser, snippet);
        else if (!parser_sees(parser, "...") && parser_takes(parser, "."))
            snippet = parse_attribute(parser, snippet);
        else
            break;
    }
    return snippet;
}

/* ---- operators ---------------------------------------------------------------------------------------- */

static Snippet *binary(const char *node, const char *operator, Snippet *left, Snippet *right)
{
    return snippet_add(snippet_add(snippet_new(node, "", operator), "left", left), "right", right);
}

static Snippet *parse_power(Parser *parser)
{
    Snippet *base = parse_primary(parser);
    if (base == NULL || parser_sees(parser, "**=") || !parser_takes(parser, "**"))
        return base;
    return binary("BinOp", "Pow", base, parse_unary(parser));
}

static Snippet *parse_unary(Parser *parser)
{
    static const Operator UNARY[] = {{"-", "UnaryOp", "USub"}, {"+", "UnaryOp", "UAdd"}, {"~", "UnaryOp", "Invert"}};
    if (++parser->depth > DEEPEST)
        return parser_fail(parser, "something shorter");
    for (guint i = 0; i < G_N_ELEMENTS(UNARY); i++)
        if (parser_takes(parser, UNARY[i].sign)) {
            Snippet *operand = parse_unary(parser);
            parser->depth--;
            return snippet_add(snippet_new("UnaryOp", "", UNARY[i].name), "operand", operand);
        }
    Snippet *power = parse_power(parser);
    parser->depth--;
    return power;
}

/* Not the start of +=, of **. */
static const Operator *take_operator(Parser *parser, guint level)
{
    for (guint i = 0; i < G_N_ELEMENTS(LEVELS[level]) && LEVELS[level][i].sign != NULL; i++) {
        const Operator *operator= & LEVELS[level][i];
        if (!parser_sees(parser, operator->sign))
            continue;
        const char *behind = parser->at + strlen(operator->sign);
        if (*behind == '=' || (strcmp(operator->sign, "*") == 0 && *behind == '*'))
            return NULL;
        parser->at = behind;
        return operator;
    }
    return NULL;
}

static Snippet *parse_level(Parser *parser, guint level)
{
    if (level == G_N_ELEMENTS(LEVELS))
        return parse_unary(parser);
    Snippet *left = parse_level(parser, level + 1);
    const Operator *operator;
    while (left != NULL && parser->wanted == NULL && (operator= take_operator(parser, level)) != NULL)
        left = binary(operator->node, operator->name, left, parse_level(parser, level + 1));
    return left;
}

static const char *take_comparison(Parser *parser)
{
    if (parser_takes(parser, "not"))
        return parser_needs(parser, "in") ? "NotIn" : NULL;
    for (guint i = 0; i < G_N_ELEMENTS(COMPARISONS); i++)
        if (parser_takes(parser, COMPARISONS[i].sign)) {
            gboolean is_not = strcmp(COMPARISONS[i].name, "Is") == 0 && parser_takes(parser, "not");
            return is_not ? "IsNot" : COMPARISONS[i].name;
        }
    return NULL;
}

static Snippet *parse_comparison(Parser *parser)
{
    Snippet *left = parse_level(parser, 0);
    const char *operator= left == NULL ? NULL : take_comparison(parser);
    if (operator== NULL)
        return left;
    Snippet *whole = binary("Compare", operator, left, parse_level(parser, 0));
    const char *before = parser->at, *second = take_comparison(parser);
    if (second != NULL && strcmp(second, operator) == 0) {
        whole->form = "chain";
        snippet_add(whole, "last", parse_level(parser, 0));
        before = parser->at;
        second = take_comparison(parser);
    }
    if (second != NULL) {
        parser->at = before;
        parser_fail(parser, "one comparison, or two of a kind (a < b < c)");
    }
    return whole;
}

static Snippet *parse_not(Parser *parser)
{
    if (!parser_takes(parser, "not"))
        return parse_comparison(parser);
    return snippet_add(snippet_new("UnaryOp", "", "Not"), "operand", parse_not(parser));
}

static Snippet *parse_and(Parser *parser)
{
    Snippet *left = parse_not(parser);
    while (left != NULL && parser_takes(parser, "and"))
        left = binary("BoolOp", "And", left, parse_not(parser));
    return left;
}

Snippet *parse_disjunction(Parser *parser)
{
    Snippet *left = parse_and(parser);
    while (left != NULL && parser_takes(parser, "or"))
        left = binary("BoolOp", "Or", left, parse_and(parser));
    return left;
}

/* ---- what binds loosest ------------------------------------------------------------------------------- */

static Snippet *parse_lambda(Parser *parser)
{
    parser->at += strcspn(parser->at, ":"); /* the parameters do not matter */
    parser_needs(parser, ":");
    return snippet_add(snippet_new("Lambda", "", ""), "body", parse_expression(parser));
}

static Snippet *parse_yield(Parser *parser)
{
    if (parser_takes(parser, "from"))
        return snippet_add(snippet_new("YieldFrom", "", ""), "value", parse_expression(parser));
    parser_skip(parser);
    if (*parser->at == '\0' || *parser->at == ')')
        return snippet_new("Yield", "bare", "");
    return snippet_add(snippet_new("Yield", "", ""), "value", parse_expression(parser));
}

Snippet *parse_walrus(Parser *parser, Snippet *target)
{
    snippet_set_context(target, "Store");
    Snippet *whole = snippet_add(snippet_new("NamedExpr", "", ""), "target", target);
    return snippet_add(whole, "value", parse_expression(parser));
}

Snippet *parse_tuple(Parser *parser, Snippet *first)
{
    Snippet *tuple = snippet_add(snippet_new("Tuple", "", "Load"), "elts", first);
    if (first == NULL)
        parse_element(parser, tuple);
    while (parser->wanted == NULL && parser_takes(parser, ",")) {
        parser_skip(parser);
        if (*parser->at == '\0' || strchr(")]=:", *parser->at) != NULL)
            break;
        parse_element(parser, tuple);
    }
    return tuple;
}

/* x, or *x, of targets: what is behind it is `in` or an =. */
static void parse_target(Parser *parser, Snippet *tuple)
{
    if (!parser_takes(parser, "*")) {
        snippet_add_plain(tuple, parse_level(parser, 0));
        return;
    }
    if (*tuple->form == '\0')
        tuple->form = tuple->children->len > 0 ? "plain, star" : "star";
    snippet_add(tuple, "starred", parse_level(parser, 0));
}

Snippet *parse_targets(Parser *parser)
{
    Snippet *first = parser_sees(parser, "*") ? NULL : parse_level(parser, 0);
    if (parser->wanted != NULL || (first != NULL && !parser_sees(parser, ",")))
        return first;
    Snippet *tuple = snippet_add(snippet_new("Tuple", "", "Load"), "elts", first);
    if (first == NULL)
        parse_target(parser, tuple);
    while (parser->wanted == NULL && parser_takes(parser, ","))
        parse_target(parser, tuple);
    return tuple;
}

Snippet *parse_expression(Parser *parser)
{
    if (++parser->depth > DEEPEST)
        return parser_fail(parser, "something shorter");
    if (parser_takes(parser, "lambda"))
        return parse_lambda(parser);
    if (parser_takes(parser, "yield"))
        return parse_yield(parser);
    Snippet *body = parse_disjunction(parser);
    if (body != NULL && parser_takes(parser, "if")) {
        Snippet *whole = snippet_new("IfExp", "", "");
        snippet_add(whole, "test", parse_disjunction(parser));
        snippet_add(whole, "body", body);
        parser_needs(parser, "else");
        body = snippet_add(whole, "orelse", parse_expression(parser));
    }
    parser->depth--;
    return body;
}
