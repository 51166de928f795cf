/* strip.c: see strip.h. Ways are searched for by query/path_search.c, the `if` of each call is read off the source by
 * query/guard.c; where there is no source, there is no `if`.
 *
 * A function that looks something up by name (_Py_IDENTIFIER, _Py_ID) goes on there: to what builtins have of that name, to a
 * function of Lib/importlib/_bootstrap.py, which the interpreter holds frozen, or to a special method. */
#include "cmd/strip.h"

#include "graph/noise.h"
#include "query/guard.h"
#include "query/path_search.h"

#include <string.h>

#define FROZEN "Lib/importlib/_bootstrap.py"
#define FREED  "PyTypeObject.tp_dealloc" /* what any Py_DECREF may come to */

enum {
    LAST_LINE = 1 << 20, /* behind the end of any file */
    FAN_OUT = 8,   /* rows below one function, unless --all */
    MOST_WAYS = 8, /* that are as good and are looked at */
    MOST_ROWS = 48, /* of callees, ditto */
    WIDE = 60,      /* letters of a condition in a terminal, ditto */
    COMMON = 40     /* calls of a function that is used all over: what it does is no part of this strip */
};

/* A function or an opcode whose text and calls are looked at. */
typedef struct Node {
    gint64 id, caller; /* caller: the function that holds the calls, of an opcode its loop */
    char *name, *part, *file, *written_file;
    int line, end_line, written_line;
} Node;

struct Strip {
    const Context *context;
    Table *rows;
    gboolean is_text; /* the depth is shown by blanks, and no column */
    GHashTable *nodes;  /* id -> Node */
    GHashTable *texts;  /* path -> its text, or NULL */
    GHashTable *opened; /* ids whose calls are among the rows */
    const GPtrArray *types; /* of PyType; NULL: none */
    guint most_types;
    SlotFinder *finder;
    gboolean shows_branches, is_right;
    const char *argument; /* of the opcode; NULL: none */
    GHashTable *fields;   /* that are asked for */
    const char *test;     /* of a way that is preferred; NULL: none is */
    gint64 avoided;       /* 0: none */
    GArray *way;        /* of gint64: the last one, from the start */
    gint64 last;        /* of the last row */
    guint depth, count;
    GString *left; /* where C is left for Lib */
    GError *error;
};

static void node_free(gpointer data)
{
    Node *node = data;
    g_free(node->name);
    g_free(node->part);
    g_free(node->file);
    g_free(node->written_file);
    g_free(node);
}

Strip *strip_new(const Context *context, GError **error)
{
    static const char *const columns[] = {"depth", "function", "kind", "via", "for", "if", "file", "line", NULL};
    Strip *strip = g_new0(Strip, 1);
    strip->context = context;
    strip->is_text = strcmp(context->format, "text") == 0;
    strip->rows = table_new(strip->is_text ? columns + 1 : columns);
    if (!strip->is_text)
        table_set_number(strip->rows, "depth");
    table_set_number(strip->rows, "line");
    strip->nodes = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, node_free);
    strip->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    strip->opened = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    strip->left = g_string_new(NULL);
    strip->fields = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    strip->way = g_array_new(FALSE, FALSE, sizeof(gint64));
    if (index_statement(context->index, "py_node", &strip->error) == NULL)
        g_propagate_error(error, g_error_copy(strip->error));
    return strip;
}

void strip_set_types(Strip *strip, const GPtrArray *types, guint most, SlotFinder *finder)
{
    strip->finder = finder;
    strip->types = types;
    strip->most_types = most;
}

void strip_set_argument(Strip *strip, const char *argument)
{
    strip->argument = argument;
}

void strip_know_fields(Strip *strip, const Table *fields)
{
    for (guint i = 0; i < table_size(fields); i++)
        g_hash_table_add(strip->fields, g_strdup(table_get(fields, i, "via")));
}

void strip_avoid(Strip *strip, gint64 id)
{
    strip->avoided = id;
}

void strip_prefer_test(Strip *strip, const char *prefix)
{
    strip->test = prefix;
}

void strip_set_right(Strip *strip, gboolean is_right)
{
    strip->is_right = is_right;
}

void strip_show_branches(Strip *strip)
{
    strip->shows_branches = TRUE;
}

static Statement *prepared(Strip *strip, const char *name)
{
    return strip->error == NULL ? index_statement(strip->context->index, name, &strip->error) : NULL;
}

