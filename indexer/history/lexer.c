/* lexer.c: see lexer.h. */
#include "history/lexer.h"

#include <string.h>

gboolean lexer_is_name(char c)
{
    return g_ascii_isalnum(c) || c == '_';
}

gsize lexer_comment(const char *at)
{
    if (at[0] == '/' && at[1] == '/')
        return strcspn(at, "\n");
    if (at[0] != '/' || at[1] != '*')
        return 0;
    const char *end = strstr(at + 2, "*/");
    return end == NULL ? strlen(at) : (gsize)(end + 2 - at);
}

gsize lexer_literal(const char *at)
{
    const char *end = at + 1;
    for (; *end != '\0' && *end != '\n' && *end != *at; end++)
        end += end[0] == '\\' && end[1] != '\0';
    return (gsize)(end - at) + (*end == *at && *end != '\0');
}

gsize lexer_name(const char *at)
{
    gsize length = 0;
    while (lexer_is_name(at[length]))
        length++;
    return length;
}

/* A quote in a #define may hide a comment's beginning; in #error and the like it is an apostrophe. */
gsize lexer_directive(const char *at)
{
    const char *end = at;
    const char *word = at + 1 + strspn(at + 1, " \t");
    gboolean is_define = strncmp(word, "define", strlen("define")) == 0;
    while (*end != '\0' && *end != '\n') {
        gsize comment = lexer_comment(end);
        if (comment > 0)
            end += comment;
        else if (is_define && *end == '"')
            end += lexer_literal(end);
        else
            end += end[0] == '\\' && end[1] == '\n' ? 2 : 1;
    }
    return (gsize)(end - at);
}

gboolean lexer_is_line_start(const char *text, const char *at)
{
    while (at > text && (at[-1] == ' ' || at[-1] == '\t'))
        at--;
    return at == text || at[-1] == '\n';
}

const char *lexer_skip(const char *at, const char *end)
{
    while (at < end) {
        gsize comment = lexer_comment(at);
        if (comment > 0)
            at += comment;
        else if (g_ascii_isspace(*at) || (at[0] == '\\' && (at[1] == '\n' || at[1] == '\r')))
            at++;
        else
            break;
    }
    return MIN(at, end);
}

const char *lexer_token(const char *at, const char *end, gsize *length)
{
    at = lexer_skip(at, end);
    if (at == end)
        return NULL;
    gsize name = lexer_name(at);
    if (name > 0)
        *length = name;
    else
        *length = *at == '"' || *at == '\'' ? lexer_literal(at) : 1;
    *length = MIN(*length, (gsize)(end - at));
    return at;
}
