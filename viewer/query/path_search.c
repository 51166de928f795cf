/* path_search.c: the cheapest chains of calls between two symbols, from both ends at once; see path_search.h.
 *
 * A step costs 1, and far more the less certain it is, so that any number of calls by name is cheaper than one slot. Two
 * searches (Dijkstra's), one along the calls and one against them, each time the one with less in hand: either soon
 * meets the other, or has seen all that it can reach, which is most often little. When the cheapest of both queues
 * together cost as much as the best chain, every chain of that cost has been met. Each symbol remembers all the
 * neighbours from which it was reached at its cost, so chains as good as each other all come out. */
#include "query/path_search.h"

#include <string.h>

#define UNCERTAIN 16 /* bits of a cost for each degree of certainty */

typedef enum { FORWARD, BACKWARD, SIDES } SideName;

/* A symbol that one side has reached. */
typedef struct Visit {
    gint64 id;
    guint64 cost;
    GArray *from;         /* of Visit *: the neighbours that it was reached from at that cost */
    GSequenceIter *place; /* in the queue; NULL: it was expanded */
} Visit;

typedef struct Side {
    gint64 start;
    Statement *neighbours;
    GHashTable *visits; /* id -> Visit */
    GSequence *queue;   /* of Visit, the cheapest first */
} Side;

typedef struct Search {
    const PathQuestion *question;
    Side sides[SIDES];
    Statement *name;
    gboolean to_macro;    /* macros are steps only on the way to one */
    GHashTable *is_noise; /* id -> whether it is passed over */
    GHashTable *is_noisy; /* name of a macro -> whether what it carries is */
    GHashTable *avoid;    /* ids */
    guint64 best;         /* cost of the best chain met so far; or one more than what is wanted */
    GArray *meetings;     /* of gint64: where chains of that cost met */
    guint passed_over;
    GError *error;
} Search;

/* ---- what is passed over ------------------------------------------------------------------------------ */

static gboolean is_end(const Search *search, gint64 id)
{
    return id == search->sides[FORWARD].start || id == search->sides[BACKWARD].start;
}

/* Whether no chain goes through that symbol. */
static gboolean passes_over(Search *search, const gint64 *id)
{
    gpointer known;
    gboolean is_noise = FALSE;
    if (search->question->noise == NULL || is_end(search, *id))
        return FALSE;
    if (g_hash_table_lookup_extended(search->is_noise, id, NULL, &known))
        return GPOINTER_TO_INT(known);
    statement_reset(search->name);
    statement_bind_int(search->name, "id", *id);
    if (statement_step(search->name, &search->error))
        is_noise = search->question->noise(statement_text(search->name, 0),
                                           statement_int(search->name, 1) != 0) != NULL;
    search->passed_over += is_noise;
    g_hash_table_insert(search->is_noise, g_memdup2(id, sizeof *id), GINT_TO_POINTER(is_noise));
    return is_noise;
}

/* Whether a step is left out since such a macro carries it: Py_DECREF calls all that frees an object. */
static gboolean passes_over_carrier(Search *search, const char *macro, gint64 reached)
{
    gpointer known;
    if (macro == NULL || search->question->noise == NULL || is_end(search, reached))
        return FALSE;
    if (g_hash_table_lookup_extended(search->is_noisy, macro, NULL, &known))
        return GPOINTER_TO_INT(known);
    gboolean is_noisy = search->question->noise(macro, FALSE) != NULL;
    search->passed_over += is_noisy;
    g_hash_table_insert(search->is_noisy, g_strdup(macro), GINT_TO_POINTER(is_noisy));
    return is_noisy;
}

/* ---- going on ----------------------------------------------------------------------------------------- */

static gint compare_costs(gconstpointer a, gconstpointer b, gpointer unused)
{
    const Visit *x = a, *y = b;
    (void)unused;
    return x->cost < y->cost ? -1 : x->cost > y->cost;
}

static guint64 cost_of(const Search *search, const char *kind, const char *via)
{
    PathCertainty certainty = path_certainty(kind, via);
    if (certainty == PATH_CERTAIN || search->question->by_length)
        return 1;
    return 1 + (G_GUINT64_CONSTANT(1) << (UNCERTAIN * certainty));
}

/* Notes that both sides have reached a symbol, if no better chain is known. */
static void meet(Search *search, const Side *other, const Visit *visit)
{
    const Visit *met = g_hash_table_lookup(other->visits, &visit->id);
    if (met == NULL || visit->cost + met->cost > search->best || passes_over(search, &visit->id))
        return;
    if (visit->cost + met->cost < search->best)
        g_array_set_size(search->meetings, 0);
    search->best = visit->cost + met->cost;
    g_array_append_val(search->meetings, visit->id);
}

