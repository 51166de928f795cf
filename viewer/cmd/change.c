/* change.c: see change.h. Symbols of two indexes are the same where their names are. */
#include "cmd/change.h"

#include "graph/noise.h"
#include "graph/style.h"
#include "query/resolve.h"

#include <string.h>

typedef struct Changing {
    Graph *graph;
    const Images *images;
    const char *const *names;
    gboolean kept, all;
    GHashTable *hidden; /* of names */
} Changing;

/* The function, macro or opcode of that name; NULL: there is none. */
static Table *find(Index *index, const char *name)
{
    g_autoptr(Table) found = resolve(index, name, NULL);
    if (found == NULL || table_size(found) == 0)
        return NULL;
    g_ptr_array_set_size(found->rows, 1);
    return g_steal_pointer(&found);
}

/* What it calls; a table without rows where it is not there. NULL with `error`. */
static Table *callees(Index *index, const char *name, GError **error)
{
    static const char *const none[] = {"id", "name", "what", "callee_file", "callee_line", "kind", "line", NULL};
    g_autoptr(Table) symbol = find(index, name);
    return symbol == NULL ? table_new(none) : index_query(index, error, "diff_callees", "id", table_get(symbol, 0, "id"), NULL);
}

static guint add_node(Changing *c, const char *name, const char *file, int line, const char *kind, int rank)
{
    int known = graph_find(c->graph, name);
    guint place = known >= 0 ? (guint)known : graph_add_node(c->graph, name, name, file, line, kind);
    if (known < 0) {
        graph_node(c->graph, place)->rank = rank;
        graph_node(c->graph, place)->is_macro = strcmp(kind, "macro") == 0;
    }
    return place;
}

static void add_focus(Changing *c, const char *name)
{
    g_autoptr(Table) after = find(c->images->after, name), before = find(c->images->before, name);
    const Table *there = after != NULL ? after : before;
    if (there == NULL)
        return;
    guint place = add_node(c, name, table_get(there, 0, "file"), (int)table_get_int(there, 0, "line"),
                           table_get(there, 0, "kind"), 0);
    graph_node(c->graph, place)->is_focus = TRUE;
}

static int row_of(const Table *table, const char *name)
{
    for (guint row = 0; row < table_size(table); row++)
        if (strcmp(table_get(table, row, "name"), name) == 0)
            return (int)row;
    return -1;
}

static void add_call(Changing *c, guint caller, const Table *table, guint row, const char *label)
{
    const char *name = table_get(table, row, "name"), *file = table_get(table, row, "callee_file");
    gboolean is_named = g_strv_contains(c->names, name);
    if (label == NULL && !c->kept && !is_named)
        return;
    if (!is_named && !c->all && noise_group(name, file == NULL) != NULL) {
        g_hash_table_add(c->hidden, g_strdup(name));
        return;
    }
    guint callee = add_node(c, name, file, (int)table_get_int(table, row, "callee_line"), table_get(table, row, "what"), 1);
    graph_add_edge(c->graph, caller, callee, edge_kind(table_get(table, row, "kind")), label,
                   (int)table_get_int(table, row, "line"));
}

static gboolean add_calls(Changing *c, const char *name, GError **error)
{
    int caller = graph_find(c->graph, name);
    g_autoptr(Table) before = callees(c->images->before, name, error);
    g_autoptr(Table) after = before == NULL ? NULL : callees(c->images->after, name, error);
    if (after == NULL || caller < 0)
        return after != NULL;
    for (guint row = 0; row < table_size(after); row++)
        add_call(c, (guint)caller, after, row, row_of(before, table_get(after, row, "name")) < 0 ? CHANGE_CAME : NULL);
    for (guint row = 0; row < table_size(before); row++)
        if (row_of(after, table_get(before, row, "name")) < 0)
            add_call(c, (guint)caller, before, row, CHANGE_WENT);
    return TRUE;
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void tell_hidden(Changing *c)
{
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, c->hidden);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        g_ptr_array_add(c->graph->hidden, g_strdup(name));
    g_ptr_array_sort(c->graph->hidden, by_name);
}

Graph *change_graph(const Images *images, const char *const *names, gboolean kept, gboolean all, GError **error)
{
    g_autofree char *title = g_strdup_printf("%s: calls before and after", names[0] != NULL ? names[0] : "");
    g_autoptr(Graph) graph = graph_new(title, index_tree(images->after));
    g_autoptr(GHashTable) hidden = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Changing c = {graph, images, names, kept, all, hidden};
    for (const char *const *name = names; *name != NULL; name++)
        add_focus(&c, *name);
    for (const char *const *name = names; *name != NULL; name++)
        if (!add_calls(&c, *name, error))
            return NULL;
    tell_hidden(&c);
    return g_steal_pointer(&graph);
}
