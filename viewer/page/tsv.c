/* tsv.c: the rows of an answer, for programs; see tsv.h. */
#include "page/tsv.h"

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

static void append_excerpt(GString *to, const Block *block, const char *source)
{
    g_autofree char *line = g_strdup_printf("%d", block->excerpt->first_line);
    append_place(to, source, block->excerpt->path, line, NULL);
    append_message(to, block->text != NULL ? block->text : "");
    g_string_append_c(to, '\n');
}

char *vimgrep_render(const Answer *answer, const char *source)
{
    GString *to = g_string_new(NULL);
    for (guint i = 0; i < answer->blocks->len; i++) {
        const Block *block = answer->blocks->pdata[i];
        if (block->kind == BLOCK_TABLE)
            append_places(to, block->table, source);
        else if (block->kind == BLOCK_SOURCE)
            append_excerpt(to, block, source);
    }
    return g_string_free(to, FALSE);
}
