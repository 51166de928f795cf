/* search.c: finds names by words; see search.h.
 *
 * SQLite picks out the symbols that have all the letters of the words somewhere, three by three; whether the words are
 * there, where, and how well that fits is looked at here: a rank is a judgement about a whole name, and SQL is a poor
 * place for it. */
#include "query/search_found.h"

#include <stdlib.h>
#include <string.h>

static const char *const match_names[] = {"name",   "name", "prefix",  "word",
                                          "inside", "path", "comment", "text"};

static void found_free(gpointer data)
{
    Found *found = data;
    g_free(found->name);
    g_free(found->kind);
    g_free(found->file);
    g_free(found->line);
    g_free(found->text);
    g_free(found);
}

Found *search_found_new(GPtrArray *all, Match match)
{
    Found *found = g_new0(Found, 1);
    found->match = match;
    found->rank = (int)match;
    g_ptr_array_add(all, found);
    return found;
}

const char *search_find(const char *text, const char *word)
{
    gsize length = strlen(word);
    for (char first = g_ascii_tolower(*word); *text != '\0'; text++)
        if (g_ascii_tolower(*text) == first && g_ascii_strncasecmp(text, word, length) == 0)
            return text;
    return NULL;
}

/* A part of a name starts at its beginning, after a `_`, at a capital after a small letter, and at a digit. */
static gboolean is_part_start(const char *name, const char *at)
{
    if (at == name || at[-1] == '_' || at[-1] == '.' || at[-1] == '/')
        return TRUE;
    return (g_ascii_isupper(*at) && !g_ascii_isupper(at[-1])) ||
           (g_ascii_isdigit(*at) && !g_ascii_isdigit(at[-1]));
}

static gboolean starts_a_part(const char *name, const char *word)
{
    for (const char *at = search_find(name, word); at != NULL; at = search_find(at + 1, word))
        if (is_part_start(name, at))
            return TRUE;
    return FALSE;
}

gboolean search_has_all(const char *text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (search_find(text, *words) == NULL)
            return FALSE;
    return TRUE;
}

Match search_match(const char *name, const char *const *words)
{
    if (!search_has_all(name, words))
        return MATCH_NONE;
    if (words[1] == NULL && strcmp(name, words[0]) == 0)
        return MATCH_NAME;
    if (words[1] == NULL && g_ascii_strcasecmp(name, words[0]) == 0)
        return MATCH_CASE;
    if (words[1] == NULL && g_ascii_strncasecmp(name, words[0], strlen(words[0])) == 0)
        return MATCH_PREFIX;
    for (; *words != NULL; words++)
        if (!starts_a_part(name, *words))
            return MATCH_INSIDE;
    return MATCH_PARTS;
}

static const char *longest_word(const char *const *words)
{
    const char *longest = *words;
    for (; *words != NULL; words++)
        if (strlen(*words) > strlen(longest))
            longest = *words;
    return longest;
}

/* "%list\_append%": the word anywhere, its own % and _ standing for themselves. */
static char *like_pattern(const char *word)
{
    GString *pattern = g_string_new("%");
    for (; *word != '\0'; word++) {
        if (*word == '%' || *word == '_' || *word == '\\')
            g_string_append_c(pattern, '\\');
        g_string_append_c(pattern, *word);
    }
    g_string_append_c(pattern, '%');
    return g_string_free(pattern, FALSE);
}

static gboolean is_small(const char *kind)
{
    return strcmp(kind, "field") == 0 || strcmp(kind, "enumerator") == 0;
}

/* Definitions, hand-written code, then the rest. */
static int order_of(const Table *table, guint row)
{
    int order = table_get_int(table, row, "defined") ? 0 : 4;
    order += table_get_int(table, row, "generated") ? 2 : 0;
    return order + is_small(table_get(table, row, "kind"));
}

static void add_symbol(GPtrArray *all, const Table *table, guint row, Match match, const char *const *words)
{
    Found *found = search_found_new(all, match);
    found->rank += (is_small(table_get(table, row, "kind")) && match < MATCH_FILE ? 2 : 0);
    found->order = order_of(table, row);
    if (match == MATCH_COMMENT)
        found->order += 8 * search_is_scattered(table_get(table, row, "doc"), words);
    found->name = g_strdup(table_get(table, row, "name"));
    found->length = strlen(found->name);
    found->kind = g_strdup(table_get(table, row, "kind"));
    found->file = g_strdup(table_get(table, row, "file"));
    found->line = g_strdup(table_get(table, row, "line"));
    found->text = match == MATCH_COMMENT ? search_excerpt(table_get(table, row, "doc"), words)
                                         : g_strdup(table_get(table, row, "signature"));
}

