/* font.h: the fonts of this machine, asked of fontconfig's program fc-list.
 *
 * Without a Korean font Graphviz and WeasyPrint draw boxes, warn of nothing and end well; so we look first.
 */
#ifndef CPYREAD_FONT_H
#define CPYREAD_FONT_H

#include <glib.h>

#define FONT_ERROR (g_quark_from_static_string("cpyread-font"))
typedef enum {
    FONT_ERROR_NO_KOREAN, /* the message names the package that has one; ditto */
    FONT_ERROR_NONE,      /* there is no font at all */
} FontError;

/* Whether there is any font: without one a PDF or a PNG has boxes in place of its letters. */
gboolean font_any(GError **error);

/* The family to draw Hangul with, the Nanum fonts first; NULL with `error` if there is none. Asked once a
 * process; the text is static. */
const char *font_korean(GError **error);

/* Has fontconfig read its configuration, which takes a third of a picture, in a thread of its own. The caller joins it before
 * anything else asks for a font. NULL where there is no fontconfig. */
GThread *font_prepare(void);

gboolean font_needed_for(const char *text); /* whether there is Hangul in it */

#endif
