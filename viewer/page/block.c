/* block.c: answers and their blocks; see block.h. */
#include "page/block.h"

static void block_free(gpointer data)
{
    Block *block = data;
    g_free(block->text);
    g_free(block->group_by);
    if (block->table != NULL)
        table_free(block->table);
    if (block->excerpt != NULL)
        excerpt_free(block->excerpt);
    if (block->graph != NULL)
        graph_free(block->graph);
    g_free(block);
}

Answer *answer_new(void)
{
    Answer *answer = g_new0(Answer, 1);
    answer->blocks = g_ptr_array_new_with_free_func(block_free);
    answer->warnings = g_ptr_array_new_with_free_func(g_free);
    answer->drawn = g_ptr_array_new_with_free_func(g_free);
    answer->stale = g_ptr_array_new_with_free_func(g_free);
    return answer;
}

void answer_free(Answer *answer)
{
    g_free(answer->command);
    g_free(answer->tree);
    g_ptr_array_unref(answer->blocks);
    g_ptr_array_unref(answer->warnings);
    g_ptr_array_unref(answer->drawn);
    g_ptr_array_unref(answer->stale);
    g_free(answer);
}

void answer_warn(Answer *answer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_ptr_array_add(answer->warnings, g_strdup_vprintf(format, arguments));
    va_end(arguments);
}

static Block *add_block(Answer *answer, BlockKind kind, const char *text)
{
    Block *block = g_new0(Block, 1);
    block->kind = kind;
    block->text = g_strdup(text);
    g_ptr_array_add(answer->blocks, block);
    return block;
}

void answer_add_heading(Answer *answer, const char *text)
{
    add_block(answer, BLOCK_HEADING, text);
}

void answer_add_paragraph(Answer *answer, const char *text)
{
    add_block(answer, BLOCK_PARAGRAPH, text);
}

void answer_add_table(Answer *answer, const char *title, Table *table, const char *group_by)
{
    Block *block = add_block(answer, BLOCK_TABLE, title);
    block->table = table;
    block->group_by = g_strdup(group_by);
}

void answer_add_rows(Answer *answer, Table *table)
{
    Block *block = add_block(answer, BLOCK_TABLE, NULL);
    block->table = table;
    block->as_asked = TRUE;
}

void answer_add_source(Answer *answer, const char *title, Excerpt *excerpt)
{
    add_block(answer, BLOCK_SOURCE, title)->excerpt = excerpt;
}

void answer_add_graph(Answer *answer, const char *title, Graph *graph)
{
    add_block(answer, BLOCK_GRAPH, title)->graph = graph;
}

gboolean block_shows(const Block *block, guint column)
{
    const Table *table = block->table;
    if (block->as_asked || table_size(table) == 0)
        return TRUE;
    if ((int)column == table_find(table, "col") && table_find(table, "line") >= 0)
        return FALSE;
    for (guint row = 0; row < table_size(table); row++)
        if (((char **)table->rows->pdata[row])[column] != NULL)
            return TRUE;
    return FALSE;
}

Excerpt *excerpt_new(const char *path, const char *tree, int first_line, char *text, gboolean stale)
{
    Excerpt *excerpt = g_new0(Excerpt, 1);
    excerpt->path = g_strdup(path);
    excerpt->tree = g_strdup(tree);
    excerpt->first_line = first_line;
    excerpt->text = text;
    excerpt->stale = stale;
    return excerpt;
}

void excerpt_free(Excerpt *excerpt)
{
    g_free(excerpt->path);
    g_free(excerpt->tree);
    g_free(excerpt->text);
    g_free(excerpt);
}