static const Node *node_of(Strip *strip, gint64 id)
{
    Node *node = g_hash_table_lookup(strip->nodes, &id);
    Statement *row = node == NULL ? prepared(strip, "py_node") : NULL;
    if (row == NULL)
        return node;
    statement_bind_int(row, "id", id);
    if (!statement_step(row, &strip->error))
        return NULL;
    node = g_new0(Node, 1);
    *node = (Node){
        .id = id,
        .caller = statement_int(row, 6),
        .name = g_strdup(statement_text(row, 0)),
        .part = g_strdup(statement_text(row, 7)),
        .file = g_strdup(statement_text(row, 3)),
        .written_file = g_strdup(statement_text(row, 8)),
        .line = (int)statement_int(row, 4),
        .end_line = (int)statement_int(row, 5),
        .written_line = (int)statement_int(row, 9),
    };
    g_hash_table_insert(strip->nodes, &node->id, node);
    return node;
}

/* ---- sources ------------------------------------------------------------------------------------------ */

static const char *text_of(Strip *strip, const char *path)
{
    gpointer text;
    gboolean is_stale;
    if (path == NULL)
        return NULL;
    if (!g_hash_table_lookup_extended(strip->texts, path, NULL, &text)) {
        text = index_read_source(strip->context->index, path, 1, LAST_LINE, &is_stale, NULL);
        g_hash_table_insert(strip->texts, g_strdup(path), text);
    }
    return text;
}

static const char *line_of(const char *text, int line)
{
    for (int i = 1; i < line && text != NULL; i++) {
        text = strchr(text, '\n');
        text = text != NULL ? text + 1 : NULL;
    }
    return text;
}

gboolean strip_line_has(Strip *strip, const char *file, int line, const char *text)
{
    const char *start = line_of(text_of(strip, file), line);
    return start != NULL && g_strstr_len(start, (gssize)strcspn(start, "\n"), text) != NULL;
}

/* What a call in the node stands behind; nothing where there is no source. */
static void guard_of(Strip *strip, const Node *node, const char *file, int line, int col, Guard *guard)
{
    gboolean is_inside = g_strcmp0(node->file, file) == 0 && line >= node->line && line <= node->end_line;
    const char *head = is_inside ? line_of(text_of(strip, file), node->line) : NULL;
    *guard = (Guard){NULL, NULL, 0};
    if (head != NULL)
        guard_find(head, node->line, line, col, guard);
}

/* Whether the node has a `case` for the opcode's argument. */
static gboolean has_own_case(Strip *strip, const Node *node)
{
    g_autofree char *own = g_strdup_printf("case %s:", strip->argument);
    const char *head = line_of(text_of(strip, node->file), node->line);
    const char *end = head != NULL ? line_of(head, node->end_line - node->line + 2) : NULL;
    const char *at = head != NULL ? strstr(head, own) : NULL;
    return at != NULL && (end == NULL || at < end);
}

/* Whether the place is for another argument than the opcode has: case PyCmp_IN of COMPARE_OP with PyCmp_EQ. */
static gboolean is_of_other_case(Strip *strip, const Node *node, const Guard *guard)
{
    if (strip->argument == NULL || guard->label == NULL)
        return FALSE;
    if (strcmp(guard->label, "default") == 0)
        return has_own_case(strip, node);
    return guard_is_case(guard->label, strip->argument, TRUE) && !guard_is_case(guard->label, strip->argument, FALSE);
}

/* ---- rows --------------------------------------------------------------------------------------------- */

typedef struct Row {
    guint depth;
    gint64 id; /* 0: it is none of the index */
    const char *function, *kind, *via, *type, *condition, *file;
    int line;
} Row;

/* A condition as a screen bears it. The caller frees. */
static char *shorten(const Strip *strip, const char *condition)
{
    gboolean is_long = strip->is_text && !strip->context->all && condition != NULL && g_utf8_strlen(condition, -1) > WIDE;
    if (!is_long)
        return g_strdup(condition);
    g_autofree char *start = g_utf8_substring(condition, 0, WIDE - 1);
    return g_strconcat(start, "…", NULL);
}

