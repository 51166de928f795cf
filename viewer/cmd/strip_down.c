/* strip_down.c: what a function calls, and what that calls. See strip.h. The `if` of each call is read off the source by
 * query/guard.c; where there is no source, there is no `if`. */
#include "cmd/strip_inside.h"
#include "graph/noise.h"

#include <stdlib.h>

#define FREED "PyTypeObject.tp_dealloc" /* what any Py_DECREF may come to */

#define COUNTER "ADAPTIVE_COUNTER" /* macros of ceval_macros.h: behind them an opcode becomes another */

enum {
    FAN_OUT = 8,    /* rows below one function, unless --all */
    MOST_ROWS = 30, /* of a strip, ditto, where what was asked for has fewer */
    MOST_OF_OPCODE = 24, /* ditto, where no function was asked for */
    COMMON = 40     /* calls of a function that is used all over: what it does is no part of this strip */
};

typedef struct Callee {
    gint64 id;
    char *function, *kind, *via, *file;
    int line, other_line; /* other_line: of a second call; 0: there is none, or there are several */
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

/* PyList_GET_SIZE(), Py_SET_SIZE(): a macro that has become a function, and does no more than the macro did. */
static gboolean is_accessor(const char *name)
{
    const char *behind = strpbrk(name + (*name == '_'), "_");
    return behind != NULL && strlen(behind) > 2 && strspn(behind, G_CSET_A_2_Z G_CSET_DIGITS "_") == strlen(behind);
}

/* Whether a function is to be shown: where something is raised, errors are no noise. */
static gboolean is_quiet(const Strip *strip, const char *name, gboolean external)
{
    const char *group = name != NULL ? noise_group(name, external) : NULL;
    return group == NULL || (strip->shows_errors && strcmp(group, "errors") == 0);
}

static gboolean is_worth(const Strip *strip, Statement *row)
{
    if (strip->context->all)
        return TRUE;
    const char *function = statement_text(row, 1);
    return g_strcmp0(statement_text(row, 4), FREED) != 0 && (function == NULL || !is_accessor(function)) &&
           is_quiet(strip, function, statement_int(row, 2) != 0) &&
           is_quiet(strip, statement_text(row, 5), FALSE);
}

/* An opcode is bound by its name, a function by its id. */
static void bind_caller(Statement *row, const Node *node)
{
    if (node->part != NULL)
        statement_bind_text(row, "part", node->part);
    else
        statement_bind_int(row, "caller", node->caller);
}

void strip_edge_free(gpointer data)
{
    Edge *edge = data;
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

static Edge *find_edge(Strip *strip, const Node *caller, gint64 to, const char *via)
{
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

const Edge *strip_edge(Strip *strip, gint64 from, gint64 to, const char *via)
{
    const Node *caller = strip_node(strip, from);
    gpointer known;
    if (caller == NULL)
        return NULL;
    char *key = g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %s", from, to, strip->is_right,
                                via != NULL ? via : "");
    if (g_hash_table_lookup_extended(strip->edges, key, NULL, &known)) {
        g_free(key);
        return known;
    }
    Edge *edge = find_edge(strip, caller, to, via);
    g_hash_table_insert(strip->edges, key, edge);
    return edge;
}

/* A callee that is called for several arguments: the place for this one. */
static gboolean take_own_case(Strip *strip, const Node *caller, Callee *callee)
{
    Edge *edge = callee->id != 0 ? find_edge(strip, caller, callee->id, NULL) : NULL;
    if (edge == NULL)
        return FALSE;
    callee->line = edge->line;
    guard_clear(&callee->guard);
    callee->guard = edge->guard;
    edge->guard = (Guard){NULL};
    strip_edge_free(edge);
    return TRUE;
}

/* Whether the call names the field: m->sq_length(o). */
static gboolean names_field(Strip *strip, const Callee *callee)
{
    const char *dot = strrchr(callee->via, '.');
    g_autofree char *text = g_strconcat("->", dot != NULL ? dot + 1 : callee->via, NULL);
    return strip_line_has(strip, callee->file, callee->line, text);
}

/* Whether a call goes through another field than this: the one that it names, or of those that it is handed (binary_op1) the one
 * that is asked for. */
static gboolean is_of_other_field(Strip *strip, const GArray *all, const Callee *callee)
{
    if (callee->via == NULL || g_hash_table_contains(strip->fields, callee->via) || names_field(strip, callee))
        return FALSE;
    for (guint i = 0; i < all->len; i++) {
        const Callee *one = &g_array_index(all, Callee, i);
        if (one != callee && one->line == callee->line && one->via != NULL &&
            (g_hash_table_contains(strip->fields, one->via) || names_field(strip, one)))
            return TRUE;
    }
    return FALSE;
}

static void drop_other_fields(Strip *strip, GArray *all)
{
    for (guint i = all->len; i > 0; i--)
        if (is_of_other_field(strip, all, &g_array_index(all, Callee, i - 1)))
            g_array_remove_index(all, i - 1);
}

/* Of lines, "12,15,12", the one that is not `line`; 0: there is none, or there are several. */
static int other_line(const char *lines, int line)
{
    int other = 0;
    for (const char *at = lines; at != NULL; at = strchr(at, ','), at += at != NULL) {
        int one = atoi(at);
        if (one != line && other != 0 && one != other)
            return 0;
        other = one != line ? one : other;
    }
    return other;
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
                         g_strdup(statement_text(row, 7)), (int)statement_int(row, 8), 0, {NULL}};
        callee.other_line = other_line(statement_text(row, 10), callee.line);
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

/* ---- what is shown ------------------------------------------------------------------------------------ */

/* What the types have in the slot that a call goes through, each function once. */
static void add_types(Strip *strip, Step *step, const Callee *callee)
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
        gboolean are_asked = strip->most_types > strip->types->len;
        gboolean is_objects = !are_asked && id == slot_finder_find(strip->finder, slots, 0, NULL, TRUE);
        g_hash_table_add(known, g_memdup2(&id, sizeof id));
        strip_add_step(strip, step, &(Step){.id = id, .function = node->name, .kind = (char *)"slot", .via = callee->via,
                                            .type = is_objects ? (char *)"object" : type->name, .file = callee->file, .line = callee->line,
                                            .levels = are_asked ? step->levels : 0});
    }
}

