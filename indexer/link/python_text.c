/* python_text.c: see python_text.h. Lib has eight megabytes of it: bytes without a meaning are passed over by a table. */
#include "link/python_text.h"

#include <string.h>

static gboolean means_nothing(char c)
{
    return strchr("\n\"'#\\()[]{}", c) == NULL; /* the zero byte is found as well */
}

/* Behind the string that begins at `at`. */
static const char *skip_string(const char *at, guint *lines)
{
    char quote = *at;
    gboolean is_long = at[1] == quote && at[2] == quote;
    if (!is_long && at[1] == quote)
        return at + 2;
    for (at += is_long ? 3 : 1; *at != '\0'; at++) {
        *lines += *at == '\n';
        if (*at == '\\' && at[1] != '\0')
            *lines += *++at == '\n';
        else if (*at == quote && !is_long)
            return at + 1;
        else if (*at == quote && at[1] == quote && at[2] == quote)
            return at + 3;
        else if (*at == '\n' && !is_long)
            return at + 1; /* no Python, but this line is over */
    }
    return at;
}

static const char *skip_comment(const char *at)
{
    const char *end = strchr(at, '\n');
    return end != NULL ? end : at + strlen(at);
}

/* To the end of the logical line that begins at `at`. */
static const char *find_end(const char *at, guint *lines)
{
    static gboolean nothing[256], is_known = FALSE;
    int depth = 0;
    for (guint c = 0; c < 256 && !is_known; c++)
        nothing[c] = c != 0 && means_nothing((char)c);
    is_known = TRUE;
    for (;;) {
        while (nothing[(guchar)*at])
            at++;
        if (*at == '\0' || (*at == '\n' && depth <= 0))
            return at;
        if (*at == '"' || *at == '\'') {
            at = skip_string(at, lines);
        } else if (*at == '#') {
            at = skip_comment(at);
        } else if (*at == '\\' && at[1] == '\n') {
            ++*lines;
            at += 2;
        } else {
            depth += strchr("([{", *at) != NULL ? 1 : strchr(")]}", *at) != NULL ? -1 : 0;
            *lines += *at == '\n';
            at++;
        }
    }
}

/* Passes over blank lines and comments; the indent of what comes then. */
static guint skip_blank(PythonText *text)
{
    guint indent = 0;
    for (;; text->next++) {
        if (*text->next == '#')
            text->next = skip_comment(text->next);
        if (*text->next == '\n') {
            text->line++;
            indent = 0;
        } else if (*text->next == '\t') {
            indent = indent / 8 * 8 + 8;
        } else if (*text->next == ' ') {
            indent++;
        } else if (*text->next != '\f' && *text->next != '\r') {
            return indent;
        }
    }
}

gboolean python_text_next(PythonText *text, PythonLine *line)
{
    guint lines = 0;
    line->indent = skip_blank(text);
    if (*text->next == '\0')
        return FALSE;
    line->start = text->next;
    line->line = text->line;
    line->end = text->next = find_end(text->next, &lines);
    text->line += lines;
    return TRUE;
}

static gboolean is_name_byte(char c)
{
    return g_ascii_isalnum(c) || c == '_' || (c & 0x80);
}

/* Blanks, and what is one within brackets. */
static const char *skip_space(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == '\\' || *at == '#'))
        at = *at == '#' ? skip_comment(at) : at + 1;
    return MIN(at, end);
}

gboolean python_line_begins(const PythonLine *line, const char *word, const char **rest)
{
    gsize length = strlen(word);
    if ((gsize)(line->end - line->start) < length || strncmp(line->start, word, length) != 0 ||
        is_name_byte(line->start[length]))
        return FALSE;
    *rest = skip_space(line->start + length, line->end);
    return TRUE;
}

char *python_take_name(const char **at, const char *end)
{
    const char *start = *at, *stop = start;
    while (stop < end && (is_name_byte(*stop) || *stop == '.'))
        stop++;
    *at = skip_space(stop, end);
    return stop > start ? g_strndup(start, (gsize)(stop - start)) : NULL;
}
