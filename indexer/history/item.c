/* item.c: tells a function from a variable, a type, a declaration by the shape of its tokens. See item.h.
 *
 *     static PyObject *            name ( … )                    { : a function
 *     STRINGLIB ( find_char )      ( … )                         { : a function, STRINGLIB(find_char)
 *     PyTypeObject                 name = {…}                    ; : a variable
 *     typedef struct {…}           name                          ; : a type
 *     static int                   name ( … )                    ; : a declaration, left out */
#include "history/item.h"

#include "history/lexer.h"

#include <string.h>

static const Token NO_TOKEN;

static const Token *at(const Item *item, guint i)
{
    return i < item->tokens->len ? &g_array_index(item->tokens, Token, i) : &NO_TOKEN;
}

static gboolean is(const Item *item, guint i, const char *word)
{
    const Token *token = at(item, i);
    gsize length = strlen(word);
    return token->kind == 'a' && token->end - token->start == length &&
           strncmp(item->text + token->start, word, length) == 0;
}

static gboolean holds(const Item *item, guint i, const char *word)
{
    const Token *token = at(item, i);
    return g_strstr_len(item->text + token->start, (gssize)(token->end - token->start), word) != NULL;
}

static gboolean has_kind(const Item *item, char kind)
{
    for (guint i = 0; i < item->tokens->len; i++)
        if (at(item, i)->kind == kind)
            return TRUE;
    return FALSE;
}

static gboolean is_record_word(const Item *item, guint i)
{
    return is(item, i, "struct") || is(item, i, "union") || is(item, i, "enum");
}

static gboolean name_it(Extent *extent, guint start, guint end)
{
    extent->name = start;
    extent->name_length = end - start;
    return end > start;
}

/* The name in a bracket: "(*name)(", "(name, …". */
static gboolean name_inside(const Item *item, guint i, Extent *extent)
{
    const Token *token = at(item, i);
    const char *p = item->text + token->start + 1, *end = item->text + token->end;
    while (p < end && !lexer_is_name(*p) && *p != ')')
        p++;
    return name_it(extent, (guint)(p - item->text), (guint)(p - item->text + lexer_name(p)));
}

static gboolean is_pointer(const Item *item, guint i)
{
    const Token *token = at(item, i);
    return token->kind == '(' && item->text[token->start + 1 + strspn(item->text + token->start + 1, " \t")] == '*';
}

/* __attribute__((…)), Py_GCC_ATTRIBUTE((…)), __declspec(…): these name nothing. */
static gboolean is_attribute(const Item *item, guint i)
{
    return is(item, i, "__attribute__") || holds(item, i, "ATTRIBUTE") || holds(item, i, "declspec") ||
           holds(item, i, "SANITIZE") || holds(item, i, "DEPRECATED");
}

/* ---- functions ---- */

/* The last name with a bracket behind it; FALSE if there is none. */
static gboolean find_head(const Item *item, guint *head)
{
    gboolean found = FALSE;
    for (guint i = 0; i + 1 < item->tokens->len; i++)
        if (at(item, i)->kind == 'a' && at(item, i + 1)->kind == '(' && !is_attribute(item, i)) {
            *head = i;
            found = TRUE;
        }
    return found;
}

static gboolean is_record_body(const Item *item)
{
    guint count = item->tokens->len;
    return (count >= 1 && is_record_word(item, count - 1)) ||
           (count >= 2 && is_record_word(item, count - 2) && at(item, count - 1)->kind == 'a');
}

/* DECODER(hz) { … }: a macro alone makes the head. */
static gboolean is_made_head(const Item *item)
{
    const Token *name = at(item, 0), *bracket = at(item, 1);
    const char *inside = item->text + bracket->start + 1;
    gsize length = lexer_name(inside);
    return item->tokens->len == 2 && g_ascii_isupper(item->text[name->start]) && length > 0 &&
           bracket->start + 2 + length == bracket->end && strncmp(inside, "void", length) != 0;
}

gboolean item_is_function(const Item *item, Extent *extent)
{
    guint head;
    if (is(item, 0, "typedef") || has_kind(item, '=') || is_record_body(item) || !find_head(item, &head))
        return FALSE;
    const Token *name = at(item, head), *bracket = at(item, head + 1);
    if (at(item, head + 2)->kind != '(' && !is_made_head(item))
        return name_it(extent, name->start, name->end);
    if (is_pointer(item, head + 1)) /* void (*f(int a))(int) */
        return name_inside(item, head + 1, extent);
    return name_it(extent, name->start, bracket->end);
}