static gboolean is_common(Strip *strip, gint64 id)
{
    Statement *row = id != 0 ? strip_statement(strip, "py_callers") : NULL;
    if (row == NULL)
        return id != 0;
    statement_bind_int(row, "id", id);
    statement_bind_int(row, "most", COMMON);
    return statement_step(row, &strip->error) && statement_int(row, 0) == COMMON;
}

/* The condition, and where else it is called: "i < 2", "i < 2; or line 81". */
static char *condition_of(const Strip *strip, const Callee *callee)
{
    const char *condition = strip_condition(strip, &callee->guard);
    if (condition == NULL || callee->other_line == 0)
        return g_strdup(condition);
    return g_strdup_printf("%s; or line %d", condition, callee->other_line);
}

static Step *add_callee(Strip *strip, Step *above, const Callee *callee, guint levels, gboolean is_only)
{
    g_autofree char *condition = condition_of(strip, callee);
    gboolean is_function = is_only || (above->is_asked && strcmp(above->kind, "opcode") != 0);
    gboolean specialises = condition != NULL && strstr(condition, COUNTER) != NULL;
    gboolean goes_on = levels > 0 && !specialises && (is_function || strip->context->all || !is_common(strip, callee->id));
    Step *step = strip_add_step(strip, above, &(Step){.id = callee->id, .function = callee->function, .kind = callee->kind,
                                                      .via = callee->via, .condition = condition, .file = callee->file,
                                                      .line = callee->line, .levels = goes_on ? levels : 0});
    if (callee->id == 0)
        add_types(strip, step, callee);
    return step;
}