static void add_row(Strip *strip, const Row *row)
{
    g_autofree char *depth = g_strdup_printf("%u", row->depth), *line = g_strdup_printf("%d", row->line);
    g_autofree char *shown = g_strdup_printf("%*s%s", strip->is_text ? (int)row->depth * 2 : 0, "", row->function);
    g_autofree char *condition = shorten(strip, row->condition);
    const char *cells[] = {depth, shown, row->kind, row->via, row->type, condition, row->file, row->line > 0 ? line : NULL};
    table_add(strip->rows, strip->is_text ? cells + 1 : cells);
    strip->last = row->id;
    strip->depth = row->depth;
}

void strip_start(Strip *strip, gint64 id, const char *name, const char *kind)
{
    const Node *node = node_of(strip, id);
    if (node == NULL)
        return;
    add_row(strip, &(Row){0, id, name != NULL ? name : node->name, kind, NULL, NULL, NULL, node->written_file, node->written_line});
    g_array_append_val(strip->way, id);
}

/* ---- lookups by name ---------------------------------------------------------------------------------- */

static void add_callees(Strip *strip, const Node *node, guint depth, guint levels);

static int line_in_frozen(Strip *strip, const char *name)
{
    g_autofree char *start = g_strdup_printf("\ndef %s(", name);
    const char *text = text_of(strip, FROZEN), *at = text != NULL ? strstr(text, start) : NULL;
    int line = 2;
    for (const char *c = text; at != NULL && c < at; c++)
        line += *c == '\n';
    return at != NULL ? line : 0;
}

/* builtins.NAME as a function of C; 0: there is none. */
static gint64 builtin_of(Strip *strip, const char *name)
{
    g_autofree char *full = g_strconcat("builtins.", name, NULL);
    Statement *row = prepared(strip, "py_name");
    if (row == NULL)
        return 0;
    statement_bind_text(row, "name", full);
    if (!statement_step(row, &strip->error))
        return 0;
    return statement_int(row, statement_is_null(row, 11) ? 10 : 11); /* what a wrapper wraps */
}

/* A name that a node looks up, and in which of its lines. */
typedef struct Name {
    char *name;
    int line;
    gboolean is_key; /* of a dictionary: a variable, and no method */
} Name;

static void name_clear(gpointer data)
{
    g_free(((Name *)data)->name);
}

static void add_name(Strip *strip, const Node *from, const Name *name, guint depth, guint levels)
{
    gboolean is_special = g_str_has_prefix(name->name, "__") && g_str_has_suffix(name->name, "__");
    gint64 id = builtin_of(strip, name->name);
    const Node *node = id != 0 ? node_of(strip, id) : NULL;
    int line = node == NULL ? line_in_frozen(strip, name->name) : 0;
    if (node != NULL) {
        add_row(strip, &(Row){depth, id, node->name, "name", name->name, NULL, NULL, node->written_file, node->written_line});
        if (levels > 1)
            add_callees(strip, node, depth + 1, 1);
    } else if (line > 0) {
        add_row(strip, &(Row){depth, 0, name->name, "name", NULL, NULL, NULL, FROZEN, line});
        g_string_append_printf(strip->left, "%s%s (%s:%d)", strip->left->len > 0 ? ", " : "", name->name, FROZEN, line);
    } else if (is_special && !name->is_key) {
        add_row(strip, &(Row){depth, 0, name->name, "name", NULL, NULL, NULL, from->file, name->line});
    }
}

/* The bracket that the place stands in; NULL: none. */
static const char *open_before(const char *from, const char *at)
{
    int depth = 0;
    while (at > from && depth <= 0) {
        at--;
        depth += *at == '(' || *at == '{' ? 1 : *at == ')' || *at == '}' ? -1 : 0;
    }
    return depth > 0 ? at : NULL;
}

/* Whether the call that has the bracket is one of a dictionary: _PyDict_GetItemId(globals, &PyId___path__). */
static gboolean is_dict_call(const char *from, const char *open)
{
    const char *start = open;
    while (start > from && (g_ascii_isalnum(start[-1]) || start[-1] == '_'))
        start--;
    return g_strstr_len(start, open - start, "Dict") != NULL;
}

/* Whether it opens the values of a variable: the names of a function's parameters. */
static gboolean is_list(const char *from, const char *open)
{
    const char *before = open;
    while (before > from && g_ascii_isspace(before[-1]))
        before--;
    return *open == '{' && before > from && before[-1] == '=';
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return ((const Name *)a)->line - ((const Name *)b)->line;
}

