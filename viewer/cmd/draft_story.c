/* draft_story.c: a note of a story. All is asked of the index: which functions the commit touched, and which of them are still
 * there; only the commit's lines come from git. */
#include "cmd/draft_text.h"

#include <string.h>

#define HUNK_LINES 12 /* leave room for a picture on the same page */

/* The row of the story; NULL with `error`. */
static Table *find_story(Index *index, const char *issue, GError **error)
{
    const char *dash = strpbrk(issue, "-#"), *number = dash != NULL ? dash + 1 : issue; /* bpo-31179, gh-1 */

    if (!draft_has(index, "stories") || !draft_has(index, "commits")) {
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
    g_autofree char *sql = g_strdup_printf(
        "SELECT stories.*, commits.subject, commits.date, commits.author FROM stories JOIN commits USING (hash) "
        "WHERE CAST(stories.issue AS TEXT) = '%s' OR stories.hash GLOB '%s*' ORDER BY commits.date LIMIT 1",
        number, strlen(number) >= 7 ? number : "-");
    Table *story = index_sql(index, sql, error);
    if (story == NULL || table_size(story) > 0)
        return story;
    table_free(story);
    g_set_error(error, DRAFT_ERROR, DRAFT_ERROR_NO_STORY, "no story of %s; all of them: cpyread speedups", issue);
    return NULL;
}

/* The functions that the commit touched and the tree still has, those with most new lines first. */
static GPtrArray *find_functions(Index *index, const char *hash, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *sql = g_strdup_printf(
        "SELECT function FROM commit_functions WHERE hash = '%s' AND NOT generated AND NOT test "
        "AND kind IN ('function', 'opcode', 'macro') AND change <> 'removed' "
        "GROUP BY function ORDER BY max(kind = 'opcode') DESC, sum(lines_added) DESC, function",
        hash);
    g_autoptr(Table) rows = index_sql(index, sql, error);

    for (guint i = 0; rows != NULL && i < table_size(rows) && names->len < DRAFT_NAMES; i++)
        if (draft_is_word(table_get(rows, i, "function")) && draft_lines(index, table_get(rows, i, "function")) > 1)
            g_ptr_array_add(names, g_strdup(table_get(rows, i, "function")));
    return rows != NULL ? g_steal_pointer(&names) : NULL;
}

/* The commit's change of the hand-written C; NULL: git cannot say. The caller frees it. */
static char *read_change(Index *index, const char *hash)
{
    const char *const arguments[] = {"git", "-C", index_source(index), "show", "--format=", "-U2", "--no-color",
                                     "--first-parent", hash, "--", "*.c", "*.h", "*.py",
                                     ":!*clinic*", ":!Lib/test", ":!Python/importlib*.h", NULL};
    g_autofree char *text = NULL;
    int status;

    if (index_source(index) == NULL ||
        !g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                      &text, NULL, &status, NULL) ||
        !g_spawn_check_wait_status(status, NULL) || !g_utf8_validate(text, -1, NULL))
        return NULL;
    return g_steal_pointer(&text);
}

static guint added_lines(const char *hunk)
{
    guint added = 0;

    for (const char *at = hunk; (at = strstr(at, "\n+")) != NULL; at++)
        added++;
    return added;
}

/* The hunk with the most new lines, cut to what a page has room for. The caller frees it. */
static char *best_hunk(const char *change)
{
    g_auto(GStrv) hunks = g_strsplit(change, "\n@@ ", -1);
    const char *best = NULL;
    g_autoptr(GString) to = g_string_new("@@ ");

    for (guint i = 1; hunks[0] != NULL && hunks[i] != NULL; i++)
        if (best == NULL || added_lines(hunks[i]) > added_lines(best))
            best = hunks[i];
    if (best == NULL)
        return NULL;
    g_auto(GStrv) lines = g_strsplit(best, "\n", -1);
    guint count = 0;
    for (; lines[count] != NULL && !g_str_has_prefix(lines[count], "diff --git "); count++)
        if (count < HUNK_LINES)
            g_string_append_printf(to, "%s\n", lines[count]);
    if (count > HUNK_LINES)
        g_string_append_printf(to, "⋯ %u\n", count - HUNK_LINES);
    return g_strdup(to->str);
}

