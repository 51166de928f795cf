/* search_others.c: what is found beside symbols: names in Python, messages of errors and other literals, files, commits. See
 * search.h. */
#include "query/python.h"
#include "query/search_found.h"

#include <stdlib.h>
#include <string.h>

#define EXCERPT 72 /* letters of a comment or literal that are shown */

char *search_excerpt(const char *text, const char *const *words)
{
    g_autofree char *line = g_strdelimit(g_utf8_make_valid(text, -1), "\t\r\n", ' ');
    const char *at = search_find(line, words[0]);
    glong length = g_utf8_strlen(line, -1), before = at != NULL ? g_utf8_pointer_to_offset(line, at) : 0;
    glong from = length <= EXCERPT ? 0 : CLAMP(before - EXCERPT / 3, 0, length - EXCERPT);
    glong to = MIN(from + EXCERPT, length);
    g_autofree char *part = g_utf8_substring(line, from, to);
    return g_strconcat(from > 0 ? "…" : "", part, to < length ? "…" : "", NULL);
}

int search_is_scattered(const char *text, const char *const *words)
{
    g_autofree char *phrase = g_strjoinv(" ", (char **)words);
    return search_find(text, phrase) == NULL;
}

/* ---- names in Python ---------------------------------------------------------------------------------- */

/* With what there is of it in C: `list_append, METH_O`. */
static void add_python(GPtrArray *all, Match match, const char *name, const Table *table, guint row)
{
    const char *function = table_get(table, row, "function"), *flags = table_get(table, row, "flags");
    Found *found = search_found_new(all, match);
    found->length = strlen(name);
    found->name = g_strdup(name);
    found->kind = g_strconcat("Python ", table_get(table, row, "kind"), NULL);
    found->file = g_strdup(table_get(table, row, "file"));
    found->line = g_strdup(table_get(table, row, "line"));
    found->text = function != NULL ? g_strconcat(function, flags != NULL ? ", " : NULL, flags, NULL) : NULL;
}

/* What people type is found as well: os.stat, of posix. */
static gboolean search_typed(Index *index, const char *const *words, GPtrArray *all, GError **error)
{
    GError *problem = NULL;
    g_autoptr(PythonFound) found = words[1] == NULL && strchr(words[0], '.') != NULL ? python_find(index, words[0], &problem) : NULL;
    g_autoptr(Table) symbols = found != NULL ? python_symbols(index, found, &problem) : NULL;
    for (guint i = 0; symbols != NULL && i < table_size(symbols); i++) {
        Found *one = search_found_new(all, MATCH_NAME);
        one->name = g_strdup(words[0]);
        one->kind = g_strdup("Python name");
        one->file = g_strdup(table_get(symbols, i, "file"));
        one->line = g_strdup(table_get(symbols, i, "line"));
        one->text = g_strdup_printf("%s: %s", found->name, table_get(symbols, i, "name"));
    }
    if (problem == NULL)
        return TRUE;
    g_propagate_error(error, problem);
    return FALSE;
}

gboolean search_python(Index *index, const char *pattern, const char *const *words, GPtrArray *all, GError **error)
{
    static const char BUILTINS[] = "builtins.";
    g_autoptr(Table) table = index_query(index, error, "search_python", "pattern", pattern, NULL);
    gboolean has_whole = FALSE;
    for (guint i = 0; table != NULL && i < table_size(table); i++) {
        const char *full = table_get(table, i, "name");
        const char *name = g_str_has_prefix(full, BUILTINS) ? full + strlen(BUILTINS) : full;
        Match match = search_match(name, words);
        if (match == MATCH_NONE)
            continue;
        add_python(all, match, name, table, i);
        has_whole |= match == MATCH_NAME;
    }
    return table != NULL && (has_whole || search_typed(index, words, all, error));
}

/* ---- commits ------------------------------------------------------------------------------------------ */

static void add_commits(GPtrArray *all, Match match, const Table *table, const char *const *words)
{
    for (guint i = 0; i < table_size(table); i++) {
        const char *subject = table_get(table, i, "subject");
        if (match == MATCH_TEXT && !search_has_all(subject, words))
            continue;
        Found *found = search_found_new(all, match);
        found->name = g_strndup(table_get(table, i, "hash"), 10);
        found->kind = g_strdup("commit");
        found->order = 8 + search_is_scattered(subject, words);
        found->text = g_strdup_printf("%.10s %s", table_get(table, i, "date"), subject);
    }
}

