/* closure.c: see closure.h.
 *
 * Each place has a set of labels; a label is a place where something is stored, and a set is a row of bits. A round
 * lets the labels flow until nothing changes, then looks up which functions the calls reach, and adds the edges
 * from their arguments to the parameters; about six rounds are needed. */
#include "link/closure.h"

#include "store/facts.h"

#include <string.h>

enum { WORD = 64 };

typedef struct Solver {
    Places *places;
    GArray *labels;      /* place of each label */
    guint *label_of;     /* by place; G_MAXUINT: none */
    guint words;         /* of a set */
    guint64 *sets;       /* by place */
    guint64 *is_field;   /* the set of those labels that are fields */
    GArray **next;       /* by place: the places that it flows into; NULL: none */
    GQueue queue;        /* of places whose set has grown */
    guint8 *is_queued;
    GHashTable *dynamic; /* edges made by calls that are in already */
    GArray **passed;     /* by site: of Pass */
} Solver;

/* What a call hands over or takes back. */
typedef struct Pass {
    guint place;
    guint kind, number; /* ARGUMENT with its number, or SITE_RESULT */
} Pass;

static guint64 *set_of(const Solver *solver, guint place)
{
    return solver->sets + (gsize)place * solver->words;
}

static gboolean has_label(const guint64 *set, guint label)
{
    return (set[label / WORD] >> (label % WORD)) & 1;
}

/* ---- labels ------------------------------------------------------------------------------------------- */

static void add_label(Solver *solver, guint place)
{
    if (solver->label_of[place] != G_MAXUINT)
        return;
    solver->label_of[place] = solver->labels->len;
    g_array_append_val(solver->labels, place);
}

/* All fields that anything flows into, for a function may come so; other places where a function is put by name. */
static void find_labels(Solver *solver)
{
    const Places *places = solver->places;
    for (guint i = 0; i < places->all->len; i++)
        solver->label_of[i] = G_MAXUINT;
    for (guint i = 1; i < places->all->len; i++)
        if (places_get(places, i)->stored != NULL && places_get(places, i)->kind != FACT_PLACE_ARGUMENT)
            add_label(solver, i);
    for (guint i = 0; i < places->edges->len; i++) {
        guint to = g_array_index(places->edges, Edge, i).to;
        if (places_get(places, to)->kind == FACT_PLACE_FIELD)
            add_label(solver, to);
    }
}

/* Makes the sets wide enough for all labels, and puts the labels from `first` on where they belong. */
static void place_labels(Solver *solver, guint first)
{
    guint words = solver->labels->len / WORD + 1, all = solver->places->all->len;
    guint64 *sets = g_new0(guint64, (gsize)words * all);
    for (guint i = 0; i < all; i++)
        memcpy(sets + (gsize)i * words, set_of(solver, i), solver->words * sizeof *sets);
    g_free(solver->sets);
    solver->sets = sets;
    solver->is_field = g_renew(guint64, solver->is_field, words);
    memset(solver->is_field + solver->words, 0, (words - solver->words) * sizeof *sets);
    solver->words = words;
    for (guint label = first; label < solver->labels->len; label++) {
        guint place = g_array_index(solver->labels, guint, label);
        set_of(solver, place)[label / WORD] |= (guint64)1 << (label % WORD);
        if (places_get(solver->places, place)->kind == FACT_PLACE_FIELD)
            solver->is_field[label / WORD] |= (guint64)1 << (label % WORD);
    }
}

/* ---- flowing ------------------------------------------------------------------------------------------ */

static void enqueue(Solver *solver, guint place)
{
    if (solver->is_queued[place])
        return;
    solver->is_queued[place] = TRUE;
    g_queue_push_tail(&solver->queue, GUINT_TO_POINTER(place));
}

