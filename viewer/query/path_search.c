/* path_search.c: the cheapest chains of calls between two symbols, from both ends at once; see path_search.h.
 *
 * A step costs 2, and far more the less certain it is, so that any number of calls by name is cheaper than one slot. Two
 * searches (Dijkstra's), one along the calls and one against them, each time the one with less in hand: either soon
 * meets the other, or has seen all that it can reach, which is most often little. When the cheapest of both queues
 * together cost as much as the best chain, every chain of that cost has been met. Each symbol remembers all the
 * neighbours from which it was reached at its cost, so chains as good as each other all come out.
 *
 * A call through a pointer reaches a group of functions, and a thousand such calls the same group. So a group is a halt of
 * its own, half a step from its callers and half a step from its functions, with a negative id; chains leave it out. */
#include "query/path_search.h"

#include <string.h>

#define UNCERTAIN 12 /* bits of a cost for each degree of certainty */

typedef enum { FORWARD, BACKWARD, SIDES } SideName;

/* The columns of path_callees.sql and its kin. */
enum { STEP_ID, STEP_KIND, STEP_VIA, STEP_MACRO, STEP_UNSEEN };

/* A symbol that one side has reached. */
typedef struct Visit {
    gint64 id;
    guint64 cost;
    GArray *from;         /* of Visit *: the neighbours that it was reached from at that cost */
    GSequenceIter *place; /* in the queue; NULL: it was expanded */
} Visit;

typedef struct Side {
    gint64 start;
    Statement *of_symbol, *of_group; /* the neighbours */
    Statement *of_start;             /* of an opcode, which is no caller by itself; else NULL */
    GHashTable *visits;              /* id -> Visit */
    GSequence *queue;                /* of Visit, the cheapest first */
} Side;

typedef struct Search {
    const PathQuestion *question;
    Side sides[SIDES];
    Statement *name;
    gboolean to_macro; /* macros are steps only on the way to one */
    GHashTable
        *end_groups; /* those that hold the end -> Visit's cost of the half step from there, as guint64 */
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
    if (search->question->noise == NULL || *id < 0 || is_end(search, *id))
        return FALSE;
    if (g_hash_table_lookup_extended(search->is_noise, id, NULL, &known))
        return GPOINTER_TO_INT(known);
    statement_reset(search->name);
    statement_bind_int(search->name, "id", *id);
    if (statement_step(search->name, &search->error))
        is_noise = search->question->noise(statement_text(search->name, 0),
                                           statement_int(search->name, 2) != 0) != NULL;
    search->passed_over += is_noise;
    g_hash_table_insert(search->is_noise, g_memdup2(id, sizeof *id), GINT_TO_POINTER(is_noise));
    return is_noise;
}

/* Whether such a macro carries a step: Py_DECREF calls all that frees an object. */
static gboolean is_noisy(Search *search, const char *macro)
{
    gpointer known;
    if (macro == NULL || search->question->noise == NULL)
        return FALSE;
    if (g_hash_table_lookup_extended(search->is_noisy, macro, NULL, &known))
        return GPOINTER_TO_INT(known);
    gboolean noisy = search->question->noise(macro, FALSE) != NULL;
    search->passed_over += noisy;
    g_hash_table_insert(search->is_noisy, g_strdup(macro), GINT_TO_POINTER(noisy));
    return noisy;
}

/* ---- going on ----------------------------------------------------------------------------------------- */

static gint compare_costs(gconstpointer a, gconstpointer b, gpointer unused)
{
    const Visit *x = a, *y = b;
    (void)unused;
    return x->cost < y->cost ? -1 : x->cost > y->cost;
}

/* Of a step, or of half a one; that from a group to its caller has no kind. */
static guint64 cost_of(const Search *search, Statement *step, gboolean is_half)
{
    const char *kind = statement_text(step, STEP_KIND);
    PathCertainty certainty = kind != NULL ? path_certainty(kind, statement_text(step, STEP_VIA)) : PATH_CERTAIN;
    guint64 cost = is_half ? 1 : 2;
    if (search->question->by_length)
        return cost;
    if (statement_int(step, STEP_UNSEEN) != 0)
        cost += G_GUINT64_CONSTANT(1) << (UNCERTAIN * PATH_UNSEEN);
    if (certainty != PATH_CERTAIN)
        cost += G_GUINT64_CONSTANT(1) << (UNCERTAIN * certainty);
    return cost;
}

