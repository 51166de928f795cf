/* snippet.c: see snippet.h. A parser by descent, from what binds loosest to what binds tightest. It takes more than Python
 * does (`yield` anywhere) and less of the long forms: what a node becomes hangs on its kind alone. */
#include "query/snippet_parser.h"

#include <string.h>

/* ---- nodes -------------------------------------------------------------------------------------------- */

Snippet *snippet_new(const char *node, const char *form, const char *operator)
{
    Snippet *snippet = g_new0(Snippet, 1);
    snippet->node = node;
    snippet->form = form;
    snippet->operator = operator;
    snippet->children = g_ptr_array_new_with_free_func((GDestroyNotify)snippet_free);
    return snippet;
}

void snippet_free(Snippet *snippet)
{
    if (snippet == NULL)
        return;
    g_free(snippet->name);
    g_ptr_array_unref(snippet->children);
    g_free(snippet);
}

Snippet *snippet_add(Snippet *parent, const char *label, Snippet *child)
{
    if (child == NULL)
        return parent;
    child->label = label;
    g_ptr_array_add(parent->children, child);
    return parent;
}

/* The target of an assignment, of del: what it does is not loading. */
void snippet_set_context(Snippet *snippet, const char *context)
{
    if (strcmp(snippet->operator, "Load") != 0)
        return;
    snippet->operator = context;
    gboolean holds_targets = strcmp(snippet->node, "Tuple") == 0 || strcmp(snippet->node, "List") == 0;
    for (guint i = 0; holds_targets && i < snippet->children->len; i++)
        snippet_set_context(snippet->children->pdata[i], context);
}

/* ---- words -------------------------------------------------------------------------------------------- */

void parser_skip(Parser *parser)
{
    parser->at += strspn(parser->at, " \t\n");
}

static gsize word_length(const char *at)
{
    gsize length = 0;
    while (g_ascii_isalnum(at[length]) || at[length] == '_' || (guchar)at[length] >= 0x80)
        length++;
    return length;
}

gboolean parser_sees(Parser *parser, const char *sign)
{
    parser_skip(parser);
    gsize length = strlen(sign);
    if (strncmp(parser->at, sign, length) != 0)
        return FALSE;
    return !g_ascii_isalpha(*sign) || word_length(parser->at) == length;
}

gboolean parser_takes(Parser *parser, const char *sign)
{
    if (!parser_sees(parser, sign))
        return FALSE;
    parser->at += strlen(sign);
    return TRUE;
}

Snippet *parser_fail(Parser *parser, const char *wanted)
{
    if (parser->wanted == NULL) {
        parser->wanted = wanted;
        parser->failed_at = parser->at;
    }
    return NULL;
}

gboolean parser_needs(Parser *parser, const char *sign)
{
    if (parser_takes(parser, sign))
        return TRUE;
    parser_fail(parser, sign);
    return FALSE;
}

char *parser_name(Parser *parser)
{
    static const char *const KEYWORDS[] = {"and", "as", "assert", "async", "await", "class", "def", "del", "elif", "else",
                                           "except", "finally", "for", "from", "global", "if", "import", "in", "is",
                                           "lambda", "nonlocal", "not", "or", "raise", "return", "try", "while", "with",
                                           "yield", NULL};
    parser_skip(parser);
    gsize length = g_ascii_isdigit(*parser->at) ? 0 : word_length(parser->at);
    g_autofree char *name = g_strndup(parser->at, length);
    if (length == 0 || g_strv_contains(KEYWORDS, name)) {
        parser_fail(parser, "a name");
        return NULL;
    }
    parser->at += length;
    return g_steal_pointer(&name);
}

/* ---- atoms -------------------------------------------------------------------------------------------- */

static Snippet *parse_constant(Parser *parser, gsize length)
{
    parser->at += length;
    return snippet_new("Constant", "", "");
}

static gsize number_length(const char *at)
{
    gsize length = 0;
    while (g_ascii_isalnum(at[length]) || at[length] == '_' || at[length] == '.' ||
           (strchr("+-", at[length]) != NULL && at[length] != '\0' && length > 0 && strchr("eE", at[length - 1]) != NULL))
        length++;
    return length;
}