/* What comes out of a field was stored in a field: labels of other places end there. */
static void flow_along(Solver *solver, guint from, guint to)
{
    const guint64 *source = set_of(solver, from);
    guint64 *target = set_of(solver, to), grown = 0;
    gboolean from_field = places_get(solver->places, from)->kind == FACT_PLACE_FIELD;
    for (guint i = 0; i < solver->words; i++) {
        guint64 word = from_field ? source[i] & solver->is_field[i] : source[i];
        grown |= word & ~target[i];
        target[i] |= word;
    }
    if (grown != 0)
        enqueue(solver, to);
}

static void connect(Solver *solver, guint from, guint to)
{
    if (solver->next[from] == NULL)
        solver->next[from] = g_array_new(FALSE, FALSE, sizeof(guint));
    g_array_append_val(solver->next[from], to);
}

static void flow_until_nothing_changes(Solver *solver)
{
    while (!g_queue_is_empty(&solver->queue)) {
        guint place = GPOINTER_TO_UINT(g_queue_pop_head(&solver->queue));
        const GArray *next = solver->next[place];
        solver->is_queued[place] = FALSE;
        for (guint i = 0; next != NULL && i < next->len; i++)
            flow_along(solver, place, g_array_index(next, guint, i));
    }
}

/* ---- the functions behind labels ---------------------------------------------------------------------- */

static int compare_candidates(gconstpointer a, gconstpointer b)
{
    const Candidate *left = a, *right = b;
    if (left->place != right->place)
        return left->place < right->place ? -1 : 1;
    return left->function < right->function ? -1 : left->function > right->function;
}

static void add_stored(const Solver *solver, guint label_place, guint source, guint shape, GArray *found)
{
    const GArray *stored = places_get(solver->places, source)->stored;
    for (guint i = 0; stored != NULL && i < stored->len; i++) {
        const Stored *entry = &g_array_index(stored, Stored, i);
        Candidate candidate = {label_place, entry->function};
        if (shapes_fit(solver->places->shapes, shape, entry->own, entry->cast, entry->to))
            g_array_append_val(found, candidate);
    }
}

/* What is stored at a label's place: by name, and for a field what came there through places that are none. */
static void add_functions(const Solver *solver, guint label, guint shape, GArray *found)
{
    guint place = g_array_index(solver->labels, guint, label);
    const guint64 *set = set_of(solver, place);
    add_stored(solver, place, place, shape, found);
    for (guint i = 0; i < solver->words && has_label(solver->is_field, label); i++)
        for (guint64 word = set[i] & ~solver->is_field[i]; word != 0; word &= word - 1) {
            guint other = i * WORD + (guint)__builtin_ctzll(word);
            add_stored(solver, place, g_array_index(solver->labels, guint, other), shape, found);
        }
}

static void drop_twins(GArray *found)
{
    guint kept = 0;
    g_array_sort(found, compare_candidates);
    for (guint i = 0; i < found->len; i++) {
        Candidate *all = (Candidate *)found->data;
        if (kept == 0 || compare_candidates(&all[kept - 1], &all[i]) != 0)
            all[kept++] = all[i];
    }
    g_array_set_size(found, kept);
}

static GArray *functions_of(const Solver *solver, const guint64 *set, guint shape)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Candidate));
    for (guint i = 0; i < solver->words; i++)
        for (guint64 word = set[i]; word != 0; word &= word - 1)
            add_functions(solver, i * WORD + (guint)__builtin_ctzll(word), shape, found);
    drop_twins(found);
    return found;
}

/* ---- groups: calls that reach the same ---------------------------------------------------------------- */

typedef struct Groups {
    const Solver *solver;
    GHashTable *known; /* set and shape -> number */
    Closure *closure;
} Groups;

