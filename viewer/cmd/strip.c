/* strip.c: see strip.h. The strip as it is set up and ended, its rows, and what is read once of each function: its place and
 * its text. strip_down.c goes down by calls, strip_names.c by names that are looked up, strip_ways.c along the best way to a
 * function. */
#include "cmd/strip_inside.h"

enum {
    WIDE = 60 /* letters of a condition in a terminal, unless --all */
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

static void way_free(gpointer way)
{
    if (way != NULL)
        g_array_unref(way);
}

Strip *strip_new(const Context *context, SourceLines *sources, GError **error)
{
    Strip *strip = g_new0(Strip, 1);
    strip->context = context;
    strip->is_text = strcmp(context->format, "text") == 0;
    strip->nodes = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, node_free);
    strip->sources = sources;
    strip->ways = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, way_free);
    strip->edges = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, strip_edge_free);
    strip->callees = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
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

void strip_set_bit(Strip *strip, gboolean is_set)
{
    strip->has_bit = TRUE;
    strip->bit = is_set;
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

void strip_show_errors(Strip *strip)
{
    strip->shows_errors = TRUE;
}

Statement *strip_statement(Strip *strip, const char *name)
{
    return strip->error == NULL ? index_statement(strip->context->index, name, &strip->error) : NULL;
}

const Node *strip_node(Strip *strip, gint64 id)
{
    Node *node = g_hash_table_lookup(strip->nodes, &id);
    Statement *row = node == NULL ? strip_statement(strip, "py_node") : NULL;
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

const char *strip_text(Strip *strip, const char *path)
{
    return path != NULL ? source_lines_text(strip->sources, path) : NULL;
}

const char *strip_line(Strip *strip, const char *path, int line)
{
    return path != NULL ? source_lines_line(strip->sources, path, line) : NULL;
}

gboolean strip_line_has(Strip *strip, const char *file, int line, const char *text)
{
    const char *start = strip_line(strip, file, line);
    return start != NULL && g_strstr_len(start, (gssize)strcspn(start, "\n"), text) != NULL;
}

const char *strip_head(Strip *strip, const Node *node)
{
    return strip_line(strip, node->file, node->line);
}

const char *strip_end(Strip *strip, const Node *node)
{
    return strip_line(strip, node->file, node->end_line + 1);
}

void strip_guard(Strip *strip, const Node *node, const char *file, int line, int col, Guard *guard)
{
    gboolean is_inside = g_strcmp0(node->file, file) == 0 && line >= node->line && line <= node->end_line;
    const char *head = is_inside ? strip_head(strip, node) : NULL;
    *guard = (Guard){NULL};
    if (head != NULL)
        guard_find(head, node->line, line, col, guard);
}

/* Whether the node has a `case` for the opcode's argument. */
static gboolean has_own_case(Strip *strip, const Node *node)
{
    g_autofree char *own = g_strdup_printf("case %s:", strip->argument);
    const char *head = strip_head(strip, node);
    const char *end = strip_end(strip, node);
    const char *at = head != NULL ? strstr(head, own) : NULL;
    return at != NULL && (end == NULL || at < end);
}

gboolean strip_is_other_case(Strip *strip, const Node *node, const Guard *guard)
{
    if (strip->has_bit && node->part != NULL && g_strcmp0(guard->condition, strip->bit ? "not (oparg & 1)" : "oparg & 1") == 0)
        return TRUE;
    if (strip->argument == NULL || guard->label == NULL)
        return FALSE;
    if (strcmp(guard->label, "default") == 0)
        return has_own_case(strip, node);
    return guard_is_case(guard->label, strip->argument, TRUE) && !guard_is_case(guard->label, strip->argument, FALSE);
}

/* ---- steps -------------------------------------------------------------------------------------------- */

static void step_free(gpointer data)
{
    Step *step = data;
    g_free(step->function);
    g_free(step->kind);
    g_free(step->via);
    g_free(step->type);
    g_free(step->condition);
    g_free(step->file);
    g_ptr_array_unref(step->below);
    g_free(step);
}

/* Behind those that stand in the same line. */
static guint place_of(const Step *above, int order)
{
    guint at = above->below->len;
    while (at > 0 && ((const Step *)above->below->pdata[at - 1])->order > order)
        at--;
    return at;
}

Step *strip_add_step(Strip *strip, Step *above, const Step *like)
{
    Step *step = g_new0(Step, 1);
    step->id = like->id;
    step->function = g_strdup(like->function);
    step->kind = g_strdup(like->kind);
    step->via = g_strdup(like->via);
    step->type = g_strdup(like->type);
    step->condition = g_strdup(like->condition);
    step->file = g_strdup(like->file);
    step->line = like->line;
    step->order = like->order != 0 ? like->order : like->line;
    step->levels = like->levels;
    step->is_asked = like->is_asked;
    step->above = above;
    step->depth = above != NULL ? above->depth + 1 : 0;
    step->below = g_ptr_array_new_with_free_func(step_free);
    if (above != NULL)
        g_ptr_array_insert(above->below, (gint)place_of(above, step->order), step);
    strip->last = step;
    strip->count++;
    return step;
}

void strip_start(Strip *strip, gint64 id, const char *name, const char *kind)
{
    const Node *node = strip_node(strip, id);
    if (node == NULL)
        return;
    strip->root = strip_add_step(strip, NULL, &(Step){.id = id, .function = name != NULL ? (char *)name : node->name,
                                                      .kind = (char *)kind, .file = node->written_file,
                                                      .line = node->written_line});
    g_array_append_val(strip->way, id);
}

void strip_open(Step *step, guint levels)
{
    step->levels = MAX(step->levels, levels);
    step->is_asked = TRUE;
}

void strip_add_callees(Strip *strip, guint levels)
{
    if (strip->last != NULL)
        strip_open(strip->last, levels);
}

/* ---- the end ------------------------------------------------------------------------------------------ */

static gboolean is_wide(const Strip *strip, const char *condition)
{
    return strip->is_text && !strip->context->all && condition != NULL && g_utf8_strlen(condition, -1) > WIDE;
}

const char *strip_condition(const Strip *strip, const Guard *guard)
{
    return is_wide(strip, guard->whole) ? guard->condition : guard->whole;
}

/* A condition as a screen bears it. The caller frees. */
static char *shorten(const Strip *strip, const char *condition)
{
    if (!is_wide(strip, condition))
        return g_strdup(condition);
    g_autofree char *start = g_utf8_substring(condition, 0, WIDE - 1);
    return g_strconcat(start, "…", NULL);
}

static void add_rows(const Strip *strip, const Step *step, Table *rows)
{
    g_autofree char *depth = g_strdup_printf("%u", step->depth), *line = g_strdup_printf("%d", step->line);
    g_autofree char *shown = g_strdup_printf("%*s%s", strip->is_text ? (int)step->depth * 2 : 0, "", step->function);
    g_autofree char *condition = shorten(strip, step->condition);
    const char *cells[] = {depth, shown, step->kind, step->via, step->type, condition, step->file, step->line > 0 ? line : NULL};
    table_add(rows, strip->is_text ? cells + 1 : cells);
    for (guint i = 0; i < step->below->len; i++)
        add_rows(strip, step->below->pdata[i], rows);
}

static Table *rows_of(const Strip *strip)
{
    static const char *const columns[] = {"depth", "function", "kind", "via", "for", "if", "file", "line", NULL};
    Table *rows = table_new(strip->is_text ? columns + 1 : columns);
    if (!strip->is_text)
        table_set_number(rows, "depth");
    table_set_number(rows, "line");
    if (strip->root != NULL)
        add_rows(strip, strip->root, rows);
    return rows;
}

Table *strip_finish(Strip *strip, char **left, GError **error)
{
    strip_expand(strip);
    if (left != NULL)
        *left = strip->left->len > 0 ? g_strdup_printf("goes on in Python: %s", strip->left->str) : NULL;
    Table *rows = strip->error == NULL ? rows_of(strip) : NULL;
    if (strip->error != NULL)
        g_propagate_error(error, strip->error);
    g_clear_pointer(&strip->root, step_free);
    g_hash_table_unref(strip->nodes);
    g_hash_table_unref(strip->ways);
    g_hash_table_unref(strip->edges);
    g_hash_table_unref(strip->callees);
    g_hash_table_unref(strip->opened);
    g_hash_table_unref(strip->fields);
    g_string_free(strip->left, TRUE);
    g_array_unref(strip->way);
    g_free(strip);
    return rows;
}