/* What the node's text looks up, in the order of its lines: PyId_NAME, _Py_ID(NAME). */
static GArray *names_of(Strip *strip, const Node *node)
{
    static const char *const SIGNS[] = {"PyId_", "_Py_ID("};
    GArray *names = g_array_new(FALSE, FALSE, sizeof(Name));
    const char *text = node->file != NULL ? text_of(strip, node->file) : NULL;
    const char *from = line_of(text, node->line), *to = line_of(from, node->end_line - node->line + 2);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_array_set_clear_func(names, name_clear);
    for (guint i = 0; from != NULL && i < G_N_ELEMENTS(SIGNS); i++)
        for (const char *at = strstr(from, SIGNS[i]); at != NULL && (to == NULL || at < to); at = strstr(at + 1, SIGNS[i])) {
            const char *word = at + strlen(SIGNS[i]);
            const char *open = open_before(from, at);
            Name name = {g_strndup(word, strspn(word, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_")), node->line,
                         open != NULL && is_dict_call(from, open)};
            for (const char *c = from; c < at; c++)
                name.line += *c == '\n';
            gboolean is_listed = open != NULL && is_list(from, open);
            if (!is_listed && g_hash_table_add(known, name.name))
                g_array_append_val(names, name);
            else
                name_clear(&name);
        }
    g_array_sort(names, compare_names);
    return names;
}

/* ---- downwards ---------------------------------------------------------------------------------------- */

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

/* One call of a function by another. */
typedef struct Edge {
    char *kind, *via, *file;
    int line;
    gboolean is_in_macro;
    Guard guard;
} Edge;

static void edge_free(Edge *edge)
{
    if (edge == NULL)
        return;
    g_free(edge->kind);
    g_free(edge->via);
    g_free(edge->file);
    guard_clear(&edge->guard);
    g_free(edge);
}

static Edge *edge_read(Strip *strip, const Node *caller, Statement *row)
{
    Edge *edge = g_new0(Edge, 1);
    edge->kind = g_strdup(statement_text(row, 0));
    edge->via = g_strdup(statement_text(row, 1));
    edge->is_in_macro = !statement_is_null(row, 2);
    edge->file = g_strdup(statement_text(row, 3));
    edge->line = (int)statement_int(row, 4);
    guard_of(strip, caller, edge->file, edge->line, (int)statement_int(row, 5), &edge->guard);
    return edge;
}

/* Of two calls of the same kind, in the order of the text: whether the second is the usual way. The right operand's turn is the last. */
static gboolean is_better(const Strip *strip, const Edge *one, const Edge *other)
{
    gboolean is_alike = strcmp(one->kind, other->kind) == 0 && g_strcmp0(one->via, other->via) == 0 &&
                        one->is_in_macro == other->is_in_macro;
    return is_alike && (strip->is_right || other->guard.count < one->guard.count);
}

/* The usual call of one by the other: the one for which least must hold. NULL: there is none. */
static Edge *edge_between(Strip *strip, gint64 from, gint64 to, const char *via)
{
    const Node *caller = node_of(strip, from);
    if (caller == NULL)
        return NULL;
    Statement *row = prepared(strip, caller->part != NULL ? "py_opcode_edge" : "py_edge");
    Edge *best = NULL;
    if (row == NULL)
        return NULL;
    bind_caller(row, caller);
    statement_bind_int(row, "callee", to);
    statement_bind_text(row, "via", via);
    while (statement_step(row, &strip->error)) {
        Edge *edge = edge_read(strip, caller, row);
        gboolean is_new = !is_of_other_case(strip, caller, &edge->guard) && (best == NULL || is_better(strip, best, edge));
        edge_free(is_new ? best : edge);
        best = is_new ? edge : best;
    }
    return best;
}

/* A callee that is called for several arguments: the place for this one. */
static gboolean take_own_case(Strip *strip, const Node *caller, Callee *callee)
{
    Edge *edge = callee->id != 0 ? edge_between(strip, caller->id, callee->id, NULL) : NULL;
    if (edge == NULL)
        return FALSE;
    callee->line = edge->line;
    guard_clear(&callee->guard);
    callee->guard = edge->guard;
    edge->guard = (Guard){NULL, NULL, 0};
    edge_free(edge);
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
    Statement *row = prepared(strip, node->part != NULL ? "py_opcode_callees" : "py_callees");
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
        guard_of(strip, node, callee.file, callee.line, (int)statement_int(row, 9), &callee.guard);
        if (is_of_other_case(strip, node, &callee.guard) && !take_own_case(strip, node, &callee))
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
        const Node *node = id != 0 && !g_hash_table_contains(known, &id) ? node_of(strip, id) : NULL;
        if (node == NULL || g_hash_table_size(known) == strip->most_types)
            continue;
        g_hash_table_add(known, g_memdup2(&id, sizeof id));
        add_row(strip, &(Row){depth, id, node->name, "slot", callee->via, type->name, NULL, callee->file, callee->line});
        if (strip->most_types > strip->types->len) /* they were asked for */
            add_callees(strip, node, depth + 1, levels);
    }
}

static gboolean is_common(Strip *strip, gint64 id)
{
    Statement *row = prepared(strip, "py_callers");
    if (row == NULL)
        return TRUE;
    statement_bind_int(row, "id", id);
    statement_bind_int(row, "most", COMMON);
    return statement_step(row, &strip->error) && statement_int(row, 0) == COMMON;
}

static void add_callee(Strip *strip, const Callee *callee, guint depth, guint levels)
{
    add_row(strip, &(Row){depth, callee->id, callee->function, callee->kind, callee->via, NULL, callee->guard.condition, callee->file,
                          callee->line});
    strip->count++;
    gboolean goes_on = callee->id != 0 && levels > 1 && (depth == 1 || strip->context->all || !is_common(strip, callee->id));
    const Node *node = goes_on ? node_of(strip, callee->id) : NULL;
    if (node != NULL)
        add_callees(strip, node, depth + 1, levels - 1);
    if (callee->id == 0)
        add_types(strip, callee, depth + 1, levels - 1);
}

static gboolean stands_before(const Node *node, const Name *name, const Callee *callee)
{
    return g_strcmp0(callee->file, node->file) == 0 && name->line <= callee->line;
}

static void add_callees(Strip *strip, const Node *node, guint depth, guint levels)
{
    if (levels == 0 || strip->error != NULL || is_full(strip) || g_hash_table_contains(strip->opened, &node->id))
        return;
    g_hash_table_add(strip->opened, g_memdup2(&node->id, sizeof node->id));
    g_autoptr(GArray) names = names_of(strip, node);
    g_autoptr(GArray) callees = callees_of(strip, node);
    guint shown = strip->context->all || callees->len <= FAN_OUT + 1 ? callees->len : FAN_OUT, named = 0;
    for (guint i = 0; i <= callees->len && (i < shown || named < names->len); i++) {
        const Callee *callee = i < callees->len ? &g_array_index(callees, Callee, i) : NULL;
        while (named < names->len && (callee == NULL || stands_before(node, &g_array_index(names, Name, named), callee)))
            add_name(strip, node, &g_array_index(names, Name, named++), depth, levels);
        if (i < shown)
            add_callee(strip, callee, depth, levels);
    }
    if (callees->len > shown) {
        g_autofree char *more = g_strdup_printf("%u more: cpyread callees %s", callees->len - shown, node->name);
        add_row(strip, &(Row){depth, 0, more, NULL, NULL, NULL, NULL, NULL, 0});
    }
}

void strip_add_callees(Strip *strip, guint levels)
{
    const Node *node = strip->last != 0 ? node_of(strip, strip->last) : NULL;
    if (node != NULL)
        add_callees(strip, node, strip->depth + 1, levels);
}

/* The calls of a node that a test for a type guards (prefix NULL: of any), but for one. */
static gboolean add_branches_of(Strip *strip, const Node *node, const char *prefix, gint64 but, guint depth, guint levels)
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
    const Node *start = strip->way->len > 0 ? node_of(strip, g_array_index(strip->way, gint64, 0)) : NULL;
    return start != NULL && add_branches_of(strip, start, prefix, 0, 1, 3);
}

