/* html_source.c: a piece of source as a table of lines: number, code, and in print a margin to write in.
 *
 * Every line keeps its real number. In print a long one is wrapped here, at a column that the sheet's font and margin leave
 * (source_rows.c), since the mark ↪ has to stand in front of the rest and no number may be added. Where a function is
 * longer than a page, the table is divided into bodies: print breaks between them and nowhere else. */
#include "page/html_source.h"

#include "page/html.h"
#include "page/names.h"
#include "page/width.h"
#include "page/words.h"

#include <string.h>

#define MARK "\xe2\x86\xaa " /* ↪ */

/* A table's columns take their widths from its first row, which may be a head across all three. */
#define COLUMN_WIDTHS "<colgroup><col class=\"n\"><col class=\"c\"><col class=\"m\"></colgroup>\n"

static void append_wrapped(GString *to, const char *line)
{
    for (gboolean is_first = TRUE; is_first || *line != '\0'; is_first = FALSE) {
        const char *end = source_rows_piece(line, is_first);
        g_autofree char *piece = g_strndup(line, (gsize)(end - line));
        g_string_append(to, is_first ? "" : "\n" MARK);
        html_append_text(to, piece);
        line = end;
    }
}

static void append_row(GString *to, const SourceRow *row, gboolean print)
{
    if (row->number == 0) {
        g_string_append(to, "<tr class=\"fold\"><td class=\"n\"></td><td class=\"c\">");
        html_append_text(to, row->text);
        g_string_append(to, "</td><td class=\"m\"></td></tr>\n");
        return;
    }
    g_string_append_printf(to, "<tr><td class=\"n\">%d</td><td class=\"c\"><code>", row->number);
    if (print)
        append_wrapped(to, row->text);
    else
        html_append_text(to, row->text);
    g_string_append(to, print ? "</code></td><td class=\"m\"></td></tr>\n" : "</code></td></tr>\n");
}

static void append_caption(GString *to, const char *title, const Excerpt *excerpt)
{
    if (title != NULL) {
        g_string_append(to, "<b>");
        html_append_text(to, title);
        g_string_append(to, "</b> ");
    }
    html_append_text(to, excerpt->path);
    if (excerpt->tree != NULL) {
        g_string_append(to, " · ");
        html_append_text(to, excerpt->tree);
    }
    if (excerpt->stale)
        g_string_append(to, " <strong>(changed since it was indexed)</strong>");
}

/* The head of a table would be repeated without a change; the sheet's top margin takes its text from here (sheet.css). */
static void append_going_on(GString *to, const char *title, const Excerpt *excerpt, Lang lang)
{
    g_string_append(to, "<tbody class=\"goes-on\" data-goes-on=\"");
    html_append_text(to, title != NULL ? title : excerpt->path);
    g_string_append_printf(to, " (%s)\">\n", word(WORD_CONTINUED, lang));
}

/* What stands in front of the first line. */
static void open_table(GString *to, const char *title, const Excerpt *excerpt, gboolean is_whole, gboolean has_id, Lang lang)
{
    g_string_append_printf(to, "<figure class=\"source%s\"", is_whole ? " whole" : "");
    if (has_id) {
        g_string_append(to, " id=\"src-");
        html_append_text(to, title);
        g_string_append_c(to, '"');
    }
    g_string_append(to, ">\n<figcaption>");
    append_caption(to, title, excerpt);
    g_string_append(to, "</figcaption>\n<table>\n" COLUMN_WIDTHS);
    if (is_whole)
        g_string_append(to, "<tbody>\n");
    else
        append_going_on(to, title, excerpt, lang);
}

void html_append_source(GString *to, const char *title, const Excerpt *excerpt, GPtrArray *rows, const HtmlOptions *options)
{
    gboolean is_whole = source_rows_height(rows) <= ROWS_PAGE;
    gboolean has_id = options->printed != NULL && title != NULL && strchr(title, ' ') == NULL &&
                      !names_has(options->printed, title);

    if (!is_whole)
        source_rows_mark_breaks(rows);
    open_table(to, title, excerpt, is_whole, has_id, options->lang);
    for (guint i = 0; i < rows->len; i++) {
        const SourceRow *row = rows->pdata[i];
        g_string_append(to, row->may_break ? "</tbody>\n<tbody>\n" : "");
        append_row(to, row, options->print);
    }
    g_string_append(to, is_whole ? "" : "<tr class=\"end\"></tr>\n");
    g_string_append(to, "</tbody>\n</table>\n</figure>\n");
}

void html_append_record(GString *to, const char *name, const Excerpt *excerpt)
{
    g_autofree char *text = width_printable_lines(excerpt->text);

    g_string_append(to, "<div class=\"box record\"><b>");
    html_append_text(to, name);
    g_string_append(to, "</b> ");
    html_append_text(to, excerpt->path);
    g_string_append_printf(to, ":%d\n<pre>", excerpt->first_line);
    html_append_text(to, text);
    g_string_append(to, "</pre></div>\n");
}
