/* c_text.c: see c_text.h. */
#include "link/c_text.h"

#include <stdlib.h>
#include <string.h>

typedef struct Cursor {
    CText *c;
    const char *at;
    guint line;
    gboolean at_line_start; /* nothing but white space before */
} Cursor;

/* ---- what is passed over ---- */

/* Goes on by `count` bytes, none of them behind the end. */
static void advance(Cursor *cursor, gsize count)
{
    for (; count > 0; count--, cursor->at++)
        cursor->line += *cursor->at == '\n';
}

static gsize comment_length(const char *at)
{
    if (at[0] == '/' && at[1] == '/')
        return strcspn(at, "\n");
    if (at[0] != '/' || at[1] != '*')
        return 0;
    const char *end = strstr(at + 2, "*/");
    return end == NULL ? strlen(at) : (gsize)(end + 2 - at);
}

/* To the end of the line; a backslash before it takes in the next one. A comment may hold line ends. */
static gsize directive_length(const char *at)
{
    const char *end = at;
    while (*end != '\0' && *end != '\n') {
        gsize comment = comment_length(end);
        if (comment > 0)
            end += comment;
        else
            end += end[0] == '\\' && end[1] == '\n' ? 2 : 1;
    }
    return (gsize)(end - at);
}

static gsize literal_length(const char *at)
{
    const char *end = at + 1;
    for (; *end != '\0' && *end != '\n' && *end != *at; end++)
        end += end[0] == '\\' && end[1] != '\0';
    return (gsize)(end - at) + (*end == *at);
}

/* ---- #define ---- */

static void macro_free(gpointer data)
{
    CMacro *macro = data;
    g_free(macro->name);
    g_strfreev(macro->parameters);
    c_text_free(macro->body);
    g_free(macro);
}

static gsize name_length(const char *at)
{
    gsize length = 0;
    while (g_ascii_isalnum(at[length]) || at[length] == '_')
        length++;
    return length;
}

/* `at` stands behind "#define". */
static CMacro *read_macro(const char *at, const char *end)
{
    CMacro *macro = g_new0(CMacro, 1);
    at += strspn(at, " \t");
    macro->name = g_strndup(at, name_length(at));
    at += strlen(macro->name);
    const char *close = *at == '(' ? memchr(at, ')', (gsize)(end - at)) : NULL;
    if (close != NULL) {
        g_autofree char *list = g_strndup(at + 1, (gsize)(close - at) - 1);
        macro->parameters = g_strsplit(list, ",", -1);
        for (guint i = 0; macro->parameters[i] != NULL; i++)
            g_strstrip(macro->parameters[i]);
        at = close + 1;
    }
    macro->body = c_text_new(g_strndup(at, (gsize)(end - at)));
    return macro;
}

static void take_directive(Cursor *cursor)
{
    gsize length = directive_length(cursor->at);
    const char *name = cursor->at + 1 + strspn(cursor->at + 1, " \t");
    if (g_str_has_prefix(name, "define") && strchr(" \t", name[strlen("define")]) != NULL) {
        CMacro *macro = read_macro(name + strlen("define"), cursor->at + length);
        macro->line = cursor->line;
        g_ptr_array_add(cursor->c->macros, macro);
    }
    advance(cursor, length);
}

/* ---- words ---- */

static void take_word(Cursor *cursor)
{
    const char *at = cursor->at;
    CWord word = {.start = (guint)(at - cursor->c->text), .length = 1, .line = cursor->line, .kind = *at};
    if (name_length(at) > 0) {
        word.length = (guint)name_length(at);
        word.kind = g_ascii_isdigit(*at) ? '0' : 'a';
    } else if (*at == '"' || *at == '\'') {
        word.length = (guint)literal_length(at);
        word.kind = '"';
    }
    g_array_append_val(cursor->c->words, word);
    advance(cursor, word.length);
}

static void take_one(Cursor *cursor)
{
    const char *at = cursor->at;
    gsize comment = comment_length(at);
    if (comment > 0)
        advance(cursor, comment);
    else if (at[0] == '\\' && at[1] == '\n')
        advance(cursor, 2);
    else if (g_ascii_isspace(*at)) {
        cursor->at_line_start |= *at == '\n';
        advance(cursor, 1);
    } else if (*at == '#' && cursor->at_line_start)
        take_directive(cursor);
    else {
        cursor->at_line_start = FALSE;
        take_word(cursor);
    }
}

CText *c_text_new(char *text)
{
    CText *c = g_new0(CText, 1);
    c->text = text;
    c->words = g_array_sized_new(FALSE, FALSE, sizeof(CWord), (guint)strlen(text) / 8 + 1);
    c->macros = g_ptr_array_new_with_free_func(macro_free);
    Cursor cursor = {.c = c, .at = text, .line = 1, .at_line_start = TRUE};
    while (*cursor.at != '\0')
        take_one(&cursor);
    return c;
}

CText *c_text_read(const char *root, const char *path)
{
    g_autofree char *file = g_build_filename(root, path, NULL);
    char *text = NULL;
    return g_file_get_contents(file, &text, NULL, NULL) ? c_text_new(text) : NULL;
}

void c_text_free(CText *c)
{
    g_free(c->text);
    g_array_unref(c->words);
    g_ptr_array_unref(c->macros);
    g_free(c);
}

void c_text_leave_out(CText *c, guint line, guint end_line)
{
    for (guint i = c_text_find_line(c, line); i < c->words->len; i++) {
        CWord *word = &g_array_index(c->words, CWord, i);
        if (word->line > end_line)
            break;
        word->is_left_out = TRUE;
    }
    for (guint i = 0; i < c->macros->len; i++) {
        CMacro *macro = g_ptr_array_index(c->macros, i);
        macro->is_left_out |= macro->line >= line && macro->line <= end_line;
    }
}

/* ---- questions ---- */

guint c_text_find_line(const CText *c, guint line)
{
    guint low = 0, high = c->words->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (c_text_at(c, middle).line < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

CWord c_text_at(const CText *c, guint i)
{
    CWord none = {0};
    return i < c->words->len ? g_array_index(c->words, CWord, i) : none;
}

gboolean c_text_is(const CText *c, guint i, const char *name)
{
    CWord word = c_text_at(c, i);
    return word.kind != '\0' && strncmp(c->text + word.start, name, word.length) == 0 &&
           name[word.length] == '\0';
}

char *c_text_name(const CText *c, guint i)
{
    CWord word = c_text_at(c, i);
    return g_strndup(c->text + word.start, word.length);
}

gboolean c_text_is_use(const CText *c, guint i, const char *name)
{
    return c_text_at(c, i + 1).kind == '(' && c_text_is(c, i, name);
}

guint c_text_close(const CText *c, guint i)
{
    guint depth = 0;
    for (; i < c->words->len; i++) {
        char kind = c_text_at(c, i).kind;
        depth += kind == '(' || kind == '{' || kind == '[';
        if ((kind == ')' || kind == '}' || kind == ']') && --depth == 0)
            return i;
    }
    return c->words->len;
}

char *c_text_join(const CText *c, guint from, guint to)
{
    GString *line = g_string_new(NULL);
    for (guint i = from, end = 0; i < to && i < c->words->len; i++) {
        CWord word = c_text_at(c, i);
        if (i > from && word.start > end)
            g_string_append_c(line, ' ');
        g_string_append_len(line, c->text + word.start, word.length);
        end = word.start + word.length;
    }
    return g_string_free(line, FALSE);
}
