/* tsv.c: the rows of an answer, for programs; see tsv.h. */
#include "page/tsv.h"

#include "graph/style.h"

#include <string.h>

static void append_escaped(GString *to, const char *cell)
{
    g_autofree char *valid = g_utf8_make_valid(cell, -1);
    for (const char *at = valid; *at != '\0'; at++) {
        if (*at == '\t')
            g_string_append(to, "\\t");
        else if (*at == '\n')
            g_string_append(to, "\\n");
        else if (*at == '\\')
            g_string_append(to, "\\\\");
        else
            g_string_append_c(to, *at);
    }
}

/* The line of names of a table; an empty line before, if it is not the first. */
static void open_table(GString *to, const char *names)
{
    g_string_append_printf(to, "%s%s\n", to->len > 0 ? "\n" : "", names);
}

/* A cell of a row that is not the first; `last` ends the row. */
static void append_text(GString *to, const char *text, gboolean last)
{
    g_string_append_c(to, '\t');
    append_escaped(to, text != NULL ? text : "");
    if (last)
        g_string_append_c(to, '\n');
}

static void append_number(GString *to, guint number)
{
    g_string_append_c(to, '\t');
    if (number > 0)
        g_string_append_printf(to, "%u", number);
}

/* An excerpt right behind another goes on with its table: a fold leaves a gap in the lines. */
static void append_source(GString *to, const Excerpt *excerpt, gboolean goes_on)
{
    if (!goes_on)
        open_table(to, "file\tline\ttext");
    guint number = (guint)excerpt->first_line;
    for (const char *line = excerpt->text; *line != '\0'; number++) {
        gsize length = strcspn(line, "\n");
        g_autofree char *text = g_strndup(line, length);
        append_escaped(to, excerpt->path);
        append_number(to, number);
        append_text(to, text, TRUE);
        line += length + (line[length] == '\n');
    }
}

static void append_graph(GString *to, const Graph *graph)
{
    open_table(to, "from\tfrom_file\tfrom_line\tkind\tlabel\tto\tto_file\tto_line\tline\tcount");
    for (guint i = 0; i < graph->edges->len; i++) {
        const GraphEdge *edge = graph_edge(graph, i);
        const GraphNode *from = graph_node(graph, edge->from), *end = graph_node(graph, edge->to);
        append_escaped(to, from->name);
        append_text(to, from->file, FALSE);
        append_number(to, (guint)from->line);
        append_text(to, edge_style(edge->kind)->name, FALSE);
        append_text(to, edge->label, FALSE);
        append_text(to, end->name, FALSE);
        append_text(to, end->file, FALSE);
        append_number(to, (guint)end->line);
        append_number(to, (guint)edge->line);
        append_number(to, edge->count);
        g_string_append_c(to, '\n');
    }
}

static void append_table(GString *to, const Table *table)
{
    guint width = table->columns->len;
    if (to->len > 0)
        g_string_append_c(to, '\n');
    for (guint i = 0; i < width; i++)
        g_string_append_printf(to, "%s%s", i > 0 ? "\t" : "", g_array_index(table->columns, Column, i).name);
    g_string_append_c(to, '\n');
    for (guint row = 0; row < table->rows->len; row++) {
        char **cells = table->rows->pdata[row];
        for (guint i = 0; i < width; i++) {
            if (i > 0)
                g_string_append_c(to, '\t');
            if (cells[i] != NULL)
                append_escaped(to, cells[i]);
        }
        g_string_append_c(to, '\n');
    }
}

char *tsv_render(const Answer *answer)
{
    GString *to = g_string_new(NULL);
    for (guint i = 0; i < answer->blocks->len; i++) {
        const Block *block = answer->blocks->pdata[i];
        if (block->kind == BLOCK_TABLE)
            append_table(to, block->table);
        else if (block->kind == BLOCK_SOURCE)
            append_source(to, block->excerpt,
                          i > 0 && ((Block *)answer->blocks->pdata[i - 1])->kind == BLOCK_SOURCE);
        else if (block->kind == BLOCK_GRAPH)
            append_graph(to, block->graph);
    }
    return g_string_free(to, FALSE);
}

/* A message is one line, so what a cell has of them becomes blanks. */
static void append_message(GString *to, const char *cell)
{
    g_autofree char *valid = g_utf8_make_valid(cell, -1);
    g_string_append(to, g_strdelimit(valid, "\t\r\n", ' '));
}

static void append_place(GString *to, const char *source, const char *file, const char *line, const char *col)
{
    g_autofree char *path = source != NULL ? g_build_filename(source, file, NULL) : g_strdup(file);
    g_string_append_printf(to, "%s:%s:%s:", path, line, col != NULL ? col : "1");
}

static void append_places(GString *to, const Table *table, const char *source)
{
    int file = table_find(table, "file"), line = table_find(table, "line"), col = table_find(table, "col");
    if (file < 0 || line < 0)
        return;
    for (guint row = 0; row < table->rows->len; row++) {
        char **cells = table->rows->pdata[row];
        const char *before = "";
        if (cells[file] == NULL || cells[line] == NULL)
            continue;
        append_place(to, source, cells[file], cells[line], col >= 0 ? cells[col] : NULL);
        for (int i = 0; i < (int)table->columns->len; i++) {
            if (i == file || i == line || i == col || cells[i] == NULL)
                continue;
            g_string_append(to, before);
            append_message(to, cells[i]);
            before = "  ";
        }
        g_string_append_c(to, '\n');
    }
}

/* Each line that is not blank. */
static void append_lines(GString *to, const Excerpt *excerpt, const char *source)
{
    g_auto(GStrv) lines = g_strsplit(excerpt->text, "\n", -1);
    for (int i = 0; lines[i] != NULL; i++) {
        g_autofree char *line = g_strdup_printf("%d", excerpt->first_line + i);
        if (*g_strchug(lines[i]) == '\0')
            continue;
        append_place(to, source, excerpt->path, line, NULL);
        append_message(to, lines[i]);
        g_string_append_c(to, '\n');
    }
}

static void append_nodes(GString *to, const Graph *graph, const char *source)
{
    for (guint i = 0; i < graph->nodes->len; i++) {
        const GraphNode *node = graph_node(graph, i);
        g_autofree char *line = g_strdup_printf("%d", node->line);
        if (node->file == NULL)
            continue;
        append_place(to, source, node->file, line, NULL);
        g_string_append_printf(to, "%s  %s\n", node->name, node->kind);
    }
}

char *vimgrep_render(const Answer *answer, const char *source)
{
    GString *to = g_string_new(NULL);
    for (guint i = 0; i < answer->blocks->len; i++) {
        const Block *block = answer->blocks->pdata[i];
        if (block->kind == BLOCK_TABLE)
            append_places(to, block->table, source);
        else if (block->kind == BLOCK_SOURCE)
            append_lines(to, block->excerpt, source);
        else if (block->kind == BLOCK_GRAPH)
            append_nodes(to, block->graph, source);
    }
    return g_string_free(to, FALSE);
}
