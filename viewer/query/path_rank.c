/* path_rank.c: which of the chains that path_search.c finds is what happens; see path_rank.h.
 *
 * Some calls by name are no more certain than a slot. PyObject_Call() takes the short way for functions written in Python,
 * and calls all others through tp_call:
 *
 *     if (PyFunction_Check(callable))
 *         return _PyFunction_FastCallDict(callable, …);
 *     …
 *     call = callable->ob_type->tp_call;
 *
 * Whether it does depends on what it is handed, and one of the functions in that slot makes the same call. Such a short way
 * counts as a slot: else each chain goes by those few functions that call whatever they are handed. To ask that of
 * every call would take longer than the search, so it is asked of the steps of what was found; with those known, the
 * search is made again, until nothing new turns up.
 *
 * Of chains that are as good as each other those come first whose calls stand in the text, then those that change files
 * least, then those that go by the main roads, functions that many others call: run_mod(), not run_pyc_file(). */
#include "query/path_rank.h"

#define TIES 64  /* chains as good as each other among which is chosen */
#define ROUNDS 8 /* of searching with what was learned */

/* ---- short ways --------------------------------------------------------------------------------------- */

/* What is known of the steps looked at. */
typedef struct Shortcuts {
    GHashTable *asked; /* PathStep -> itself */
    GHashTable *found; /* those that are one */
    Statement *statement;
} Shortcuts;

/* Whether the step is a short way that was not known to be one. */
static gboolean learn(Shortcuts *shortcuts, PathStep step, GError **error)
{
    if (g_hash_table_contains(shortcuts->asked, &step))
        return FALSE;
    PathStep *kept = g_memdup2(&step, sizeof step);
    g_hash_table_add(shortcuts->asked, kept);
    statement_reset(shortcuts->statement);
    statement_bind_int(shortcuts->statement, "caller", step.from);
    statement_bind_int(shortcuts->statement, "callee", step.to);
    return statement_step(shortcuts->statement, error) && g_hash_table_add(shortcuts->found, kept);
}

/* Whether a chain of the leg has steps that were not known to be short ways. */
static gboolean learn_from(Shortcuts *shortcuts, const PathLeg *leg, GError **error)
{
    gboolean learned = FALSE;
    for (guint i = 0; i < leg->chains->len; i++) {
        const GArray *ids = leg->chains->pdata[i];
        for (guint k = 1; k < ids->len; k++) {
            PathStep step = {g_array_index(ids, gint64, k - 1), g_array_index(ids, gint64, k)};
            learned |= learn(shortcuts, step, error);
        }
    }
    return learned;
}

static PathLeg *search_again(Index *index, PathQuestion question, gint64 from, gint64 to, Shortcuts *shortcuts,
                             GError **error)
{
    GError *problem = NULL;
    gboolean learned = TRUE;
    PathLeg *leg = NULL;
    question.shortcuts = shortcuts->found;
    question.limit = MAX(question.limit, TIES);
    for (guint round = 0; learned && problem == NULL && round < ROUNDS; round++) {
        g_clear_pointer(&leg, path_leg_free);
        leg = path_search(index, &question, from, to, &problem);
        learned = leg != NULL && learn_from(shortcuts, leg, &problem);
    }
    if (problem == NULL)
        return leg;
    g_clear_pointer(&leg, path_leg_free);
    g_propagate_error(error, problem);
    return NULL;
}

static PathLeg *search(Index *index, const PathQuestion *question, gint64 from, gint64 to, GError **error)
{
    Shortcuts shortcuts = {
        .asked = g_hash_table_new_full(path_step_hash, path_step_equal, g_free, NULL),
        .found = g_hash_table_new(path_step_hash, path_step_equal),
        .statement = index_prepare(index, "path_shortcut", error),
    };
    PathLeg *leg = shortcuts.statement != NULL
                       ? search_again(index, *question, from, to, &shortcuts, error)
                       : NULL;
    g_clear_pointer(&shortcuts.statement, statement_free);
    g_hash_table_unref(shortcuts.found);
    g_hash_table_unref(shortcuts.asked);
    return leg;
}

/* ---- chains as good as each other --------------------------------------------------------------------- */

/* What speaks against a chain, the gravest first; and for it: the product of how many call each of its functions. */
typedef struct Weight {
    guint macros; /* steps that do not stand in the text as calls */
    guint files;  /* how often it comes to another file */
    double callers;
} Weight;

typedef struct Weighing {
    Statement *statement;
    GHashTable *weights; /* PathStep -> Weight of that step */
    GError *error;
} Weighing;

static const Weight *weigh_step(Weighing *weighing, PathStep step)
{
    Weight *weight = g_hash_table_lookup(weighing->weights, &step);
    if (weight != NULL)
        return weight;
    weight = g_new0(Weight, 1);
    statement_reset(weighing->statement);
    statement_bind_int(weighing->statement, "caller", step.from);
    statement_bind_int(weighing->statement, "callee", step.to);
    if (statement_step(weighing->statement, &weighing->error))
        *weight = (Weight){.macros = (guint)statement_int(weighing->statement, 0),
                           .files = (guint)statement_int(weighing->statement, 1),
                           .callers = (double)statement_int(weighing->statement, 2)};
    g_hash_table_insert(weighing->weights, g_memdup2(&step, sizeof step), weight);
    return weight;
}

static Weight weigh(Weighing *weighing, const GArray *ids)
{
    Weight sum = {0, 0, 1};
    for (guint i = 1; i < ids->len; i++) {
        PathStep step = {g_array_index(ids, gint64, i - 1), g_array_index(ids, gint64, i)};
        const Weight *weight = weigh_step(weighing, step);
        sum.files += weight->files;
        sum.macros += weight->macros;
        sum.callers *= MAX(1, weight->callers);
    }
    return sum;
}

static gint compare_chains(gconstpointer a, gconstpointer b, gpointer weighing)
{
    const GArray *const *x = a, *const *y = b;
    Weight m = weigh(weighing, *x), n = weigh(weighing, *y);
    if (m.macros != n.macros)
        return m.macros < n.macros ? -1 : 1;
    if (m.files != n.files)
        return m.files < n.files ? -1 : 1;
    return m.callers > n.callers ? -1 : m.callers < n.callers;
}

/* g_ptr_array_sort_with_data() keeps the order of equals. */
static gboolean sort_chains(Index *index, GPtrArray *chains, GError **error)
{
    Weighing weighing = {
        .statement = index_prepare(index, "path_weight", error),
        .weights = g_hash_table_new_full(path_step_hash, path_step_equal, g_free, g_free),
    };
    if (weighing.statement != NULL)
        g_ptr_array_sort_with_data(chains, compare_chains, &weighing);
    gboolean done = weighing.statement != NULL && weighing.error == NULL;
    g_clear_pointer(&weighing.statement, statement_free);
    g_hash_table_unref(weighing.weights);
    if (weighing.error != NULL)
        g_propagate_error(error, weighing.error);
    return done;
}

PathLeg *path_rank(Index *index, const PathQuestion *question, gint64 from, gint64 to, GError **error)
{
    if (question->by_length)
        return path_search(index, question, from, to, error);
    g_autoptr(PathLeg) leg = search(index, question, from, to, error);
    if (leg == NULL || (leg->chains->len > 1 && !sort_chains(index, leg->chains, error)))
        return NULL;
    if (leg->chains->len > question->limit) {
        g_ptr_array_set_size(leg->chains, (gint)question->limit);
        leg->has_more = TRUE;
    }
    return g_steal_pointer(&leg);
}
