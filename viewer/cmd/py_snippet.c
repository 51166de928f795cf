/* py_snippet.c: what a piece of Python does: its opcodes, and from each of them a strip down to the functions that run. See
 * py.h. */
#include "cmd/py_task.h"

/* ---- opcodes ------------------------------------------------------------------------------------------ */

/* Where the opcode's own text stands, "Python/ceval.c:1265"; NULL: it has none. The caller frees it. */
static char *body_of(const PyQuestion *question, const char *opcode)
{
    g_autoptr(Table) found = index_query(question->context->index, NULL, "py_opcode", "name", opcode, NULL);
    gboolean has_body = found != NULL && table_size(found) > 0 && table_get(found, 0, "line") != NULL;
    return has_body ? g_strdup_printf("%s:%s", table_get(found, 0, "file"), table_get(found, 0, "line")) : NULL;
}

static Table *opcode_table(const PyQuestion *question, const GPtrArray *all)
{
    static const char *const columns[] = {"opcode", "argument", "of", "body", "compiled by", "file", "line", NULL};
    Table *table = table_new(columns);
    for (guint i = 0; i < all->len; i++) {
        const Emitted *one = all->pdata[i];
        g_autofree char *line = g_strdup_printf("%d", one->line);
        g_autofree char *of = g_strdup_printf("%s%s%s%s%s", one->snippet->node, *one->snippet->operator!= '\0' ? " " : "",
                                              one->snippet->operator, one->snippet->name != NULL ? " " : "",
                                              one->snippet->name != NULL ? one->snippet->name : "");
        g_autofree char *where = one->is_inner ? g_strconcat(of, ", inside", NULL) : g_strdup(of);
        g_autofree char *body = body_of(question, one->opcode);
        const char *cells[] = {one->opcode, one->argument, where, body, one->function, one->file, line};
        table_add(table, cells);
    }
    table_set_number(table, "line");
    return table;
}

/* What names and constants become: of no interest beside the rest. */
static GHashTable *leaf_opcodes(const PyQuestion *question, GError **error)
{
    g_autoptr(Table) rows = index_query(question->context->index, error, "py_leaf_opcodes", NULL);
    GHashTable *leaves = rows == NULL ? NULL : g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; rows != NULL && i < table_size(rows); i++)
        g_hash_table_add(leaves, g_strdup(table_get(rows, i, "opcode")));
    return leaves;
}

/* ---- each opcode -------------------------------------------------------------------------------------- */

static gboolean add_opcode(const PyQuestion *question, const Emitted *emitted, Answer *answer, GError **error)
{
    g_autoptr(Table) opcode = index_query(question->context->index, error, "py_opcode", "name", emitted->opcode, NULL);
    g_autoptr(Table) members = opcode == NULL ? NULL : index_query(question->context->index, error, "py_members", "name",
                                                                   emitted->opcode, NULL);
    if (members == NULL)
        return FALSE;
    if (table_size(opcode) == 0 || table_get(opcode, 0, "run_line") == NULL)
        return TRUE; /* the compiler replaces it */
    PyTask task = {.question = question, .emitted = emitted, .answer = answer};
    task.symbol = table_get_int(opcode, 0, "symbol_id");
    task.loop = table_get_int(opcode, 0, "loop_id");
    g_autoptr(GHashTable) done = task.done = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    gboolean has_warm = table_size(members) > 0;
    gboolean ok = py_add_cold(&task, has_warm, error) && (!has_warm || py_add_warm(&task, g_steal_pointer(&members), error)) &&
                  (!py_is_method_call(emitted) || question->has_types || py_add_candidates(&task, error));
    g_free(task.flags);
    return ok;
}

static gboolean is_leaf(const Snippet *snippet)
{
    return strcmp(snippet->node, "Name") == 0 || strcmp(snippet->node, "Constant") == 0;
}

/* Whether the opcode only loads a name or a constant, or is one that does. */
static gboolean is_passed(const Emitted *one, GHashTable *leaves)
{
    return one->is_inner || is_leaf(one->snippet) || g_hash_table_contains(leaves, one->opcode);
}

/* x = 1: what the names become, where there is nothing else. */
static gboolean stores(const Emitted *one)
{
    return !one->is_inner && is_leaf(one->snippet) && *one->snippet->operator!= '\0' && strcmp(one->snippet->operator, "Load") != 0;
}

/* A strip for each opcode that does something of its own, once. */
static gboolean add_opcodes(const PyQuestion *question, const Snippet *root, const GPtrArray *all, Answer *answer, GError **error)
{
    g_autoptr(GHashTable) leaves = leaf_opcodes(question, error);
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gboolean are_leaves = leaves != NULL;
    for (guint i = 0; leaves != NULL && i < all->len; i++)
        are_leaves = are_leaves && is_passed(all->pdata[i], leaves);
    for (guint i = 0; leaves != NULL && i < all->len; i++) {
        const Emitted *one = all->pdata[i];
        gboolean shows = are_leaves ? stores(one) || one->snippet == root : !is_passed(one, leaves);
        char *key = shows ? g_strconcat(one->opcode, " ", one->argument, NULL) : NULL;
        if (key != NULL && g_hash_table_add(told, key) && !add_opcode(question, one, answer, error))
            return FALSE;
    }
    return leaves != NULL;
}

gboolean py_tell_snippet(const PyQuestion *question, const char *text, const Snippet *snippet, Answer *answer, GError **error)
{
    const Snippet *unknown = NULL;
    g_autoptr(GPtrArray) all = compose(question->context->index, snippet, &unknown, error);
    if (all == NULL)
        return FALSE;
    if (unknown != NULL) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "%s was understood as %s%s%s, which %s does not compile", text, unknown->node,
                    *unknown->operator!= '\0' ? " " : "", unknown->operator, index_tree(question->context->index));
        return TRUE;
    }
    answer_add_heading(answer, text);
    if (all->len == 0)
        answer_add_paragraph(answer, "it becomes no opcode");
    else
        answer_add_table(answer, "opcodes", opcode_table(question, all), NULL);
    return add_opcodes(question, snippet, all, answer, error);
}