static Match match_symbol(const Table *table, guint row, const char *const *words)
{
    const char *spelled = table_get(table, row, "spelled"), *doc = table_get(table, row, "doc");
    Match match = search_match(table_get(table, row, "name"), words);
    if (match == MATCH_NONE && spelled != NULL)
        match = search_match(spelled, words);
    if (match == MATCH_NONE && doc != NULL && search_has_all(doc, words))
        match = MATCH_COMMENT;
    return match;
}

/* `"dic" AND "ict"`: the letters of the words, three by three; NULL if no word has so many. */
static char *trigrams_of(const char *const *words)
{
    GString *all = g_string_new(NULL);
    for (; *words != NULL; words++)
        for (const char *p = *words; g_utf8_strlen(p, -1) >= 3; p = g_utf8_next_char(p)) {
            g_autofree char *three = g_utf8_substring(p, 0, 3);
            g_auto(GStrv) parts = g_strsplit(three, "\"", -1);
            g_autofree char *quoted = g_strjoinv("\"\"", parts);
            g_string_append_printf(all, "%s\"%s\"", all->len > 0 ? " AND " : "", quoted);
        }
    return g_string_free(all, all->len == 0);
}

static gboolean search_symbols(Index *index, const char *pattern, const char *const *words, GPtrArray *all,
                               GError **error)
{
    g_autofree char *trigrams = trigrams_of(words);
    g_autoptr(Table) table = trigrams != NULL
                                 ? index_query(index, error, "search_words", "trigrams", trigrams, NULL)
                                 : index_query(index, error, "search_short", "pattern", pattern, NULL);
    for (guint i = 0; table != NULL && i < table_size(table); i++) {
        Match match = match_symbol(table, i, words);
        if (match != MATCH_NONE)
            add_symbol(all, table, i, match, words);
    }
    return table != NULL;
}

static gint compare_found(gconstpointer a, gconstpointer b)
{
    const Found *x = *(const Found *const *)a, *y = *(const Found *const *)b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    if (x->length != y->length)
        return x->length < y->length ? -1 : 1;
    int names = strcmp(x->name, y->name);
    if (names != 0)
        return names;
    int files = g_strcmp0(x->file, y->file);
    if (files != 0)
        return files;
    return atoi(x->line != NULL ? x->line : "0") - atoi(y->line != NULL ? y->line : "0");
}

static Table *make_table(GPtrArray *all)
{
    const char *columns[] = {"name", "kind", "file", "line", "match", "text", NULL};
    Table *table = table_new(columns);
    g_array_index(table->columns, Column, table_column(table, "line")).is_number = TRUE;
    g_ptr_array_sort(all, compare_found);
    for (guint i = 0; i < all->len; i++) {
        const Found *found = all->pdata[i];
        const char *cells[] = {found->name, found->kind, found->file, found->line, match_names[found->match],
                               found->text};
        table_add(table, cells);
    }
    return table;
}

/* Who knows a name seldom looks for a text, and looking through all of them takes as long again as all the rest. */
static gboolean has_name(const GPtrArray *all)
{
    for (guint i = 0; i < all->len; i++)
        if (((const Found *)all->pdata[i])->match < MATCH_FILE)
            return TRUE;
    return FALSE;
}

Table *search(Index *index, const char *const *words, gboolean in_texts, GError **error)
{
    g_autofree char *pattern = like_pattern(longest_word(words));
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(found_free);
    if (!search_symbols(index, pattern, words, all, error) || !search_python(index, pattern, words, all, error) ||
        !search_commit(index, words, all, error) || !search_files(index, pattern, words, all, error))
        return NULL;
    if ((in_texts || !has_name(all)) && (!search_messages(index, pattern, words, all, error) ||
                                         !search_strings(index, pattern, words, all, error) ||
                                         !search_subjects(index, pattern, words, all, error)))
        return NULL;
    return make_table(all);
}
