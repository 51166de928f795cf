/* json.c: an answer as JSON; see json.h. A comma goes before a value unless an opening bracket stands there,
 * so no writer needs to know whether it is the first. */
#include "page/json.h"

#include "graph/style.h"

#include <string.h>

static void append_comma(GString *to)
{
    char last = to->len > 0 ? to->str[to->len - 1] : '[';
    if (last != '[' && last != '{' && last != ':')
        g_string_append_c(to, ',');
}

static void append_string(GString *to, const char *text)
{
    if (text == NULL) {
        g_string_append(to, "null");
        return;
    }
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_string_append_c(to, '"');
    for (const char *at = valid; *at != '\0'; at++) {
        static const char special[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
        const char *found = strchr(special, *at);
        if (found != NULL)
            g_string_append_printf(to, "\\%c", letters[found - special]);
        else if ((guchar)*at < 0x20 || *at == 0x7f)
            g_string_append_printf(to, "\\u%04x", (guint)(guchar)*at);
        else
            g_string_append_c(to, *at);
    }
    g_string_append_c(to, '"');
}

static void append_key(GString *to, const char *key)
{
    append_comma(to);
    append_string(to, key);
    g_string_append_c(to, ':');
}

static void append_text(GString *to, const char *key, const char *text)
{
    append_key(to, key);
    append_string(to, text);
}

static void append_number(GString *to, const char *key, gint64 number)
{
    append_key(to, key);
    g_string_append_printf(to, "%" G_GINT64_FORMAT, number);
}

static void append_flag(GString *to, const char *key, gboolean flag)
{
    append_key(to, key);
    g_string_append(to, flag ? "true" : "false");
}

static void append_texts(GString *to, const char *key, const GPtrArray *texts)
{
    append_key(to, key);
    g_string_append_c(to, '[');
    for (guint i = 0; texts != NULL && i < texts->len; i++) {
        append_comma(to);
        append_string(to, texts->pdata[i]);
    }
    g_string_append_c(to, ']');
}

/* SQLite prints an infinite number as Inf, which JSON does not know. */
static gboolean is_json_number(const char *text)
{
    return strspn(text, "+-.0123456789eE") == strlen(text);
}

/* The columns' names, each once: an object with two members of one name loses the first. */
static GStrv keys_of(const Table *table)
{
    GStrv keys = g_new0(char *, table->columns->len + 1);
    for (guint i = 0; i < table->columns->len; i++) {
        const char *name = g_array_index(table->columns, Column, i).name;
        char *key = g_strdup(name);
        for (guint n = 2; g_strv_contains((const char *const *)keys, key); n++) {
            g_free(key);
            key = g_strdup_printf("%s:%u", name, n);
        }
        keys[i] = key;
    }
    return keys;
}

static void append_row(GString *to, const Table *table, GStrv keys, char **cells)
{
    append_comma(to);
    g_string_append_c(to, '{');
    for (guint i = 0; i < table->columns->len; i++) {
        const Column *column = &g_array_index(table->columns, Column, i);
        append_key(to, keys[i]);
        if (cells[i] != NULL && column->is_number && is_json_number(cells[i]))
            g_string_append(to, cells[i]);
        else
            append_string(to, cells[i]);
    }
    g_string_append_c(to, '}');
}

static void append_table(GString *to, const Table *table)
{
    g_auto(GStrv) keys = keys_of(table);
    append_key(to, "columns");
    g_string_append_c(to, '[');
    for (guint i = 0; i < table->columns->len; i++) {
        append_comma(to);
        append_string(to, keys[i]);
    }
    g_string_append_c(to, ']');
    append_key(to, "rows");
    g_string_append_c(to, '[');
    for (guint i = 0; i < table->rows->len; i++)
        append_row(to, table, keys, table->rows->pdata[i]);
    g_string_append_c(to, ']');
}

static void append_excerpt(GString *to, const Excerpt *excerpt)
{
    append_text(to, "file", excerpt->path);
    append_text(to, "tree", excerpt->tree);
    append_number(to, "first_line", excerpt->first_line);
    append_flag(to, "stale", excerpt->stale);
    append_key(to, "lines");
    g_string_append_c(to, '[');
    for (const char *line = excerpt->text; *line != '\0';) {
        gsize length = strcspn(line, "\n");
        g_autofree char *copy = g_strndup(line, length);
        append_comma(to);
        append_string(to, copy);
        line += length + (line[length] == '\n');
    }
    g_string_append_c(to, ']');
}

static void append_node(GString *to, const GraphNode *node)
{
    append_comma(to);
    g_string_append_c(to, '{');
    append_text(to, "id", node->id);
    append_text(to, "name", node->name);
    append_text(to, "kind", node->kind);
    append_text(to, "file", node->file);
    append_key(to, "line");
    g_string_append_printf(to, node->line > 0 ? "%d" : "null", node->line);
    append_number(to, "rank", node->rank);
    append_flag(to, "focus", node->is_focus);
    append_flag(to, "generated", node->is_generated);
    append_number(to, "stands_for", node->more + node->behind);
    append_number(to, "functions", node->functions);
    if (node->touched != NULL)
        append_text(to, "touched", node->touched);
    g_string_append_c(to, '}');
}

static void append_edge(GString *to, const GraphEdge *edge)
{
    append_comma(to);
    g_string_append_c(to, '{');
    append_number(to, "from", edge->from);
    append_number(to, "to", edge->to);
    append_text(to, "kind", edge_style(edge->kind)->name);
    append_text(to, "label", edge->label);
    append_key(to, "line");
    g_string_append_printf(to, edge->line > 0 ? "%d" : "null", edge->line);
    append_number(to, "sites", edge->count);
    if (edge->is_seen)
        append_number(to, "seen", 1);
    g_string_append_c(to, '}');
}

static void append_graph(GString *to, const Graph *graph)
{
    append_text(to, "tree", graph->tree);
    append_key(to, "nodes");
    g_string_append_c(to, '[');
    for (guint i = 0; i < graph->nodes->len; i++)
        append_node(to, graph->nodes->pdata[i]);
    g_string_append_c(to, ']');
    append_key(to, "edges");
    g_string_append_c(to, '[');
    for (guint i = 0; i < graph->edges->len; i++)
        append_edge(to, graph->edges->pdata[i]);
    g_string_append_c(to, ']');
    append_texts(to, "hidden", graph->hidden);
    append_texts(to, "cut", graph->cut);
}

static void append_block(GString *to, const Block *block)
{
    static const char *const kinds[] = {"heading", "paragraph", "table", "source", "graph"};
    gboolean is_text = block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH;
    append_comma(to);
    g_string_append_c(to, '{');
    append_text(to, "kind", kinds[block->kind]);
    append_text(to, is_text ? "text" : "title", block->text);
    if (block->kind == BLOCK_TABLE)
        append_table(to, block->table);
    else if (block->kind == BLOCK_SOURCE)
        append_excerpt(to, block->excerpt);
    else if (block->kind == BLOCK_GRAPH)
        append_graph(to, block->graph);
    g_string_append_c(to, '}');
}

char *json_render(const Answer *answer)
{
    GString *to = g_string_new("{");
    append_text(to, "command", answer->command);
    append_text(to, "tree", answer->tree);
    append_number(to, "status", answer->status);
    append_texts(to, "warnings", answer->warnings);
    append_key(to, "blocks");
    g_string_append_c(to, '[');
    for (guint i = 0; i < answer->blocks->len; i++)
        append_block(to, answer->blocks->pdata[i]);
    g_string_append(to, "]}\n");
    return g_string_free(to, FALSE);
}

char *json_error(const char *command, AnswerStatus status, const char *message)
{
    GString *to = g_string_new("{");
    append_text(to, "command", command);
    append_number(to, "status", status);
    append_text(to, "error", message);
    g_string_append(to, "}\n");
    return g_string_free(to, FALSE);
}