/* bpo-31179, gh-90000, #31179: the number; 0: it is none. */
static guint64 issue_of(const char *word)
{
    static const char *const SIGNS[] = {"bpo-", "gh-", "#"};
    for (guint i = 0; i < G_N_ELEMENTS(SIGNS); i++)
        if (g_ascii_strncasecmp(word, SIGNS[i], strlen(SIGNS[i])) == 0)
            return g_ascii_strtoull(word + strlen(SIGNS[i]), NULL, 10);
    return 0;
}

gboolean search_commit(Index *index, const char *const *words, GPtrArray *all, GError **error)
{
    gsize digits = strspn(words[0], "0123456789abcdef");
    g_autofree char *hash = words[1] == NULL && digits >= 7 && words[0][digits] == '\0' ? g_strconcat(words[0], "*", NULL) : NULL;
    g_autofree char *issue = g_strdup_printf("%" G_GUINT64_FORMAT, words[1] == NULL ? issue_of(words[0]) : 0);
    if (hash == NULL && strcmp(issue, "0") == 0)
        return TRUE;
    g_autoptr(Table) table = index_query(index, error, "search_commit", "hash", hash, "issue", issue, NULL);
    if (table != NULL)
        add_commits(all, MATCH_NAME, table, words);
    return table != NULL;
}

gboolean search_subjects(Index *index, const char *pattern, const char *const *words, GPtrArray *all, GError **error)
{
    g_autoptr(Table) table = index_query(index, error, "search_subjects", "pattern", pattern, NULL);
    if (table != NULL)
        add_commits(all, MATCH_TEXT, table, words);
    return table != NULL;
}

/* ---- files and texts ---------------------------------------------------------------------------------- */

gboolean search_files(Index *index, const char *pattern, const char *const *words, GPtrArray *all, GError **error)
{
    g_autoptr(Table) table = index_query(index, error, "search_files", "pattern", pattern, NULL);
    for (guint i = 0; table != NULL && i < table_size(table); i++) {
        const char *path = table_get(table, i, "path");
        if (!search_has_all(path, words))
            continue;
        Found *found = search_found_new(all, MATCH_FILE);
        found->order = table_get_int(table, i, "generated") ? 2 : 0;
        found->length = strlen(path);
        found->name = g_path_get_basename(path);
        found->kind = g_strdup("file");
        found->file = g_strdup(path);
        found->line = g_strdup("1");
    }
    return table != NULL;
}

gboolean search_messages(Index *index, const char *pattern, const char *const *words, GPtrArray *all, GError **error)
{
    g_autoptr(Table) table = index_query(index, error, "search_messages", "pattern", pattern, NULL);
    for (guint i = 0; table != NULL && i < table_size(table); i++) {
        const char *text = table_get(table, i, "text"), *exception = table_get(table, i, "exception");
        if (!search_has_all(text, words))
            continue;
        g_autofree char *shown = search_excerpt(text, words);
        Found *found = search_found_new(all, MATCH_TEXT);
        found->order = search_is_scattered(text, words);
        found->name = g_strdup(table_get(table, i, "function"));
        found->kind = g_strdup("message");
        found->file = g_strdup(table_get(table, i, "file"));
        found->line = g_strdup(table_get(table, i, "line"));
        found->text = g_strconcat(exception != NULL ? exception : "", exception != NULL ? ": " : "", shown, NULL);
    }
    return table != NULL;
}

/* Whether a literal was found as the message of an error, by what holds it. */
static gboolean is_message(const GPtrArray *all, const Table *table, guint row)
{
    for (guint i = 0; i < all->len; i++) {
        const Found *found = all->pdata[i];
        if (strcmp(found->kind, "message") == 0 && g_strcmp0(found->name, table_get(table, row, "name")) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean search_strings(Index *index, const char *pattern, const char *const *words, GPtrArray *all, GError **error)
{
    g_autoptr(Table) table = index_query(index, error, "search_strings", "pattern", pattern, NULL);
    for (guint i = 0; table != NULL && i < table_size(table); i++) {
        const char *text = table_get(table, i, "text");
        if (!search_has_all(text, words) || is_message(all, table, i))
            continue;
        Found *found = search_found_new(all, MATCH_TEXT);
        found->order = 4 + (table_get_int(table, i, "generated") ? 2 : 0) + search_is_scattered(text, words);
        found->name = g_strdup(table_get(table, i, "name") != NULL ? table_get(table, i, "name") : "(file)");
        found->kind = g_strdup("string");
        found->file = g_strdup(table_get(table, i, "file"));
        found->line = g_strdup(table_get(table, i, "line"));
        found->text = search_excerpt(text, words);
    }
    return table != NULL;
}