/* What stands between the braces of an f-string. */
static Snippet *parse_field(Parser *parser)
{
    Snippet *field = snippet_new("FormattedValue", "", "");
    snippet_add(field, "value", parse_expression(parser));
    if (parser_takes(parser, "!")) {
        field->form = "conversion";
        parser->at += strspn(parser->at, "rsa");
    }
    if (parser_takes(parser, ":")) {
        field->form = *field->form != '\0' ? "conversion, format" : "format";
        parser->at += strcspn(parser->at, "}");
        snippet_add(field, "format_spec", snippet_new("Constant", "", ""));
    }
    parser_needs(parser, "}");
    return field;
}

static Snippet *parse_string(Parser *parser, gboolean is_format)
{
    char quote = *parser->at++;
    g_autoptr(Snippet) joined = snippet_new("JoinedStr", "", "");
    while (*parser->at != quote && *parser->at != '\0' && parser->wanted == NULL) {
        if (is_format && *parser->at == '{') {
            parser->at++;
            snippet_add(joined, "values", parse_field(parser));
            continue;
        }
        gsize length = strcspn(parser->at, is_format ? "{'\"" : "'\"");
        if (length > 0)
            snippet_add(joined, "values", snippet_new("Constant", "", ""));
        parser->at += MAX(length, *parser->at == quote ? 0 : 1);
    }
    if (*parser->at != quote)
        return parser_fail(parser, "the end of the string");
    parser->at++;
    if (!is_format)
        return snippet_new("Constant", "", "");
    if (joined->children->len == 1)
        joined->form = "one";
    return g_steal_pointer(&joined);
}

static gsize prefix_length(const char *at, gboolean *is_format)
{
    gsize length = strspn(at, "rRbBuUfF");
    gboolean is_string = at[length] == '"' || at[length] == '\'';
    *is_format = memchr(at, 'f', length) != NULL || memchr(at, 'F', length) != NULL;
    return is_string ? length : 0;
}

/* `for x in y if z` behind what a comprehension makes. */
static Snippet *parse_comprehension(Parser *parser, const char *node, Snippet *first, Snippet *second)
{
    Snippet *whole = snippet_new(node, "", "");
    snippet_add(whole, second != NULL ? "key" : "elt", first);
    snippet_add(whole, "value", second);
    Snippet *target = parse_targets(parser);
    if (target != NULL)
        snippet_set_context(target, "Store");
    snippet_add(whole, "target", target);
    parser_needs(parser, "in");
    snippet_add(whole, "iter", parse_disjunction(parser));
    if (parser_takes(parser, "if")) {
        whole->form = "if";
        snippet_add(whole, "ifs", parse_disjunction(parser));
    }
    return whole;
}

/* An element of a list, a tuple, a set: also *a, which makes it another form. */
gboolean parse_element(Parser *parser, Snippet *whole)
{
    if (parser_sees(parser, "**") || !parser_takes(parser, "*")) {
        snippet_add_plain(whole, parse_expression(parser));
        return FALSE;
    }
    if (*whole->form == '\0')
        whole->form = whole->children->len > 0 ? "plain, star" : "star";
    snippet_add(whole, "starred", parse_disjunction(parser));
    return TRUE;
}

void snippet_add_plain(Snippet *whole, Snippet *element)
{
    if (strcmp(whole->form, "star") == 0)
        whole->form = "star, plain";
    snippet_add(whole, "elts", element);
}

static Snippet *parse_list(Parser *parser)
{
    g_autoptr(Snippet) list = snippet_new("List", "", "Load");
    while (!parser_sees(parser, "]") && parser->wanted == NULL) {
        gboolean is_starred = parse_element(parser, list);
        if (!is_starred && parser->wanted == NULL && parser_takes(parser, "for")) {
            Snippet *element = g_ptr_array_steal_index(list->children, list->children->len - 1);
            Snippet *whole = parse_comprehension(parser, "ListComp", element, NULL);
            parser_needs(parser, "]");
            return whole;
        }
        if (!parser_takes(parser, ","))
            break;
    }
    parser_needs(parser, "]");
    return g_steal_pointer(&list);
}

