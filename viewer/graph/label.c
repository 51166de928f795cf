/* label.c: what is printed in a picture; see label.h. */
#include "graph/label.h"

#include "graph/outline.h"

#include <string.h>

#define LONG_NAME    14 /* characters of a name that is broken where a picture must be narrow */
#define LONG_PLACE   20 /* ditto of a file and its line */
#define SHORT_PLACE  15 /* ditto where it must be narrower still */
#define FOOT_NAMES   20 /* of each of the lists below the picture */
#define FOOT_COLUMNS 84 /* of a line below the picture: what A4 has room for */

/* Where a long name is best broken: behind the "_" or "/", or before the capital, that is nearest to its middle; 0:
 * nowhere. */
static gsize best_break(const char *name, gsize length)
{
    gsize best = 0;

    for (gsize i = 3; i + 3 < length; i++) {
        gboolean may_break =
            strchr("_/", name[i - 1]) != NULL || (g_ascii_islower(name[i - 1]) && g_ascii_isupper(name[i]));
        if (may_break && (best == 0 || ABS((gssize)(2 * i - length)) < ABS((gssize)(2 * best - length))))
            best = i;
    }
    return length < LONG_NAME ? 0 : best;
}

/* Appends a name in lines; its parts are broken again `times` times. */
static void append_broken(GString *to, const char *name, gsize length, guint times)
{
    gsize end = times > 0 ? best_break(name, length) : 0;

    if (end == 0) {
        g_string_append_len(to, name, (gssize)length);
        return;
    }
    append_broken(to, name, end, times - 1);
    g_string_append_c(to, '\n');
    append_broken(to, name + end, length - end, times - 1);
}

static char *break_name(const char *name, guint times)
{
    GString *to = g_string_new(NULL);

    append_broken(to, name, strlen(name), times);
    return g_string_free(to, FALSE);
}

/* "_xxsubinterpretersmodule.c:413" with its middle left out; the frame around it and the tooltip have it whole. */
static char *shorten_place(const char *place, gsize most)
{
    gsize length = strlen(place), tail = strlen(strrchr(place, '.') != NULL ? strrchr(place, '.') : "");

    if (length <= most || tail >= most - 2 || !g_str_is_ascii(place))
        return g_strdup(place);
    return g_strdup_printf("%.*s…%s", (int)(most - 1 - tail), place, place + length - tail);
}

char *label_node(const GraphNode *node, Lang lang, guint narrow)
{
    g_autofree char *whole = graph_node_name(node, lang), *name = NULL;
    g_autofree char *place = graph_node_place(node), *shortened = NULL;

    if (node->functions > 0 && narrow > 0) { /* "nb_add,", "14 functions" */
        *strchr(whole, ' ') = '\n';
        return g_steal_pointer(&whole);
    }
    name = break_name(whole, narrow);
    if (place != NULL)
        shortened = shorten_place(place, narrow == 0 ? strlen(place) : narrow == 1 ? LONG_PLACE : SHORT_PLACE);
    return g_strconcat(name, shortened != NULL ? "\n" : "", shortened != NULL ? shortened : "",
                       node->touched != NULL ? "\n" : NULL, node->touched, NULL);
}

char *label_foot(const Graph *graph, Lang lang, gboolean names)
{
    g_autofree char *lists = names ? graph_left_out(graph, lang, FOOT_NAMES) : NULL;
    g_autofree char *source = graph_source(graph, lang);
    g_autofree char *counts =
        lists != NULL ? g_strdup_printf("%s\n%s", source, g_strchomp(lists)) : graph_foot(graph, lang);
    g_autofree char *wrapped = graph_wrap(counts, FOOT_COLUMNS);
    g_auto(GStrv) parts = g_strsplit(wrapped, "\\", -1);
    g_autofree char *escaped = g_strjoinv("\\\\", parts);
    g_auto(GStrv) lines = g_strsplit(escaped, "\n", -1);
    g_autofree char *joined = g_strjoinv("\\l", lines);

    return g_strconcat(joined, "\\l", NULL);
}