/* Which of the callees are shown where there are too many: those that are used all over go first, then the last ones. */
static guint drop_most(Strip *strip, GArray *callees)
{
    guint all = callees->len;
    if (strip->context->all || all <= FAN_OUT + 1)
        return 0;
    for (guint i = callees->len; i > 0 && callees->len > FAN_OUT; i--)
        if (is_common(strip, g_array_index(callees, Callee, i - 1).id))
            g_array_remove_index(callees, i - 1);
    if (callees->len > FAN_OUT)
        g_array_set_size(callees, FAN_OUT);
    return all - callees->len;
}

/* The step for a callee that stands below another already, since it is on a way; NULL: none. */
static Step *find_callee(const Step *above, const Callee *callee)
{
    for (guint i = 0; i < above->below->len; i++) {
        Step *one = above->below->pdata[i];
        if (one->id == callee->id && (one->id != 0 || g_strcmp0(one->via, callee->via) == 0))
            return one;
    }
    return NULL;
}

/* Whether the line of the call that leads to the step, or to one above, names the field: binary_op1(v, w, NB_SLOT(nb_add)). */
static gboolean is_handed(Strip *strip, const Step *step, const Callee *callee)
{
    const char *dot = callee->via != NULL ? strrchr(callee->via, '.') : NULL;
    gboolean is_handed = FALSE;
    for (; dot != NULL && step->above != NULL && !is_handed; step = step->above)
        is_handed = strip_line_has(strip, step->file, step->line, dot + 1);
    return is_handed;
}

/* Of the fields that a call may go through the one that it is handed, if that is told. */
static void drop_not_handed(Strip *strip, const Step *step, GArray *callees)
{
    const Callee *handed = NULL;
    for (guint i = 0; i < callees->len && handed == NULL; i++) {
        const Callee *callee = &g_array_index(callees, Callee, i);
        gboolean is_open = callee->via != NULL && strcmp(callee->kind, "slot") == 0 && !names_field(strip, callee);
        handed = is_open && is_handed(strip, step, callee) ? callee : NULL;
    }
    g_autofree char *via = handed != NULL ? g_strdup(handed->via) : NULL;
    int line = handed != NULL ? handed->line : 0;
    for (guint i = callees->len; via != NULL && i > 0; i--) {
        const Callee *callee = &g_array_index(callees, Callee, i - 1);
        if (callee->line == line && callee->via != NULL && strcmp(callee->via, via) != 0)
            g_array_remove_index(callees, i - 1);
    }
}

static void open_step(Strip *strip, Step *step)
{
    gboolean is_open = step->id == 0 || step->id == strip->avoided || strcmp(step->kind, "frame") == 0 ||
                       g_hash_table_contains(strip->opened, &step->id);
    const Node *node = !is_open ? strip_node(strip, step->id) : NULL;
    if (node == NULL || strip->error != NULL)
        return;
    g_hash_table_add(strip->opened, g_memdup2(&step->id, sizeof step->id));
    g_autoptr(GArray) callees = callees_of(strip, node);
    g_autoptr(GArray) names = strip_names(strip, node);
    drop_not_handed(strip, step, callees);
    guint more = drop_most(strip, callees);
    for (guint i = 0; i < callees->len; i++)
        if (find_callee(step, &g_array_index(callees, Callee, i)) == NULL)
            add_callee(strip, step, &g_array_index(callees, Callee, i), step->levels - 1, callees->len == 1);
    for (guint i = 0; i < names->len; i++)
        strip_add_name(strip, step, &g_array_index(names, Name, i), step->levels - 1);
    if (more > 0) {
        g_autofree char *text = g_strdup_printf("%u more: cpyread callees %s", more, node->name);
        strip_add_step(strip, step, &(Step){.function = text, .order = G_MAXINT});
    }
}

/* ---- level by level ----------------------------------------------------------------------------------- */

