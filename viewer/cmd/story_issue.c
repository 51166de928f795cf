/* story_issue.c: one issue of a story as a whole: what and why, the commits, the functions then and now
 * (story_functions.c), the way from Python to them (story_way.c), and how to measure it; see stories.h. Each part says only
 * what the story or the index knows. */
#include "cmd/stories.h"

#include <string.h>

char *stories_text(const Telling *telling, const char *under, const char *key)
{
    return story_text(telling->story, under, key, lang_code(telling->lang));
}

/* ---- what and why ---------------------------------------------------------------------------------------------------- */

static const char *describe_grade(const Telling *telling, const char *grade)
{
    static const char *const grades[][1 + LANG_COUNT] = {
        {"certain", "What's New or NEWS names it", "What's New나 NEWS에 적혀 있음"},
        {"message", "rests on the commit's message", "커밋 메시지에 따름"},
        {"judgement", "a reader's judgement", "읽은 사람의 판단"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(grades); i++)
        if (g_strcmp0(grade, grades[i][0]) == 0)
            return grades[i][1 + telling->lang];
    return grade;
}

/* "bpo-26110" where the story says whose numbers these are. The caller frees it. */
static char *issue_name(const Telling *telling, const char *issue)
{
    g_autofree char *tracker = stories_text(telling, "story", "issues");
    return tracker != NULL && issue[strspn(issue, G_CSET_DIGITS)] == '\0' && strlen(issue) < 10
               ? g_strdup_printf("%s-%s", tracker, issue)
               : g_strdup(issue);
}

static void add_texts(const Telling *telling, const char *under, Answer *answer)
{
    g_autofree char *title = story_title(telling->story, under, lang_code(telling->lang)), *name = issue_name(telling, under);
    g_autofree char *why = stories_text(telling, under, "why"), *note = stories_text(telling, under, "note");
    g_autofree char *heading = g_strdup_printf("%s: %s", name, title);
    g_autofree char *text = g_strjoin("\n", why != NULL ? why : "", note, NULL);
    answer_add_heading(answer, heading);
    if (*g_strstrip(text) != '\0')
        answer_add_paragraph(answer, text);
}

/* ---- commits --------------------------------------------------------------------------------------------------------- */

static char *claim_of(const Telling *telling, guint row)
{
    const Table *commits = telling->story->commits;
    const char *claim = table_get(commits, row, stories_say(telling, "claim", "claim_ko"));
    const char *source = table_get(commits, row, "claim_source");
    if (claim == NULL)
        return NULL;
    return source != NULL ? g_strdup_printf("%s (%s)", claim, source) : g_strdup(claim);
}

static void add_commits(const Telling *telling, const char *under, Answer *answer)
{
    static const char *const columns[] = {"commit", "issue", "date", "title", "claim", "grade", NULL};
    const Table *commits = telling->story->commits;
    gboolean is_text = strcmp(telling->context->format, "text") == 0;
    Table *table = table_new(columns);
    for (guint i = 0; i < table_size(commits); i++) {
        if (strcmp(table_get(commits, i, "under"), under) != 0)
            continue;
        const char *date = table_get(commits, i, "date"), *grade = table_get(commits, i, "grade");
        g_autofree char *hash = g_strndup(table_get(commits, i, "hash"), is_text ? 10 : 40);
        g_autofree char *day = g_strndup(date != NULL ? date : "", is_text ? 10 : 64), *claim = claim_of(telling, i);
        const char *cells[] = {hash,
                               table_get(commits, i, "issue"),
                               *day != '\0' ? day : NULL,
                               story_commit_title(telling->story, i, lang_code(telling->lang)),
                               claim,
                               is_text ? describe_grade(telling, grade) : grade};
        table_add(table, cells);
    }
    g_autofree char *title = g_strdup_printf("%s: %u", stories_say(telling, "commits", "커밋"), table_size(table));
    answer_add_table(answer, title, table, NULL);
}

/* ---- measuring ------------------------------------------------------------------------------------------------------- */

/* As a shell takes it: python3 -m timeit -s LINE … LINE. The caller frees it. */
static char *timeit_line(const char *setup, const char *statement)
{
    g_autoptr(GString) line = g_string_new("python3 -m timeit");
    g_auto(GStrv) lines = g_strsplit(setup != NULL ? setup : "", "\n", -1);
    g_autofree char *quoted = g_shell_quote(statement);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_autofree char *one = g_shell_quote(lines[i]);
        g_string_append_printf(line, " -s %s", one);
    }
    g_string_append_printf(line, " %s", quoted);
    return g_string_free(g_steal_pointer(&line), FALSE);
}

static void append_line(GString *text, const char *before, const char *value)
{
    if (value != NULL)
        g_string_append_printf(text, "%s%s%s", text->len > 0 ? "\n" : "", before, value);
}

static void add_measuring(const Telling *telling, const char *under, Answer *answer)
{
    g_autofree char *setup = stories_text(telling, under, "setup"), *statement = stories_text(telling, under, "timeit");
    g_autofree char *measured = stories_text(telling, under, "measured"), *also = stories_text(telling, under, "also");
    g_autofree char *shows = stories_text(telling, under, "shows"), *where = stories_text(telling, "story", "measured");
    g_autofree char *line = statement != NULL ? timeit_line(setup, statement) : NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    append_line(text, "", line);
    append_line(text, stories_say(telling, "measured: ", "재 본 값: "), measured);
    append_line(text, "", measured != NULL ? where : NULL);
    append_line(text, stories_say(telling, "in 3.6 as well, from ", "3.6에도 들어 있음: "), also);
    if (shows != NULL && strcmp(shows, "no") == 0)
        append_line(text, "", stories_say(telling, "between 3.6 and 3.7 this line shows no difference",
                                  "이 줄로는 3.6과 3.7 사이의 차이가 보이지 않는다"));
    else
        append_line(text, stories_say(telling, "the effect shows from ", "효과가 보이는 버전: "), shows);
    if (text->len == 0)
        return;
    answer_add_heading(answer, stories_say(telling, "Measure it yourself", "직접 재 보기"));
    answer_add_paragraph(answer, text->str);
}

gboolean stories_add_issue(const Telling *telling, const char *under, Answer *answer, GError **error)
{
    add_texts(telling, under, answer);
    add_commits(telling, under, answer);
    if (!stories_add_functions(telling, under, answer, error) || !stories_add_way(telling, under, answer, error))
        return FALSE;
    add_measuring(telling, under, answer);
    return TRUE;
}