/* ---- ways --------------------------------------------------------------------------------------------- */

/* Whether a step of the chain is for the preferred type: a test for it guards it, or a field of its objects leads there. */
static gboolean is_tested(Strip *strip, const GArray *chain)
{
    gboolean tested = FALSE;
    for (guint i = 1; i < chain->len && !tested; i++) {
        Edge *edge = edge_between(strip, g_array_index(chain, gint64, i - 1), g_array_index(chain, gint64, i), NULL);
        tested = edge != NULL && (guard_tests(edge->guard.condition, strip->test) ||
                                  (edge->via != NULL && g_str_has_prefix(edge->via, strip->test)));
        edge_free(edge);
    }
    return tested;
}

/* The ids from one symbol to another, or NULL. */
static GArray *search(Strip *strip, gint64 from, gint64 to)
{
    const gint64 stops[] = {from, to};
    gboolean avoids = strip->avoided != 0 && strip->avoided != from && strip->avoided != to;
    PathQuestion question = {.stops = stops, .stop_count = 2, .noise = noise_group, .limit = strip->test != NULL ? MOST_WAYS : 1,
                             .avoid = &strip->avoided, .avoid_count = avoids};
    if (from == to || strip->error != NULL)
        return NULL;
    PathLeg *leg = path_search(strip->context->index, &question, from, to, &strip->error);
    guint count = leg != NULL ? leg->chains->len : 0, best = 0;
    while (strip->test != NULL && best < count && !is_tested(strip, leg->chains->pdata[best]))
        best++;
    GArray *chain = count > 0 ? g_array_ref(leg->chains->pdata[best < count ? best : 0]) : NULL;
    if (leg != NULL)
        path_leg_free(leg);
    return chain;
}

