/* strip_down.c: what a function calls, and what that calls. See strip.h. The `if` of each call is read off the source by
 * query/guard.c; where there is no source, there is no `if`. */
#include "cmd/strip_inside.h"
#include "graph/noise.h"

#define FREED "PyTypeObject.tp_dealloc" /* what any Py_DECREF may come to */

enum {
    FAN_OUT = 8,    /* rows below one function, unless --all */
    MOST_ROWS = 48, /* of callees, ditto */
    COMMON = 40     /* calls of a function that is used all over: what it does is no part of this strip */
};

typedef struct Callee {
    gint64 id;
    char *function, *kind, *via, *file;
    int line;
    Guard guard;
} Callee;

static void callee_clear(gpointer data)
{
    Callee *callee = data;
    g_free(callee->function);
    g_free(callee->kind);
    g_free(callee->via);
    g_free(callee->file);
    guard_clear(&callee->guard);
}

static gboolean is_worth(Strip *strip, Statement *row)
{
    const char *function = statement_text(row, 1), *macro = statement_text(row, 5);
    if (strip->context->all)
        return TRUE;
    if (g_strcmp0(statement_text(row, 4), FREED) == 0)
        return FALSE;
    return (function == NULL || noise_group(function, statement_int(row, 2) != 0) == NULL) &&
           (macro == NULL || noise_group(macro, FALSE) == NULL);
}

/* An opcode is bound by its name, a function by its id. */
static void bind_caller(Statement *row, const Node *node)
{
    if (node->part != NULL)
        statement_bind_text(row, "part", node->part);
    else
        statement_bind_int(row, "caller", node->caller);
}

void strip_edge_free(Edge *edge)
{
    if (edge == NULL)
        return;
    g_free(edge->kind);
    g_free(edge->via);
    g_free(edge->file);
    guard_clear(&edge->guard);
    g_free(edge);
}

static Edge *read_edge(Strip *strip, const Node *caller, Statement *row)
{
    Edge *edge = g_new0(Edge, 1);
    edge->kind = g_strdup(statement_text(row, 0));
    edge->via = g_strdup(statement_text(row, 1));
    edge->is_in_macro = !statement_is_null(row, 2);
    edge->file = g_strdup(statement_text(row, 3));
    edge->line = (int)statement_int(row, 4);
    strip_guard(strip, caller, edge->file, edge->line, (int)statement_int(row, 5), &edge->guard);
    return edge;
}

/* Of two calls of the same kind, in the order of the text: whether the second is the usual way. The right operand's turn is the last. */
static gboolean is_better(const Strip *strip, const Edge *one, const Edge *other)
{
    gboolean is_alike = strcmp(one->kind, other->kind) == 0 && g_strcmp0(one->via, other->via) == 0 &&
                        one->is_in_macro == other->is_in_macro;
    return is_alike && (strip->is_right || other->guard.count < one->guard.count);
}

Edge *strip_edge(Strip *strip, gint64 from, gint64 to, const char *via)
{
    const Node *caller = strip_node(strip, from);
    if (caller == NULL)
        return NULL;
    Statement *row = strip_statement(strip, caller->part != NULL ? "py_opcode_edge" : "py_edge");
    Edge *best = NULL;
    if (row == NULL)
        return NULL;
    bind_caller(row, caller);
    statement_bind_int(row, "callee", to);
    statement_bind_text(row, "via", via);
    while (statement_step(row, &strip->error)) {
        Edge *edge = read_edge(strip, caller, row);
        gboolean is_new = !strip_is_other_case(strip, caller, &edge->guard) && (best == NULL || is_better(strip, best, edge));
        strip_edge_free(is_new ? best : edge);
        best = is_new ? edge : best;
    }
    return best;
}

/* A callee that is called for several arguments: the place for this one. */
static gboolean take_own_case(Strip *strip, const Node *caller, Callee *callee)
{
    Edge *edge = callee->id != 0 ? strip_edge(strip, caller->id, callee->id, NULL) : NULL;
    if (edge == NULL)
        return FALSE;
    callee->line = edge->line;
    guard_clear(&callee->guard);
    callee->guard = edge->guard;
    edge->guard = (Guard){NULL, NULL, 0};
    strip_edge_free(edge);
    return TRUE;
}

/* Whether a call goes through this field only if another was asked for: binary_op1 calls any that it is handed. */
static gboolean is_of_other_field(const Strip *strip, const GArray *all, const Callee *callee)
{
    if (callee->via == NULL || g_hash_table_contains(strip->fields, callee->via))
        return FALSE;
    for (guint i = 0; i < all->len; i++) {
        const Callee *one = &g_array_index(all, Callee, i);
        if (one->line == callee->line && one->via != NULL && g_hash_table_contains(strip->fields, one->via))
            return TRUE;
    }
    return FALSE;
}

static void drop_other_fields(const Strip *strip, GArray *all)
{
    for (guint i = all->len; i > 0; i--)
        if (is_of_other_field(strip, all, &g_array_index(all, Callee, i - 1)))
            g_array_remove_index(all, i - 1);
}

