/* draft_story.c: a note of a story. All is asked of the index: which functions the commit touched, and which of them are still
 * there. The commit itself is a block, which is filled in when the sheet is made. */
#include "cmd/draft_text.h"

#include <string.h>

enum { SHORTEST_HASH = 7 };

static gboolean has_story(Index *index)
{
    g_autoptr(Table) found = index_query(index, NULL, "draft_has_story", NULL);

    return found != NULL && table_get_int(found, 0, "has_story") != 0;
}

/* The row of the story; NULL with `error`. */
static Table *find_story(Index *index, const char *issue, GError **error)
{
    const char *dash = strpbrk(issue, "-#"), *number = dash != NULL ? dash + 1 : issue; /* bpo-31179, gh-1 */
    g_autofree char *hash = strlen(number) >= SHORTEST_HASH ? g_ascii_strdown(number, -1) : g_strdup("-");

    if (!has_story(index)) {
        g_autofree char *mending = index_mending(index);
        g_set_error(error, DRAFT_ERROR, DRAFT_ERROR_NO_STORY,
                    "%s knows no stories and commits; it takes a git checkout with its history: %s", index_path(index),
                    mending);
        return NULL;
    }
    if (!draft_is_word(number)) {
        g_set_error(error, DRAFT_ERROR, DRAFT_ERROR_NO_STORY, "%s is neither an issue's number nor a commit's hash", issue);
        return NULL;
    }
    Table *story = index_query(index, error, "draft_story", "issue", number, "hash", hash, NULL);
    if (story == NULL || table_size(story) > 0)
        return story;
    table_free(story);
    g_set_error(error, DRAFT_ERROR, DRAFT_ERROR_NO_STORY, "no story of %s; all of them: cpyread speedups", issue);
    return NULL;
}

/* What the story wants looked at, then the functions that the commit touched and the tree still has, those with most new lines first. */
static GPtrArray *find_functions(Draft *draft, const DraftTold *told, const char *hash, GError **error)
{
    g_autoptr(GPtrArray) names = draft_told_look(draft, told);
    g_autoptr(Table) rows = index_query(draft->index, error, "draft_functions", "hash", hash, NULL);

    for (guint i = 0; rows != NULL && i < table_size(rows) && names->len < DRAFT_NAMES; i++) {
        const char *name = table_get(rows, i, "function");
        if (draft_is_word(name) && !g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL) &&
            draft_lines(draft->index, name) > 1)
            g_ptr_array_add(names, g_strdup(name));
    }
    return rows != NULL ? g_steal_pointer(&names) : NULL;
}

static void set_commit(Draft *draft, const Table *story)
{
    const char *hash = table_get(story, 0, "hash");
    g_autofree char *subject = draft_line(table_get(story, 0, "subject"));

    draft_set(draft, "commit", g_strdup_printf("```commit %.10s\n%s\n```", hash, subject));
    draft_set(draft, "commits", g_strdup_printf("%.10s", hash));
}

/* A round of five minutes: one function that the commit added, among its neighbours that it left alone. */
static gboolean set_quiz(Draft *draft, const char *hash, GError **error)
{
    g_autoptr(Table) rows = index_query(draft->index, error, "draft_quiz", "hash", hash, NULL);
    g_autoptr(GString) quiz = g_string_new(draft_say(draft, "### Warm-up: which of these did the commit add?\n\n",
                                                     "### 몸풀기: 이 커밋이 더한 함수는 어느 것일까?\n\n"));

    if (rows == NULL || table_size(rows) < 4) /* too few neighbours to choose from */
        return rows != NULL;
    for (guint i = 0; i < table_size(rows); i++) {
        const char *name = table_get(rows, i, "name");
        g_string_append_printf(quiz, "%s`%s`", i > 0 ? " · " : "", name);
        if (table_get_int(rows, i, "added"))
            draft_set(draft, "answers", g_strdup_printf(draft_say(draft, "- Warm-up: `%s`.", "- 몸풀기: `%s` 함수."), name));
    }
    draft_set(draft, "quiz", g_strdup(quiz->str));
    return TRUE;
}

static void set_story(Draft *draft, const Table *story)
{
    const char *title = table_get(story, 0, draft->lang == LANG_KO ? "title_ko" : "title");
    const char *own = draft->lang == LANG_KO ? table_get(story, 0, "claim_ko") : NULL;
    const char *claim = own != NULL ? own : table_get(story, 0, "claim"), *source = table_get(story, 0, "claim_source");
    g_autofree char *line = draft_line(title != NULL ? title : table_get(story, 0, "subject"));
    gboolean is_question = g_str_has_suffix(line, "?");

    draft_set_common(draft, line);
    if (!is_question)
        draft_set(draft, "title", g_strdup_printf(draft_say(draft, "%s: why is it faster?", "%s: 왜 빨라졌을까?"), line));
    if (claim != NULL && strcmp(claim, "-") != 0)
        draft_set(draft, "claim", g_strdup_printf("“%s”%s%s%s", claim, source != NULL ? " (" : "", source != NULL ? source : "",
                                            source != NULL ? ")" : ""));
}

/* All words of the template; FALSE with `error`. */
static gboolean set_all(Draft *draft, const Table *story, const DraftTold *told, GError **error)
{
    const char *hash = table_get(story, 0, "hash");
    g_autoptr(GPtrArray) names = find_functions(draft, told, hash, error);

    if (names == NULL)
        return FALSE;
    set_story(draft, story);
    draft_set_functions(draft, names);
    set_commit(draft, story);
    if (!set_quiz(draft, hash, error))
        return FALSE;
    draft_told_set(draft, told);
    return TRUE;
}

char *draft_speedup(Index *index, const char *issue, Lang lang, GError **error)
{
    g_autoptr(GHashTable) values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(Table) story = find_story(index, issue, error);
    Draft draft = {.index = index, .lang = lang, .values = values};
    DraftTold told = {NULL, NULL};

    gboolean is_set = story != NULL &&
                      draft_told_open(index, table_get(story, 0, "story"), table_get(story, 0, "hash"), &told, error) &&
                      set_all(&draft, story, &told, error);
    draft_told_close(&told);
    return is_set ? draft_fill(&draft) : NULL;
}
