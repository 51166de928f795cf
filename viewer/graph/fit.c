/* fit.c: a picture that fits its paper: lays out first, then computes the type size on the paper; under 8 points the
 * paper is turned, then long names are broken, then the picture is cut. */
#include "graph/fit.h"

#include "graph/cut.h"
#include "graph/dot.h"
#include "graph/font.h"
#include "graph/label.h"
#include "graph/layout.h"
#include "graph/outline.h"

#include <string.h>

#define DRAWN_TYPE 10.0 /* dot.c's fontsize */
#define LETTER     5.8  /* points: what a letter of a label takes, with its part of the margins */
#define FEWEST     3    /* nodes: below that, small type is better than no picture */

/* The type size when a drawing of `layout` is fitted into width × height. */
static double type_in(const Layout *layout, double width, double height)
{
    double w, h;

    layout_size(layout, &w, &h);
    return DRAWN_TYPE * MIN(1.0, MIN(width / MAX(w, 1), height / MAX(h, 1)));
}

/* About how wide a label is. */
static double label_width(const char *label)
{
    g_auto(GStrv) lines = g_strsplit(label, "\n", -1);
    glong longest = 0;

    for (char **line = lines; *line != NULL; line++)
        longest = MAX(longest, g_utf8_strlen(*line, -1));
    return (double)longest * LETTER;
}

/* About how wide a drawing is: its columns, with what stands between them. */
static double guess_width(const Graph *graph, const DotOptions *options)
{
    g_autoptr(GHashTable) columns = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    double width = 0;

    for (guint i = 0; i < graph->nodes->len; i++) {
        const GraphNode *node = graph_node(graph, i);
        g_autofree char *label = label_node(node, options->lang, options->narrow);
        double *column = g_hash_table_lookup(columns, GINT_TO_POINTER(node->rank));
        if (column == NULL)
            g_hash_table_insert(columns, GINT_TO_POINTER(node->rank), column = g_new0(double, 1));
        *column = MAX(*column, label_width(label));
    }
    GHashTableIter iter;
    gpointer column;
    g_hash_table_iter_init(&iter, columns);
    while (g_hash_table_iter_next(&iter, NULL, &column))
        width += *(double *)column + dot_ranksep(options);
    return width - dot_ranksep(options);
}

/* Whether the type would be too small, by a guess that saves a layout. */
static gboolean is_hopeless(const Graph *graph, const DotOptions *options, const PictureOptions *wanted)
{
    const Paper *paper = &wanted->paper;
    double room = wanted->may_turn ? MAX(paper->width, paper->height) : paper->width;

    return !options->down && DRAWN_TYPE * room / guess_width(graph, options) < PICTURE_TYPE;
}

/* In an SVG the letters are text: it is the reader's machine that needs the font. */
static gboolean choose_font(const Graph *graph, DotOptions *options, const char *format, GError **error)
{
    g_autofree char *foot = graph_foot(graph, options->lang);

    if ((strcmp(format, "pdf") == 0 || strcmp(format, "png") == 0) && !font_any(error))
        return FALSE;
    if (options->lang != LANG_KO && !font_needed_for(foot))
        return TRUE;
    options->font = font_korean(error);
    return options->font != NULL;
}

/* For a reader who cannot see a drawing, and for whoever searches one: the picture in words, as SVG has a place for it
 * behind the title. */
static GBytes *add_words(GBytes *svg, const Graph *graph, Lang lang)
{
    gsize size;
    const char *text = g_bytes_get_data(svg, &size), *end = g_strstr_len(text, (gssize)size, "</title>");
    g_autofree char *outline = graph_outline(graph, lang, TRUE);
    g_autofree char *words = g_markup_escape_text(outline, -1);
    g_autofree char *title = graph_caption(graph, lang), *escaped = g_markup_escape_text(title, -1);
    const char *start = end != NULL ? g_strrstr_len(text, end - text, "<title>") : NULL;
    GString *to;

    if (start == NULL)
        return g_bytes_ref(svg);
    to = g_string_new_len(text, start - text);
    g_string_append_printf(to, "<title>%s</title>\n<desc>%s</desc>", escaped, words);
    end += strlen("</title>");
    g_string_append_len(to, end, text + size - end);
    return g_string_free_to_bytes(to);
}

