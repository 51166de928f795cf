/* directives.c: see directives.h. */
#include "crawl/directives.h"

#include "crawl/text.h"

#include <string.h>

enum { MUCH = 16384 };

static GStrv split(char *text, gsize size)
{
    text_blank_comments(text, size);
    GPtrArray *lines = g_ptr_array_new();
    gboolean in_code = FALSE;
    for (char *p = text, *next = p; next != NULL; p = next + 1) {
        next = strchr(p, '\n');
        p += strspn(p, " \t\f\r");
        if (p == next || *p == '\0' || (in_code && *p != '#'))
            continue;
        in_code = *p != '#';
        g_ptr_array_add(lines, g_strchomp(next == NULL ? g_strdup(p) : g_strndup(p, next - p)));
    }
    g_ptr_array_add(lines, NULL);
    return (GStrv)g_ptr_array_free(lines, FALSE);
}

GStrv directive_lines_of(const char *text)
{
    g_autofree char *copy = g_strdup(text);
    return split(copy, strlen(copy));
}

GStrv directive_lines(const char *root, const char *path)
{
    g_autofree char *file = g_build_filename(root, path, NULL);
    g_autofree char *text = NULL;
    gsize size;
    if (!g_file_get_contents(file, &text, &size, NULL))
        return NULL;
    const char *first = strstr(text, "\n#"); /* behind a comment of any length */
    gsize much = MUCH + (first != NULL ? first - text : 0);
    if (size > much)
        text[size = much] = '\0';
    return split(text, size);
}

gboolean directive_is(const char *line, const char *directive, const char **rest)
{
    if (*line != '#')
        return FALSE;
    line++;
    line += strspn(line, " \t");
    if (!g_str_has_prefix(line, directive) || g_ascii_isalnum(line[strlen(directive)]))
        return FALSE;
    line += strlen(directive);
    *rest = line + strspn(line, " \t");
    return TRUE;
}

char *directive_include(const char *line, gboolean *quoted)
{
    const char *rest;
    if (!directive_is(line, "include", &rest) || (*rest != '"' && *rest != '<'))
        return NULL;
    *quoted = *rest == '"';
    const char *close = strchr(rest + 1, *quoted ? '"' : '>');
    return close == NULL ? NULL : g_strndup(rest + 1, close - rest - 1);
}

char *directive_name(const char *rest)
{
    return g_strndup(rest, text_identifier(rest, strlen(rest)));
}
