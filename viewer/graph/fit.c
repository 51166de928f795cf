/* fit.c: a picture that fits its paper: under 8 points of type the paper is turned, then long names are broken, then the
 * picture is cut. What a layout shows decides; a guess before it saves most of the layouts that would be thrown away. */
#include "graph/fit.h"

#include "graph/cut.h"
#include "graph/dot.h"
#include "graph/font.h"
#include "graph/guess.h"
#include "graph/label.h"
#include "graph/layout.h"
#include "graph/outline.h"

#include <string.h>

#define DRAWN_TYPE 10.0 /* dot.c's fontsize */
#define SURE       8.8  /* type that large by a guess can be read in nearly every layout; and */
#define HOPELESS   7.2  /* type that small in hardly any */
#define FEWEST     3    /* nodes: below that, small type is better than no picture */

/* A picture on its way to paper. The first layout shows how far the guess of this picture is off; those after it are guessed
 * the better. */
typedef struct Fit {
    Graph *graph;
    const PictureOptions *options;
    DotOptions dot;
    double wider, higher; /* than guessed, as a factor */
    guint dropped;
} Fit;

/* The type size when a drawing of width × height is fitted into the paper; whether it is turned for it. */
static double type_on_paper(const PictureOptions *options, double width, double height, gboolean *is_turned)
{
    const Paper *paper = &options->paper;
    double upright = MIN(paper->width / width, paper->height / height);
    double turned = MIN(paper->height / width, paper->width / height);

    *is_turned = options->may_turn && DRAWN_TYPE * upright < PICTURE_TYPE && turned > upright;
    return DRAWN_TYPE * MIN(1.0, *is_turned ? turned : upright);
}

/* The type size as far as it can be known without a layout. */
static double guess_type(const Fit *fit)
{
    double width, height;
    gboolean is_turned;

    guess_size(fit->graph, &fit->dot, &width, &height);
    return type_on_paper(fit->options, width * fit->wider, height * fit->higher, &is_turned);
}

/* Breaks labels no more than it takes for type of `wanted`, else as is best. */
static void break_labels(Fit *fit, double wanted)
{
    guint best = fit->dot.narrow;
    double largest = 0;

    for (; fit->dot.narrow <= LABEL_NARROWEST; fit->dot.narrow++) {
        double type = guess_type(fit);
        if (type >= wanted)
            return;
        if (type > largest)
            best = fit->dot.narrow;
        largest = MAX(largest, type);
    }
    fit->dot.narrow = best;
}

/* Cuts nodes until the type is guessed to be as `wanted`, but no more than a few: a guess that is too high costs another
 * layout; one that is too low, nodes. Returns how many went. */
static guint cut_nodes(Fit *fit, double wanted)
{
    Graph *graph = fit->graph;
    guint most = MAX(graph->nodes->len / 6, 1), gone = 0, last = 1;

    while (last > 0 && gone < most && graph->nodes->len > FEWEST && guess_type(fit) < wanted) {
        last = graph->is_strip ? graph_cut_strip(graph, graph->nodes->len - 1)
                               : graph_cut(graph, graph->nodes->len - 1);
        gone += last;
    }
    return gone;
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
static Picture *draw_once(Fit *fit, gboolean is_last, const char *format, GError **error)
{
    const Paper *paper = &fit->options->paper;
    g_autoptr(Picture) picture = g_new0(Picture, 1);
    g_autofree char *dot = dot_write(fit->graph, &fit->dot, error);
    g_autoptr(Layout) layout = dot != NULL ? layout_new(dot, error) : NULL;
    double width, height, guessed_width, guessed_height;

    if (layout == NULL)
        return NULL;
    layout_size(layout, &width, &height);
    picture->type = type_on_paper(fit->options, width, height, &picture->is_landscape);
    if (picture->type < PICTURE_TYPE && !is_last) {
        guess_size(fit->graph, &fit->dot, &guessed_width, &guessed_height);
        fit->wider = width / guessed_width;
        fit->higher = height / guessed_height;
        return g_steal_pointer(&picture);
    }
    fit->dot.width = picture->is_landscape ? paper->height : paper->width;
    fit->dot.height = picture->is_landscape ? paper->width : paper->height;
    layout_fit(layout, fit->dot.width, fit->dot.height);
    picture->bytes = render(fit->graph, &fit->dot, layout, format, error);
    return picture->bytes != NULL ? g_steal_pointer(&picture) : NULL;
}

Picture *fit_draw(Graph *graph, const PictureOptions *options, const char *format, GError **error)
{
    Fit fit = {.graph = graph,
               .options = options,
               .dot = {.lang = options->lang,
                       .links = options->links,
                       .down = graph->is_strip,
                       .names = options->names},
               .wider = 1,
               .higher = 1};
    gboolean is_last = options->keep_all;

    if (!choose_font(graph, &fit.dot, format, error))
        return NULL;
    if (!is_last) {
        break_labels(&fit, SURE);
        fit.dropped = cut_nodes(&fit, HOPELESS);
    }
    for (;;) {
        g_autoptr(Picture) picture = draw_once(&fit, is_last, format, error);
        guint was = fit.dot.narrow, gone;

        if (picture == NULL)
            return NULL;
        if (picture->bytes != NULL) {
            picture->dropped = fit.dropped;
            return g_steal_pointer(&picture);
        }
        break_labels(&fit, PICTURE_TYPE);
        gone = cut_nodes(&fit, PICTURE_TYPE);
        fit.dropped += gone;
        is_last = gone == 0 && fit.dot.narrow == was;
    }
}
