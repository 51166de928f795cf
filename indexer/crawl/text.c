/* text.c: reading C as text where the compiler has nothing to say. See text.h.
 *
 * libclang 14 and 19 attach comments differently and only those with two stars; CPython's have one. So a
 * comment is found here, from the bytes above a declaration, the same with any compiler. */
#include "crawl/text.h"

#include <string.h>

enum { LEAST_WORDS = 5 }; /* of a comment that stands apart */

/* ---- lexing: the one place that knows comments, strings and numbers ----------------------------------- */

/* The length of the comment, string, number or identifier at `p`, or of one other character. */
static gsize lex(const char *p, const char *end)
{
    const char *start = p;
    if (end - p >= 2 && p[0] == '/' && p[1] == '*') {
        const char *close = g_strstr_len(p + 2, end - p - 2, "*/");
        return close == NULL ? (gsize)(end - p) : (gsize)(close + 2 - start);
    }
    if (end - p >= 2 && p[0] == '/' && p[1] == '/') {
        const char *close = memchr(p, '\n', end - p);
        return close == NULL ? (gsize)(end - p) : (gsize)(close - start);
    }
    if (*p == '"' || *p == '\'') {
        for (p++; p < end && *p != *start && *p != '\n'; p++)
            if (*p == '\\' && p + 1 < end)
                p++;
        return MIN(p + 1, end) - start;
    }
    if (g_ascii_isalnum(*p) || *p == '_') {
        while (p < end && (g_ascii_isalnum(*p) || *p == '_' || (*p == '.' && g_ascii_isdigit(*start))))
            p++;
        return p - start;
    }
    return 1;
}

static gboolean is_comment(const char *p, gsize length)
{
    return length >= 2 && p[0] == '/' && (p[1] == '*' || p[1] == '/');
}

gsize text_identifier(const char *text, gsize size)
{
    if (size == 0 || g_ascii_isdigit(*text) || !(g_ascii_isalpha(*text) || *text == '_'))
        return 0;
    return lex(text, text + size);
}

void text_words(const char *start, gsize length, TextWord found, gpointer data)
{
    const char *end = start + length;
    for (const char *p = start; p < end;) {
        gsize step = lex(p, end);
        if (g_ascii_isalpha(*p) || *p == '_')
            found(p, step, p - start, data);
        p += step;
    }
}

void text_blank_comments(char *text, gsize size)
{
    char *end = text + size;
    for (char *p = text; (p += strcspn(p, "/\"'\\")) < end;) {
        gsize step = lex(p, end);
        if (is_comment(p, step)) {
            for (gsize i = 0; i < step; i++)
                if (p[i] != '\n')
                    p[i] = ' ';
        } else if (*p == '\\' && p + 1 < end && p[1] == '\n') {
            p[0] = p[1] = ' ';
        }
        p += step;
    }
}

/* `char*` becomes `char *`: the stars belong to what follows. */
static void detach_stars(GString *line)
{
    gsize stars = line->len;
    while (stars > 0 && line->str[stars - 1] == '*')
        stars--;
    if (stars > 0 && line->str[stars - 1] != ' ' && line->str[stars - 1] != '(')
        g_string_insert_c(line, stars, ' ');
}

char *text_one_line(const char *start, gsize length)
{
    GString *line = g_string_sized_new(length);
    const char *end = start + length;
    gboolean space = FALSE;
    for (const char *p = start; p < end;) {
        gsize step = lex(p, end);
        if (g_ascii_isspace(*p) || is_comment(p, step) || (*p == '\\' && p + 1 < end && p[1] == '\n')) {
            space = TRUE;
        } else {
            char last = line->len > 0 ? line->str[line->len - 1] : '\0';
            gboolean tight = last == '(' || (last == '*' && *p != '(') || *p == ')' || *p == ',' || *p == ';';
            if (space && last == '*' && *p != '(')
                detach_stars(line);
            else if (space && line->len > 0 && !tight)
                g_string_append_c(line, ' ');
            g_string_append_len(line, p, step);
            space = FALSE;
        }
        p += step;
    }
    return g_string_free(line, FALSE);
}

/* ---- declarations ------------------------------------------------------------------------------------- */

char *text_declare(const char *type, const char *name)
{
    const char *hole = strstr(type, "(*");
    if (hole != NULL)
        hole += 2;
    else
        hole = strchr(type, '[');
    if (hole == NULL)
        hole = type + strlen(type);
    gsize before = hole - type;
    while (before > 0 && type[before - 1] == ' ')
        before--;
    const char *space = before > 0 && type[before - 1] == '*' ? "" : " ";
    return g_strdup_printf("%.*s%s%s%s", (int)before, type, space, name, hole);
}

