/* commits.c: `cpyread commits NAME`: who changed a function, a macro, a type, a variable or an opcode, newest first. */
#include "cmd/past.h"
#include "cmd/subject.h"

#include <string.h>

static void add_commits(Answer *answer, const char *name, const char *place, Table *commits)
{
    g_autofree char *count = subject_count(table_size(commits), "change", "changes");
    g_autofree char *title = g_strdup_printf("commits of %s%s%s%s: %s", name, *place != '\0' ? " (" : "", place,
                                             *place != '\0' ? ")" : "", count);
    answer_add_table(answer, title, commits, NULL);
}

/* What the tree has. */
static gboolean tell(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    g_autoptr(Table) commits = past_commits(context, symbol, NULL, error);
    if (commits == NULL)
        return FALSE;
    g_autofree char *name = subject_name(symbol), *place = subject_place(symbol);
    if (table_size(commits) > 0) {
        add_commits(answer, name, place, g_steal_pointer(&commits));
        return TRUE;
    }
    g_autoptr(Table) range = index_query(context->index, NULL, "past", NULL);
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "%s: no commit of %s changed it", name, table_get(range, 0, "range"));
    return TRUE;
}

/* What it had once. */
static gboolean tell_gone(const Context *context, const char *name, Answer *answer, GError **error)
{
    g_autoptr(Table) commits = past_commits(context, NULL, name, error);
    if (commits == NULL)
        return FALSE;
    g_autofree char *became = past_became(context, name, LANG_EN);
    add_commits(answer, name, "", g_steal_pointer(&commits));
    answer_warn(answer, "%s is not in %s%s%s", name, index_tree(context->index), became != NULL ? ": " : "",
                became != NULL ? became : "");
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    const char *name = context->arguments[0];
    if (!past_is_there(context, answer))
        return g_steal_pointer(&answer);
    g_autoptr(Table) gone = index_query(context->index, error, "commits_is_gone", "name", name, NULL);
    if (gone == NULL)
        return NULL;
    if (table_get_int(gone, 0, "gone") == 0)
        return subject_answer(context, tell, error);
    return tell_gone(context, name, answer, error) ? g_steal_pointer(&answer) : NULL;
}

const Command command_commits = {
    .name = "commits",
    .usage = "NAME",
    .summary = "the commits that changed a function, a macro, a type, a variable or an opcode",
    .help = "The newest first, back through moves and renames. share is its part of the commit's hand-written lines. A\n"
            "function that the tree has no more is found as well; then stderr says what became of it.",
    .example = "cpyread commits PyDict_Copy",
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
