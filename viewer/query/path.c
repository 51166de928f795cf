/* path.c: from chains of ids to chains of calls that can be read: each leg between two stops is searched for by
 * path_search.c and weighed by path_rank.c; then each step is looked up, where it stands and what carries it. See path.h. */
#include "query/path.h"

#include "query/path_rank.h"

#include <string.h>

#define CHAINS 3 /* unless the question says more */

PathCertainty path_certainty(const char *kind, const char *via)
{
    static const struct {
        const char *kind;
        PathCertainty certainty;
    } kinds[] = {
        {"direct", PATH_CERTAIN}, {"macro", PATH_CERTAIN},   {"frame", PATH_CERTAIN},
        {"slot", PATH_SLOT},      {"pointer", PATH_POINTER},
    };
    if (via != NULL && g_str_has_suffix(via, "(guess)"))
        return PATH_GUESS;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kind, kinds[i].kind) == 0)
            return kinds[i].certainty;
    return PATH_GUESS;
}

/* The row of the calls of one function in another that is the most certain; the first of equals. */
static guint best_row(const Table *calls)
{
    guint best = 0;
    PathCertainty least = PATH_GUESS + 1;
    for (guint i = 0; i < table_size(calls); i++) {
        PathCertainty certainty = path_certainty(table_get(calls, i, "kind"), table_get(calls, i, "via"));
        if (certainty < least)
            best = i;
        least = MIN(least, certainty);
    }
    return best;
}

/* Adds the step between two symbols to the chain; `*chain` NULL: it is the first. */
static gboolean add_step(Index *index, gint64 caller, gint64 callee, Table **chain, GError **error)
{
    g_autofree char *from = g_strdup_printf("%" G_GINT64_FORMAT, caller);
    g_autofree char *to = g_strdup_printf("%" G_GINT64_FORMAT, callee);
    g_autoptr(Table) calls = index_query(index, error, "path_step", "id", from, "to", to, NULL);
    if (calls == NULL)
        return FALSE;
    g_assert(table_size(calls) > 0);
    guint best = best_row(calls);
    if (*chain == NULL) {
        g_ptr_array_remove_range(calls->rows, best + 1, table_size(calls) - best - 1);
        g_ptr_array_remove_range(calls->rows, 0, best);
        *chain = g_steal_pointer(&calls);
    } else {
        table_add(*chain, calls->rows->pdata[best]);
    }
    return TRUE;
}

/* The steps of a chain through all legs: `picked` has one chain of ids for each. */
static Table *read_chain(Index *index, const GPtrArray *picked, GError **error)
{
    g_autoptr(Table) chain = NULL;
    for (guint leg = 0; leg < picked->len; leg++) {
        const GArray *ids = picked->pdata[leg];
        for (guint i = 1; i < ids->len; i++)
            if (!add_step(index, g_array_index(ids, gint64, i - 1), g_array_index(ids, gint64, i), &chain,
                          error))
                return NULL;
    }
    return g_steal_pointer(&chain);
}

/* Each chain of a leg with each of the next ones, the last leg changing first. */
static gboolean combine(Index *index, const GPtrArray *legs, guint limit, GPtrArray *picked,
                        PathAnswer *answer, GError **error)
{
    if (picked->len == legs->len) {
        Table *chain = answer->chains->len < limit ? read_chain(index, picked, error) : NULL;
        answer->has_more |= answer->chains->len == limit;
        if (chain != NULL)
            g_ptr_array_add(answer->chains, chain);
        return chain != NULL || answer->has_more;
    }
    const PathLeg *leg = legs->pdata[picked->len];
    for (guint i = 0; i < leg->chains->len && !answer->has_more; i++) {
        g_ptr_array_add(picked, leg->chains->pdata[i]);
        gboolean done = combine(index, legs, limit, picked, answer, error);
        g_ptr_array_set_size(picked, (gint)picked->len - 1);
        if (!done)
            return FALSE;
    }
    return TRUE;
}

/* Searches leg by leg; FALSE without `error` at the first that has no way. */
static gboolean search_legs(Index *index, const PathQuestion *question, GPtrArray *legs, PathAnswer *answer,
                            GError **error)
{
    for (guint i = 0; i + 1 < question->stop_count; i++) {
        PathLeg *leg = path_rank(index, question, question->stops[i], question->stops[i + 1], error);
        if (leg == NULL)
            return FALSE;
        g_ptr_array_add(legs, leg);
        answer->passed_over += leg->passed_over;
        answer->missing_leg = i;
        memcpy(answer->reached, leg->reached, sizeof answer->reached);
        if (leg->chains->len == 0)
            return FALSE;
    }
    return TRUE;
}

PathAnswer *path_find(Index *index, const PathQuestion *asked, GError **error)
{
    PathQuestion question = *asked;
    question.limit = asked->limit > 0 ? asked->limit : CHAINS;
    g_autoptr(PathAnswer) answer = g_new0(PathAnswer, 1);
    answer->chains = g_ptr_array_new_with_free_func((GDestroyNotify)table_free);
    g_autoptr(GPtrArray) legs = g_ptr_array_new_with_free_func((GDestroyNotify)path_leg_free);
    g_autoptr(GPtrArray) picked = g_ptr_array_new();
    GError *problem = NULL;
    if (search_legs(index, &question, legs, answer, &problem))
        combine(index, legs, question.limit, picked, answer, &problem);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    for (guint i = 0; answer->chains->len > 0 && i < legs->len; i++)
        answer->has_more |= ((PathLeg *)legs->pdata[i])->has_more;
    return g_steal_pointer(&answer);
}

void path_answer_free(PathAnswer *answer)
{
    g_ptr_array_unref(answer->chains);
    g_free(answer);
}