/* The row of one step; before it the calls beside it, if they are to be shown. */
static void add_step(Strip *strip, gint64 from, gint64 to, guint depth, const char *via, const char *type)
{
    const Node *caller = node_of(strip, from), *callee = node_of(strip, to);
    if (caller == NULL || callee == NULL)
        return;
    if (strip->shows_branches && type == NULL)
        add_branches_of(strip, caller, NULL, to, depth, 1);
    Edge *edge = edge_between(strip, from, to, via);
    if (edge != NULL)
        add_row(strip, &(Row){depth, to, callee->name, edge->kind, edge->via, type, edge->guard.condition, edge->file, edge->line});
    edge_free(edge);
}

/* Whether a function calls another through that field. */
static gboolean calls_via(Strip *strip, gint64 from, gint64 to, const char *via)
{
    Edge *edge = via != NULL ? edge_between(strip, from, to, via) : NULL;
    gboolean calls = edge != NULL && g_strcmp0(edge->via, via) == 0;
    edge_free(edge);
    return calls;
}

/* The last way with another end, if its last step but one calls that end as well: so types are laid side by side. */
static GArray *way_beside(Strip *strip, gint64 to, const char *via)
{
    guint length = strip->way->len;
    if (length < 2 || !calls_via(strip, g_array_index(strip->way, gint64, length - 2), to, via))
        return NULL;
    GArray *way = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_vals(way, strip->way->data, length - 1);
    g_array_append_val(way, to);
    return way;
}

static GArray *way_to(Strip *strip, gint64 over, gint64 to)
{
    gint64 start = g_array_index(strip->way, gint64, 0);
    if (over == 0)
        return search(strip, start, to);
    GArray *rest = search(strip, over, to);
    if (rest != NULL)
        g_array_prepend_val(rest, start);
    return rest;
}

gboolean strip_add_way(Strip *strip, gint64 over, gint64 to, const char *via, const char *type)
{
    if (strip->way->len == 0)
        return FALSE;
    GArray *way = way_beside(strip, to, via);
    if (way == NULL)
        way = way_to(strip, over, to);
    if (way == NULL)
        return FALSE;
    guint same = 1;
    while (same < way->len - 1 && same < strip->way->len &&
           g_array_index(way, gint64, same) == g_array_index(strip->way, gint64, same))
        same++;
    for (guint i = same; i < way->len; i++)
        add_step(strip, g_array_index(way, gint64, i - 1), g_array_index(way, gint64, i), i, i + 1 == way->len ? via : NULL,
                 i + 1 == way->len ? type : NULL);
    g_array_unref(strip->way);
    strip->way = way;
    return TRUE;
}

/* ---- the end ------------------------------------------------------------------------------------------ */

char *strip_left(const Strip *strip)
{
    return strip->left->len > 0 ? g_strdup_printf("goes on in Python: %s", strip->left->str) : NULL;
}

Table *strip_finish(Strip *strip, GError **error)
{
    Table *rows = strip->rows;
    if (strip->error != NULL) {
        table_free(rows);
        rows = NULL;
        g_propagate_error(error, strip->error);
    }
    g_hash_table_unref(strip->nodes);
    g_hash_table_unref(strip->texts);
    g_hash_table_unref(strip->opened);
    g_hash_table_unref(strip->fields);
    g_string_free(strip->left, TRUE);
    g_array_unref(strip->way);
    g_free(strip);
    return rows;
}
