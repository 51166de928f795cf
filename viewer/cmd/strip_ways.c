/* strip_ways.c: the best way from the start of a strip to a function. See strip.h. It is searched for by query/path_search.c. */
#include "cmd/strip_inside.h"
#include "graph/noise.h"
#include "query/path_search.h"

enum {
    MOST_WAYS = 8, /* that are as good and are looked at */
    LONGEST = 9    /* functions on a way: on a longer one something else happens */
};

/* Whether a step of the chain is for the preferred type: a test for it guards it, or a field of its objects leads there. */
static gboolean is_tested(Strip *strip, const GArray *chain)
{
    gboolean tested = FALSE;
    for (guint i = 1; i < chain->len && !tested; i++) {
        const Edge *edge = strip_edge(strip, g_array_index(chain, gint64, i - 1), g_array_index(chain, gint64, i), NULL);
        tested = edge != NULL && (guard_tests(edge->guard.condition, strip->test) ||
                                  (edge->via != NULL && g_str_has_prefix(edge->via, strip->test)));
    }
    return tested;
}

/* The ids from one symbol to another, or NULL. */
static GArray *find_chain(Strip *strip, gint64 from, gint64 to)
{
    const gint64 stops[] = {from, to};
    gboolean avoids = strip->avoided != 0 && strip->avoided != from && strip->avoided != to;
    PathQuestion question = {.stops = stops, .stop_count = 2, .noise = noise_group, .limit = strip->test != NULL ? MOST_WAYS : 1,
                             .avoid = &strip->avoided, .avoid_count = avoids};
    PathLeg *leg = path_search(strip->context->index, &question, from, to, &strip->error);
    guint count = leg != NULL ? leg->chains->len : 0, best = 0;
    while (strip->test != NULL && best < count && !is_tested(strip, leg->chains->pdata[best]))
        best++;
    GArray *chain = count > 0 ? g_array_ref(leg->chains->pdata[best < count ? best : 0]) : NULL;
    if (leg != NULL)
        path_leg_free(leg);
    return chain;
}

/* The same for who may ask for the same again: many types share a function. The caller unrefs it, and leaves it as it is. */
static GArray *search(Strip *strip, gint64 from, gint64 to)
{
    gpointer known = NULL;
    if (from == to || strip->error != NULL)
        return NULL;
    g_autofree char *key = g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", from, to,
                                           strip->test != NULL ? strip->test : "");
    if (!g_hash_table_lookup_extended(strip->ways, key, NULL, &known)) {
        known = find_chain(strip, from, to);
        g_hash_table_insert(strip->ways, g_steal_pointer(&key), known);
    }
    return known != NULL ? g_array_ref(known) : NULL;
}

/* Whether a function calls another through that field. */
static gboolean calls_via(Strip *strip, gint64 from, gint64 to, const char *via)
{
    const Edge *edge = via != NULL ? strip_edge(strip, from, to, via) : NULL;
    gboolean calls = edge != NULL && g_strcmp0(edge->via, via) == 0;
    return calls;
}

/* The last way with another end, if its last step but one calls that end as well: so types are laid side by side. */
static GArray *way_beside(Strip *strip, gint64 to, const char *via)
{
    guint length = strip->way->len;
    if (length < 2 || !calls_via(strip, g_array_index(strip->way, gint64, length - 2), to, via))
        return NULL;
    GArray *way = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_array_append_vals(way, strip->way->data, length - 1);
    g_array_append_val(way, to);
    return way;
}

static GArray *way_to(Strip *strip, gint64 over, gint64 to)
{
    gint64 start = g_array_index(strip->way, gint64, 0);
    if (over == 0)
        return search(strip, start, to);
    g_autoptr(GArray) rest = search(strip, over, to);
    GArray *way = rest != NULL ? g_array_new(FALSE, FALSE, sizeof start) : NULL;
    if (way != NULL) {
        g_array_append_val(way, start);
        g_array_append_vals(way, rest->data, rest->len);
    }
    return way;
}

