/* cite.c: finds citations and names by their shape alone; whether they are true, check.c asks. */
#include "page/cite.h"

#include <string.h>

#define CITATION                                                                                                       \
    "(?<path>[\\w.+/-]+\\.\\w+):(?<lines>(?<first>\\d{1,7})(?:-(?<last>\\d{1,7}))?)@(?<tree>[\\w.]*\\w)"               \
    "(?:#(?<symbol>\\w+))?"
#define NAME "^(?:struct )?(?<name>(?:[\\w/-]+\\.[ch]:)?\\w+(?:\\.\\w+)*)(?:\\(.*\\))?(?:@(?<tree>[\\w.]+))?$"

static void citation_free(gpointer data)
{
    Citation *citation = data;

    g_free(citation->path);
    g_free(citation->tree);
    g_free(citation->symbol);
    g_free(citation);
}

/* What a named group holds; NULL: it took no part. */
static char *group(const GMatchInfo *match, const char *name)
{
    g_autofree char *text = g_match_info_fetch_named(match, name);

    return text != NULL && *text != '\0' ? g_steal_pointer(&text) : NULL;
}

static int group_number(const GMatchInfo *match, const char *name, int otherwise)
{
    g_autofree char *text = group(match, name);

    return text != NULL ? (int)g_ascii_strtoll(text, NULL, 10) : otherwise;
}

static Citation *read_citation(const GMatchInfo *match)
{
    Citation *citation = g_new0(Citation, 1);
    int start, end;

    citation->path = group(match, "path");
    citation->first = group_number(match, "first", 0);
    citation->last = group_number(match, "last", citation->first);
    citation->tree = group(match, "tree");
    citation->symbol = group(match, "symbol");
    g_match_info_fetch_pos(match, 0, &start, &end);
    citation->at = (gsize)start;
    citation->length = (gsize)(end - start);
    g_match_info_fetch_named_pos(match, "lines", &start, &end);
    citation->lines_at = (gsize)start;
    citation->lines_length = (gsize)(end - start);
    return citation;
}

GPtrArray *cite_find(const char *text)
{
    g_autoptr(GRegex) regex = g_regex_new(CITATION, G_REGEX_RAW, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    GPtrArray *found = g_ptr_array_new_with_free_func(citation_free);

    for (g_regex_match(regex, text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL))
        g_ptr_array_add(found, read_citation(match));
    return found;
}

GPtrArray *cite_spans(const char *line)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);

    for (const char *at = strchr(line, '`'); at != NULL; at = strchr(at, '`')) {
        gsize ticks = strspn(at, "`");
        const char *start = at + ticks, *end = start;
        while ((end = strchr(end, '`')) != NULL && strspn(end, "`") != ticks)
            end += strspn(end, "`");
        if (end != NULL)
            g_ptr_array_add(found, g_strstrip(g_strndup(start, (gsize)(end - start))));
        at = end != NULL ? end + ticks : start;
    }
    return found;
}

char *cite_name(const char *span, char **tree)
{
    g_autoptr(GRegex) regex = g_regex_new(NAME, G_REGEX_RAW, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;

    *tree = NULL;
    if (!g_regex_match(regex, span, 0, &match))
        return NULL;
    *tree = group(match, "tree");
    return group(match, "name");
}

/* __init__, which Python has as well. */
static gboolean is_dunder(const char *name)
{
    gsize length = strlen(name);

    return length > 4 && g_str_has_prefix(name, "__") && g_str_has_suffix(name, "__");
}

gboolean cite_is_c(const char *name)
{
    if (strchr(name, ':') != NULL)
        return TRUE;
    if (strchr(name, '.') != NULL || is_dunder(name))
        return FALSE;
    if (name[0] == '_') /* _name may be Python's; _PyObject_GetMethod is not */
        name += 1 + !g_ascii_isupper(name[1]) * strlen(name + 1);
    return strchr(name, '_') != NULL && g_ascii_isalpha(name[0]);
}

gboolean cite_is_path(const char *name)
{
    gboolean is_c = g_str_has_suffix(name, ".c") || g_str_has_suffix(name, ".h");

    return is_c && strchr(name, '/') != NULL && strpbrk(name, " ()<>\"'*:@") == NULL;
}

gboolean cite_is_inside(const char *path)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);

    return path[0] != '/' && !g_strv_contains((const char *const *)parts, "..");
}
