/* commit.c: see commit.h. That the lines of a hunk are the commit's is asked of git, where the tree is a checkout: the index
 * keeps one hunk of each commit, and the one that matters to a note is often another. */
#include "page/commit.h"

#include "page/html.h"
#include "page/note.h"
#include "page/words.h"

#include <string.h>

#define BLOCK "commit "

enum { HUNK_LINES = 12 /* leave room for a picture on the same page */, MOST_FILES = 6 };

gboolean commit_is_block(const char *info)
{
    return g_str_has_prefix(info, BLOCK);
}

static gboolean is_of_hunk(const char *line)
{
    return *line != '\0' && strchr("+-@ ", *line) != NULL;
}

/* ---- what is wrong ---------------------------------------------------------------------------------------------- */

/* The commit's change as git shows it, "\n" in front; NULL: git cannot say. The caller frees it. */
static char *read_change(Index *index, const char *hash)
{
    const char *const arguments[] = {"git", "-C", index_source(index), "show", "--format=", "-U0", "--no-color",
                                     "--no-ext-diff", "--first-parent", hash, "--", NULL};
    g_autofree char *text = NULL;
    int status;

    if (index_source(index) == NULL ||
        !g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                      &text, NULL, &status, NULL) ||
        !g_spawn_check_wait_status(status, NULL))
        return NULL;
    return g_strconcat("\n", text, NULL);
}

/* Whether each line with + or - is one that the commit added or removed. */
static gboolean check_hunk(Index *index, const char *hash, char **lines, int first, int *at, GError **error)
{
    g_autofree char *change = lines[first] != NULL ? read_change(index, hash) : NULL;

    for (int i = first; change != NULL && lines[i] != NULL; i++) {
        g_autofree char *line = g_strdup_printf("\n%s\n", lines[i]);
        if ((lines[i][0] != '+' && lines[i][0] != '-') || strstr(change, line) != NULL)
            continue;
        *at = i;
        g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK, "the commit %s has no line \"%s\"", hash, lines[i]);
        return FALSE;
    }
    return TRUE;
}

/* The commit's row; without rows where the index has no history, or that of another branch. NULL with `error`. */
static Table *find_commit(Index *index, const char *hash, const char *name, GError **error)
{
    g_autofree char *lower = g_ascii_strdown(hash, -1);
    g_autoptr(Table) commit = index_query(index, error, "commit", "hash", lower, NULL);
    g_autoptr(Table) named = NULL;
    const char *why = strspn(lower, "0123456789abcdef") != strlen(hash) || strlen(hash) < 7
                          ? "a commit is seven or more digits of its hash"
                          : NULL;

    if (commit == NULL)
        return NULL;
    if (why == NULL && table_size(commit) > 1)
        why = "several commits begin with these digits";
    if (why == NULL && table_size(commit) == 1 && name != NULL) {
        named = index_query(index, error, "sheet_commit_names", "id", table_get(commit, 0, "id"), "name", name, NULL);
        if (named == NULL)
            return NULL;
        why = table_size(named) == 0 ? "the commit did not touch what is named behind it" : NULL;
    }
    if (why == NULL)
        return g_steal_pointer(&commit);
    g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK, "commit %s%s%s: %s", hash, name != NULL ? " " : "",
                name != NULL ? name : "", why);
    return NULL;
}

/* ---- what is printed -------------------------------------------------------------------------------------------- */

static void append_issues(GString *to, const Table *issues)
{
    for (guint i = 0; i < table_size(issues); i++)
        g_string_append_printf(to, " · %s-%s", table_get(issues, i, "tracker"), table_get(issues, i, "number"));
}

static void append_files(GString *to, const Table *files, Lang lang)
{
    if (table_size(files) == 0)
        return;
    g_string_append_printf(to, "<br>\n%s: ", word(WORD_BY_HAND, lang));
    for (guint i = 0; i < MIN(table_size(files), MOST_FILES); i++) {
        g_string_append(to, i > 0 ? ", <code>" : "<code>");
        html_append_text(to, table_get(files, i, "path"));
        g_string_append_printf(to, "</code> (+%s −%s)", table_get(files, i, "lines_added"),
                               table_get(files, i, "lines_removed"));
    }
    if (table_size(files) > MOST_FILES) {
        g_string_append(to, ", ");
        g_string_append_printf(to, word(WORD_MORE_FILES, lang), table_size(files) - MOST_FILES);
    }
}