static GBytes *render(const Graph *graph, const DotOptions *dot_options, Layout *layout, const char *format,
                      GError **error)
{
    g_autoptr(GBytes) bytes = NULL;

    if (strcmp(format, "dot") == 0) {
        char *dot = dot_write(graph, dot_options, error);
        return dot != NULL ? g_bytes_new_take(dot, strlen(dot)) : NULL;
    }
    bytes = layout_render(layout, format, error);
    if (bytes == NULL || strcmp(format, "svg") != 0)
        return g_steal_pointer(&bytes);
    return add_words(bytes, graph, dot_options->lang);
}

/* One try: the picture as it is. The result has its bytes only if its type can be read or `is_last` is set. */
static Picture *draw_once(const Graph *graph, DotOptions *dot_options, const PictureOptions *options,
                          gboolean is_last, const char *format, GError **error)
{
    const Paper *paper = &options->paper;
    g_autoptr(Picture) picture = g_new0(Picture, 1);
    g_autofree char *dot = dot_write(graph, dot_options, error);
    g_autoptr(Layout) layout = dot != NULL ? layout_new(dot, error) : NULL;
    double turned;

    if (layout == NULL)
        return NULL;
    picture->type = type_in(layout, paper->width, paper->height);
    turned = type_in(layout, paper->height, paper->width);
    if (options->may_turn && picture->type < PICTURE_TYPE && turned > picture->type) {
        picture->is_landscape = TRUE;
        picture->type = turned;
    }
    if (picture->type < PICTURE_TYPE && !is_last)
        return g_steal_pointer(&picture);
    dot_options->width = picture->is_landscape ? paper->height : paper->width;
    dot_options->height = picture->is_landscape ? paper->width : paper->height;
    layout_fit(layout, dot_options->width, dot_options->height);
    picture->bytes = render(graph, dot_options, layout, format, error);
    return picture->bytes != NULL ? g_steal_pointer(&picture) : NULL;
}

/* Cuts what makes the type too small, by a guess: the nodes that there is room for at 8 points. Returns how many went. */
static guint cut_more(Graph *graph, double type)
{
    guint nodes = graph->nodes->len, fewer = MIN((guint)(nodes * type / PICTURE_TYPE), nodes - 1);

    /* A guess that is too high costs another layout; one that is too low, nodes. */
    fewer = MAX(fewer, nodes - MAX(nodes / 6, 1));
    return graph->is_strip ? graph_cut_strip(graph, fewer) : graph_cut(graph, MAX(fewer, FEWEST));
}

Picture *fit_draw(Graph *graph, const PictureOptions *options, const char *format, GError **error)
{
    DotOptions dot_options = {
        .lang = options->lang, .links = options->links, .down = graph->is_strip, .names = options->names};
    gboolean is_last = options->keep_all;
    guint dropped = 0;

    if (!choose_font(graph, &dot_options, format, error))
        return NULL;
    while (dot_options.narrow < LABEL_NARROWEST && !is_last && is_hopeless(graph, &dot_options, options))
        dot_options.narrow++;
    for (;;) {
        g_autoptr(Picture) picture = draw_once(graph, &dot_options, options, is_last, format, error);
        guint gone;

        if (picture == NULL)
            return NULL;
        if (picture->bytes != NULL) {
            picture->dropped = dropped;
            return g_steal_pointer(&picture);
        }
        if (dot_options.narrow < LABEL_NARROWEST) {
            dot_options.narrow++;
            continue;
        }
        gone = cut_more(graph, picture->type);
        dropped += gone;
        is_last = gone == 0 || graph->nodes->len <= FEWEST;
    }
}
