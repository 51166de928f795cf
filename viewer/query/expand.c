/* expand.c: fills a macro's parameters in; see expand.h. It reads C as the preprocessor does, by tokens: names, literals,
 * comments, and # and ## between them. */
#include "query/expand.h"

#include <string.h>

#define DEEPEST   4  /* macros that say nothing but the use of another */
#define USE_LINES 30 /* of the source, in which a use is closed */

static gboolean starts_name(char c)
{
    return g_ascii_isalpha(c) || c == '_';
}

static gboolean goes_on(char c)
{
    return g_ascii_isalnum(c) || c == '_';
}

/* The end of the token that starts at `at`: a name or number, a literal, a comment, else one character. */
static const char *token_end(const char *at)
{
    if (goes_on(*at)) {
        while (goes_on(*at))
            at++;
        return at;
    }
    if (*at == '"' || *at == '\'') {
        char quote = *at++;
        while (*at != '\0' && *at != quote)
            at += at[0] == '\\' && at[1] != '\0' ? 2 : 1;
        return at + (*at != '\0');
    }
    if (at[0] == '/' && at[1] == '*') {
        const char *end = strstr(at + 2, "*/");
        return end != NULL ? end + 2 : at + strlen(at);
    }
    return at + 1;
}

/* Where the first token `name` in `text` ends; NULL: there is none. */
static const char *behind_name(const char *text, const char *name)
{
    while (*text != '\0') {
        const char *end = token_end(text);
        if ((gsize)(end - text) == strlen(name) && strncmp(text, name, (gsize)(end - text)) == 0)
            return end;
        text = end;
    }
    return NULL;
}

/* The parts between the parenthesis at `at` and the one that closes it, apart by commas; `*end` is behind that. With
 * `limit` the last of so many has the rest. NULL: it is not closed. */
static GPtrArray *read_list(const char *at, guint limit, const char **end)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    int depth = 1;
    const char *start = ++at;
    for (; *at != '\0'; at = token_end(at)) {
        depth += *at == '(' || *at == '{' || *at == '[';
        depth -= *at == ')' || *at == '}' || *at == ']';
        gboolean is_comma = depth == 1 && *at == ',' && (limit == 0 || parts->len + 1 < limit);
        if (!is_comma && depth > 0)
            continue;
        g_ptr_array_add(parts, g_strstrip(g_strndup(start, (gsize)(at - start))));
        start = at + 1;
        if (depth == 0) {
            *end = at + 1;
            return g_steal_pointer(&parts);
        }
    }
    return NULL;
}

/* ---- filling in --------------------------------------------------------------------------------------- */

typedef struct Filling {
    const GPtrArray *parameters, *arguments;
    GString *to;
} Filling;

static const char *argument_for(const Filling *filling, const char *name, gsize length)
{
    for (guint i = 0; i < filling->parameters->len; i++) {
        const char *parameter = filling->parameters->pdata[i];
        const char *called = strcmp(parameter, "...") == 0 ? "__VA_ARGS__" : parameter;
        if (strlen(called) == length && strncmp(called, name, length) == 0)
            return i < filling->arguments->len ? filling->arguments->pdata[i] : "";
    }
    return NULL;
}

static void append_string(GString *to, const char *text)
{
    g_string_append_c(to, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            g_string_append_c(to, '\\');
        g_string_append_c(to, *text);
    }
    g_string_append_c(to, '"');
}

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \t");
}

/* Takes what stands at `at` over; gives where to go on. */
static const char *fill_token(Filling *filling, const char *at)
{
    const char *end = token_end(at), *argument;
    if (at[0] == '#' && at[1] == '#') { /* nothing between the two */
        while (filling->to->len > 0 && strchr(" \t", filling->to->str[filling->to->len - 1]) != NULL)
            g_string_truncate(filling->to, filling->to->len - 1);
        return skip_blanks(at + 2);
    }
    const char *name = *at == '#' ? skip_blanks(end) : at;
    const char *name_end = token_end(name);
    argument = starts_name(*name) ? argument_for(filling, name, (gsize)(name_end - name)) : NULL;
    if (argument == NULL) {
        g_string_append_len(filling->to, at, end - at);
        return end;
    }
    if (*at == '#')
        append_string(filling->to, argument);
    else
        g_string_append(filling->to, argument);
    return name_end;
}

