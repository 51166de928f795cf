/* fresh.c: compares the files that an answer names with the index; see fresh.h.
 *
 * A line number of a file that was edited since is wrong and looks right. A time of modification proves nothing (git
 * checkout, cp -r), so the contents are summed; but only of the few files that are printed. `status` looks at all. */
#include "cmd/fresh.h"

#include <string.h>

static void add_file(GPtrArray *files, GHashTable *seen, const char *file)
{
    if (file != NULL && files->len < FRESH_FILES && g_hash_table_add(seen, (gpointer)file))
        g_ptr_array_add(files, (gpointer)file);
}

/* The columns `file`, `callee_file` and the like. */
static void add_table(GPtrArray *files, GHashTable *seen, const Table *table, guint rows)
{
    for (guint row = 0; row < MIN(rows, table_size(table)); row++)
        for (guint i = 0; i < table->columns->len; i++)
            if (g_str_has_suffix(g_array_index(table->columns, Column, i).name, "file"))
                add_file(files, seen, ((char **)table->rows->pdata[row])[i]);
}

/* Each file once; the texts are the answer's. */
static GPtrArray *files_of(const Answer *answer, guint rows)
{
    GPtrArray *files = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < answer->blocks->len; i++) {
        const Block *block = answer->blocks->pdata[i];
        if (block->kind == BLOCK_TABLE)
            add_table(files, seen, block->table, rows);
        else if (block->kind == BLOCK_SOURCE)
            add_file(files, seen, block->excerpt->path);
        else if (block->kind == BLOCK_GRAPH)
            for (guint node = 0; node < block->graph->nodes->len; node++)
                add_file(files, seen, graph_node(block->graph, node)->file);
    }
    for (guint i = 0; i < answer->drawn->len; i++)
        add_file(files, seen, answer->drawn->pdata[i]);
    return files;
}

void fresh_check(Index *index, Answer *answer, guint rows)
{
    if (index_source(index) == NULL)
        return;
    g_autoptr(GPtrArray) files = files_of(answer, rows);
    for (guint i = 0; i < files->len; i++)
        if (index_is_stale(index, files->pdata[i]))
            g_ptr_array_add(answer->stale, g_strdup(files->pdata[i]));
    g_autofree char *mending = index_mending(index);
    if (answer->stale->len == 1)
        answer_warn(answer, "%s is no longer the file that was indexed, its lines may have moved: %s",
                    (char *)answer->stale->pdata[0], mending);
    else if (answer->stale->len > 1)
        answer_warn(answer,
                    "%u files (%s …) are no longer those that were indexed, their lines may have moved: "
                    "%s",
                    answer->stale->len, (char *)answer->stale->pdata[0], mending);
}
