/* diff.c: `cpyread diff OLD NEW NAME`, `cpyread diff HASH NAME`: one function in two versions, or at a commit and before it:
 * its source side by side, then the calls that came and those that went. */
#include "cmd/change.h"
#include "cmd/past.h"
#include "cmd/subject.h"
#include "query/head.h"
#include "query/resolve.h"
#include "query/sides.h"

#include <string.h>

/* ---- one of the two ---- */

/* Its symbol; NULL: it is not there, or means several things. */
static Table *find(Index *index, const char *name)
{
    g_autoptr(Table) symbol = resolve(index, name, NULL);
    return symbol != NULL && table_size(symbol) == 1 ? g_steal_pointer(&symbol) : NULL;
}

/* The text of a symbol, "" where there is none; its first line in `*line`. The caller frees it. */
static char *source(Index *index, const Table *symbol, int *line, Answer *answer)
{
    gboolean is_stale = FALSE;
    g_autoptr(GError) problem = NULL;
    *line = 1;
    if (symbol == NULL || table_get(symbol, 0, "file") == NULL)
        return g_strdup("");
    *line = head_line(index, symbol, 0);
    int end = (int)table_get_int(symbol, 0, "end_line");
    char *text = index_read_source(index, table_get(symbol, 0, "file"), *line, MAX(*line, end), &is_stale, &problem);
    if (text == NULL)
        answer_warn(answer, "no source to show: %s", problem->message);
    else if (is_stale)
        answer_warn(answer, "%s changed since it was indexed", table_get(symbol, 0, "file"));
    return text != NULL ? text : g_strdup("");
}

/* ---- both ---- */

static void add_sources(const Images *images, const Table *before, const Table *after, Answer *answer)
{
    int before_line, after_line;
    g_autofree char *old = source(images->before, before, &before_line, answer),
                    *new = source(images->after, after, &after_line, answer);
    g_autofree char *old_place = before == NULL ? g_strdup("not there") : subject_place(before),
                    *new_place = after == NULL ? g_strdup("not there") : subject_place(after);
    if (strcmp(old, new) == 0) {
        g_autofree char *same = g_strdup_printf("the source is the same (%s)\n", new_place);
        answer_add_paragraph(answer, same);
        return;
    }
    g_autofree char *title = g_strdup_printf("%s, then %s", old_place, new_place);
    answer_add_table(answer, title, sides_table(old, before_line, new, after_line), NULL);
}

static gboolean add_calls(const Context *context, const Images *images, const char *name, Answer *answer, GError **error)
{
    const char *const names[] = {name, NULL};
    g_autoptr(Graph) graph = change_graph(images, names, TRUE, context->all, error);
    if (graph == NULL)
        return FALSE;
    g_autofree char *title = g_strdup_printf("%s: calls, %s and %s", name, CHANGE_CAME, CHANGE_WENT);
    if (graph->edges->len > 0)
        answer_add_graph(answer, title, g_steal_pointer(&graph));
    return TRUE;
}

static gboolean tell(const Context *context, const Images *images, const char *name, Answer *answer, GError **error)
{
    g_autoptr(Table) before = find(images->before, name), after = find(images->after, name);
    if (before == NULL && after == NULL) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "%s is in neither, or means several things there (FILE:NAME is one)", name);
        return TRUE;
    }
    const char *what = before == NULL ? "added" : after == NULL ? "gone" : "in both";
    g_autofree char *heading = g_strdup_printf("%s: %s", name, what);
    answer_add_heading(answer, heading);
    add_sources(images, before, after, answer);
    return add_calls(context, images, name, answer, error);
}

static Images *open_images(const Context *context, Answer *answer, GError **error)
{
    char **words = context->arguments;
    if (words[2] != NULL)
        return images_open_two(words[0], words[1], error);
    g_autoptr(Index) index = index_open(context->choice, error);
    Context inner = *context;
    inner.index = index;
    g_autoptr(Table) commit = index == NULL ? NULL : past_commit(&inner, words[0], answer, error);
    return commit == NULL ? NULL : images_open(index, table_get(commit, 0, "hash"), error);
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    GError *problem = NULL;
    const char *name = context->arguments[2] != NULL ? context->arguments[2] : context->arguments[1];
    g_autoptr(Images) images = open_images(context, answer, &problem);
    if (images != NULL && tell(context, images, name, answer, &problem))
        return g_steal_pointer(&answer);
    if (problem == NULL)
        return g_steal_pointer(&answer); /* it says why */
    g_propagate_error(error, problem);
    return NULL;
}

const Command command_diff = {
    .name = "diff",
    .usage = "OLD NEW NAME | HASH NAME",
    .summary = "one function in two versions, or before and after a commit: source and calls",
    .help = "OLD and NEW are versions of the study folder (3.7 3.11) or indexes (FILE.db). With HASH the commit's files are read\n"
            "as they were before and after it; that takes some seconds, once.",
    .example = "cpyread diff 3.7 3.11 PyDict_Copy",
    .min_arguments = 2,
    .max_arguments = 3,
    .looks_for_index = TRUE,
    .run = run,
};
