/* draft.c: fills in the template of a note, page/note.LANG.md: `{title}` and so on. Of a story all is asked of the index: which
 * functions its commit touched, how they call one another, where they stand; only the commit's lines come from git. */
#include "cmd/draft.h"

#include "query/resolve.h"
#include "store/data.h"

#include <string.h>

#define MOST_NAMES   5   /* boxes of the path, and functions of the source */
#define SOURCE_LINES 96  /* of 110: room for folds */
#define HUNK_LINES   12
#define LEAST_LINES  8   /* of a function that is cut: less says nothing */

typedef struct Draft {
    Index *index;
    Lang lang;
    GHashTable *values; /* char *: the word in braces → char * */
} Draft;

static void set(Draft *draft, const char *key, char *value)
{
    g_hash_table_insert(draft->values, g_strdup(key), value);
}

/* One line, for the front matter. */
static char *one_line(const char *text)
{
    char *line = g_strdup(text != NULL ? text : "");

    return g_strstrip(g_strdelimit(line, "\r\n", ' '));
}

/* The template with what is in braces put in; an unknown word stays. */
static char *fill(const Draft *draft)
{
    g_autofree char *name = g_strdup_printf("viewer/page/note.%s.md", lang_code(draft->lang));
    GString *to = g_string_new(NULL);
    const char *at = data_text(name);

    for (const char *open; (open = strchr(at, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        g_autofree char *key = close != NULL ? g_strndup(open + 1, (gsize)(close - open - 1)) : NULL;
        const char *value = key != NULL ? g_hash_table_lookup(draft->values, key) : NULL;
        g_string_append_len(to, at, open - at);
        if (value != NULL && *value == '\0' && to->len > 0 && to->str[to->len - 1] == ' ')
            g_string_truncate(to, to->len - 1); /* "commits:" */
        g_string_append(to, value != NULL ? value : "{");
        at = value != NULL ? close + 1 : open + 1;
    }
    g_string_append(to, at);
    return g_string_free(to, FALSE);
}

/* "3.7" of "3.7.0b3+". */
static char *tree_of(Index *index)
{
    const char *version = index_version(index), *dot = strchr(version, '.');
    gsize length = dot != NULL ? (gsize)(dot - version) + 1 + strspn(dot + 1, "0123456789") : strlen(version);

    return g_strndup(version, length);
}

static const char *say(const Draft *draft, const char *english, const char *korean)
{
    return draft->lang == LANG_KO ? korean : english;
}

static void set_common(Draft *draft, const char *title)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_local();

    set(draft, "title", one_line(title));
    set(draft, "session", one_line(title));
    set(draft, "date", g_date_time_format(now, "%Y-%m-%d"));
    set(draft, "tree", tree_of(draft->index));
    set(draft, "python", g_strdup("from timeit import timeit\n\nprint(timeit(\"pass\"))"));
    set(draft, "claim", g_strdup(say(draft, "What does it look like from Python?", "파이썬에서는 어떻게 보일까?")));
    set(draft, "glossary",
        g_strdup(say(draft, "reference count: how many hold an object; at 0 it goes\n"
                            "type object: what Py_TYPE(o) points to; a subclass has another",
                     "reference count: 참조 횟수 (참조 카운트)\ntype object: 형 객체 (타입 객체)")));
    set(draft, "commits", g_strdup(""));
    set(draft, "commit", g_strdup(say(draft, "Which commit, and why?", "어느 커밋이, 왜 그랬을까?")));
    set(draft, "answers", g_strdup("- "));
    set(draft, "quiz", g_strdup(""));
}

/* ---- functions -------------------------------------------------------------------------------------------------- */

/* How many lines a function has in the tree; 0: it is not there, or means several things. */
static int lines_of(Index *index, const char *name)
{
    g_autoptr(Table) found = resolve(index, name, NULL);

    if (found == NULL || table_size(found) != 1 || table_get(found, 0, "file") == NULL)
        return 0;
    return (int)(table_get_int(found, 0, "end_line") - table_get_int(found, 0, "line")) + 2;
}

static gboolean calls(Index *index, const char *caller, const char *callee)
{
    g_autofree char *sql =
        g_strdup_printf("SELECT 1 FROM calls WHERE caller = '%s' AND callee = '%s' LIMIT 1", caller, callee);
    g_autoptr(Table) found = index_sql(index, sql, NULL);

    return found != NULL && table_size(found) > 0;
}

static gboolean is_word(const char *name)
{
    return *name != '\0' && strspn(name, "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == strlen(name);
}

/* Keeps the longer of two chains, the first of equals; frees the other. */
static void keep_longer(GArray **best, GArray *chain)
{
    gboolean is_longer = *best == NULL || chain->len > (*best)->len;
    GArray *shorter = is_longer ? *best : chain;

    *best = is_longer ? chain : *best;
    if (shorter != NULL)
        g_array_unref(shorter);
}

/* The longest chain of calls that begins with names[from] and passes each name once: their places in `names`. */
static GArray *chain_from(Index *index, const GPtrArray *names, guint from, guint seen)
{
    GArray *best = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint next = 0; next < names->len; next++) {
        if (seen & 1u << next || !calls(index, names->pdata[from], names->pdata[next]))
            continue;
        GArray *rest = chain_from(index, names, next, seen | 1u << next);
        keep_longer(&best, rest);
    }
    g_array_prepend_val(best, from);
    return best;
}

/* Puts the longest chain of calls among the names first, in its order: how many it has. */
static guint put_chain_first(Index *index, GPtrArray *names)
{
    g_autofree gpointer *old = g_memdup2(names->pdata, names->len * sizeof names->pdata[0]);
    GArray *best = NULL;
    guint length = 0;

    for (guint from = 0; from < names->len; from++)
        keep_longer(&best, chain_from(index, names, from, 1u << from));
    for (; best != NULL && length < best->len; length++) {
        gpointer name = old[g_array_index(best, guint, length)];
        guint at;
        g_ptr_array_find(names, name, &at);
        memmove(names->pdata + length + 1, names->pdata + length, (at - length) * sizeof names->pdata[0]);
        names->pdata[length] = name;
    }
    if (best != NULL)
        g_array_unref(best);
    return length;
}

static gboolean has_view(Index *index, const char *view)
{
    g_autofree char *sql = g_strdup_printf("SELECT 1 FROM %s LIMIT 1", view);
    g_autoptr(Table) found = index_sql(index, sql, NULL);

    return found != NULL && table_size(found) > 0;
}

/* What Python calls a function, where the index knows: "dict.copy"; else NULL. The caller frees it. */
static char *python_name(Index *index, const char *function)
{
    static const char builtins[] = "builtins.";
    g_autofree char *sql = g_strdup_printf(
        "SELECT name FROM python_names WHERE function = '%s' OR impl = '%s' ORDER BY length(name), name LIMIT 1", function,
        function);
    g_autoptr(Table) found = has_view(index, "python_names") ? index_sql(index, sql, NULL) : NULL;

    if (found == NULL || table_size(found) == 0)
        return NULL;
    const char *name = table_get(found, 0, "name");
    return g_strdup(g_str_has_prefix(name, builtins) ? name + strlen(builtins) : name);
}

/* A function that calls it, hand-written ones first; NULL: none does. The caller frees it. */
static char *caller_of(Index *index, const char *function)
{
    g_autofree char *sql = g_strdup_printf("SELECT caller FROM calls WHERE callee = '%s' AND kind <> 'macro' AND caller <> callee "
                                           "ORDER BY caller_file GLOB '*clinic*', caller LIMIT 1",
                                           function);
    g_autoptr(Table) found = index_sql(index, sql, NULL);
    const char *caller = found != NULL && table_size(found) > 0 ? table_get(found, 0, "caller") : NULL;

    return caller != NULL && lines_of(index, caller) > 0 ? g_strdup(caller) : NULL;
}

/* The chain, one a line, with the Python that leads to it; a chain of one function begins with one that calls it. */
static char *strip_of(Index *index, const GPtrArray *names, guint length)
{
    g_autoptr(GString) to = g_string_new(NULL);
    g_autofree char *caller = length == 1 ? caller_of(index, names->pdata[0]) : NULL;
    g_autofree char *python =
        length > 0 ? python_name(index, caller != NULL ? caller : (const char *)names->pdata[0]) : NULL;

    if (python != NULL)
        g_string_append_printf(to, ">>> %s", python);
    if (caller != NULL)
        g_string_append_printf(to, "%s%s", to->len > 0 ? "\n" : "", caller);
    for (guint i = 0; i < length; i++)
        g_string_append_printf(to, "%s%s", to->len > 0 ? "\n" : "", (const char *)names->pdata[i]);
    return g_strdup(to->str);
}

/* Command lines that print the functions in the room that there is: the first get what they need. */
static char *source_of(Index *index, const GPtrArray *names)
{
    g_autoptr(GString) to = g_string_new(NULL);
    int room = SOURCE_LINES;

    for (guint i = 0; i < names->len && room >= LEAST_LINES; i++) {
        int lines = lines_of(index, names->pdata[i]), shown = MIN(lines, i == 0 && names->len > 1 ? room * 2 / 3 : room);
        g_string_append_printf(to, "%ssource %s", i > 0 ? "\n" : "", (const char *)names->pdata[i]);
        if (shown < lines)
            g_string_append_printf(to, " --most %d", shown);
        room -= shown;
    }
    return g_strdup(to->str);
}

/* What the functions fill in: path, source, picture. */
static void set_functions(Draft *draft, GPtrArray *names)
{
    g_autoptr(GString) symbols = g_string_new(NULL);
    guint length = put_chain_first(draft->index, names);

    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(symbols, "%s%s", i > 0 ? " " : "", (const char *)names->pdata[i]);
    set(draft, "symbols", g_strdup(symbols->str));
    set(draft, "strip", strip_of(draft->index, names, length));
    set(draft, "source", source_of(draft->index, names));
    set(draft, "graph", names->len > 0 ? g_strdup_printf("graph %s --nodes 8", (char *)names->pdata[0]) : g_strdup(""));
    set(draft, "first",
        names->len > 0 ? g_strdup_printf(say(draft, "`%s`", "`%s` 함수"), (char *)names->pdata[0])
                       : g_strdup(say(draft, "the function", "함수")));
}

char *draft_template(Index *index, const char *title, const char *const *symbols, Lang lang)
{
    g_autoptr(GHashTable) values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    Draft draft = {index, lang, values};

    for (guint i = 0; symbols[i] != NULL && names->len < MOST_NAMES; i++)
        g_ptr_array_add(names, (gpointer)symbols[i]);
    set_common(&draft, title);
    set_functions(&draft, names);
    if (names->len == 0) {
        set(&draft, "source", g_strdup("# source NAME"));
        set(&draft, "graph", g_strdup("# graph NAME"));
    }
    return fill(&draft);
}

/* ---- a story ---------------------------------------------------------------------------------------------------- */

/* The row of the story; NULL with `error`. */
static Table *find_story(Index *index, const char *issue, GError **error)
{
    const char *dash = strpbrk(issue, "-#"), *number = dash != NULL ? dash + 1 : issue; /* bpo-31179, gh-1 */

    if (!has_view(index, "stories") || !has_view(index, "commits")) {
        g_autofree char *mending = index_mending(index);
        g_set_error(error, DRAFT_ERROR, DRAFT_ERROR_NO_STORY,
                    "%s knows no stories and commits; it takes a git checkout with its history: %s", index_path(index),
                    mending);
        return NULL;
    }
    if (!is_word(number)) {
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

    for (guint i = 0; rows != NULL && i < table_size(rows) && names->len < MOST_NAMES; i++)
        if (is_word(table_get(rows, i, "function")) && lines_of(index, table_get(rows, i, "function")) > 1)
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
    g_autofree char *subject = one_line(table_get(story, 0, "subject"));
    g_autofree char *change = read_change(draft->index, hash), *hunk = change != NULL ? best_hunk(change) : NULL;
    g_autoptr(GString) to = g_string_new(NULL);

    g_string_append_printf(to, "**%s** `%.10s` · %.10s · %s\n%s", say(draft, "Commit", "커밋"), hash, date,
                           table_get(story, 0, "author"), subject);
    if (hunk != NULL)
        g_string_append_printf(to, "\n\n~~~diff\n%s~~~", hunk);
    set(draft, "commit", g_strdup(to->str));
    set(draft, "commits", g_strdup_printf("%.10s", hash));
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
    g_autoptr(GString) quiz = g_string_new(say(draft, "### Warm-up: which of these did the commit add?\n\n",
                                               "### 몸풀기: 이 커밋이 더한 함수는 어느 것일까?\n\n"));

    for (guint i = 0; rows != NULL && i < table_size(rows); i++) {
        const char *name = table_get(rows, i, "name");
        g_string_append_printf(quiz, "%s`%s`", i > 0 ? " · " : "", name);
        if (table_size(rows) == 4 && table_get_int(rows, i, "added"))
            set(draft, "answers", g_strdup_printf(say(draft, "- Warm-up: `%s`.", "- 몸풀기: `%s` 함수."), name));
    }
    if (rows != NULL && table_size(rows) == 4)
        set(draft, "quiz", g_strdup(quiz->str));
    return rows != NULL;
}

static void set_story(Draft *draft, const Table *story)
{
    const char *title = table_get(story, 0, draft->lang == LANG_KO ? "title_ko" : "title");
    gboolean has_korean = draft->lang == LANG_KO && table_find(story, "claim_ko") >= 0;
    const char *claim = table_get(story, 0, has_korean ? "claim_ko" : "claim"), *source = table_get(story, 0, "claim_source");
    g_autofree char *line = one_line(title != NULL ? title : table_get(story, 0, "subject"));
    gboolean is_question = g_str_has_suffix(line, "?");

    set_common(draft, line);
    if (!is_question)
        set(draft, "title", g_strdup_printf(say(draft, "%s: why is it faster?", "%s: 왜 빨라졌을까?"), line));
    if (claim != NULL && strcmp(claim, "-") != 0)
        set(draft, "claim", g_strdup_printf("“%s”%s%s%s", claim, source != NULL ? " (" : "", source != NULL ? source : "",
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
    set_functions(&draft, names);
    set_commit(&draft, story);
    return set_quiz(&draft, table_get(story, 0, "hash"), error) ? fill(&draft) : NULL;
}
