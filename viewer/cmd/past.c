/* past.c: see past.h. */
#include "cmd/past.h"

#include "query/resolve.h"

#include <string.h>

enum { SHORTEST_HASH = 4, MOST_RENAMES = 8 };

gboolean past_is_there(const Context *context, Answer *answer)
{
    g_autoptr(Table) range = index_query(context->index, NULL, "past", NULL);
    if (range != NULL && table_size(range) > 0)
        return TRUE;
    g_autofree char *mend = index_mending(context->index);
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "the index holds no commits: its tree had no git history that could be read; it says why: %s", mend);
    return FALSE;
}

/* What a name means takes several questions, and there is mostly one that has it. */
static gboolean has_namesakes(const Context *context, const char *name)
{
    g_autoptr(Table) count = index_query(context->index, NULL, "commits_namesakes", "name", name, NULL);
    if (count != NULL && table_get_int(count, 0, "count") < 2)
        return FALSE;
    g_autoptr(Table) symbols = resolve(context->index, name, NULL);
    return symbols != NULL && table_size(symbols) > 1;
}

Table *past_commits(const Context *context, const Table *symbol, const char *name, GError **error)
{
    const char *file = "", *spelled = NULL;
    gboolean is_opcode = FALSE;
    if (symbol != NULL) {
        name = table_get(symbol, 0, "name");
        spelled = table_get(symbol, 0, "spelled");
        is_opcode = strcmp(table_get(symbol, 0, "kind"), "opcode") == 0;
        if (table_get(symbol, 0, "file") != NULL && has_namesakes(context, name))
            file = table_get(symbol, 0, "file");
    }
    return index_query(context->index, error, "commits", "name", spelled != NULL ? spelled : name, "file", file, "opcode",
                       is_opcode ? "1" : "0", NULL);
}

static char *say_gone(const Table *gone, Lang lang)
{
    const char *commit = table_get(gone, 0, "commit"), *date = table_get(gone, 0, "date");
    return lang == LANG_KO ? g_strdup_printf("%s 커밋(%s)에서 없어짐", commit, date)
                           : g_strdup_printf("gone since %s (%s)", commit, date);
}

/* Follows what a name became, and what that became, to what the tree has. */
char *past_became(const Context *context, const char *name, Lang lang)
{
    g_autofree char *since = NULL, *next = g_strdup(name);
    for (guint i = 0; i < MOST_RENAMES; i++) {
        g_autoptr(Table) gone = index_query(context->index, NULL, "commits_gone", "name", next, NULL);
        if (gone == NULL || table_size(gone) == 0)
            break;
        if (since == NULL)
            since = say_gone(gone, lang);
        if (table_get(gone, 0, "became") == NULL)
            break;
        g_free(next);
        next = g_strdup(table_get(gone, 0, "became"));
        g_autoptr(Table) now = index_query(context->index, NULL, "commits_now", "name", next, NULL);
        if (now != NULL && table_size(now) > 0)
            return g_strdup_printf("%s; %s %s (%s:%s)", since, lang == LANG_KO ? "지금은" : "now", next,
                                   table_get(now, 0, "file"), table_get(now, 0, "line"));
    }
    return g_steal_pointer(&since);
}

static gboolean is_hash(const char *text)
{
    gsize length = strspn(text, "0123456789abcdefABCDEF");
    return text[length] == '\0' && length >= SHORTEST_HASH && length <= 64;
}

Table *past_commit(const Context *context, const char *hash, Answer *answer, GError **error)
{
    if (!past_is_there(context, answer))
        return NULL;
    g_autoptr(Table) range = index_query(context->index, error, "past", NULL);
    if (range == NULL)
        return NULL;
    if (strcmp(hash, "HEAD") == 0)
        hash = strrchr(table_get(range, 0, "range"), '.') + 1;
    if (!is_hash(hash)) {
        answer->status = ANSWER_USAGE;
        answer_warn(answer, "\"%s\" is no hash: at least %d of a commit's hexadecimal digits", hash, SHORTEST_HASH);
        return NULL;
    }
    g_autofree char *lower = g_ascii_strdown(hash, -1);
    g_autoptr(Table) commit = index_query(context->index, error, "commit", "hash", lower, NULL);
    if (commit == NULL || table_size(commit) == 1)
        return g_steal_pointer(&commit);
    answer->status = ANSWER_NOTHING;
    if (table_size(commit) == 0)
        answer_warn(answer, "no commit %s among those that the index holds, %s", hash, table_get(range, 0, "range"));
    else
        answer_warn(answer, "%s is ambiguous: %s, %s, …", hash, table_get(commit, 0, "hash"), table_get(commit, 1, "hash"));
    return NULL;
}

Table *past_touched(const Context *context, const Table *commit, GError **error)
{
    return index_query(context->index, error, "commit_touched", "id", table_get(commit, 0, "id"), NULL);
}
