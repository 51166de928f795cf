/* html_source.c: a piece of source as a table of lines: number, code, and in print a margin to write in.
 *
 * Every line keeps its real number. A long one is wrapped here, at a column that the sheet's font and margin
 * leave, since the mark ↪ has to stand in front of the rest and no number may be added. Where a function is
 * longer than a page, the table is divided into bodies at blank lines of the function's outermost level:
 * print breaks between them and nowhere else. */
#include "page/html_source.h"

#include "page/html.h"
#include "page/words.h"
#include "page/width.h"

#include <string.h>

#define COLUMNS 80              /* of code beside a margin of 55 mm */
#define PAGE    60              /* lines: a function that long is never broken */
#define MARK    "\xe2\x86\xaa " /* ↪ */

/* A table's columns take their widths from its first row, which may be a head across all three. */
#define COLUMN_WIDTHS "<colgroup><col class=\"n\"><col class=\"c\"><col class=\"m\"></colgroup>\n"

/* Appends a line in pieces of at most COLUMNS columns, broken after a blank or comma where there is one. */
static void append_wrapped(GString *to, const char *line)
{
    guint room = COLUMNS;

    while (width_of(line) > room) {
        const char *end = line, *better = NULL;
        g_autofree char *piece = NULL;
        guint used = 0;

        for (; *end != '\0'; end = g_utf8_next_char(end)) {
            used += g_unichar_iswide(g_utf8_get_char(end)) ? 2 : 1;
            if (used > room)
                break;
            if (strchr(" ,", *end) != NULL && used > room / 2)
                better = end + 1;
        }
        if (better != NULL)
            end = better;
        piece = g_strndup(line, (gsize)(end - line));
        html_append_text(to, piece);
        g_string_append(to, "\n" MARK);
        line = end;
        room = COLUMNS - 2;
    }
    html_append_text(to, line);
}

static gboolean is_blank(const char *line)
{
    return line[strspn(line, " \t\f")] == '\0';
}

/* Whether a page may end before line `i`: it is blank, and what follows stands at the function's outermost
 * level. */
static gboolean may_break(char **lines, guint i)
{
    return is_blank(lines[i]) && lines[i + 1] != NULL && !is_blank(lines[i + 1]) &&
           strspn(lines[i + 1], " ") <= 4 && lines[i + 1][0] != '}';
}

static void append_row(GString *to, int number, const char *line, gboolean print)
{
    g_autofree char *printable = width_printable(line, strlen(line));

    g_string_append_printf(to, "<tr><td class=\"n\">%d</td><td class=\"c\"><code>", number);
    if (print)
        append_wrapped(to, printable);
    else
        html_append_text(to, printable);
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

void html_open_source(GString *to, const char *title, const Excerpt *excerpt, guint lines, gboolean has_id, Lang lang)
{
    g_string_append_printf(to, "<figure class=\"source%s\"", lines <= PAGE ? " whole" : "");
    if (has_id) {
        g_string_append(to, " id=\"src-");
        html_append_text(to, title);
        g_string_append_c(to, '"');
    }
    g_string_append(to, ">\n<figcaption>");
    append_caption(to, title, excerpt);
    g_string_append(to, "</figcaption>\n<table>\n" COLUMN_WIDTHS);
    if (lines <= PAGE)
        g_string_append(to, "<tbody>\n");
    else
        append_going_on(to, title, excerpt, lang);
}

void html_append_fold(GString *to, const char *why, int count, Lang lang)
{
    g_string_append(to, "<tr class=\"fold\"><td class=\"n\"></td><td class=\"c\">");
    g_string_append_printf(to, word(count == 1 ? WORD_FOLD_ONE : WORD_FOLD, lang), count);
    if (why != NULL) {
        g_string_append(to, " (");
        html_append_text(to, why);
        g_string_append(to, ")");
    }
    g_string_append(to, "</td><td class=\"m\"></td></tr>\n");
}

void html_append_lines(GString *to, const Excerpt *excerpt, gboolean print)
{
    g_auto(GStrv) lines = g_strsplit(excerpt->text, "\n", -1);
    guint count = g_strv_length(lines);

    if (count > 0 && lines[count - 1][0] == '\0')
        count--;
    for (guint i = 0; i < count; i++) {
        append_row(to, excerpt->first_line + (int)i, lines[i], print);
        if (i + 1 < count && may_break(lines, i))
            g_string_append(to, "</tbody>\n<tbody>\n");
    }
}

void html_close_source(GString *to, guint lines)
{
    if (lines > PAGE)
        g_string_append(to, "<tr class=\"end\"></tr>\n");
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