guint path_step_hash(gconstpointer step)
{
    const PathStep *of = step;
    return g_int64_hash(&of->from) * 31 + g_int64_hash(&of->to);
}

gboolean path_step_equal(gconstpointer a, gconstpointer b)
{
    const PathStep *x = a, *y = b;
    return x->from == y->from && x->to == y->to;
}

/* What a call by name costs more where it is but the short way of a slot; `id` is the neighbour of `visit`. */
static guint64 cost_of_shortcut(const Search *search, SideName name, const Visit *visit, gint64 id)
{
    GHashTable *shortcuts = search->question->shortcuts;
    PathStep step = {visit->id, id};
    if (name == BACKWARD)
        step = (PathStep){id, visit->id};
    gboolean is_short = shortcuts != NULL && g_hash_table_contains(shortcuts, &step);
    return is_short ? G_GUINT64_CONSTANT(1) << (UNCERTAIN * PATH_SLOT) : 0;
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

/* A step that such a macro carries counts only if it leads to the end itself. From a group that holds the end there are
 * other ways as well, so forward the group is left out. */
static void reach_by_noise(Search *search, SideName name, Visit *visit, gint64 id, guint64 cost)
{
    gint64 end = search->sides[BACKWARD].start, group = MIN(id, visit->id);
    const guint64 *rest = group < 0 ? g_hash_table_lookup(search->end_groups, &group) : NULL;
    if (group >= 0 && (name == FORWARD ? id : visit->id) == end)
        reach(search, name, id, visit, cost);
    else if (rest != NULL && name == FORWARD)
        reach(search, name, end, visit, cost + *rest);
    else if (rest != NULL)
        reach(search, name, id, visit, cost);
}

static Statement *neighbours_of(const Side *side, const Visit *visit)
{
    if (visit->id < 0)
        return side->of_group;
    return visit->id == side->start && side->of_start != NULL ? side->of_start : side->of_symbol;
}

static void expand(Search *search, SideName name, Visit *visit)
{
    Statement *neighbours = neighbours_of(&search->sides[name], visit);
    g_sequence_remove(visit->place);
    visit->place = NULL;
    if (passes_over(search, &visit->id))
        return;
    if (neighbours != search->sides[name].of_start) {
        statement_reset(neighbours);
        statement_bind_int(neighbours, "id", visit->id);
    }
    if (statement_has(neighbours, "macros"))
        statement_bind_int(neighbours, "macros", search->to_macro);
    while (search->error == NULL && statement_step(neighbours, &search->error)) {
        gint64 id = statement_int(neighbours, STEP_ID);
        guint64 cost = visit->cost + cost_of(search, neighbours, id < 0 || visit->id < 0) +
                       cost_of_shortcut(search, name, visit, id);
        if (cost > search->best || g_hash_table_contains(search->avoid, &id))
            continue;
        if (is_noisy(search, statement_text(neighbours, STEP_MACRO)))
            reach_by_noise(search, name, visit, id, cost);
        else
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
    GArray *chain; /* of gint64, groups among them */
    const Visit *then;
    Gathering *gathering;
} Walk;

static void keep_chain(Gathering *gathering, const GArray *halts)
{
    g_autoptr(GArray) chain = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (guint i = 0; i < halts->len; i++)
        if (g_array_index(halts, gint64, i) > 0)
            g_array_append_val(chain, g_array_index(halts, gint64, i));
    g_autoptr(GBytes) key = g_bytes_new(chain->data, chain->len * sizeof(gint64));
    if (!g_hash_table_add(gathering->seen, g_bytes_ref(key)))
        return;
    if (gathering->chains->len < gathering->limit)
        g_ptr_array_add(gathering->chains, g_steal_pointer(&chain));
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

static gboolean open_side(Index *index, Side *side, gint64 start, const char *of_symbol, const char *of_group,
                          GError **error)
{
    side->start = start;
    side->visits = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, visit_free);
    side->queue = g_sequence_new(NULL);
    side->of_symbol = index_statement(index, of_symbol, error);
    side->of_group = side->of_symbol != NULL ? index_statement(index, of_group, error) : NULL;
    return side->of_group != NULL;
}

static gboolean is_of_kind(Search *search, gint64 id, const char *kind)
{
    statement_reset(search->name);
    statement_bind_int(search->name, "id", id);
    return statement_step(search->name, &search->error) && strcmp(statement_text(search->name, 1), kind) == 0;
}

static gboolean open_opcode(Index *index, Side *side, GError **error)
{
    g_autofree char *id = g_strdup_printf("%" G_GINT64_FORMAT, side->start);
    g_autoptr(Table) opcode = index_query(index, error, "opcode_symbol", "id", id, NULL);
    side->of_start = opcode != NULL ? index_statement(index, "path_opcode_callees", error) : NULL;
    if (side->of_start == NULL)
        return FALSE;
    statement_bind_int(side->of_start, "caller", table_get_int(opcode, 0, "loop_id"));
    statement_bind_text(side->of_start, "part", table_get(opcode, 0, "name"));
    return TRUE;
}

static void find_end_groups(Search *search)
{
    const Side *side = &search->sides[BACKWARD];
    statement_bind_int(side->of_symbol, "id", side->start);
    statement_bind_int(side->of_symbol, "macros", FALSE);
    while (statement_step(side->of_symbol, &search->error)) {
        gint64 id = statement_int(side->of_symbol, STEP_ID);
        guint64 cost = cost_of(search, side->of_symbol, TRUE);
        const guint64 *known = g_hash_table_lookup(search->end_groups, &id);
        if (id < 0 && (known == NULL || *known > cost))
            g_hash_table_insert(search->end_groups, g_memdup2(&id, sizeof id), g_memdup2(&cost, sizeof cost));
    }
}

static void open_avoid(Search *search, gint64 from, gint64 to)
{
    const PathQuestion *question = search->question;
    search->avoid = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < question->avoid_count; i++)
        g_hash_table_add(search->avoid, (gpointer)&question->avoid[i]);
    for (guint i = 0; i < question->stop_count; i++)
        if (question->stops[i] != from && question->stops[i] != to)
            g_hash_table_add(search->avoid, (gpointer)&question->stops[i]);
}

static gboolean open_search(Index *index, Search *search, gint64 from, gint64 to, GError **error)
{
    guint shorter_than = search->question->shorter_than;
    search->best = shorter_than > 0 ? 2 * (shorter_than - 1) : G_MAXUINT64;
    search->meetings = g_array_new(FALSE, FALSE, sizeof(gint64));
    search->is_noise = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    search->is_noisy = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    search->end_groups = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    open_avoid(search, from, to);
    Side *forward = &search->sides[FORWARD], *backward = &search->sides[BACKWARD];
    search->name = index_statement(index, "path_name", error);
    if (search->name == NULL ||
        !open_side(index, forward, from, "path_callees", "path_group_callees", error) ||
        !open_side(index, backward, to, "path_callers", "path_group_callers", error))
        return FALSE;
    search->to_macro = is_of_kind(search, to, "macro");
    if (is_of_kind(search, from, "opcode") && !open_opcode(index, forward, error))
        return FALSE;
    find_end_groups(search);
    return TRUE;
}

static void close_search(Search *search)
{
    for (SideName name = FORWARD; name < SIDES; name++) {
        Side *side = &search->sides[name];
        g_clear_pointer(&side->queue, g_sequence_free);
        g_clear_pointer(&side->visits, g_hash_table_unref);
    }
    g_array_unref(search->meetings);
    g_hash_table_unref(search->is_noise);
    g_hash_table_unref(search->is_noisy);
    g_hash_table_unref(search->avoid);
    g_hash_table_unref(search->end_groups);
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