/* What the index knows of it. */
static gboolean append_head(GString *to, Index *index, const Table *commit, Lang lang, GError **error)
{
    const char *id = table_get(commit, 0, "id");
    g_autoptr(Table) issues = index_query(index, error, "commit_issues", "id", id, NULL);
    g_autoptr(Table) files = issues != NULL ? index_query(index, error, "sheet_commit_files", "id", id, NULL) : NULL;

    if (files == NULL)
        return FALSE;
    g_string_append_printf(to, "<p class=\"commit\"><b>%s</b> <code>%.10s</code> · %.10s · ", word(WORD_COMMIT, lang),
                           table_get(commit, 0, "hash"), table_get(commit, 0, "date"));
    html_append_text(to, table_get(commit, 0, "author"));
    append_issues(to, issues);
    g_string_append(to, "<br>\n");
    html_append_text(to, table_get(commit, 0, "subject"));
    append_files(to, files, lang);
    g_string_append(to, "</p>\n");
    return TRUE;
}

/* What the note says of it. */
static void append_written(GString *to, const char *hash, char **lines, int count, Lang lang)
{
    g_string_append_printf(to, "<p class=\"commit\"><b>%s</b> <code>%.10s</code>", word(WORD_COMMIT, lang), hash);
    for (int i = 0; i < count; i++) {
        g_string_append(to, "<br>\n");
        html_append_text(to, lines[i]);
    }
    g_string_append(to, "</p>\n");
}

static void append_hunk(GString *to, const char *name, char **lines, int most, Lang lang)
{
    int count = (int)g_strv_length(lines);

    while (count > 0 && lines[count - 1][0] == '\0')
        count--;
    if (count == 0)
        return;
    g_string_append(to, "<pre>");
    if (name != NULL) {
        g_string_append(to, "<b class=\"hunk-of\">");
        html_append_text(to, name);
        g_string_append(to, "</b>");
    }
    for (int i = 0; i < MIN(count, most); i++) {
        html_append_text(to, lines[i]);
        g_string_append_c(to, '\n');
    }
    if (count > most)
        g_string_append_printf(to, word(count - most == 1 ? WORD_FOLD_ONE : WORD_FOLD, lang), count - most);
    g_string_append(to, "</pre>\n");
}

/* The hunk that the index keeps, from its first line that says something. */
static void append_largest(GString *to, const Table *commit, Lang lang)
{
    const char *hunk = table_size(commit) > 0 ? table_get(commit, 0, "hunk") : NULL;

    if (hunk == NULL)
        return;
    hunk += strspn(hunk, "+\n");
    while (hunk > table_get(commit, 0, "hunk") && hunk[-1] == '+')
        hunk--;
    g_auto(GStrv) lines = g_strsplit(hunk, "\n", -1);
    append_hunk(to, table_get(commit, 0, "hunk_in"), lines, HUNK_LINES, lang);
}

gboolean commit_append(GString *to, Index *index, const char *info, const char *text, Lang lang, int *at, GError **error)
{
    g_autofree char *words = g_strstrip(g_strdup(info + strlen(BLOCK)));
    g_auto(GStrv) named = g_strsplit(words, " ", 2);
    const char *hash = named[0] != NULL ? named[0] : "", *name = *hash != '\0' ? named[1] : NULL;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(Table) commit = find_commit(index, hash, name, error);
    int hunk = 0;

    *at = 0;
    while (lines[hunk] != NULL && !is_of_hunk(lines[hunk]))
        hunk++;
    if (commit == NULL || !check_hunk(index, hash, lines, hunk, at, error))
        return FALSE;
    if (table_size(commit) == 0)
        append_written(to, hash, lines, hunk, lang);
    else if (!append_head(to, index, commit, lang, error))
        return FALSE;
    if (lines[hunk] != NULL)
        append_hunk(to, name, lines + hunk, G_MAXINT, lang);
    else
        append_largest(to, commit, lang);
    return TRUE;
}
