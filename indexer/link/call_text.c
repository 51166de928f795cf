/* call_text.c: see call_text.h. */
#include "link/call_text.h"

#include <string.h>

enum { LINE = 24 }; /* letters of a line, as a first guess */

/* ---- a file ---- */

static void find_lines(SourceText *source)
{
    guint room = (guint)(source->length / LINE) + 2;
    const char *end = source->text + source->length;
    source->lines = g_new(guint32, room);
    for (const char *at = source->text; at != NULL;) {
        if (source->line_count == room)
            source->lines = g_renew(guint32, source->lines, room *= 2);
        source->lines[source->line_count++] = (guint32)(at - source->text);
        at = memchr(at, '\n', (gsize)(end - at));
        at = at != NULL ? at + 1 : NULL;
    }
}

SourceText *source_text_read(const char *root, const char *path)
{
    SourceText *source = g_new0(SourceText, 1);
    g_autofree char *file = g_build_filename(root, path, NULL);
    if (!g_file_get_contents(file, &source->text, &source->length, NULL)) {
        source_text_free(source);
        return NULL;
    }
    find_lines(source);
    return source;
}

void source_text_free(SourceText *source)
{
    g_free(source->text);
    g_free(source->lines);
    g_free(source);
}

static void free_text(gpointer text)
{
    if (text != NULL)
        source_text_free(text);
}

GHashTable *source_texts_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_text);
}

const SourceText *source_texts_get(GHashTable *texts, const char *root, const char *path)
{
    gpointer text;
    if (!g_hash_table_lookup_extended(texts, path, NULL, &text)) {
        text = source_text_read(root, path);
        g_hash_table_insert(texts, g_strdup(path), text);
    }
    return text;
}

const char *source_text_at(const SourceText *source, gint64 line, gint64 col)
{
    if (line < 1 || line > source->line_count)
        return NULL;
    gsize offset = source->lines[line - 1] + (gsize)MAX(col - 1, 0);
    return offset < source->length ? source->text + offset : NULL;
}

void source_text_place(const SourceText *source, const char *at, gint64 *line, gint64 *col)
{
    gsize offset = (gsize)(at - source->text);
    guint low = 0, high = source->line_count;
    while (high - low > 1) {
        guint middle = (low + high) / 2;
        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    *line = low + 1;
    *col = (gint64)(offset - source->lines[low]) + 1;
}

/* ---- stretches ---- */

Stretch call_text_trim(const char *from, const char *to)
{
    while (from < to && g_ascii_isspace(*from))
        from++;
    while (to > from && g_ascii_isspace(to[-1]))
        to--;
    return (Stretch){from, to};
}

gboolean stretch_is(Stretch stretch, const char *text)
{
    gsize length = strlen(text);
    return (gsize)(stretch.to - stretch.from) == length && memcmp(stretch.from, text, length) == 0;
}

char *stretch_dup(Stretch stretch)
{
    return g_strndup(stretch.from, (gsize)(stretch.to - stretch.from));
}

Stretch call_text_name(const char *at)
{
    const char *end = at;
    while (g_ascii_isalnum(*end) || *end == '_')
        end++;
    return (Stretch){at, g_ascii_isdigit(*at) ? at : end};
}

/* ---- brackets ---- */

static const char *skip_literal(const char *at)
{
    const char *end = at + 1;
    while (*end != '\0' && *end != '\n' && *end != *at)
        end += end[0] == '\\' && end[1] != '\0' ? 2 : 1;
    return *end == *at ? end + 1 : end;
}

static const char *skip_comment(const char *at)
{
    const char *end = at[1] == '*' ? strstr(at + 2, "*/") : at + strcspn(at, "\n");
    return end == NULL ? at + strlen(at) : at[1] == '*' ? end + 2 : end;
}

static const char *skip_brackets(const char *at)
{
    const char *in = at + 1;
    while (*in != '\0' && strchr(")]}", *in) == NULL)
        in = call_text_skip(in);
    return *in == '\0' ? in : in + 1;
}

const char *call_text_skip(const char *at)
{
    if (*at == '"' || *at == '\'')
        return skip_literal(at);
    if (at[0] == '/' && (at[1] == '*' || at[1] == '/'))
        return skip_comment(at);
    if (*at == '(' || *at == '[' || *at == '{')
        return skip_brackets(at);
    return *at == '\0' ? at : at + 1;
}

GArray *call_text_arguments(const char *at)
{
    GArray *arguments = g_array_new(FALSE, FALSE, sizeof(Stretch));
    const char *open = call_text_name(at).to;
    open += strspn(open, " \t\n\\");
    if (*open != '(')
        return arguments;
    for (const char *from = open + 1, *to = from; *to != '\0'; to = call_text_skip(to)) {
        if (*to != ',' && *to != ')')
            continue;
        Stretch argument = call_text_trim(from, to);
        g_array_append_val(arguments, argument);
        if (*to == ')')
            break;
        from = to + 1;
    }
    return arguments;
}

gboolean call_text_branches(Stretch all, Stretch *yes, Stretch *no)
{
    const char *question = NULL;
    for (const char *at = all.from; at < all.to; at = call_text_skip(at)) {
        if (*at == '?' && question == NULL)
            question = at;
        if (*at != ':' || question == NULL)
            continue;
        *yes = call_text_trim(question + 1, at);
        *no = call_text_trim(at + 1, all.to);
        return TRUE;
    }
    return FALSE;
}

/* ---- literals ---- */

void call_text_unquote(const char *literal, const char *end, GString *to)
{
    static const char escapes[] = "n\nt\tr\r";
    for (const char *at = literal + 1; at < end - 1; at++) {
        if (*at != '\\' || at + 1 >= end - 1) {
            g_string_append_c(to, *at);
            continue;
        }
        const char *escape = strchr(escapes, *++at);
        g_string_append_c(to, escape != NULL ? escape[1] : *at);
    }
}

gboolean call_text_literal(Stretch stretch, GString *to)
{
    gboolean found = FALSE;
    for (const char *at = stretch.from; at < stretch.to; at = call_text_skip(at)) {
        if (*at == '"') {
            call_text_unquote(at, skip_literal(at), to);
            found = TRUE;
        } else if (!g_ascii_isspace(*at) && *at != '/') {
            return FALSE;
        }
    }
    return found;
}

/* The last brackets of a signature: "Py_LOCAL_INLINE(void *) raise_at(Parser *p, …)". NULL: there are none. */
static const char *parameters_in(const char *signature)
{
    const char *open = NULL;
    for (const char *at = signature; *at != '\0'; at = call_text_skip(at))
        if (*at == '(')
            open = at;
    return open;
}

int call_text_parameter(const char *signature, Stretch name)
{
    const char *open = signature == NULL ? NULL : parameters_in(signature);
    if (open == NULL)
        return -1;
    const char *before = open;
    while (before > signature && (g_ascii_isalnum(before[-1]) || before[-1] == '_'))
        before--;
    g_autoptr(GArray) parameters = call_text_arguments(before);
    for (guint i = 0; i < parameters->len; i++) {
        Stretch parameter = g_array_index(parameters, Stretch, i);
        const char *last = parameter.to;
        while (last > parameter.from && (g_ascii_isalnum(last[-1]) || last[-1] == '_'))
            last--;
        if (parameter.to - last == name.to - name.from &&
            memcmp(last, name.from, (gsize)(name.to - name.from)) == 0)
            return (int)i;
    }
    return -1;
}
