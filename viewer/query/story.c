/* story.c: see story.h. */
#include "query/story.h"

#include "query/nearest.h"
#include "store/stories.h"

#include <string.h>

#define LEAST_HASH 4 /* digits of a commit that somebody types */

/* ---- reading --------------------------------------------------------------------------------------------------------- */

static Table *as_table(const GPtrArray *rows)
{
    Table *table = table_new(story_columns);
    for (guint i = 0; i < rows->len; i++)
        table_add(table, (const char *const *)rows->pdata[i]);
    table_set_number(table, "factor");
    return table;
}

/* The longer texts; a file with a mistake is a problem, none is not. */
static void read_texts(Story *story, const char *folder)
{
    g_autofree char *file = g_strconcat(story->name, ".story", NULL), *path = g_build_filename(folder, file, NULL);
    g_autoptr(GError) error = NULL;
    if (!g_key_file_load_from_file(story->texts, path, G_KEY_FILE_KEEP_TRANSLATIONS, &error) &&
        !g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_ptr_array_add(story->problems, g_strdup_printf("%s: %s", file, error->message));
}

static gboolean read_files(Story *story, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) rows = story_read(folder, story->name, story->problems, error);
    if (rows == NULL)
        return FALSE;
    story->commits = as_table(rows);
    read_texts(story, folder);
    return TRUE;
}

static gboolean is_listed(const char *folder, const char *name)
{
    g_auto(GStrv) names = stories_list(folder);
    return g_strv_contains((const char *const *)names, name);
}

Story *story_open(Index *index, const char *name, GError **error)
{
    g_autofree char *folder = stories_folder();
    g_autoptr(Story) story = g_new0(Story, 1);
    story->name = g_strdup(name);
    story->texts = g_key_file_new();
    story->problems = g_ptr_array_new_with_free_func(g_free);
    if (is_listed(folder, name))
        return read_files(story, folder, error) ? g_steal_pointer(&story) : NULL;
    story->commits = index_query(index, error, "story_commits", "story", name, NULL);
    return story->commits != NULL && table_size(story->commits) > 0 ? g_steal_pointer(&story) : NULL;
}

void story_free(Story *story)
{
    g_free(story->name);
    g_clear_pointer(&story->commits, table_free);
    g_key_file_unref(story->texts);
    g_ptr_array_unref(story->problems);
    g_free(story);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GStrv story_names(Index *index, GError **error)
{
    g_autofree char *folder = stories_folder();
    g_auto(GStrv) files = stories_list(folder);
    g_autoptr(Table) rows = index_query(index, error, "story_names", NULL);
    if (rows == NULL)
        return NULL;
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; files[i] != NULL; i++)
        g_ptr_array_add(names, g_strdup(files[i]));
    for (guint i = 0; i < table_size(rows); i++)
        if (!g_strv_contains((const char *const *)files, table_get(rows, i, "story")))
            g_ptr_array_add(names, g_strdup(table_get(rows, i, "story")));
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    return (GStrv)g_ptr_array_free(names, FALSE);
}

/* ---- texts ----------------------------------------------------------------------------------------------------------- */

char *story_text(const Story *story, const char *under, const char *key, const char *lang)
{
    char *text = g_key_file_get_locale_string(story->texts, under, key, lang, NULL);
    if (text != NULL && *g_strstrip(text) != '\0')
        return text;
    g_free(text);
    return NULL;
}

GStrv story_list(const Story *story, const char *under, const char *key)
{
    GStrv list = g_key_file_get_string_list(story->texts, under, key, NULL, NULL);
    return list != NULL ? list : g_new0(char *, 1);
}

const char *story_commit_title(const Story *story, guint row, const char *lang)
{
    return table_get(story->commits, row, strcmp(lang, "ko") == 0 ? "title_ko" : "title");
}

char *story_title(const Story *story, const char *under, const char *lang)
{
    char *title = story_text(story, under, "title", lang);
    for (guint row = 0; title == NULL && row < table_size(story->commits); row++)
        if (strcmp(table_get(story->commits, row, "under"), under) == 0)
            title = g_strdup(story_commit_title(story, row, lang));
    return title;
}

/* ---- finding --------------------------------------------------------------------------------------------------------- */

/* "26110" of "bpo-26110", "issue 26110", "#26110"; NULL: it is no number. */
static const char *number_in(const char *what)
{
    const char *digits = what + strcspn(what, G_CSET_DIGITS);
    g_autofree char *before = g_ascii_strdown(what, digits - what);
    static const char *const prefixes[] = {"", "bpo-", "gh-", "issue", "issue ", "issue #", "#", NULL};
    gboolean is_number = *digits != '\0' && digits[strspn(digits, G_CSET_DIGITS)] == '\0';
    return is_number && g_strv_contains(prefixes, before) ? digits : NULL;
}

