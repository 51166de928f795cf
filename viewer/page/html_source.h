/* html_source.h: a piece of source as a table of lines. */
#ifndef CPYREAD_HTML_SOURCE_H
#define CPYREAD_HTML_SOURCE_H

#include "page/html.h"
#include "page/source_rows.h"

/* Appends the rows of a function, of which `excerpt` is the first piece. One that fits a page is never broken, another says at
 * the head of its next pages that it goes on. In print long lines are wrapped, and a ruled margin stands beside; the first table
 * of a name has the id to which references lead: "src-" and the title. */
void html_append_source(GString *to, const char *title, const Excerpt *excerpt, GPtrArray *rows, const HtmlOptions *options);

/* Appends a record as a small box. */
void html_append_record(GString *to, const char *name, const Excerpt *excerpt);

#endif
