/* picture.c: lays out first, then computes the type size on the paper; under 8 points the paper is turned,
 * then the picture cut. */
#include "graph/picture.h"

#include "graph/cut.h"
#include "graph/dot.h"
#include "graph/font.h"
#include "graph/layout.h"

#include <string.h>

#define DRAWN_TYPE 10.0 /* dot.c's fontsize */
#define FEWEST     3    /* nodes: below that, small type is better than no picture */

const Paper paper_a4 = {510, 740};

void picture_free(Picture *picture)
{
    if (picture == NULL)
        return;
    g_clear_pointer(&picture->bytes, g_bytes_unref);
    g_free(picture);
}

/* The type size when a drawing of `layout` is fitted into width × height. */
static double type_in(const Layout *layout, double width, double height)
{
    double w, h;

    layout_size(layout, &w, &h);
    return DRAWN_TYPE * MIN(1.0, MIN(width / MAX(w, 1), height / MAX(h, 1)));
}

static gboolean choose_font(const Graph *graph, DotOptions *options, GError **error)
{
    g_autofree char *foot = graph_foot(graph, options->lang);

    if (options->lang != LANG_KO && !font_needed_for(foot))
        return TRUE;
    options->font = font_korean(error);
    return options->font != NULL;
}

static GBytes *render(const char *dot, Layout *layout, const char *format, GError **error)
{
    if (strcmp(format, "dot") == 0)
        return g_bytes_new(dot, strlen(dot));
    return layout_render(layout, format, error);
}

/* One try: the picture as it is. The result has its bytes only if its type can be read or `is_last` is set. */
static Picture *draw_once(const Graph *graph, DotOptions *dot_options, const PictureOptions *options,
                          gboolean is_last, const char *format, GError **error)
{
    const Paper *paper = &options->paper;
    g_autoptr(Picture) picture = g_new0(Picture, 1);
    g_autofree char *dot = NULL;
    g_autoptr(Layout) layout = NULL;
    double turned;

    dot_options->width = paper->width;
    dot_options->height = paper->height;
    if ((dot = dot_write(graph, dot_options, error)) == NULL || (layout = layout_new(dot, error)) == NULL)
        return NULL;
    picture->type = type_in(layout, paper->width, paper->height);
    turned = type_in(layout, paper->height, paper->width);
    if (options->may_turn && picture->type < PICTURE_TYPE && turned > picture->type) {
        picture->is_landscape = TRUE;
        picture->type = turned;
        dot_options->width = paper->height;
        dot_options->height = paper->width;
        g_free(dot);
        g_clear_pointer(&layout, layout_free);
        if ((dot = dot_write(graph, dot_options, error)) == NULL || (layout = layout_new(dot, error)) == NULL)
            return NULL;
    }
    if (picture->type >= PICTURE_TYPE || is_last) {
        picture->bytes = render(dot, layout, format, error);
        if (picture->bytes == NULL)
            return NULL;
    }
    return g_steal_pointer(&picture);
}

Picture *picture_draw(Graph *graph, const PictureOptions *options, const char *format, GError **error)
{
    DotOptions dot_options = {.lang = options->lang, .links = options->links, .down = graph_is_strip(graph)};
    gboolean is_last =
        options->keep_all || dot_options.down || strcmp(format, "dot") == 0; /* DOT has no size yet */
    guint dropped = 0;

    if (!choose_font(graph, &dot_options, error))
        return NULL;
    for (;;) {
        g_autoptr(Picture) picture = draw_once(graph, &dot_options, options, is_last, format, error);
        guint gone;

        if (picture == NULL)
            return NULL;
        if (picture->bytes != NULL) {
            picture->dropped = dropped;
            return g_steal_pointer(&picture);
        }
        gone = graph_cut(graph, MAX(graph->nodes->len - MAX(graph->nodes->len / 8, 1), FEWEST));
        dropped += gone;
        is_last = gone == 0 || graph->nodes->len <= FEWEST;
    }
}