static gboolean is_under(const Story *story, guint row, const char *number)
{
    return strcmp(table_get(story->commits, row, "under"), number) == 0;
}

static gboolean has_issue(const Story *story, guint row, const char *number)
{
    return g_strcmp0(table_get(story->commits, row, "issue"), number) == 0;
}

static gboolean has_another(const Story *story, guint row, const char *number)
{
    const char *also = table_get(story->commits, row, "also");
    g_auto(GStrv) others = g_strsplit(also != NULL ? also : "", ",", -1);
    return g_strv_contains((const char *const *)others, number);
}

static gboolean has_hash(const Story *story, guint row, const char *what)
{
    g_autofree char *digits = g_ascii_strdown(what, -1);
    gsize length = strlen(digits);
    return length >= LEAST_HASH && strspn(digits, "0123456789abcdef") == length &&
           g_str_has_prefix(table_get(story->commits, row, "hash"), digits);
}

/* All that words are looked for in, of one commit. The caller frees it. */
static char *words_of(const Story *story, guint row)
{
    const char *under = table_get(story->commits, row, "under");
    g_autofree char *look = story_text(story, under, "look", "en"), *chain = story_text(story, under, "chain", "en");
    g_autofree char *gone = story_text(story, under, "gone", "en"), *from = story_text(story, under, "from", "en");
    g_autofree char *all = g_strjoin(" ", table_get(story->commits, row, "title"),
                                     table_get(story->commits, row, "title_ko"), look != NULL ? look : "",
                                     chain != NULL ? chain : "", gone != NULL ? gone : "", from != NULL ? from : "", NULL);
    return g_utf8_casefold(all, -1);
}

static gboolean has_words(const Story *story, guint row, const char *what)
{
    g_autofree char *folded = g_utf8_casefold(what, -1), *text = words_of(story, row);
    g_auto(GStrv) words = g_strsplit_set(folded, " \t", -1);
    gboolean all = FALSE;
    for (guint i = 0; words[i] != NULL; i++) {
        if (*words[i] == '\0')
            continue;
        if (strstr(text, words[i]) == NULL)
            return FALSE;
        all = TRUE;
    }
    return all;
}

typedef gboolean (*Has)(const Story *story, guint row, const char *what);

static void add_matches(const Story *story, Has has, const char *what, GPtrArray *unders)
{
    for (guint row = 0; row < table_size(story->commits); row++) {
        const char *under = table_get(story->commits, row, "under");
        if (!g_ptr_array_find_with_equal_func(unders, under, g_str_equal, NULL) && has(story, row, what))
            g_ptr_array_add(unders, g_strdup(under));
    }
}

GPtrArray *story_find(const Story *story, const char *what)
{
    static const Has by_number[] = {is_under, has_issue, has_another};
    GPtrArray *unders = g_ptr_array_new_with_free_func(g_free);
    const char *number = number_in(what);
    for (guint i = 0; i < G_N_ELEMENTS(by_number) && number != NULL && unders->len == 0; i++)
        add_matches(story, by_number[i], number, unders);
    if (unders->len == 0)
        add_matches(story, has_hash, what, unders);
    if (unders->len == 0 && number == NULL && g_utf8_validate(what, -1, NULL))
        add_matches(story, has_words, what, unders);
    return unders;
}

static void offer_words(NearestNames *near, const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " ;:,?()", -1);
    for (guint i = 0; words[i] != NULL; i++)
        if (strlen(words[i]) > 3)
            nearest_offer(near, words[i]);
}

GStrv story_nearest(const Story *story, const char *what, guint limit)
{
    const char *number = number_in(what);
    NearestNames *near = nearest_new(number != NULL ? number : what, limit);
    for (guint row = 0; row < table_size(story->commits); row++) {
        const char *issue = table_get(story->commits, row, "issue");
        g_autofree char *look = story_text(story, table_get(story->commits, row, "under"), "look", "en");
        if (number != NULL && issue != NULL)
            nearest_offer(near, issue);
        if (number != NULL)
            continue;
        offer_words(near, table_get(story->commits, row, "title"));
        offer_words(near, table_get(story->commits, row, "title_ko"));
        offer_words(near, look != NULL ? look : "");
    }
    return nearest_finish(near);
}
