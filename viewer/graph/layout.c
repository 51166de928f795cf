/* layout.c: layout and rendering by Graphviz, in process.
 *
 * What Graphviz has to say goes to stderr, and some of it comes with a result that is fine; here it is caught
 * and told only when something failed. */
#include "graph/layout.h"

#include "graph/dot.h"

#include <graphviz/gvc.h>
#include <string.h>

struct Layout {
    Agraph_t *graph;
    gboolean is_laid_out;
};

/* One for the process, never freed: Graphviz' pango plugin remembers where the name of the last font lies,
 * and that is in the context. */
static GVC_t *context = NULL;

static GString *said = NULL; /* by Graphviz since the last begin_listening() */

static int listen(char *text)
{
    if (said != NULL)
        g_string_append(said, text);
    return 0;
}

static void begin_listening(void)
{
    if (said == NULL)
        said = g_string_new(NULL);
    g_string_truncate(said, 0);
    agseterrf(listen);
}

static void fail(GError **error, LayoutError code, const char *what)
{
    g_strdelimit(g_strstrip(said->str), "\n", ' ');
    if (g_str_has_suffix(said->str, " Use one of:")) /* followed by nothing, where it knows none */
        g_string_truncate(said, said->len - strlen(" Use one of:"));
    g_set_error(error, LAYOUT_ERROR, code, "%s%s%s", what, said->str[0] != '\0' ? ": " : "", said->str);
}

void layout_prepare(void)
{
    if (context != NULL)
        return;
    begin_listening();
    context = gvContext();
}

Layout *layout_new(const char *dot, GError **error)
{
    g_autoptr(Layout) layout = g_new0(Layout, 1);

    layout_prepare();
    begin_listening();
    layout->graph = dot_read(dot);
    if (layout->graph == NULL) {
        fail(error, LAYOUT_ERROR_DOT, "Graphviz cannot read the picture");
        return NULL;
    }
    if (gvLayout(context, layout->graph, "dot") != 0) {
        fail(error, LAYOUT_ERROR_DOT,
             "Graphviz cannot lay out the picture; its plugins are lacking (apt-get install libgvc6), or not "
             "registered (dot -c, as root)");
        return NULL;
    }
    layout->is_laid_out = TRUE;
    return g_steal_pointer(&layout);
}

void layout_free(Layout *layout)
{
    if (layout == NULL)
        return;
    if (layout->is_laid_out)
        gvFreeLayout(context, layout->graph);
    if (layout->graph != NULL)
        agclose(layout->graph);
    g_free(layout);
}

void layout_size(const Layout *layout, double *width, double *height)
{
    boxf box = GD_bb(layout->graph);

    *width = box.UR.x - box.LL.x + 2 * LAYOUT_PAD;
    *height = box.UR.y - box.LL.y + 2 * LAYOUT_PAD;
}

/* What the attribute `size` would do; but a layout need not be made anew for another paper. */
void layout_fit(Layout *layout, double width, double height)
{
    GD_drawing(layout->graph)->size.x = width;
    GD_drawing(layout->graph)->size.y = height;
}

GBytes *layout_render(Layout *layout, const char *format, GError **error)
{
    char *data = NULL;
    unsigned int length = 0;
    GBytes *bytes;

    begin_listening();
    /* PNG comes at 96 dots an inch unless asked for more, too coarse for paper. */
    if (strcmp(format, "png") == 0)
        agattr(layout->graph, AGRAPH, (char *)"dpi", (char *)"200");
    if (gvRenderData(context, layout->graph, format, &data, &length) != 0 || data == NULL || length == 0) {
        g_autofree char *what = g_strdup_printf("Graphviz cannot draw %s (apt-get install libgvc6)", format);
        fail(error, LAYOUT_ERROR_FORMAT, what);
        gvFreeRenderData(data);
        return NULL;
    }
    bytes = g_bytes_new(data, length);
    gvFreeRenderData(data);
    return bytes;
}

/* In the font and the size that dot.c sets: what is looked up for one size serves no other. */
gboolean layout_can(const char *format)
{
    g_autoptr(Layout) layout = layout_new("digraph { node [fontname=\"sans-serif\", fontsize=10] a }", NULL);
    g_autoptr(GBytes) drawing = layout != NULL ? layout_render(layout, format, NULL) : NULL;

    return drawing != NULL;
}