/* Without the backslashes that continue lines, and the blanks before them. */
static char *join_lines(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_strchomp(*line);
        gsize length = strlen(*line);
        if (length > 0 && (*line)[length - 1] == '\\')
            (*line)[length - 1] = '\0';
        g_strchomp(*line);
    }
    return g_strjoinv("\n", lines);
}

char *expand_text(const char *definition, const char *name, const char *use)
{
    g_autofree char *text = join_lines(definition);
    const char *body = behind_name(text, name), *open = behind_name(use, name), *end = NULL;
    if (body == NULL || open == NULL)
        return NULL;
    if (*body != '(')
        return g_strdup(body);
    g_autoptr(GPtrArray) parameters = read_list(body, 0, &body);
    open += strspn(open, " \t\r\n");
    g_autoptr(GPtrArray) arguments =
        parameters != NULL && *open == '(' ? read_list(open, parameters->len, &end) : NULL;
    if (arguments == NULL)
        return NULL;
    Filling filling = {parameters, arguments, g_string_new(NULL)};
    while (*body != '\0')
        body = fill_token(&filling, body);
    return g_string_free(filling.to, FALSE);
}

/* ---- in a tree ---------------------------------------------------------------------------------------- */

void expansion_free(Expansion *expansion)
{
    g_free(expansion->macro);
    g_free(expansion->file);
    g_free(expansion->text);
    g_free(expansion);
}

static Expansion *expand_once(Index *index, const char *macro, const char *use, const char *file, int line,
                              GError **error)
{
    g_autofree char *above = g_strdup_printf("%d", line);
    g_autoptr(Table) found =
        index_query(index, error, "expand_macro", "name", macro, "file", file, "line", above, NULL);
    if (found == NULL || table_size(found) == 0)
        return NULL;
    g_autoptr(Expansion) expansion = g_new0(Expansion, 1);
    expansion->macro = g_strdup(macro);
    expansion->file = g_strdup(table_get(found, 0, "file"));
    expansion->line = (int)table_get_int(found, 0, "line");
    g_autofree char *definition =
        index_read_source(index, expansion->file, expansion->line, (int)table_get_int(found, 0, "end_line"),
                          &expansion->is_stale, error);
    expansion->text = definition != NULL ? expand_text(definition, macro, use) : NULL;
    return expansion->text != NULL ? g_steal_pointer(&expansion) : NULL;
}

/* The macro whose use is all that `text` says; NULL: it says more, or something else. The caller frees it. */
static char *only_use(const char *text)
{
    const char *start = text + strspn(text, " \t\n"), *name_end = token_end(start), *end;
    if (!starts_name(*start) || *name_end != '(')
        return NULL;
    g_autoptr(GPtrArray) arguments = read_list(name_end, 0, &end);
    if (arguments == NULL || end[strspn(end, " \t\n;")] != '\0')
        return NULL;
    return g_strndup(start, (gsize)(name_end - start));
}

/* An empty first line is the #define's own. */
static void drop_first_line(Expansion *expansion)
{
    gsize blanks = strspn(expansion->text, " \t");
    if (expansion->text[blanks] != '\n')
        return;
    char *rest = g_strdup(expansion->text + blanks + 1);
    g_free(expansion->text);
    expansion->text = rest;
    expansion->line++;
}

Expansion *expand_use(Index *index, const char *macro, const char *file, int line, GError **error)
{
    gboolean is_stale;
    g_autofree char *use = index_read_source(index, file, line, line + USE_LINES, &is_stale, error);
    g_autoptr(Expansion) best = use != NULL ? expand_once(index, macro, use, file, line, error) : NULL;
    for (int depth = 0; best != NULL && depth < DEEPEST; depth++) {
        g_autofree char *next = only_use(best->text);
        Expansion *inner =
            next != NULL ? expand_once(index, next, best->text, best->file, line, error) : NULL;
        if (inner == NULL)
            break;
        expansion_free(best);
        best = inner;
    }
    if (best != NULL)
        drop_first_line(best);
    return g_steal_pointer(&best);
}