/* ---- the comment above -------------------------------------------------------------------------------- */

static const char *line_start(const char *text, const char *p)
{
    while (p > text && p[-1] != '\n')
        p--;
    return p;
}

static gboolean only_blanks(const char *from, const char *to)
{
    while (from < to && (*from == ' ' || *from == '\t'))
        from++;
    return from == to;
}

/* One line of a comment without its marks: " * text" gives "text"; the indent behind the star is kept but for
 * one. */
static void append_comment_line(GString *doc, const char *line, gsize length, gboolean *starred)
{
    const char *end = line + length;
    const char *p = line;
    while (p < end && (*p == ' ' || *p == '\t'))
        p++;
    if (p < end && *p == '*' && (p + 1 == end || p[1] == ' ' || p[1] == '*' || p[1] == '\t')) {
        while (p < end && *p == '*')
            p++;
        if (p < end && *p == ' ')
            p++;
        *starred = TRUE;
    } else if (!*starred) {
        const char *margin = MIN(line + 3, p); /* the width of the opening mark */
        p = margin;
    }
    while (end > p && g_ascii_isspace(end[-1]))
        end--;
    g_string_append_len(doc, p, end - p);
    g_string_append_c(doc, '\n');
}

static char *strip_block(const char *open, const char *close)
{
    g_autoptr(GString) doc = g_string_new(NULL);
    const char *p = open + 2;
    while (p < close && *p == '*')
        p++;
    gboolean starred = FALSE;
    const char *newline = memchr(p, '\n', close - p);
    const char *stop = newline == NULL ? close : newline;
    g_autofree char *first = g_strndup(p, stop - p);
    g_string_append(doc, g_strstrip(first));
    g_string_append_c(doc, '\n');
    for (p = stop + 1; p < close; p = stop + 1) {
        newline = memchr(p, '\n', close - p);
        stop = newline == NULL ? close : newline;
        append_comment_line(doc, p, stop - p, &starred);
    }
    char *text = g_strndup(doc->str, doc->len);
    g_strchomp(text);
    char *begin = text + strspn(text, "\n");
    memmove(text, begin, strlen(begin) + 1);
    if (*text == '\0')
        g_clear_pointer(&text, g_free);
    return text;
}

/* Lines of `//` that end at `end`. */
static char *strip_lines(const char *text, const char *end)
{
    GString *doc = g_string_new(NULL);
    while (end > text) {
        const char *start = line_start(text, end);
        const char *p = start;
        while (p < end && (*p == ' ' || *p == '\t'))
            p++;
        if (end - p < 2 || p[0] != '/' || p[1] != '/')
            break;
        p += 2;
        if (p < end && *p == ' ')
            p++;
        g_string_prepend_c(doc, '\n');
        g_string_prepend_len(doc, p, end - p);
        if (start == text)
            break;
        end = start - 1;
    }
    g_strchomp(doc->str);
    if (*doc->str == '\0')
        return g_string_free(doc, TRUE);
    return g_string_free(doc, FALSE);
}

/* A comment with an empty line below that says too little to speak of what follows: "Slots". */
static gboolean is_heading(const char *doc)
{
    guint words = 1;
    for (const char *p = doc; *p != '\0'; p++)
        words += g_ascii_isspace(*p) != 0;
    return words < LEAST_WORDS;
}

char *text_comment_above(const char *text, gsize size, gsize offset)
{
    if (offset > size)
        return NULL;
    const char *p = line_start(text, text + offset);
    int newlines = 0;
    while (p > text && g_ascii_isspace(p[-1]))
        newlines += *--p == '\n';
    if (newlines > 2 || p - text < 2)
        return NULL;
    char *doc = NULL;
    if (p[-1] == '/' && p[-2] == '*') {
        const char *close = p - 2, *open = close - 2;
        while (open > text && !(open[0] == '/' && open[1] == '*') && !(open[0] == '*' && open[1] == '/'))
            open--;
        if (open <= text || *open == '*' || !only_blanks(line_start(text, open), open))
            return NULL; /* the file's head, or the end of a line of code */
        doc = strip_block(open, close);
    } else {
        doc = strip_lines(text, p);
    }
    if (doc != NULL && newlines == 2 && is_heading(doc))
        g_clear_pointer(&doc, g_free);
    return doc;
}
