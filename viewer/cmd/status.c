/* status.c: `cpyread status`: what is indexed, how completely, and whether the tree is still the one that was
 * read. */
#include "cmd/command.h"

#include "query/locate.h"

#include <string.h>

static void add_fact(Table *facts, const char *what, const char *value)
{
    const char *cells[] = {what, value};
    if (value != NULL && *value != '\0')
        table_add(facts, cells);
}

/* Figures that the indexer wrote down, whatever they are: a later one may know more. */
static gboolean add_meta(Index *index, Table *facts, GError **error)
{
    g_autoptr(Table) meta = index_query(index, error, "meta", NULL);
    for (guint i = 0; meta != NULL && i < table_size(meta); i++)
        add_fact(facts, table_get(meta, i, "key"), table_get(meta, i, "value"));
    return meta != NULL;
}

/* "unchanged since it was indexed", or how many files are not what they were. */
static char *freshness(Index *index, GError **error)
{
    const char *source = index_source(index);
    g_autoptr(Table) files = index_query(index, error, "status_hashes", NULL);
    guint changed = 0, gone = 0;
    for (guint i = 0; files != NULL && i < table_size(files); i++) {
        g_autofree char *path = g_build_filename(source, table_get(files, i, "path"), NULL), *text = NULL;
        gsize size = 0;
        if (!g_file_get_contents(path, &text, &size, NULL)) {
            gone++;
            continue;
        }
        g_autofree char *hash = index_hash(text, size);
        changed += strcmp(hash, table_get(files, i, "hash")) != 0;
    }
    if (files == NULL)
        return NULL;
    g_autofree char *mending = index_mending(index);
    if (changed == 0 && gone == 0)
        return g_strdup_printf("its %u files are as they were indexed", table_size(files));
    return g_strdup_printf("%u of %u files changed, %u gone since it was indexed: %s", changed,
                           table_size(files), gone, mending);
}

static gboolean add_facts(const Context *context, Answer *answer, GError **error)
{
    const char *columns[] = {"what", "value", NULL};
    g_autoptr(Table) facts = table_new(columns);
    Index *index = context->index;
    const char *source = index_source(index);
    add_fact(facts, "index", index_path(index));
    add_fact(facts, "source", source != NULL ? source : "none beside the index (name one with --src DIR)");
    if (source != NULL) {
        g_autofree char *state = freshness(index, error);
        if (state == NULL)
            return FALSE;
        add_fact(facts, "state", state);
    }
    if (!add_meta(index, facts, error))
        return FALSE;
    answer_add_table(answer, NULL, g_steal_pointer(&facts), NULL);
    return TRUE;
}

static gboolean add_query(const Context *context, const char *query, const char *title, Answer *answer,
                          GError **error)
{
    Table *table = index_query(context->index, error, query, NULL);
    if (table == NULL)
        return FALSE;
    if (table_size(table) > 0)
        answer_add_table(answer, title, table, NULL);
    else
        table_free(table);
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    static const struct {
        const char *query, *title;
    } parts[] = {
        {"status_files", "files"},
        {"status_symbols", "symbols"},
        {"status_calls", "calls"},
        {"status_skipped", "files left out"},
        {"status_missing", "read without headers that this machine lacks"},
    };
    g_autoptr(Answer) answer = answer_new();
    if (!add_facts(context, answer, error))
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (!add_query(context, parts[i].query, parts[i].title, answer, error))
            return NULL;
    return g_steal_pointer(&answer);
}

const Command command_status = {
    .name = "status",
    .usage = "",
    .summary = "what is indexed, how completely, and whether the tree has changed since",
    .help = "Reads every file of the tree to compare it with what was indexed.",
    .example = "cpyread status",
    .max_arguments = 0,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
