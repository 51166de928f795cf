/* strip.c: see strip.h. The strip as it is set up and ended, its rows, and what is read once of each function: its place and
 * its text. strip_down.c goes down by calls, strip_names.c by names that are looked up, strip_ways.c along the best way to a
 * function. */
#include "cmd/strip_inside.h"

enum {
    LAST_LINE = 1 << 20, /* behind the end of any file */
    WIDE = 60            /* letters of a condition in a terminal, unless --all */
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

const char *strip_line(const char *text, int line)
{
    for (int i = 1; i < line && text != NULL; i++) {
        text = strchr(text, '\n');
        text = text != NULL ? text + 1 : NULL;
    }
    return text;
}

gboolean strip_line_has(Strip *strip, const char *file, int line, const char *text)
{
    const char *start = strip_line(strip_text(strip, file), line);
    return start != NULL && g_strstr_len(start, (gssize)strcspn(start, "\n"), text) != NULL;
}

void strip_guard(Strip *strip, const Node *node, const char *file, int line, int col, Guard *guard)
{
    gboolean is_inside = g_strcmp0(node->file, file) == 0 && line >= node->line && line <= node->end_line;
    const char *head = is_inside ? strip_line(strip_text(strip, file), node->line) : NULL;
    *guard = (Guard){NULL, NULL, 0};
    if (head != NULL)
        guard_find(head, node->line, line, col, guard);
}

/* Whether the node has a `case` for the opcode's argument. */
static gboolean has_own_case(Strip *strip, const Node *node)
{
    g_autofree char *own = g_strdup_printf("case %s:", strip->argument);
    const char *head = strip_line(strip_text(strip, node->file), node->line);
    const char *end = head != NULL ? strip_line(head, node->end_line - node->line + 2) : NULL;
    const char *at = head != NULL ? strstr(head, own) : NULL;
    return at != NULL && (end == NULL || at < end);
}

gboolean strip_is_other_case(Strip *strip, const Node *node, const Guard *guard)
{
    if (strip->argument == NULL || guard->label == NULL)
        return FALSE;
    if (strcmp(guard->label, "default") == 0)
        return has_own_case(strip, node);
    return guard_is_case(guard->label, strip->argument, TRUE) && !guard_is_case(guard->label, strip->argument, FALSE);
}

/* ---- rows --------------------------------------------------------------------------------------------- */

/* A condition as a screen bears it. The caller frees. */
static char *shorten(const Strip *strip, const char *condition)
{
    gboolean is_long = strip->is_text && !strip->context->all && condition != NULL && g_utf8_strlen(condition, -1) > WIDE;
    if (!is_long)
        return g_strdup(condition);
    g_autofree char *start = g_utf8_substring(condition, 0, WIDE - 1);
    return g_strconcat(start, "…", NULL);
}

void strip_add_row(Strip *strip, const Row *row)
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
    const Node *node = strip_node(strip, id);
    if (node == NULL)
        return;
    strip_add_row(strip, &(Row){0, id, name != NULL ? name : node->name, kind, NULL, NULL, NULL, node->written_file, node->written_line});
    g_array_append_val(strip->way, id);
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