/* Whether a bracket holds names apart by commas, as before the declarations of parameters in old C. */
static gboolean holds_names(const Item *item, guint i)
{
    const Token *token = at(item, i);
    g_autofree char *inside = g_strndup(item->text + token->start + 1, token->end - token->start - 2);
    g_auto(GStrv) names = g_strsplit(inside, ",", -1);
    for (char **name = names; *name != NULL; name++)
        if (*g_strstrip(*name) == '\0' || lexer_name(*name) != strlen(*name))
            return FALSE;
    return names[0] != NULL && strcmp(names[0], "void") != 0;
}

gboolean item_is_old_style(const Item *item)
{
    guint head;
    if (is(item, 0, "typedef") || is(item, 0, "extern") || has_kind(item, '=') || has_kind(item, '{') ||
        !find_head(item, &head) || holds(item, head, "Py") || holds(item, head, "PY"))
        return FALSE;
    return holds_names(item, head + 1) && at(item, head + 2)->kind == 'a' && !is_attribute(item, head + 2) &&
           item->tokens->len > head + 3;
}

gboolean item_ends_with_use(const Item *item)
{
    guint count = item->tokens->len;
    return count >= 5 && at(item, count - 1)->kind == '(' && at(item, count - 2)->kind == 'a' &&
           at(item, count - 3)->kind == '(' && !is_attribute(item, count - 2);
}

gboolean item_is_linkage(const Item *item)
{
    return item->tokens->len == 2 && is(item, 0, "extern") && at(item, 1)->kind == '"';
}

/* Py_LOCAL_INLINE(int), PyAPI_FUNC(int) stand for a type and belong to what follows. */
gboolean item_is_use(const Item *item)
{
    return item->tokens->len == 2 && at(item, 0)->kind == 'a' && at(item, 1)->kind == '(' && !is_attribute(item, 0) &&
           !holds(item, 0, "LOCAL") && !holds(item, 0, "API");
}

/* ---- the rest ---- */

/* The last name before the first of = [ , : or the end, from token `from`. */
static gboolean name_declared(const Item *item, guint from, Extent *extent)
{
    guint last = G_MAXUINT;
    for (guint i = from; i < item->tokens->len && strchr("=[,:", at(item, i)->kind) == NULL; i++)
        if (at(item, i)->kind == 'a' && !is_attribute(item, i))
            last = i;
        else if (is_pointer(item, i) && at(item, i + 1)->kind == '(') /* int (*name)(int) */
            return name_inside(item, i, extent);
    return last != G_MAXUINT && name_it(extent, at(item, last)->start, at(item, last)->end);
}

static guint find_kind(const Item *item, char kind)
{
    guint i = 0;
    while (i < item->tokens->len && at(item, i)->kind != kind)
        i++;
    return i;
}

static gboolean classify_typedef(const Item *item, Extent *extent)
{
    guint body = find_kind(item, '{');
    extent->kind = EXTENT_TYPE;
    return name_declared(item, body < item->tokens->len ? body + 1 : 1, extent);
}

/* struct tag {…}; or struct tag {…} variable; */
static gboolean classify_record(const Item *item, guint body, Extent *extent)
{
    if (body + 1 == item->tokens->len) {
        extent->kind = EXTENT_TYPE;
        return at(item, body - 1)->kind == 'a' && !is_record_word(item, body - 1) &&
               name_it(extent, at(item, body - 1)->start, at(item, body - 1)->end);
    }
    return name_declared(item, body + 1, extent);
}

/* Macros that define a variable of the name they are given. */
static gboolean is_definer(const Item *item, guint i)
{
    static const char *const definers[] = {"PyDoc_STRVAR", "PyDoc_VAR", "_Py_IDENTIFIER", "_Py_static_string"};
    for (guint n = 0; n < G_N_ELEMENTS(definers); n++)
        if (is(item, i, definers[n]))
            return at(item, i + 1)->kind == '(';
    return FALSE;
}

gboolean item_classify(const Item *item, Extent *extent)
{
    guint count = item->tokens->len, equals = find_kind(item, '='), body = find_kind(item, '{');
    guint definer = is(item, 0, "static");
    extent->kind = EXTENT_VARIABLE;
    if (is(item, 0, "typedef"))
        return classify_typedef(item, extent);
    if (is_definer(item, definer))
        return name_inside(item, definer + 1, extent);
    if (body < equals && body > 0)
        return classify_record(item, body, extent);
    if (equals < count)
        return name_declared(item, 0, extent);
    if (count < 2 || is(item, 0, "extern") || holds(item, 0, "PyAPI_DATA") || at(item, count - 1)->kind == '(')
        return FALSE;
    if (is_record_word(item, 0) && count == 2) /* struct name; */
        return FALSE;
    return name_declared(item, 0, extent);
}
