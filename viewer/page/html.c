/* html.c: blocks → HTML.
 *
 * The markup says what things are (table, figure, caption); how they look is the style sheets' affair. A
 * picture stands in the document as SVG, followed by the same in words for a reader who cannot see it. */
#include "page/html.h"

#include "graph/outline.h"
#include "page/html_source.h"
#include "page/html_strip.h"
#include "page/names.h"
#include "page/words.h"
#include "store/data.h"

#include <string.h>

void html_append_text(GString *to, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);

    for (const char *at = valid; *at != '\0'; at++) {
        switch (*at) {
        case '&':
            g_string_append(to, "&amp;");
            break;
        case '<':
            g_string_append(to, "&lt;");
            break;
        case '>':
            g_string_append(to, "&gt;");
            break;
        case '"':
            g_string_append(to, "&quot;");
            break;
        default:
            g_string_append_c(to, *at);
        }
    }
}

static void append_element(GString *to, const char *name, const char *text)
{
    g_string_append_printf(to, "<%s>", name);
    html_append_text(to, text);
    g_string_append_printf(to, "</%s>\n", name);
}

static void append_rows(GString *to, const Block *block)
{
    const Table *table = block->table;
    int group_column = block->group_by != NULL ? table_column(table, block->group_by) : -1;
    const char *group = NULL;

    for (guint row = 0; row < table_size(table); row++) {
        char **cells = g_ptr_array_index(table->rows, row);
        if (group_column >= 0 && (row == 0 || g_strcmp0(cells[group_column], group) != 0)) {
            group = cells[group_column];
            g_string_append_printf(to, "<tr><th class=\"group\" colspan=\"%u\">", table->columns->len);
            html_append_text(to, group != NULL ? group : "");
            g_string_append(to, "</th></tr>\n");
        }
        g_string_append(to, "<tr>");
        for (guint i = 0; i < table->columns->len; i++) {
            if ((int)i == group_column || !block_shows(block, i))
                continue;
            g_string_append(to, g_array_index(table->columns, Column, i).is_number ? "<td class=\"number\">"
                                                                                   : "<td>");
            html_append_text(to, cells[i] != NULL ? cells[i] : "");
            g_string_append(to, "</td>");
        }
        g_string_append(to, "</tr>\n");
    }
}

static void append_table(GString *to, const Block *block)
{
    g_string_append(to, "<table class=\"rows\">\n");
    if (block->text != NULL)
        append_element(to, "caption", block->text);
    g_string_append(to, "<thead><tr>");
    for (guint i = 0; i < block->table->columns->len; i++) {
        const char *name = g_array_index(block->table->columns, Column, i).name;
        if (g_strcmp0(name, block->group_by) == 0 || !block_shows(block, i))
            continue;
        g_string_append(to, "<th>");
        html_append_text(to, name);
        g_string_append(to, "</th>");
    }
    g_string_append(to, "</tr></thead>\n<tbody>\n");
    append_rows(to, block);
    g_string_append(to, "</tbody>\n</table>\n");
}

static void append_names(GString *to, const char *what, const GPtrArray *names, Lang lang)
{
    g_autofree char *list = graph_names(names, lang, GRAPH_NAMES);

    if (names->len == 0)
        return;
    g_string_append_printf(to, "<p class=\"left-out\">%s %u: ", what, names->len);
    html_append_text(to, list);
    g_string_append(to, "</p>\n");
}

/* Graphviz calls the elements of every drawing graph0, node1 …; in a page an id may stand once. Markup alone has these
 * words: in a text a quote is written &quot;. */
static void append_svg(GString *to, const char *svg, guint number)
{
    static const char *const before[] = {" id=\"", "href=\"#", "url(#"};

    while (*svg != '\0') {
        const char *next = NULL;
        for (guint i = 0; i < G_N_ELEMENTS(before); i++) {
            const char *found = strstr(svg, before[i]);
            if (found != NULL && (next == NULL || found + strlen(before[i]) < next))
                next = found + strlen(before[i]);
        }
        if (next == NULL)
            break;
        g_string_append_len(to, svg, next - svg);
        g_string_append_printf(to, "p%u-", number);
        svg = next;
    }
    g_string_append(to, svg);
}

static gboolean append_graph(GString *to, Graph *graph, const HtmlOptions *options, GError **error)
{
    const PictureOptions drawing = {.lang = options->lang,
                                    .paper = options->paper.width > 0 ? options->paper : paper_a4,
                                    .links = !options->print};
    g_autoptr(Picture) picture = picture_draw(graph, &drawing, "svg", error);
    g_autofree char *caption = graph_caption(graph, options->lang);
    g_autofree char *outline = NULL, *svg = NULL;
    const char *start;

    if (picture == NULL)
        return FALSE;
    outline = graph_outline(graph, options->lang, FALSE);
    svg = g_strndup(g_bytes_get_data(picture->bytes, NULL), g_bytes_get_size(picture->bytes));
    g_string_append_printf(to, "<figure class=\"graph%s\">\n", graph->is_strip ? " strip" : "");
    /* Only the element itself: a document's head has no place inside another. */
    start = strstr(svg, "<svg");
    start = start != NULL ? start + strlen("<svg") : svg;
    g_string_append(to, "<svg role=\"img\" aria-label=\"");
    html_append_text(to, caption);
    g_string_append_c(to, '"');
    append_svg(to, start, ++*options->pictures);
    append_element(to, "figcaption", caption);
    append_names(to, word(WORD_HIDDEN, options->lang), graph->hidden, options->lang);
    append_names(to, word(WORD_CUT, options->lang), graph->cut, options->lang);
    if (!options->print) {
        g_string_append(to, "<details><summary>");
        g_string_append(to, word(WORD_IN_WORDS, options->lang));
        g_string_append(to, "</summary>");
        append_element(to, "pre", outline);
        g_string_append(to, "</details>\n");
    }
    g_string_append(to, "</figure>\n");
    return TRUE;
}

