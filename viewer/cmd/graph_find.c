/* graph_find.c: what `cpyread graph` is to draw: names become rows of the view symbols, or files, or records; two ends become
 * the chain between them. See graph_find.h. */
#include "cmd/graph_find.h"

#include "cmd/either.h"
#include "cmd/subject.h"
#include "graph/noise.h"
#include "query/path.h"

#include <string.h>

static void add_once(Table **all, Table *one)
{
    if (*all == NULL) {
        *all = g_steal_pointer(&one);
        return;
    }
    gboolean again = FALSE; /* named twice is drawn once */
    for (guint row = 0; row < table_size(*all); row++)
        again |= g_strcmp0(table_get(*all, row, "id"), table_get(one, 0, "id")) == 0;
    if (!again)
        table_add(*all, (const char *const *)g_ptr_array_index(one->rows, 0));
    table_free(one);
}

/* How a name is looked up: a row, or NULL without `error` where it means none or several (`answer` says so then). */
typedef Table *(*Find)(const Context *context, const char *name, Answer *answer, GError **error);

static Table *find_symbol(const Context *context, const char *name, Answer *answer, GError **error)
{
    Table *symbol = NULL;
    if (!either_find(context, name, answer, &symbol, error))
        return NULL;
    if (symbol != NULL && subject_is_python(symbol, answer))
        g_clear_pointer(&symbol, table_free);
    return symbol;
}

/* A file by its path or the end of it. */
static Table *find_file(const Context *context, const char *name, Answer *answer, GError **error)
{
    g_autoptr(Table) files = index_query(context->index, error, "graph-file", "file", name, NULL);
    if (files == NULL)
        return NULL;
    if (table_size(files) == 1 || (table_size(files) > 1 && strcmp(table_get(files, 0, "name"), name) == 0)) {
        g_ptr_array_set_size(files->rows, 1);
        return g_steal_pointer(&files);
    }
    answer->status = ANSWER_NOTHING;
    if (table_size(files) == 0)
        answer_warn(answer, "no file %s in %s; --includes draws files: graph dictobject.c --includes", name,
                    index_tree(context->index));
    else
        answer_warn(answer, "%s is ambiguous; pick one as in: %s", name, table_get(files, 0, "name"));
    return NULL;
}

/* A record: itself, or what a typedef of its name stands for. */
static Table *find_record(const Context *context, const char *name, Answer *answer, GError **error)
{
    g_autoptr(Table) symbol = find_symbol(context, name, answer, error), records = NULL;
    if (symbol == NULL)
        return NULL;
    const char *kind = table_get(symbol, 0, "kind");
    if (strcmp(kind, "struct") == 0 || strcmp(kind, "union") == 0)
        return g_steal_pointer(&symbol);
    records = index_query(context->index, error, "graph-record", "name", table_get(symbol, 0, "name"), NULL);
    if (records == NULL)
        return NULL;
    if (table_size(records) > 0 && strcmp(kind, "typedef") == 0) {
        g_ptr_array_set_size(records->rows, 1);
        return g_steal_pointer(&records);
    }
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "%s is a %s; --types draws records: graph PyListObject --types", name, kind);
    return NULL;
}

Table *graph_find_all(const Context *context, GraphSubject subject, Answer *answer, GError **error)
{
    static const Find finds[] = {
        [GRAPH_CALLS] = find_symbol, [GRAPH_INCLUDES] = find_file, [GRAPH_TYPES] = find_record};
    g_autoptr(Table) all = NULL;
    GError *problem = NULL;

    for (guint i = 0; context->arguments[i] != NULL; i++) {
        Table *one = finds[subject](context, context->arguments[i], answer, &problem);
        if (one != NULL) {
            add_once(&all, one);
        } else if (problem != NULL) {
            g_propagate_error(error, problem);
            return NULL;
        } else if (!either_may_miss(context->arguments[i]) || answer->status != ANSWER_FOUND) {
            return NULL;
        }
    }
    return g_steal_pointer(&all);
}

/* The symbol that `name`, an end of a path, means; NULL as above. */
static Table *find_end(const Context *context, const char *name, Answer *answer, GError **error)
{
    g_autofree char *end = subject_end(context, name);
    return find_symbol(context, end, answer, error);
}

static Table *find_chain(const Context *context, const Table *from, const Table *to, Answer *answer,
                         GError **error)
{
    const gint64 stops[] = {table_get_int(from, 0, "id"), table_get_int(to, 0, "id")};
    const PathQuestion question = {
        .stops = stops, .stop_count = 2, .noise = context->all ? NULL : noise_group, .limit = 1};
    g_autoptr(Table) all = NULL;

    if (stops[0] == stops[1]) {
        answer->status = ANSWER_USAGE;
        answer_warn(answer, "graph: the way from %s to itself has no step", table_get(from, 0, "name"));
        return NULL;
    }
    g_autoptr(PathAnswer) found = path_find(context->index, &question, error);
    if (found == NULL)
        return NULL;
    if (found->chains->len == 0) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "no way from %s to %s; more: cpyread path %s %s", table_get(from, 0, "name"),
                    table_get(to, 0, "name"), table_get(from, 0, "name"), table_get(to, 0, "name"));
        return NULL;
    }
    const Table *chain = found->chains->pdata[0];
    for (guint step = 0; step <= table_size(chain); step++) {
        gboolean is_first = step == 0;
        Table *symbol = index_query(
            context->index, error, "graph-symbol", "id",
            table_get(chain, is_first ? 0 : step - 1, is_first ? "caller_id" : "callee_id"), NULL);
        if (symbol == NULL)
            return NULL;
        add_once(&all, symbol);
    }
    return g_steal_pointer(&all);
}

Table *graph_find_way(const Context *context, const char *from, const char *to, Answer *answer, GError **error)
{
    g_autoptr(Table) start = find_end(context, from, answer, error);
    g_autoptr(Table) end = start != NULL ? find_end(context, to, answer, error) : NULL;
    return end != NULL ? find_chain(context, start, end, answer, error) : NULL;
}