static guint group_of(Groups *groups, const Site *site)
{
    const Solver *solver = groups->solver;
    g_autoptr(GByteArray) key = g_byte_array_new();
    g_byte_array_append(key, (const guint8 *)set_of(solver, site->place), solver->words * sizeof(guint64));
    g_byte_array_append(key, (const guint8 *)&site->shape, sizeof site->shape);
    GBytes *bytes = g_byte_array_free_to_bytes(g_steal_pointer(&key));
    gpointer number;
    if (g_hash_table_lookup_extended(groups->known, bytes, NULL, &number)) {
        g_bytes_unref(bytes);
        return GPOINTER_TO_UINT(number);
    }
    GArray *found = functions_of(solver, set_of(solver, site->place), site->shape);
    guint group = found->len > 0 ? groups->closure->groups->len : 0;
    if (group == 0)
        g_array_unref(found);
    else
        g_ptr_array_add(groups->closure->groups, found);
    g_hash_table_insert(groups->known, bytes, GUINT_TO_POINTER(group));
    return group;
}

static Closure *group_sites(const Solver *solver)
{
    const GArray *sites = solver->places->sites;
    Closure *closure = g_new0(Closure, 1);
    Groups groups = {solver, g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL),
                     closure};
    closure->known = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    closure->groups = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    g_ptr_array_add(closure->groups, g_array_new(FALSE, FALSE, sizeof(Candidate)));
    closure->group = g_new0(guint, sites->len + 1);
    for (guint i = 0; i < sites->len; i++)
        closure->group[i] = group_of(&groups, &g_array_index(sites, Site, i));
    g_hash_table_unref(groups.known);
    return closure;
}

/* ---- calls that are known hand things over ------------------------------------------------------------- */

/* FALSE if they were connected before. */
static gboolean add_dynamic(Solver *solver, guint from, guint to)
{
    if (!g_hash_table_add(solver->dynamic, GSIZE_TO_POINTER((gsize)from << 32 | to)))
        return FALSE;
    connect(solver, from, to);
    flow_along(solver, from, to);
    return TRUE;
}

/* traverse(op, visit_decref, NULL): as if the function were handed over by name. */
static void store_argument(Solver *solver, guint argument, guint parameter)
{
    const GArray *stored = places_get(solver->places, argument)->stored;
    for (guint i = 0; stored != NULL && i < stored->len; i++)
        places_store(solver->places, parameter, &g_array_index(stored, Stored, i));
    if (stored != NULL)
        add_label(solver, parameter);
}

static void pass_to(Solver *solver, const Pass *pass, gint64 function)
{
    guint place = pass->kind == FACT_PLACE_ARGUMENT
                      ? places_find(solver->places, FACT_PLACE_PARAMETER, function, pass->number)
                      : places_find(solver->places, FACT_PLACE_RESULT, function, 0);
    if (place == 0 || g_hash_table_contains(solver->places->bound, GUINT_TO_POINTER(place)))
        return;
    if (pass->kind == FACT_PLACE_SITE_RESULT)
        add_dynamic(solver, place, pass->place);
    else if (add_dynamic(solver, pass->place, place))
        store_argument(solver, pass->place, place);
}

static void hand_over(Solver *solver, const Closure *closure)
{
    guint labels = solver->labels->len;
    for (guint i = 0; i < solver->places->sites->len; i++) {
        const GArray *passed = solver->passed[i];
        const GArray *reached = g_ptr_array_index(closure->groups, closure->group[i]);
        for (guint j = 0; passed != NULL && j < passed->len; j++)
            for (guint k = 0; k < reached->len; k++)
                pass_to(solver, &g_array_index(passed, Pass, j), g_array_index(reached, Candidate, k).function);
    }
    place_labels(solver, labels);
    for (guint i = labels; i < solver->labels->len; i++)
        enqueue(solver, g_array_index(solver->labels, guint, i));
}

