/* commit_graph.c: see commit_graph.h. */
#include "cmd/commit_graph.h"

#include "cmd/change.h"
#include "cmd/past.h"
#include "graph/touched.h"

#include <string.h>

/* "bpo-31179"; the hash where it names none. The caller frees it. */
static char *label_of(const Context *context, const Table *commit)
{
    g_autoptr(Table) issues = index_query(context->index, NULL, "commit_issues", "id", table_get(commit, 0, "id"), NULL);
    if (issues == NULL || table_size(issues) == 0)
        return g_strndup(table_get(commit, 0, "hash"), 10);
    return g_strdup_printf("%s-%s", table_get(issues, 0, "tracker"), table_get(issues, 0, "number"));
}

static void mark_all(const Context *context, const Table *commit, const Table *touched, Graph *graph)
{
    Touched *set = touched_new();
    g_autofree char *label = label_of(context, commit), *by = g_strndup(table_get(commit, 0, "hash"), 10);
    for (guint row = 0; row < table_size(touched); row++)
        touched_add(set, table_get(touched, row, "name"), table_get(touched, row, "file"), label);
    touched_mark(graph, set, by);
    g_hash_table_unref(set);
}

gboolean commit_mark(const Context *context, const char *hash, Graph *graph, Answer *answer, GError **error)
{
    g_autoptr(Table) commit = past_commit(context, hash, answer, error);
    g_autoptr(Table) touched = commit == NULL ? NULL : past_touched(context, commit, error);
    if (touched != NULL)
        mark_all(context, commit, touched, graph);
    return touched != NULL;
}

/* The functions and opcodes, once each; ended by NULL. */
static GPtrArray *names_of(const Table *touched)
{
    GPtrArray *names = g_ptr_array_new();
    for (guint row = 0; row < table_size(touched); row++) {
        const char *name = table_get(touched, row, "name"), *kind = table_get(touched, row, "kind");
        gboolean is_code = strcmp(kind, "function") == 0 || strcmp(kind, "opcode") == 0;
        if (is_code && !g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_ptr_array_add(names, (char *)name);
    }
    g_ptr_array_add(names, NULL);
    return names;
}

Graph *commit_graph(const Context *context, const char *hash, Answer *answer, GError **error)
{
    g_autoptr(Table) commit = past_commit(context, hash, answer, error);
    g_autoptr(Table) touched = commit == NULL ? NULL : past_touched(context, commit, error);
    g_autoptr(GPtrArray) names = touched == NULL ? NULL : names_of(touched);
    if (names == NULL)
        return NULL;
    if (names->len == 1) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "%.10s changed no function and no opcode that was written by hand", table_get(commit, 0, "hash"));
        return NULL;
    }
    g_autoptr(Images) images = images_open(context->index, table_get(commit, 0, "hash"), error);
    Graph *graph = images == NULL ? NULL
                                  : change_graph(images, (const char *const *)names->pdata, FALSE, context->all, error);
    if (graph != NULL)
        mark_all(context, commit, touched, graph);
    return graph;
}
