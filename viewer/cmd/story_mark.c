/* story_mark.c: the functions that a story changed, marked in a picture; see stories.h. Only what the index's history has can
 * be marked. */
#include "cmd/stories.h"

#include "cmd/line.h"
#include "graph/touched.h"

#include <string.h>

/* What is printed in a function's box: the issue under which the commit is told, or its first digits. */
static char *label_of(const Story *story, guint row)
{
    g_autofree char *tracker = story_text(story, "story", "issues", "en");
    const char *under = table_get(story->commits, row, "under");
    gboolean is_issue = under[strspn(under, G_CSET_DIGITS)] == '\0' && strlen(under) < 10;
    return tracker != NULL && is_issue ? g_strdup_printf("%s-%s", tracker, under) : g_strdup(under);
}

/* What one commit changed; nothing where the history does not have it. */
static gboolean add_commit(const Context *context, const char *hash, const char *label, Touched *touched, GError **error)
{
    g_autoptr(Table) commit = index_query(context->index, error, "commit", "hash", hash, NULL);
    if (commit == NULL || table_size(commit) != 1)
        return commit != NULL;
    g_autoptr(Table) names =
        index_query(context->index, error, "commit_touched", "id", table_get(commit, 0, "id"), NULL);
    for (guint i = 0; names != NULL && i < table_size(names); i++)
        touched_add(touched, table_get(names, i, "name"), table_get(names, i, "file"), label);
    return names != NULL;
}

static gboolean add_commits(const Context *context, const Story *story, Touched *touched, GError **error)
{
    for (guint i = 0; i < table_size(story->commits); i++) {
        g_autofree char *label = label_of(story, i);
        if (!add_commit(context, table_get(story->commits, i, "hash"), label, touched, error))
            return FALSE;
    }
    return TRUE;
}

gboolean stories_mark(const Context *context, const char *name, Graph *graph, Answer *answer, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Story) story = story_open(context->index, name, &problem);
    g_autoptr(GHashTable) touched = touched_new();
    if (problem == NULL && story == NULL)
        problem = g_error_new(LINE_ERROR, LINE_ERROR_USAGE, "no story %s; which there are: cpyread story", name);
    if (problem != NULL || !add_commits(context, story, touched, &problem)) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    if (g_hash_table_size(touched) > 0)
        touched_mark(graph, touched, name);
    else
        answer_warn(answer, "the index has none of the commits of %s in its history: cpyread index", name);
    return TRUE;
}
