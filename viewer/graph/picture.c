/* picture.c: pictures for those who do not draw them: the door to the module that does (fit.c). */
#include "graph/picture.h"

#include "graph/fit.h"
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

Picture *picture_draw(Graph *graph, const PictureOptions *options, const char *format, GError **error)
{
    __typeof__(&fit_draw) draw = MODULE_FUNCTION(fit_draw, error);

    return draw != NULL ? draw(graph, options, format, error) : NULL;
}

gboolean picture_can(const char *format)
{
    __typeof__(&layout_can) can = MODULE_FUNCTION(layout_can, NULL);

    return can != NULL && can(format);
}