/* Whether the way is one that Python goes: the last step is through the field, and no step is only for what is not the end, as
 * in tp_getattro != PyObject_GenericGetAttr. */
static gboolean is_usual(Strip *strip, const GArray *way, const char *via)
{
    const Node *end = strip_node(strip, g_array_index(way, gint64, way->len - 1));
    g_autofree char *not_end = g_strdup_printf("!= %s", end != NULL ? end->name : "");
    gboolean usual = end != NULL && way->len <= LONGEST;
    for (guint i = 1; i < way->len && usual; i++) {
        const char *wanted = i + 1 == way->len ? via : NULL;
        const Edge *edge = strip_edge(strip, g_array_index(way, gint64, i - 1), g_array_index(way, gint64, i), wanted);
        usual = edge != NULL && (wanted == NULL || g_strcmp0(edge->via, wanted) == 0) &&
                (edge->guard.condition == NULL || strstr(edge->guard.condition, not_end) == NULL);
    }
    return usual;
}

static Step *find_below(const Step *above, gint64 id)
{
    for (guint i = 0; i < above->below->len; i++) {
        Step *step = above->below->pdata[i];
        if (step->id == id)
            return step;
    }
    return NULL;
}

/* The step to a function below another, made where it is not there yet; NULL: it is not called there. */
static Step *step_to(Strip *strip, Step *above, gint64 to, const char *via)
{
    const Node *callee = strip_node(strip, to);
    Step *step = find_below(above, to);
    const Edge *edge = step == NULL && callee != NULL ? strip_edge(strip, above->id, to, via) : NULL;
    if (edge == NULL)
        return step;
    step = strip_add_step(strip, above, &(Step){.id = to, .function = callee->name, .kind = edge->kind, .via = edge->via,
                                                .condition = (char *)strip_condition(strip, &edge->guard),
                                                .file = edge->file, .line = edge->line});
    return step;
}

/* Rows for the way below its first step, but for those that are there; beside each the calls that a test of a type guards, if
 * they are to be shown. */
static void lay(Strip *strip, Step *step, const GArray *way, const char *via, const char *type)
{
    for (guint i = 1; i < way->len && step != NULL; i++) {
        gint64 to = g_array_index(way, gint64, i);
        gboolean is_last = i + 1 == way->len;
        Step *above = step;
        step = step_to(strip, above, to, is_last ? via : NULL);
        if (strip->shows_branches && (!is_last || type == NULL))
            strip_add_tested(strip, above, NULL, NULL, to, 0);
    }
    if (step != NULL && step->type == NULL)
        step->type = g_strdup(type);
    strip->last = step;
}

gboolean strip_add_way(Strip *strip, gint64 over, gint64 to, const char *via, const char *type)
{
    if (strip->root == NULL)
        return FALSE;
    GArray *way = way_beside(strip, to, via);
    if (way == NULL)
        way = way_to(strip, over, to);
    if (way == NULL || !is_usual(strip, way, via)) {
        g_clear_pointer(&way, g_array_unref);
        return FALSE;
    }
    lay(strip, strip->root, way, via, type);
    g_array_unref(strip->way);
    strip->way = way;
    return TRUE;
}

gboolean strip_go_on(Strip *strip, gint64 to, const char *via)
{
    g_autoptr(GArray) way = strip->last != NULL ? search(strip, strip->last->id, to) : NULL;
    if (way == NULL || !is_usual(strip, way, via))
        return FALSE;
    lay(strip, strip->last, way, via, NULL);
    return strip->last != NULL;
}

gboolean strip_stays(const Strip *strip)
{
    return strip->last != NULL && g_strcmp0(strip->last->kind, "frame") == 0;
}

Step *strip_last(const Strip *strip)
{
    return strip->last;
}

void strip_return(Strip *strip, Step *step)
{
    strip->last = step;
}
