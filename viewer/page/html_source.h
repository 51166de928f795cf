/* html_source.h: a piece of source as a table of lines, which html.c opens, fills and closes: a folded
 * function comes as several excerpts and is one table. */
#ifndef CPYREAD_HTML_SOURCE_H
#define CPYREAD_HTML_SOURCE_H

#include "graph/style.h"
#include "page/block.h"

/* Begins the table; `lines` is how many it will have: one that fits a page is never broken, another says at the head of its
 * next pages that it goes on. With `has_id` references to it
 * lead here: its id is "src-" and the title. */
void html_open_source(GString *to, const char *title, const Excerpt *excerpt, guint lines, gboolean has_id, Lang lang);

/* Appends the excerpt's lines with their numbers; in print wrapped, and beside a ruled margin. */
void html_append_lines(GString *to, const Excerpt *excerpt, gboolean print);

/* Appends the row that stands for `count` lines left out; `why` may be NULL. */
void html_append_fold(GString *to, const char *why, int count, Lang lang);

void html_close_source(GString *to, guint lines);

/* Appends a record as a small box. */
void html_append_record(GString *to, const char *name, const Excerpt *excerpt);

#endif