static void find_what_is_passed(Solver *solver)
{
    const Places *places = solver->places;
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < places->sites->len; i++)
        g_hash_table_insert(numbers, &g_array_index(places->sites, Site, i).id, GUINT_TO_POINTER(i));
    for (guint i = 1; i < places->all->len; i++) {
        Place *place = places_get(places, i);
        gpointer site;
        if ((place->kind != FACT_PLACE_ARGUMENT && place->kind != FACT_PLACE_SITE_RESULT) ||
            !g_hash_table_lookup_extended(numbers, &place->id, NULL, &site))
            continue;
        GArray **passed = &solver->passed[GPOINTER_TO_UINT(site)];
        Pass pass = {i, place->kind, place->part};
        if (*passed == NULL)
            *passed = g_array_new(FALSE, FALSE, sizeof(Pass));
        g_array_append_val(*passed, pass);
    }
}

/* ---- all of it ---------------------------------------------------------------------------------------- */

static void solver_init(Solver *solver, Places *places)
{
    *solver = (Solver){.places = places, .labels = g_array_new(FALSE, FALSE, sizeof(guint))};
    solver->label_of = g_new0(guint, places->all->len);
    solver->next = g_new0(GArray *, places->all->len);
    solver->is_queued = g_new0(guint8, places->all->len);
    solver->passed = g_new0(GArray *, places->sites->len + 1);
    solver->dynamic = g_hash_table_new(NULL, NULL);
    g_queue_init(&solver->queue);
    find_labels(solver);
    solver->sets = g_new0(guint64, 1);
    place_labels(solver, 0);
    find_what_is_passed(solver);
    for (guint i = 0; i < places->edges->len; i++) {
        const Edge *edge = &g_array_index(places->edges, Edge, i);
        connect(solver, edge->from, edge->to);
    }
    for (guint i = 0; i < solver->labels->len; i++)
        enqueue(solver, g_array_index(solver->labels, guint, i));
}

static void free_arrays(GArray **arrays, guint count)
{
    for (guint i = 0; i < count; i++)
        if (arrays[i] != NULL)
            g_array_unref(arrays[i]);
    g_free(arrays);
}

static void solver_clear(Solver *solver)
{
    g_array_unref(solver->labels);
    g_free(solver->label_of);
    g_free(solver->sets);
    g_free(solver->is_field);
    free_arrays(solver->next, solver->places->all->len);
    free_arrays(solver->passed, solver->places->sites->len);
    g_free(solver->is_queued);
    g_hash_table_unref(solver->dynamic);
    g_queue_clear(&solver->queue);
}

Closure *closure_solve(Places *places)
{
    Solver solver;
    Closure *closure = NULL;
    guint edges;
    solver_init(&solver, places);
    do {
        g_clear_pointer(&closure, closure_free);
        flow_until_nothing_changes(&solver);
        closure = group_sites(&solver);
        edges = g_hash_table_size(solver.dynamic);
        hand_over(&solver, closure);
    } while (g_hash_table_size(solver.dynamic) > edges);
    solver_clear(&solver);
    return closure;
}

/* Member by member: what is between them in memory is anything. */
static GBytes *key_of(const GArray *group)
{
    GByteArray *key = g_byte_array_new();
    for (guint i = 0; i < group->len; i++) {
        const Candidate *candidate = &g_array_index(group, Candidate, i);
        g_byte_array_append(key, (const guint8 *)&candidate->place, sizeof candidate->place);
        g_byte_array_append(key, (const guint8 *)&candidate->function, sizeof candidate->function);
    }
    return g_byte_array_free_to_bytes(key);
}

void closure_regroup(Closure *closure, guint site, GArray *group)
{
    g_autoptr(GBytes) key = key_of(group);
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(closure->known, key));
    if (number == 0 && group->len > 0) {
        number = closure->groups->len;
        g_ptr_array_add(closure->groups, g_array_ref(group));
        g_hash_table_insert(closure->known, g_steal_pointer(&key), GUINT_TO_POINTER(number));
    }
    g_array_unref(group);
    closure->group[site] = number;
}

void closure_free(Closure *closure)
{
    g_hash_table_unref(closure->known);
    g_ptr_array_unref(closure->groups);
    g_free(closure->group);
    g_free(closure);
}
