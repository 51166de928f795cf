/* commit.c: `cpyread commit HASH`: what one commit did, function by function, hand-written code first. */
#include "cmd/past.h"
#include "cmd/subject.h"

#include <stdlib.h>
#include <string.h>

enum { HUNK_IN_SHORT = 24 }; /* lines */

/* ---- the head ---- */

static void append_issues(GString *text, const Table *issues)
{
    for (guint i = 0; i < table_size(issues); i++) {
        const char *number = table_get(issues, i, "number");
        if (strcmp(table_get(issues, i, "tracker"), "bpo") == 0)
            g_string_append_printf(text, "bpo-%s  https://bugs.python.org/issue%s\n", number, number);
        else
            g_string_append_printf(text, "gh-%s  https://github.com/python/cpython/issues/%s\n", number, number);
    }
}

static void append_lines(GString *text, const Table *lines)
{
    const char *files = table_get(lines, 0, "files"), *by_hand = table_get(lines, 0, "by_hand");
    if (atoi(files) == 0) {
        g_string_append(text, "no C file was touched\n");
        return;
    }
    g_string_append_printf(text, "+%s -%s lines by hand in %s C file%s", table_get(lines, 0, "by_hand_added"),
                           table_get(lines, 0, "by_hand_removed"), by_hand, strcmp(by_hand, "1") == 0 ? "" : "s");
    if (strcmp(files, by_hand) != 0)
        g_string_append_printf(text, "; +%s -%s in %s with what is generated or a test", table_get(lines, 0, "added"),
                               table_get(lines, 0, "removed"), files);
    g_string_append_c(text, '\n');
}

static gboolean add_head(const Context *context, const Table *commit, Answer *answer, GError **error)
{
    const char *id = table_get(commit, 0, "id");
    g_autoptr(Table) issues = index_query(context->index, error, "commit_issues", "id", id, NULL);
    g_autoptr(Table) lines = issues == NULL ? NULL : index_query(context->index, error, "commit_lines", "id", id, NULL);
    if (lines == NULL)
        return FALSE;
    g_autofree char *title = g_strdup_printf("%.10s %s", table_get(commit, 0, "hash"), table_get(commit, 0, "subject"));
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "%.10s, %s%s\n", table_get(commit, 0, "date"), table_get(commit, 0, "author"),
                           table_get_int(commit, 0, "merge") ? "; a merge, compared with its first parent" : "");
    append_issues(text, issues);
    append_lines(text, lines);
    answer_add_heading(answer, title);
    answer_add_paragraph(answer, text->str);
    return TRUE;
}

/* ---- what it did ---- */

/* Says of functions that the tree has no more what became of them. */
static void tell_gone(const Context *context, Table *changes)
{
    int now = table_column(changes, "now");
    for (guint row = 0; row < table_size(changes); row++) {
        char **cells = g_ptr_array_index(changes->rows, row);
        if (g_strcmp0(cells[now], "gone") != 0)
            continue;
        char *became = past_became(context, table_get(changes, row, "name"), LANG_EN);
        if (became == NULL)
            continue;
        g_free(cells[now]);
        cells[now] = became;
    }
}

static gboolean add_changes(const Context *context, const Table *commit, Answer *answer, GError **error)
{
    gboolean open = context->all || strcmp(context->format, "text") != 0;
    g_autoptr(Table) changes = index_query(context->index, error, "commit_changes", "id", table_get(commit, 0, "id"), "open",
                                           open ? "1" : "0", NULL);
    if (changes == NULL)
        return FALSE;
    tell_gone(context, changes);
    g_autofree char *title = g_strdup_printf("changes: %u", table_size(changes));
    if (table_size(changes) > 0)
        answer_add_table(answer, title, g_steal_pointer(&changes), "in");
    return TRUE;
}

/* ---- the hunk that matters ---- */

static void add_hunk(const Context *context, const Table *commit, Answer *answer)
{
    const char *hunk = table_get(commit, 0, "hunk"), *in = table_get(commit, 0, "hunk_in");
    if (hunk == NULL)
        return;
    guint most = context->all ? G_MAXUINT : HUNK_IN_SHORT, shown = 0;
    gint64 size = table_get_int(commit, 0, "hunk_size");
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "the largest hunk: %s%s%s:%s\n", in != NULL ? in : "", in != NULL ? ", " : "",
                           table_get(commit, 0, "hunk_file"), table_get(commit, 0, "hunk_line"));
    for (const char *p = hunk; *p != '\0' && shown < most; shown++) {
        gsize length = strcspn(p, "\n");
        g_string_append_len(text, p, (gssize)length);
        g_string_append_c(text, '\n');
        p += length + (p[length] == '\n');
    }
    if (shown < size)
        g_string_append_printf(text, "… %u more lines: git show %.10s\n", (guint)(size - shown), table_get(commit, 0, "hash"));
    answer_add_paragraph(answer, text->str);
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    GError *problem = NULL;
    g_autoptr(Table) commit = past_commit(context, context->arguments[0], answer, &problem);
    gboolean ok = problem == NULL;
    if (problem != NULL)
        g_propagate_error(error, problem);
    if (commit != NULL) {
        ok = add_head(context, commit, answer, error) && add_changes(context, commit, answer, error);
        add_hunk(context, commit, answer);
    }
    return ok ? g_steal_pointer(&answer) : NULL;
}

const Command command_commit = {
    .name = "commit",
    .usage = "HASH",
    .summary = "what a commit did: functions and opcodes by file, and the hunk that matters",
    .help = "Found at that commit, from the files before and after it. Hand-written code comes first; of generated files and\n"
            "tests only functions and opcodes are listed: --all. now is where the tree has it, or what became of it. HASH is\n"
            "four or more of its digits, or HEAD.",
    .example = "cpyread commit HEAD",
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
