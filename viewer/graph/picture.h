/* picture.h: a graph as a drawing that fits a page: font, DOT, layout, and type that can be read. */
#ifndef CPYREAD_PICTURE_H
#define CPYREAD_PICTURE_H

#include "graph/style.h"

#define PICTURE_TYPE 8.0 /* points: smaller type is not printed */

typedef struct Paper { /* in points */
    double width, height;
} Paper;

/* What A4 leaves for a picture of its own. */
extern const Paper paper_a4;

typedef struct Picture {
    GBytes *bytes;
    double type;           /* the type size on that paper, in points */
    gboolean is_landscape; /* on the paper turned by a quarter */
    guint
        dropped; /* nodes that were cut so that the type can be read; they stand in the graph's list `cut` */
} Picture;

typedef struct PictureOptions {
    Lang lang;
    Paper paper;
    gboolean may_turn; /* the paper may be turned by a quarter */
    gboolean keep_all; /* nothing is cut, however small the type */
    gboolean links;    /* nodes carry the address of their source */
    gboolean names;    /* what was left out is listed below: for a picture that stands alone */
} PictureOptions;

/* Draws `graph` as "svg", "pdf", "png" or "dot". If its type would be too small, the paper is turned, then
 * nodes are cut, which changes the graph; each if `options` let it. A path strip runs from top to bottom and
 * is cut in its middle. An SVG has the picture in words as well. The caller frees the result. NULL with `error`:
 * FONT_ERROR, LAYOUT_ERROR, MODULE_ERROR. */
Picture *picture_draw(Graph *graph, const PictureOptions *options, const char *format, GError **error);

/* Has Graphviz find its plugins and fonts, which takes half as long as a picture, in a thread of its own while the index is
 * asked what to draw. `format` is static. Before the process ends somebody waits for it, picture_draw() or else
 * picture_settle(). Nothing else of a picture may be asked for in between. */
void picture_prepare(const char *format);
void picture_settle(void);

/* Whether there is what draws that format. */
gboolean picture_can(const char *format);

void picture_free(Picture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Picture, picture_free)

#endif