static int last_line(const Excerpt *excerpt)
{
    int last = excerpt->first_line - 1;

    for (const char *at = excerpt->text; *at != '\0'; at++)
        last += *at == '\n';
    return last;
}

static const Block *block_at(const Answer *answer, guint i)
{
    return g_ptr_array_index(answer->blocks, i);
}

/* Whether block `i` goes on with the excerpt before it, after a fold: its title begins with "⋯ N lines". */
static gboolean goes_on(const Answer *answer, guint i)
{
    const Block *block = block_at(answer, i), *before = i > 0 ? block_at(answer, i - 1) : NULL;

    return before != NULL && before->kind == BLOCK_SOURCE && block->kind == BLOCK_SOURCE &&
           block->text != NULL && g_str_has_prefix(block->text, "⋯") &&
           strcmp(before->excerpt->path, block->excerpt->path) == 0 &&
           block->excerpt->first_line > last_line(before->excerpt);
}

/* The row for what is left out between the excerpts of two blocks. */
static void add_fold(GPtrArray *rows, const Block *before, const Block *block, Lang lang)
{
    const char *why = strstr(block->text, ": ");
    int count = block->excerpt->first_line - last_line(before->excerpt) - 1;
    g_autoptr(GString) said = g_string_new(NULL);

    g_string_append_printf(said, word(count == 1 ? WORD_FOLD_ONE : WORD_FOLD, lang), count);
    if (why != NULL)
        g_string_append_printf(said, " (%s)", why + 2);
    source_rows_add_fold(rows, said->str);
}

/* Appends the excerpt in block `i` and those that go on with it, as one table; the place of the last of them. */
static guint append_source(GString *to, const Answer *answer, guint i, const HtmlOptions *options)
{
    const Block *first = block_at(answer, i);
    g_autoptr(GPtrArray) rows = source_rows_new();

    source_rows_add(rows, first->excerpt);
    for (; i + 1 < answer->blocks->len && goes_on(answer, i + 1); i++) {
        add_fold(rows, block_at(answer, i), block_at(answer, i + 1), options->lang);
        source_rows_add(rows, block_at(answer, i + 1)->excerpt);
    }
    html_append_source(to, first->text, first->excerpt, rows, options);
    return i;
}

gboolean html_append(GString *to, const Answer *answer, const HtmlOptions *options, GError **error)
{
    for (guint i = 0; i < answer->blocks->len; i++) {
        const Block *block = g_ptr_array_index(answer->blocks, i);

        switch (block->kind) {
        case BLOCK_HEADING:
            append_element(to, "h3", block->text);
            break;
        case BLOCK_PARAGRAPH:
            g_string_append(to, "<p class=\"kept\">"); /* its lines are */
            html_append_text(to, block->text);
            g_string_append(to, "</p>\n");
            break;
        case BLOCK_TABLE:
            append_table(to, block);
            break;
        case BLOCK_SOURCE:
            i = append_source(to, answer, i, options);
            break;
        case BLOCK_GRAPH:
            if (options->print && block->graph->is_strip)
                html_append_strip(to, block->graph, options->python, options->lang);
            else if (!append_graph(to, block->graph, options, error))
                return FALSE;
            break;
        }
    }
    return TRUE;
}

char *html_document(const char *title, Lang lang, const char *const *styles, const char *body)
{
    g_autoptr(GString) to = g_string_new("<!DOCTYPE html>\n");

    g_string_append_printf(to, "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", lang_code(lang));
    append_element(to, "title", title);
    for (; *styles != NULL; styles++)
        g_string_append_printf(to, "<style>\n%s</style>\n", data_text(*styles));
    g_string_append_printf(to, "</head>\n<body>\n%s</body>\n</html>\n", body);
    return g_strdup(to->str);
}

char *html_render(const Answer *answer, GError **error)
{
    static const char *const styles[] = {"viewer/page/page.css", NULL};
    guint pictures = 0;
    const HtmlOptions options = {.lang = LANG_EN, .pictures = &pictures};
    g_autoptr(GString) body = g_string_new(NULL);
    const char *title = answer->command != NULL ? answer->command : "cpyread";

    if (!html_append(body, answer, &options, error))
        return NULL;
    if (answer->tree != NULL) {
        g_string_append(body, "<footer>");
        html_append_text(body, answer->tree);
        g_string_append(body, "</footer>\n");
    }
    return html_document(title, LANG_EN, styles, body->str);
}