static Visit *visit_new(Side *side, gint64 id)
{
    Visit *visit = g_new0(Visit, 1);
    visit->id = id;
    visit->cost = G_MAXUINT64;
    visit->from = g_array_new(FALSE, FALSE, sizeof(Visit *));
    g_hash_table_insert(side->visits, &visit->id, visit);
    visit->place = g_sequence_append(side->queue, visit);
    return visit;
}

static void visit_free(gpointer data)
{
    Visit *visit = data;
    g_array_unref(visit->from);
    g_free(visit);
}

static gboolean has_neighbour(const Visit *visit, const Visit *from)
{
    for (guint i = 0; i < visit->from->len; i++)
        if (g_array_index(visit->from, const Visit *, i) == from)
            return TRUE;
    return FALSE;
}

/* A side has come to `id` at `cost`, from `from` (NULL: it starts there). */
static void reach(Search *search, SideName name, gint64 id, Visit *from, guint64 cost)
{
    Side *side = &search->sides[name];
    Visit *visit = g_hash_table_lookup(side->visits, &id);
    if (visit == NULL)
        visit = visit_new(side, id);
    if (cost > visit->cost)
        return;
    if (cost < visit->cost) {
        visit->cost = cost;
        g_array_set_size(visit->from, 0);
        g_sequence_sort_changed(visit->place, compare_costs, NULL);
        meet(search, &search->sides[SIDES - 1 - name], visit);
    }
    if (from != NULL && !has_neighbour(visit, from))
        g_array_append_val(visit->from, from);
}

static void expand(Search *search, SideName name, Visit *visit)
{
    Statement *neighbours = search->sides[name].neighbours;
    g_sequence_remove(visit->place);
    visit->place = NULL;
    if (passes_over(search, &visit->id))
        return;
    statement_reset(neighbours);
    statement_bind_int(neighbours, "id", visit->id);
    statement_bind_int(neighbours, "macros", search->to_macro);
    while (search->error == NULL && statement_step(neighbours, &search->error)) {
        gint64 id = statement_int(neighbours, 0), callee = name == FORWARD ? id : visit->id;
        guint64 cost =
            visit->cost + cost_of(search, statement_text(neighbours, 1), statement_text(neighbours, 2));
        if (cost <= search->best && !g_hash_table_contains(search->avoid, &id) &&
            !passes_over_carrier(search, statement_text(neighbours, 3), callee))
            reach(search, name, id, visit, cost);
    }
}

static Visit *cheapest(const Side *side)
{
    return g_sequence_is_empty(side->queue) ? NULL : g_sequence_get(g_sequence_get_begin_iter(side->queue));
}

static void run(Search *search)
{
    for (SideName name = FORWARD; name < SIDES; name++)
        reach(search, name, search->sides[name].start, NULL, 0);
    while (search->error == NULL) {
        Visit *first[SIDES] = {cheapest(&search->sides[FORWARD]), cheapest(&search->sides[BACKWARD])};
        if (first[FORWARD] == NULL || first[BACKWARD] == NULL ||
            first[FORWARD]->cost + first[BACKWARD]->cost >= search->best)
            return;
        int forward = g_sequence_get_length(search->sides[FORWARD].queue);
        SideName name = forward <= g_sequence_get_length(search->sides[BACKWARD].queue) ? FORWARD : BACKWARD;
        expand(search, name, first[name]);
    }
}

/* ---- what was found ----------------------------------------------------------------------------------- */

typedef struct Gathering {
    GPtrArray *chains;
    GHashTable *seen; /* the ids of chains: one can have met at several symbols */
    guint limit;
    gboolean has_more;
} Gathering;

/* Goes from `visit` back to where its side started: `tail` is the chain so far; each whole one is handed to `next`. */
typedef struct Walk {
    GArray *chain; /* of gint64 */
    const Visit *then;
    Gathering *gathering;
} Walk;

static void keep_chain(Gathering *gathering, const GArray *chain)
{
    g_autoptr(GBytes) key = g_bytes_new(chain->data, chain->len * sizeof(gint64));
    if (!g_hash_table_add(gathering->seen, g_bytes_ref(key)))
        return;
    if (gathering->chains->len < gathering->limit)
        g_ptr_array_add(gathering->chains, g_array_copy((GArray *)chain));
    else
        gathering->has_more = TRUE;
}

/* The way on from `visit` of the backward side to its start. */
static void walk_on(Walk *walk, const Visit *visit)
{
    if (visit->from->len == 0)
        keep_chain(walk->gathering, walk->chain);
    for (guint i = 0; i < visit->from->len && !walk->gathering->has_more; i++) {
        const Visit *next = g_array_index(visit->from, const Visit *, i);
        g_array_append_val(walk->chain, next->id);
        walk_on(walk, next);
        g_array_set_size(walk->chain, walk->chain->len - 1);
    }
}

