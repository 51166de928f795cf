/* strip_ways.c: the best way from the start of a strip to a function. See strip.h. It is searched for by query/path_search.c. */
#include "cmd/strip_inside.h"
#include "graph/noise.h"
#include "query/path_search.h"

enum { MOST_WAYS = 8 }; /* that are as good and are looked at */

/* Whether a step of the chain is for the preferred type: a test for it guards it, or a field of its objects leads there. */
static gboolean is_tested(Strip *strip, const GArray *chain)
{
    gboolean tested = FALSE;
    for (guint i = 1; i < chain->len && !tested; i++) {
        Edge *edge = strip_edge(strip, g_array_index(chain, gint64, i - 1), g_array_index(chain, gint64, i), NULL);
        tested = edge != NULL && (guard_tests(edge->guard.condition, strip->test) ||
                                  (edge->via != NULL && g_str_has_prefix(edge->via, strip->test)));
        strip_edge_free(edge);
    }
    return tested;
}

/* The ids from one symbol to another, or NULL. */
static GArray *search(Strip *strip, gint64 from, gint64 to)
{
    const gint64 stops[] = {from, to};
    gboolean avoids = strip->avoided != 0 && strip->avoided != from && strip->avoided != to;
    PathQuestion question = {.stops = stops, .stop_count = 2, .noise = noise_group, .limit = strip->test != NULL ? MOST_WAYS : 1,
                             .avoid = &strip->avoided, .avoid_count = avoids};
    if (from == to || strip->error != NULL)
        return NULL;
    PathLeg *leg = path_search(strip->context->index, &question, from, to, &strip->error);
    guint count = leg != NULL ? leg->chains->len : 0, best = 0;
    while (strip->test != NULL && best < count && !is_tested(strip, leg->chains->pdata[best]))
        best++;
    GArray *chain = count > 0 ? g_array_ref(leg->chains->pdata[best < count ? best : 0]) : NULL;
    if (leg != NULL)
        path_leg_free(leg);
    return chain;
}

/* The row of one step; before it the calls beside it, if they are to be shown. */
static void add_step(Strip *strip, gint64 from, gint64 to, guint depth, const char *via, const char *type)
{
    const Node *caller = strip_node(strip, from), *callee = strip_node(strip, to);
    if (caller == NULL || callee == NULL)
        return;
    if (strip->shows_branches && type == NULL)
        strip_add_tested(strip, caller, NULL, to, depth, 1);
    Edge *edge = strip_edge(strip, from, to, via);
    if (edge != NULL)
        strip_add_row(strip, &(Row){depth, to, callee->name, edge->kind, edge->via, type, edge->guard.condition, edge->file, edge->line});
    strip_edge_free(edge);
}

/* Whether a function calls another through that field. */
static gboolean calls_via(Strip *strip, gint64 from, gint64 to, const char *via)
{
    Edge *edge = via != NULL ? strip_edge(strip, from, to, via) : NULL;
    gboolean calls = edge != NULL && g_strcmp0(edge->via, via) == 0;
    strip_edge_free(edge);
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
    GArray *rest = search(strip, over, to);
    if (rest != NULL)
        g_array_prepend_val(rest, start);
    return rest;
}

gboolean strip_add_way(Strip *strip, gint64 over, gint64 to, const char *via, const char *type)
{
    if (strip->way->len == 0)
        return FALSE;
    GArray *way = way_beside(strip, to, via);
    if (way == NULL)
        way = way_to(strip, over, to);
    if (way == NULL)
        return FALSE;
    guint same = 1;
    while (same < way->len - 1 && same < strip->way->len &&
           g_array_index(way, gint64, same) == g_array_index(strip->way, gint64, same))
        same++;
    for (guint i = same; i < way->len; i++)
        add_step(strip, g_array_index(way, gint64, i - 1), g_array_index(way, gint64, i), i, i + 1 == way->len ? via : NULL,
                 i + 1 == way->len ? type : NULL);
    g_array_unref(strip->way);
    strip->way = way;
    return TRUE;
}
