/* story_way.c: the way from Python to the functions of one issue of a story, as a strip of calls; see stories.h.
 *
 *     from=compile         chain=PyAST_CompileObject;_PyAST_Optimize;astfold_mod
 *     builtin_compile_impl ─ path_find() ─> PyAST_CompileObject ──> _PyAST_Optimize ──> astfold_mod
 *
 * `from` is a name in Python, which the resolver knows; `chain` is the way that the story tells. What lies between the two
 * is searched for. Without a chain the way leads to the first of `look` that can be reached in a few calls. */
#include "cmd/stories.h"

#include "graph/grow.h"
#include "graph/noise.h"
#include "query/path.h"

enum { MOST_CALLS = 6 }; /* a longer way tells nothing */

/* The symbols of the chain that this tree has, a row each; what it lacks goes to `missing`. NULL with `error`. */
static Table *find_chain(const Telling *telling, GStrv names, GString *missing, GError **error)
{
    Table *all = NULL;
    for (guint i = 0; names[i] != NULL; i++) {
        GError *problem = NULL;
        g_autoptr(Table) symbol = stories_symbol(telling, names[i], &problem);
        if (problem != NULL) {
            g_propagate_error(error, problem);
            g_clear_pointer(&all, table_free);
            return NULL;
        }
        if (symbol == NULL)
            g_string_append_printf(missing, "%s%s", missing->len > 0 ? ", " : "", names[i]);
        else if (all == NULL)
            all = g_steal_pointer(&symbol);
        else
            table_add(all, (const char *const *)g_ptr_array_index(symbol->rows, 0));
    }
    return all != NULL ? all : table_new((const char *const[]){"id", NULL});
}

static gboolean has_symbol(const Table *symbols, gint64 id)
{
    for (guint i = 0; i < table_size(symbols); i++)
        if (table_get_int(symbols, i, "id") == id)
            return TRUE;
    return FALSE;
}

static void append(Table *way, const Table *symbols, guint first)
{
    for (guint i = first; i < table_size(symbols); i++)
        table_add(way, (const char *const *)g_ptr_array_index(symbols->rows, i));
}

/* The symbols from `start` to `goal`, both included; an empty table: there is no short way. NULL with `error`. */
static Table *search(const Telling *telling, const Table *start, gint64 goal, GError **error)
{
    gint64 stops[] = {table_get_int(start, 0, "id"), goal};
    PathQuestion question = {.stops = stops, .stop_count = G_N_ELEMENTS(stops), .noise = noise_group, .limit = 1};
    g_autoptr(Table) way = table_new_like(start);
    g_autoptr(PathAnswer) found = path_find(telling->context->index, &question, error);
    if (found == NULL)
        return NULL;
    const Table *calls = found->chains->len > 0 ? g_ptr_array_index(found->chains, 0) : NULL;
    if (calls == NULL || table_size(calls) > MOST_CALLS)
        return g_steal_pointer(&way);
    append(way, start, 0);
    for (guint i = 0; i < table_size(calls); i++) {
        g_autoptr(Table) symbol = index_query(telling->context->index, error, "graph-symbol", "id",
                                              table_get(calls, i, "callee_id"), NULL);
        if (symbol == NULL)
            return NULL;
        append(way, symbol, 0);
    }
    return g_steal_pointer(&way);
}

/* The way from `start` to the beginning of the chain, and on along it. */
static Table *lead_to(const Telling *telling, const Table *start, const Table *chain, GError **error)
{
    Table *way = search(telling, start, table_get_int(chain, 0, "id"), error);
    if (way != NULL)
        append(way, chain, table_size(way) > 0 ? 1 : 0);
    return way;
}

/* The way from `start` to the first of what the story wants looked at; `start` alone where there is none. */
static Table *find_look(const Telling *telling, const char *under, const Table *start, GError **error)
{
    g_auto(GStrv) look = story_list(telling->story, under, "look");
    for (guint i = 0; look[i] != NULL; i++) {
        GError *problem = NULL;
        g_autoptr(Table) goal = stories_symbol(telling, look[i], &problem), way = NULL;
        if (goal != NULL && !has_symbol(start, table_get_int(goal, 0, "id")))
            way = search(telling, start, table_get_int(goal, 0, "id"), &problem);
        if (problem != NULL) {
            g_propagate_error(error, problem);
            return NULL;
        }
        if (way != NULL && table_size(way) > 0)
            return g_steal_pointer(&way);
    }
    Table *alone = table_new_like(start);
    append(alone, start, 0);
    return alone;
}

static Table *find_way(const Telling *telling, const char *under, const char *from, Answer *answer, GError **error)
{
    g_auto(GStrv) names = story_list(telling->story, under, "chain");
    g_autoptr(GString) missing = g_string_new(NULL);
    g_autoptr(Table) chain = find_chain(telling, names, missing, error), start = NULL;
    GError *problem = NULL;
    if (chain == NULL)
        return NULL;
    if (missing->len > 0 && table_size(chain) > 0)
        answer_warn(answer, "not in this tree: %s", missing->str);
    if (from != NULL)
        start = stories_symbol(telling, from, &problem);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    if (start == NULL || has_symbol(chain, table_get_int(start, 0, "id")))
        return g_steal_pointer(&chain);
    return table_size(chain) > 0 ? lead_to(telling, start, chain, error) : find_look(telling, under, start, error);
}

gboolean stories_add_way(const Telling *telling, const char *under, Answer *answer, GError **error)
{
    g_autofree char *python = stories_text(telling, under, "python"), *from = stories_text(telling, under, "from");
    g_autoptr(Table) symbols = find_way(telling, under, from, answer, error);
    if (symbols == NULL)
        return FALSE;
    g_autofree char *title =
        g_strconcat(stories_say(telling, "the way from Python", "파이썬에서 가는 길"), python != NULL || from != NULL ? ": " : NULL,
                    python != NULL ? python : from, python != NULL && from != NULL ? ", " : NULL,
                    python != NULL ? from : NULL, NULL);
    if (table_size(symbols) < 2 && (from == NULL || table_size(symbols) == 0))
        return TRUE;
    Graph *graph = graph_strip(telling->context->index, symbols, error);
    if (graph != NULL)
        answer_add_graph(answer, title, graph);
    return graph != NULL;
}
