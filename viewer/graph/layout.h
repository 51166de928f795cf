/* layout.h: DOT → a drawing. The only door to gvc. */
#ifndef CPYREAD_LAYOUT_H
#define CPYREAD_LAYOUT_H

#include <glib.h>

#define LAYOUT_ERROR (g_quark_from_static_string("cpyread-layout"))
typedef enum {
    LAYOUT_ERROR_DOT,    /* Graphviz cannot read it, or lay it out */
    LAYOUT_ERROR_FORMAT, /* it has no plugin for that format; the message names the package */
} LayoutError;

#define LAYOUT_PAD                                                                                           \
    3.6 /* points that Graphviz leaves around a drawing: the attribute `pad` of dot.c, in inches there */

typedef struct Layout Layout;

/* Has Graphviz load the plugins that draw; layout_new() does it if nobody did before. */
void layout_prepare(void);

/* Lays out `dot`. The caller frees the result. NULL with `error`. */
Layout *layout_new(const char *dot, GError **error);
void layout_free(Layout *layout);

/* How large the drawing is before any scaling, in points, with what is left around it. */
void layout_size(const Layout *layout, double *width, double *height);

/* Scales the drawing down to that size where it is larger; only before it is rendered. */
void layout_fit(Layout *layout, double width, double height);

/* The drawing as "svg", "pdf" or "png"; the caller owns it. NULL with `error`. */
GBytes *layout_render(Layout *layout, const char *format, GError **error);

/* Whether it can draw one node in that format: the plugins are found when they are used, not before. */
gboolean layout_can(const char *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Layout, layout_free)

#endif