static void set_commit(Draft *draft, const Table *story)
{
    const char *hash = table_get(story, 0, "hash"), *date = table_get(story, 0, "date");
    g_autofree char *subject = draft_line(table_get(story, 0, "subject"));
    g_autofree char *change = read_change(draft->index, hash), *hunk = change != NULL ? best_hunk(change) : NULL;
    g_autoptr(GString) to = g_string_new(NULL);

    g_string_append_printf(to, "**%s** `%.10s` · %.10s · %s\n%s", draft_say(draft, "Commit", "커밋"), hash, date,
                           table_get(story, 0, "author"), subject);
    if (hunk != NULL)
        g_string_append_printf(to, "\n\n~~~diff\n%s~~~", hunk);
    draft_set(draft, "commit", g_strdup(to->str));
    draft_set(draft, "commits", g_strdup_printf("%.10s", hash));
}

/* A round of five minutes: one function that the commit added, among its neighbours that it left alone. */
static gboolean set_quiz(Draft *draft, const char *hash, GError **error)
{
    g_autofree char *sql = g_strdup_printf(
        "WITH added AS (SELECT function, symbols.file AS file, symbols.line AS line FROM commit_functions "
        "JOIN symbols ON symbols.name = function AND symbols.file = commit_functions.file "
        "WHERE hash = '%s' AND change = 'added' AND commit_functions.kind = 'function' AND NOT test "
        "AND NOT commit_functions.generated ORDER BY lines_added DESC, function LIMIT 1), "
        "other AS (SELECT symbols.name FROM added JOIN symbols ON symbols.file = added.file AND symbols.kind = 'function' "
        "WHERE defined AND symbols.name NOT IN (SELECT function FROM commit_functions WHERE hash = '%s') "
        "ORDER BY abs(symbols.line - added.line) LIMIT 3) "
        "SELECT function AS name, 1 AS added FROM added UNION SELECT name, 0 FROM other ORDER BY name",
        hash, hash);
    g_autoptr(Table) rows = index_sql(draft->index, sql, error);
    g_autoptr(GString) quiz = g_string_new(draft_say(draft, "### Warm-up: which of these did the commit add?\n\n",
                                               "### 몸풀기: 이 커밋이 더한 함수는 어느 것일까?\n\n"));

    for (guint i = 0; rows != NULL && i < table_size(rows); i++) {
        const char *name = table_get(rows, i, "name");
        g_string_append_printf(quiz, "%s`%s`", i > 0 ? " · " : "", name);
        if (table_size(rows) == 4 && table_get_int(rows, i, "added"))
            draft_set(draft, "answers", g_strdup_printf(draft_say(draft, "- Warm-up: `%s`.", "- 몸풀기: `%s` 함수."), name));
    }
    if (rows != NULL && table_size(rows) == 4)
        draft_set(draft, "quiz", g_strdup(quiz->str));
    return rows != NULL;
}

static void set_story(Draft *draft, const Table *story)
{
    const char *title = table_get(story, 0, draft->lang == LANG_KO ? "title_ko" : "title");
    gboolean has_korean = draft->lang == LANG_KO && table_find(story, "claim_ko") >= 0;
    const char *claim = table_get(story, 0, has_korean ? "claim_ko" : "claim"), *source = table_get(story, 0, "claim_source");
    g_autofree char *line = draft_line(title != NULL ? title : table_get(story, 0, "subject"));
    gboolean is_question = g_str_has_suffix(line, "?");

    draft_set_common(draft, line);
    if (!is_question)
        draft_set(draft, "title", g_strdup_printf(draft_say(draft, "%s: why is it faster?", "%s: 왜 빨라졌을까?"), line));
    if (claim != NULL && strcmp(claim, "-") != 0)
        draft_set(draft, "claim", g_strdup_printf("“%s”%s%s%s", claim, source != NULL ? " (" : "", source != NULL ? source : "",
                                            source != NULL ? ")" : ""));
}

char *draft_speedup(Index *index, const char *issue, Lang lang, GError **error)
{
    g_autoptr(GHashTable) values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(Table) story = find_story(index, issue, error);
    g_autoptr(GPtrArray) names = story != NULL ? find_functions(index, table_get(story, 0, "hash"), error) : NULL;
    Draft draft = {index, lang, values};

    if (names == NULL)
        return NULL;
    set_story(&draft, story);
    draft_set_functions(&draft, names);
    set_commit(&draft, story);
    return set_quiz(&draft, table_get(story, 0, "hash"), error) ? draft_fill(&draft) : NULL;
}
