/* compose.c: see compose.h. The index says for each node what the compiler does in which order (view syntax): where it
 * visits a child, what the child becomes is put in. */
#include "query/compose.h"

#include <string.h>

typedef struct Composing {
    Index *index;
    GPtrArray *all;
    const Snippet *unknown;
    GError *error;
} Composing;

static void emitted_free(gpointer data)
{
    Emitted *emitted = data;
    g_free(emitted->opcode);
    g_free(emitted->argument);
    g_free(emitted->function);
    g_free(emitted->file);
    g_free(emitted);
}

static void put(Composing *composing, const Snippet *snippet, gboolean is_inner);

/* The children of that field that were not put in yet: where the compiler visits one several times (finally), all each
 * time. */
static void put_children(Composing *composing, const Snippet *snippet, const char *label, GHashTable *done, gboolean is_inner)
{
    static const char *const LISTS[] = {"elts", "starred", "values", NULL};
    if (g_hash_table_contains(done, label) && g_strv_contains(LISTS, label))
        return;
    g_hash_table_add(done, (gpointer)g_intern_string(label));
    for (guint i = 0; i < snippet->children->len; i++) {
        const Snippet *child = snippet->children->pdata[i];
        if (strcmp(child->label, label) == 0)
            put(composing, child, is_inner);
    }
}

static void put_opcode(Composing *composing, const Snippet *snippet, const Table *steps, guint row, gboolean is_inner)
{
    Emitted *emitted = g_new0(Emitted, 1);
    emitted->opcode = g_strdup(table_get(steps, row, "opcode"));
    emitted->argument = g_strdup(table_get(steps, row, "argument"));
    emitted->snippet = snippet;
    emitted->is_inner = is_inner;
    emitted->function = g_strdup(table_get(steps, row, "function"));
    emitted->file = g_strdup(table_get(steps, row, "file"));
    emitted->line = (int)table_get_int(steps, row, "line");
    g_ptr_array_add(composing->all, emitted);
}

static Table *steps_of(Composing *composing, const char *node, const Snippet *snippet)
{
    return index_query(composing->index, &composing->error, "py_steps", "node", node, "form", snippet->form, "operator",
                       snippet->operator, NULL);
}

/* Before 3.8 a number was a Num. */
static Table *steps_for(Composing *composing, const Snippet *snippet)
{
    Table *steps = steps_of(composing, snippet->node, snippet);
    if (steps == NULL || table_size(steps) > 0 || strcmp(snippet->node, "Constant") != 0)
        return steps;
    table_free(steps);
    return steps_of(composing, "Num", snippet);
}

/* What does nothing: pass, global. */
static gboolean is_silent(const Snippet *snippet)
{
    static const char *const SILENT[] = {"Pass", "Global", "Nonlocal", "Break", "Continue", NULL};
    return g_strv_contains(SILENT, snippet->node);
}

static void put(Composing *composing, const Snippet *snippet, gboolean is_inner)
{
    if (composing->error != NULL)
        return;
    g_autoptr(Table) steps = steps_for(composing, snippet);
    g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
    if (steps == NULL)
        return;
    if (table_size(steps) == 0 && !is_silent(snippet) && composing->unknown == NULL)
        composing->unknown = snippet;
    for (guint i = 0; i < table_size(steps); i++) {
        gboolean inner = is_inner || table_get_int(steps, i, "is_inner") != 0;
        if (table_get(steps, i, "opcode") != NULL)
            put_opcode(composing, snippet, steps, i, inner);
        else
            put_children(composing, snippet, table_get(steps, i, "child"), done, inner);
    }
}

GPtrArray *compose(Index *index, const Snippet *snippet, const Snippet **unknown, GError **error)
{
    Composing composing = {.index = index};
    composing.all = g_ptr_array_new_with_free_func(emitted_free);
    put(&composing, snippet, FALSE);
    *unknown = composing.unknown;
    if (composing.error == NULL)
        return composing.all;
    g_ptr_array_unref(composing.all);
    g_propagate_error(error, composing.error);
    return NULL;
}