/* The ways from the forward side's start to `visit`, each then with the ways on from walk->then. */
static void walk_back(Walk *walk, const Visit *visit)
{
    g_array_prepend_val(walk->chain, visit->id);
    if (visit->from->len == 0)
        walk_on(walk, walk->then);
    for (guint i = 0; i < visit->from->len && !walk->gathering->has_more; i++)
        walk_back(walk, g_array_index(visit->from, const Visit *, i));
    g_array_remove_index(walk->chain, 0);
}

static GPtrArray *gather(Search *search, guint limit, gboolean *has_more)
{
    Gathering gathering = {
        .chains = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref),
        .seen = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL),
        .limit = limit,
    };
    for (guint i = 0; i < search->meetings->len && !gathering.has_more; i++) {
        const gint64 *id = &g_array_index(search->meetings, gint64, i);
        const Visit *forward = g_hash_table_lookup(search->sides[FORWARD].visits, id);
        const Visit *backward = g_hash_table_lookup(search->sides[BACKWARD].visits, id);
        Walk walk = {g_array_new(FALSE, FALSE, sizeof(gint64)), backward, &gathering};
        if (forward->cost + backward->cost == search->best)
            walk_back(&walk, forward);
        g_array_unref(walk.chain);
    }
    g_hash_table_unref(gathering.seen);
    *has_more = gathering.has_more;
    return gathering.chains;
}

void path_leg_free(PathLeg *leg)
{
    if (leg->chains != NULL)
        g_ptr_array_unref(leg->chains);
    g_free(leg);
}

/* ---- setting out -------------------------------------------------------------------------------------- */

static gboolean open_side(Index *index, Side *side, gint64 start, const char *query, GError **error)
{
    side->start = start;
    side->visits = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, visit_free);
    side->queue = g_sequence_new(NULL);
    side->neighbours = index_prepare(index, query, error);
    return side->neighbours != NULL;
}

static gboolean open_search(Index *index, Search *search, gint64 from, gint64 to, GError **error)
{
    const PathQuestion *question = search->question;
    search->best = question->shorter_than > 0 ? question->shorter_than - 1 : G_MAXUINT64;
    search->meetings = g_array_new(FALSE, FALSE, sizeof(gint64));
    search->is_noise = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    search->is_noisy = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    search->avoid = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < question->avoid_count; i++)
        g_hash_table_add(search->avoid, (gpointer)&question->avoid[i]);
    for (guint i = 0; i < question->stop_count; i++)
        if (question->stops[i] != from && question->stops[i] != to)
            g_hash_table_add(search->avoid, (gpointer)&question->stops[i]);
    search->name = index_prepare(index, "path_name", error);
    if (search->name == NULL || !open_side(index, &search->sides[FORWARD], from, "path_callees", error) ||
        !open_side(index, &search->sides[BACKWARD], to, "path_callers", error))
        return FALSE;
    statement_bind_int(search->name, "id", to);
    search->to_macro = statement_step(search->name, error) && statement_int(search->name, 2);
    return TRUE;
}

static void close_search(Search *search)
{
    for (SideName name = FORWARD; name < SIDES; name++) {
        Side *side = &search->sides[name];
        g_clear_pointer(&side->neighbours, statement_free);
        g_clear_pointer(&side->queue, g_sequence_free);
        g_clear_pointer(&side->visits, g_hash_table_unref);
    }
    g_clear_pointer(&search->name, statement_free);
    g_array_unref(search->meetings);
    g_hash_table_unref(search->is_noise);
    g_hash_table_unref(search->is_noisy);
    g_hash_table_unref(search->avoid);
}

PathLeg *path_search(Index *index, const PathQuestion *question, gint64 from, gint64 to, GError **error)
{
    Search search = {.question = question};
    g_autoptr(PathLeg) leg = g_new0(PathLeg, 1);
    gboolean is_open = open_search(index, &search, from, to, &search.error);
    if (is_open)
        run(&search);
    if (search.error == NULL) {
        leg->chains = gather(&search, question->limit, &leg->has_more);
        leg->passed_over = search.passed_over;
        for (SideName name = FORWARD; name < SIDES; name++)
            leg->reached[name] = g_hash_table_size(search.sides[name].visits) - 1;
    }
    close_search(&search);
    if (search.error != NULL) {
        g_propagate_error(error, search.error);
        return NULL;
    }
    return g_steal_pointer(&leg);
}