/* key: value, **values or an element, at what stands between braces; what a comprehension makes of it, or NULL. */
static Snippet *parse_item(Parser *parser, Snippet *dict, Snippet *set)
{
    if (parser_takes(parser, "**")) {
        dict->form = "unpack";
        snippet_add(dict, "values", parse_disjunction(parser));
        return NULL;
    }
    if (parser_sees(parser, "*")) {
        parse_element(parser, set);
        return NULL;
    }
    Snippet *key = parse_expression(parser);
    Snippet *value = key != NULL && parser_takes(parser, ":") ? parse_expression(parser) : NULL;
    if (key != NULL && parser_takes(parser, "for"))
        return parse_comprehension(parser, value != NULL ? "DictComp" : "SetComp", key, value);
    if (value != NULL && strcmp(dict->form, "empty") == 0)
        dict->form = "";
    if (value == NULL) {
        snippet_add_plain(set, key);
        return NULL;
    }
    snippet_add(dict, "keys", key);
    snippet_add(dict, "values", value);
    return NULL;
}

static Snippet *parse_braces(Parser *parser)
{
    g_autoptr(Snippet) dict = snippet_new("Dict", "empty", "");
    g_autoptr(Snippet) set = snippet_new("Set", "", "");
    Snippet *whole = NULL;
    while (whole == NULL && !parser_sees(parser, "}") && parser->wanted == NULL) {
        whole = parse_item(parser, dict, set);
        if (!parser_takes(parser, ","))
            break;
    }
    parser_needs(parser, "}");
    if (whole != NULL)
        return whole;
    return set->children->len > 0 ? g_steal_pointer(&set) : g_steal_pointer(&dict);
}

static Snippet *parse_brackets(Parser *parser)
{
    if (parser_takes(parser, ")"))
        return snippet_new("Constant", "", ""); /* () */
    Snippet *inside = parser_sees(parser, "*") ? parse_tuple(parser, NULL) : parse_expression(parser);
    if (inside != NULL && parser_takes(parser, "for"))
        inside = parse_comprehension(parser, "GeneratorExp", inside, NULL);
    else if (inside != NULL && parser_takes(parser, ":="))
        inside = parse_walrus(parser, inside);
    else if (inside != NULL && parser_sees(parser, ","))
        inside = parse_tuple(parser, inside);
    parser_needs(parser, ")");
    return inside;
}

Snippet *parse_atom(Parser *parser)
{
    gboolean is_format;
    parser_skip(parser);
    gsize prefix = prefix_length(parser->at, &is_format);
    if (prefix > 0 || *parser->at == '"' || *parser->at == '\'') {
        parser->at += prefix;
        return parse_string(parser, is_format);
    }
    if (g_ascii_isdigit(*parser->at) || (*parser->at == '.' && g_ascii_isdigit(parser->at[1])))
        return parse_constant(parser, number_length(parser->at));
    if (parser_takes(parser, "...") || parser_takes(parser, "None") || parser_takes(parser, "True") ||
        parser_takes(parser, "False"))
        return snippet_new("Constant", "", "");
    if (parser_takes(parser, "("))
        return parse_brackets(parser);
    if (parser_takes(parser, "["))
        return parse_list(parser);
    if (parser_takes(parser, "{"))
        return parse_braces(parser);
    char *name = parser_name(parser);
    if (name == NULL)
        return NULL;
    Snippet *snippet = snippet_new("Name", "", "Load");
    snippet->name = name;
    return snippet;
}

/* ---- the whole ---------------------------------------------------------------------------------------- */

static void say_problem(const Parser *parser, const char *text, GError **error)
{
    const char *end = parser->failed_at;
    while (end > text && g_ascii_isspace(end[-1]))
        end--;
    g_autofree char *understood = g_strndup(text, (gsize)(end - text));
    g_set_error(error, SNIPPET_ERROR, SNIPPET_ERROR_SYNTAX, "%s%s%s%s wanted %s%s%s", *understood != '\0' ? "understood \"" : "",
                understood, *understood != '\0' ? "\"; then" : "at the start", "", parser->wanted,
                *parser->failed_at != '\0' ? ", found " : "", *parser->failed_at != '\0' ? parser->failed_at : "");
}

Snippet *snippet_parse(const char *text, GError **error)
{
    Parser parser = {.at = text};
    Snippet *snippet = parse_statement(&parser);
    parser_skip(&parser);
    if (parser.wanted == NULL && *parser.at != '\0')
        parser_fail(&parser, "the end");
    if (parser.wanted == NULL && snippet != NULL)
        return snippet;
    say_problem(&parser, text, error);
    snippet_free(snippet);
    return NULL;
}