/* What a node calls: what pictures hide is left out. */
static GArray *callees_of(Strip *strip, const Node *node)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(Callee));
    Statement *row = strip_statement(strip, node->part != NULL ? "py_opcode_callees" : "py_callees");
    g_array_set_clear_func(all, callee_clear);
    if (row == NULL)
        return all;
    bind_caller(row, node);
    while (statement_step(row, &strip->error)) {
        if (!is_worth(strip, row))
            continue;
        const char *via = statement_text(row, 4);
        Callee callee = {statement_int(row, 0), NULL, g_strdup(statement_text(row, 3)), g_strdup(via),
                         g_strdup(statement_text(row, 7)), (int)statement_int(row, 8), {NULL, NULL, 0}};
        callee.function = !statement_is_null(row, 6) ? g_strdup_printf("%s: %s functions", via, statement_text(row, 6))
                                                     : g_strdup(statement_text(row, 1));
        strip_guard(strip, node, callee.file, callee.line, (int)statement_int(row, 9), &callee.guard);
        if (strip_is_other_case(strip, node, &callee.guard) && !take_own_case(strip, node, &callee))
            callee_clear(&callee);
        else
            g_array_append_val(all, callee);
    }
    drop_other_fields(strip, all);
    return all;
}

static gboolean is_full(Strip *strip)
{
    return !strip->context->all && strip->count >= MOST_ROWS;
}

/* What the types have in the slot that a call goes through, each function once. */
static void add_types(Strip *strip, const Callee *callee, guint depth, guint levels)
{
    gboolean is_field = callee->via != NULL && strcmp(callee->kind, "slot") == 0 && strip->types != NULL;
    g_autoptr(Table) slots = is_field ? slots_of_place(strip->context->index, callee->via, &strip->error) : NULL;
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; slots != NULL && table_size(slots) > 0 && i < strip->types->len; i++) {
        const PyType *type = strip->types->pdata[i];
        gint64 id = slot_finder_find(strip->finder, slots, 0, type, FALSE);
        const Node *node = id != 0 && !g_hash_table_contains(known, &id) ? strip_node(strip, id) : NULL;
        if (node == NULL || g_hash_table_size(known) == strip->most_types)
            continue;
        g_hash_table_add(known, g_memdup2(&id, sizeof id));
        strip_add_row(strip, &(Row){depth, id, node->name, "slot", callee->via, type->name, NULL, callee->file, callee->line});
        if (strip->most_types > strip->types->len) /* they were asked for */
            strip_add_node(strip, node, depth + 1, levels);
    }
}

static gboolean is_common(Strip *strip, gint64 id)
{
    Statement *row = strip_statement(strip, "py_callers");
    if (row == NULL)
        return TRUE;
    statement_bind_int(row, "id", id);
    statement_bind_int(row, "most", COMMON);
    return statement_step(row, &strip->error) && statement_int(row, 0) == COMMON;
}

static void add_callee(Strip *strip, const Callee *callee, guint depth, guint levels)
{
    strip_add_row(strip, &(Row){depth, callee->id, callee->function, callee->kind, callee->via, NULL, callee->guard.condition, callee->file,
                          callee->line});
    strip->count++;
    gboolean goes_on = callee->id != 0 && levels > 1 && (depth == 1 || strip->context->all || !is_common(strip, callee->id));
    const Node *node = goes_on ? strip_node(strip, callee->id) : NULL;
    if (node != NULL)
        strip_add_node(strip, node, depth + 1, levels - 1);
    if (callee->id == 0)
        add_types(strip, callee, depth + 1, levels - 1);
}

static gboolean stands_before(const Node *node, const Name *name, const Callee *callee)
{
    return g_strcmp0(callee->file, node->file) == 0 && name->line <= callee->line;
}

void strip_add_node(Strip *strip, const Node *node, guint depth, guint levels)
{
    if (levels == 0 || strip->error != NULL || is_full(strip) || g_hash_table_contains(strip->opened, &node->id))
        return;
    g_hash_table_add(strip->opened, g_memdup2(&node->id, sizeof node->id));
    g_autoptr(GArray) names = strip_names(strip, node);
    g_autoptr(GArray) callees = callees_of(strip, node);
    guint shown = strip->context->all || callees->len <= FAN_OUT + 1 ? callees->len : FAN_OUT, named = 0;
    for (guint i = 0; i <= callees->len && (i < shown || named < names->len); i++) {
        const Callee *callee = i < callees->len ? &g_array_index(callees, Callee, i) : NULL;
        while (named < names->len && (callee == NULL || stands_before(node, &g_array_index(names, Name, named), callee)))
            strip_add_name(strip, node, &g_array_index(names, Name, named++), depth, levels);
        if (i < shown)
            add_callee(strip, callee, depth, levels);
    }
    if (callees->len > shown) {
        g_autofree char *more = g_strdup_printf("%u more: cpyread callees %s", callees->len - shown, node->name);
        strip_add_row(strip, &(Row){depth, 0, more, NULL, NULL, NULL, NULL, NULL, 0});
    }
}

void strip_add_callees(Strip *strip, guint levels)
{
    const Node *node = strip->last != 0 ? strip_node(strip, strip->last) : NULL;
    if (node != NULL)
        strip_add_node(strip, node, strip->depth + 1, levels);
}

gboolean strip_add_tested(Strip *strip, const Node *node, const char *prefix, gint64 but, guint depth, guint levels)
{
    gboolean found = FALSE;
    g_autoptr(GArray) callees = callees_of(strip, node);
    for (guint i = 0; i < callees->len; i++) {
        const Callee *callee = &g_array_index(callees, Callee, i);
        const char *condition = callee->guard.condition;
        gboolean tests = prefix != NULL ? guard_tests(condition, prefix) : guard_tests_any(condition);
        if (!tests || callee->id == but)
            continue;
        add_callee(strip, callee, depth, levels);
        found = TRUE;
    }
    return found;
}

gboolean strip_add_branches(Strip *strip, const char *prefix)
{
    const Node *start = strip->way->len > 0 ? strip_node(strip, g_array_index(strip->way, gint64, 0)) : NULL;
    return start != NULL && strip_add_tested(strip, start, prefix, 0, 1, 3);
}