/* The steps below (and this one) whose calls are wanted and not shown yet. */
static void collect_open(Step *step, GPtrArray *open)
{
    if (step->levels > 0)
        g_ptr_array_add(open, step);
    for (guint i = 0; i < step->below->len; i++)
        collect_open(step->below->pdata[i], open);
}

static guint steps_below(const Step *step)
{
    guint count = step->below->len;
    for (guint i = 0; i < step->below->len; i++)
        count += steps_below(step->below->pdata[i]);
    return count;
}

/* Whether a step goes on in Lib: a name that is looked up, and no function of C. */
static gboolean leaves_c(const Step *step)
{
    for (guint i = 0; i < step->below->len; i++) {
        const Step *one = step->below->pdata[i];
        if (one->id == 0 && g_strcmp0(one->kind, "name") == 0 && g_str_has_prefix(one->file, "Lib/"))
            return TRUE;
    }
    return FALSE;
}

/* Too many rows: what has most calls shows none of them, until the rest fits; of two the lower one, and not what leads on to
 * Python. */
static void close_widest(Strip *strip, GPtrArray *level)
{
    guint most = strip->root->is_asked && strcmp(strip->root->kind, "opcode") == 0 ? MOST_OF_OPCODE : MOST_ROWS;
    while (!strip->context->all && strip->count > most) {
        Step *widest = NULL;
        for (guint i = 0; i < level->len; i++) {
            Step *step = level->pdata[i];
            gboolean is_wider = !step->is_asked && !leaves_c(step) && steps_below(step) >= (widest != NULL ? steps_below(widest) : 2);
            widest = is_wider ? step : widest;
        }
        if (widest == NULL)
            return;
        strip->count -= steps_below(widest);
        g_ptr_array_set_size(widest->below, 0);
    }
}

void strip_expand(Strip *strip)
{
    g_autoptr(GPtrArray) level = g_ptr_array_new();
    if (strip->root != NULL)
        collect_open(strip->root, level);
    while (level->len > 0 && strip->error == NULL) {
        g_autoptr(GPtrArray) next = g_ptr_array_new();
        for (guint i = 0; i < level->len; i++)
            open_step(strip, level->pdata[i]);
        close_widest(strip, level);
        for (guint i = 0; i < level->len; i++) {
            Step *step = level->pdata[i];
            step->levels = 0;
            collect_open(step, next);
        }
        g_ptr_array_unref(level);
        level = g_steal_pointer(&next);
    }
}

/* ---- branches ----------------------------------------------------------------------------------------- */

/* The same, asked several times. */
static const GArray *known_callees(Strip *strip, gint64 id)
{
    GArray *callees = g_hash_table_lookup(strip->callees, &id);
    const Node *node = callees == NULL ? strip_node(strip, id) : NULL;
    if (node == NULL)
        return callees;
    callees = callees_of(strip, node);
    g_hash_table_insert(strip->callees, g_memdup2(&id, sizeof id), callees);
    return callees;
}

gboolean strip_add_tested(Strip *strip, Step *step, const char *prefix, const char *type, gint64 but, guint levels)
{
    const GArray *callees = known_callees(strip, step->id);
    gboolean found = FALSE;
    for (guint i = 0; callees != NULL && i < callees->len; i++) {
        const Callee *callee = &g_array_index(callees, Callee, i);
        const char *condition = callee->guard.condition;
        gboolean tests = prefix != NULL ? guard_tests(condition, prefix) : guard_tests_any(condition);
        if (!tests || callee->id == but)
            continue;
        Step *branch = find_callee(step, callee);
        if (branch == NULL)
            branch = add_callee(strip, step, callee, 0, FALSE);
        if (branch->type == NULL)
            branch->type = g_strdup(type);
        if (levels > 0)
            strip_open(branch, levels);
        found = TRUE;
    }
    return found;
}

gboolean strip_add_branches(Strip *strip, const char *prefix, const char *type, guint levels)
{
    return strip->root != NULL && strip_add_tested(strip, strip->root, prefix, type, 0, levels);
}
