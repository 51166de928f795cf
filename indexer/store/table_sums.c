/* table_sums.c: the sums of the rows of each file in each table. See tables.h. */
#include "store/tables.h"

static gint64 *place_of(guint32 table, guint32 key)
{
    gint64 place = (gint64)table << 32 | key;
    return g_memdup2(&place, sizeof place);
}

TableSums *table_sums_new(void)
{
    return g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
}

void table_sums_free(TableSums *sums)
{
    g_hash_table_unref(sums);
}

void table_sums_set(TableSums *sums, guint32 table, guint32 key, guint64 sum)
{
    g_hash_table_replace(sums, place_of(table, key), g_memdup2(&sum, sizeof sum));
}

guint64 table_sums_get(TableSums *sums, guint32 table, guint32 key)
{
    gint64 place = (gint64)table << 32 | key;
    const guint64 *sum = g_hash_table_lookup(sums, &place);
    return sum == NULL ? 0 : *sum;
}

static int compare_sums(gconstpointer a, gconstpointer b)
{
    const TableSum *left = a, *right = b;
    if (left->table != right->table)
        return left->table < right->table ? -1 : 1;
    return left->key < right->key ? -1 : left->key > right->key;
}

GArray *table_sums_list(TableSums *sums)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(TableSum));
    GHashTableIter iter;
    gpointer place, sum;
    g_hash_table_iter_init(&iter, sums);
    while (g_hash_table_iter_next(&iter, &place, &sum)) {
        gint64 number = *(gint64 *)place;
        TableSum row = {number >> 32, number & G_MAXUINT32, *(guint64 *)sum};
        g_array_append_val(list, row);
    }
    g_array_sort(list, compare_sums);
    return list;
}

static void add_sum(TableSums *sums, guint32 table, Merge *merge, const FileRow *file)
{
    Values values = {.insert = NULL};
    table_types[table].give(merge, file, &values, NULL);
    if (values.sum != 0)
        table_sums_set(sums, table, file == NULL ? 0 : file->key, values.sum);
}

TableSums *table_sums_of(Merge *merge)
{
    Values words = {.insert = NULL};
    TableSums *sums = table_sums_new();
    GPtrArray *files = merge_files_by_key(merge);
    for (guint table = 0; table < TABLES; table++) {
        add_sum(sums, table, merge, NULL);
        for (guint i = 0; i < files->len; i++)
            add_sum(sums, table, merge, g_ptr_array_index(files, i));
    }
    tables_give_words(merge, NULL, &words);
    for (guint i = 0; i < files->len; i++)
        tables_give_words(merge, g_ptr_array_index(files, i), &words);
    table_sums_set(sums, WORDS, 0, words.sum);
    return sums;
}
