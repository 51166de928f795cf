/* text.c: an answer as text; see text.h for the two forms. Blocks follow each other with an empty line
 * between. */
#include "page/text.h"

#include "graph/outline.h"
#include "page/text_table.h"
#include "page/width.h"

#include <string.h>

const char *text_colour(const TextStyle *style, const char *sequence)
{
    static const struct {
        const char *sequence, *escape;
    } colours[] = {{"0", "\033[0m"}, {"1", "\033[1m"}, {"2", "\033[2m"}, {"31", "\033[31m"}};
    for (guint i = 0; style->colour && i < G_N_ELEMENTS(colours); i++)
        if (strcmp(colours[i].sequence, sequence) == 0)
            return colours[i].escape;
    return "";
}

/* A line that is no row: of a table its title, what was left out, the tree. */
static void append_remark(GString *to, const TextStyle *style, const char *sequence, const char *text)
{
    g_autofree char *printable = width_printable(text, strlen(text));
    g_string_append_printf(to, "%s%s%s%s\n", style->terminal ? "" : "# ", text_colour(style, sequence),
                           printable, text_colour(style, "0"));
}

static void append_bold(GString *to, const char *text, const TextStyle *style)
{
    g_autofree char *printable = width_printable(text, strlen(text));
    g_string_append_printf(to, "%s%s%s\n", text_colour(style, "1"), printable, text_colour(style, "0"));
}

static void append_paragraph(GString *to, const char *text, const TextStyle *style)
{
    g_autofree char *printable = width_printable_lines(text);
    width_wrap(to, printable, style->terminal ? style->width : 0);
}

static guint count_lines(const char *text)
{
    guint lines = 0;
    for (; *text != '\0'; text++)
        lines += *text == '\n';
    return lines;
}

static void append_excerpt(GString *to, const Excerpt *excerpt, const TextStyle *style)
{
    guint lines = count_lines(excerpt->text), shown = style->all || lines <= TEXT_LINES ? lines : TEXT_LINES;
    g_autofree char *last = g_strdup_printf("%u", excerpt->first_line + lines);
    const char *line = excerpt->text;
    for (guint i = 0; i < shown; i++) {
        const char *end = strchr(line, '\n');
        g_autofree char *printable = width_printable(line, (gsize)(end - line));
        g_string_append_printf(to, "%s%*u%s", text_colour(style, "2"), (int)strlen(last),
                               excerpt->first_line + i, text_colour(style, "0"));
        g_string_append_printf(to, *printable != '\0' ? "  %s\n" : "\n", printable);
        line = end + 1;
    }
    if (shown < lines)
        g_string_append_printf(to, "%u more lines: --all\n", lines - shown);
}

static void append_source(GString *to, const Block *block, const TextStyle *style)
{
    const Excerpt *excerpt = block->excerpt;
    g_autofree char *place = g_strdup_printf(
        "%s:%d%s%s%s", excerpt->path, excerpt->first_line, block->text != NULL ? "  " : "",
        block->text != NULL ? block->text : "", excerpt->stale ? "  (changed since it was indexed)" : "");
    append_bold(to, place, style);
    append_excerpt(to, excerpt, style);
}

static void append_block(GString *to, const Block *block, const TextStyle *style)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        append_bold(to, block->text, style);
        break;
    case BLOCK_PARAGRAPH:
        append_paragraph(to, block->text, style);
        break;
    case BLOCK_TABLE:
        if (block->text != NULL)
            append_remark(to, style, "1", block->text);
        text_table(to, block, style);
        break;
    case BLOCK_SOURCE:
        append_source(to, block, style);
        break;
    case BLOCK_GRAPH: {
        append_remark(to, style, "1", block->text != NULL ? block->text : block->graph->title);
        g_autofree char *outline = graph_outline(block->graph, LANG_EN, style->all);
        g_autofree char *printable = width_printable_lines(outline);
        g_string_append(to, printable);
        break;
    }
    }
}

char *text_render(const Answer *answer, const TextStyle *style)
{
    GString *to = g_string_new(NULL);
    for (guint i = 0; i < answer->blocks->len; i++) {
        if (i > 0)
            g_string_append_c(to, '\n');
        append_block(to, answer->blocks->pdata[i], style);
    }
    if (answer->tree != NULL && answer->blocks->len > 0)
        append_remark(to, style, "2", answer->tree);
    char *valid = g_utf8_make_valid(to->str, (gssize)to->len);
    g_string_free(to, TRUE);
    return valid;
}
