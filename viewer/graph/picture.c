/* picture.c: pictures for those who do not draw them: the door to the module that does (fit.c). */
#include "graph/picture.h"

#include "graph/fit.h"
#include "graph/font.h"
#include "graph/layout.h"
#include "graph/module.h"

const Paper paper_a4 = {510, 740};

void picture_free(Picture *picture)
{
    if (picture == NULL)
        return;
    g_clear_pointer(&picture->bytes, g_bytes_unref);
    g_free(picture);
}

static GThread *preparing = NULL;

/* Fonts are read while that which draws is loaded. Pango would begin with them after that; and read them a second time if it came
 * upon them half read. */
static gpointer prepare(gpointer format)
{
    GThread *fonts = font_prepare();
    __typeof__(&layout_prepare) load = MODULE_FUNCTION(layout_prepare, NULL);

    if (load != NULL)
        load();
    if (fonts != NULL)
        g_thread_join(fonts);
    picture_can(format);
    return NULL;
}

void picture_prepare(const char *format)
{
    if (preparing == NULL)
        preparing = g_thread_new("graphviz", prepare, (gpointer)format);
}

void picture_settle(void)
{
    if (preparing != NULL)
        g_thread_join(preparing);
    preparing = NULL;
}

Picture *picture_draw(Graph *graph, const PictureOptions *options, const char *format, GError **error)
{
    picture_settle();
    __typeof__(&fit_draw) draw = MODULE_FUNCTION(fit_draw, error);

    return draw != NULL ? draw(graph, options, format, error) : NULL;
}

gboolean picture_can(const char *format)
{
    __typeof__(&layout_can) can = MODULE_FUNCTION(layout_can, NULL);

    return can != NULL && can(format);
}
