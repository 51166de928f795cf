/* html.h: an answer's blocks as HTML: for `--html`, for handouts, and for the web. The only writer of HTML. */
#ifndef CPYREAD_HTML_H
#define CPYREAD_HTML_H

#include "graph/picture.h"
#include "page/block.h"

typedef struct HtmlOptions {
    Lang lang;
    Paper paper;     /* what a picture may fill; its width 0: paper_a4 */
    gboolean print;  /* for a sheet: margins to write in, no links */
    guint *pictures; /* in the document so far: the ids of each begin with its number */
    const GPtrArray *printed; /* names.h: what the sheet has printed so far; NULL: it is none */
    const GPtrArray *python;  /* of char *: what leads to the first box of a strip, or NULL */
} HtmlOptions;

/* Appends the blocks. FALSE with `error` where a picture cannot be drawn (FONT_ERROR, LAYOUT_ERROR). */
gboolean html_append(GString *to, const Answer *answer, const HtmlOptions *options, GError **error);

/* A document of its own, as `--html` prints it. The caller owns it; NULL with `error` as above. */
char *html_render(const Answer *answer, GError **error);

/* A document around `body`, with the embedded style sheets of those names (NULL last). The caller owns it. */
char *html_document(const char *title, Lang lang, const char *const *styles, const char *body);

/* Appends `text` with & < > " escaped; bytes that are not UTF-8 become U+FFFD. */
void html_append_text(GString *to, const char *text);

#endif
