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

void text_link(GString *to, const TextStyle *style, const char *text, const char *file, const char *line)
{
    g_autofree char *path =
        style->links != NULL && file != NULL ? g_build_filename(style->links, file, NULL) : NULL;
    g_autofree char *url = path != NULL ? g_filename_to_uri(path, g_get_host_name(), NULL) : NULL;
    if (url == NULL)
        g_string_append(to, text);
    else
        g_string_append_printf(to, "\033]8;;%s%s%s\033\\%s\033]8;;\033\\", url, line != NULL ? "#" : "",
                               line != NULL ? line : "", text);
}

/* A line that is no row: of a table its title, what was left out, the tree. */
static void append_remark(GString *to, const TextStyle *style, const char *sequence, const char *text)
{
    g_autofree char *printable = width_printable(text, strlen(text));
    g_string_append_printf(to, "%s%s", style->terminal ? "" : "# ", text_colour(style, sequence));
    width_wrap(to, printable, style->terminal ? style->width : 0);
    g_string_truncate(to, to->len - 1);
    g_string_append_printf(to, "%s\n", text_colour(style, "0"));
}

/* A picture in words. A line that is too long for the terminal loses its columns, then it is broken. */
static void append_outline(GString *to, const Graph *graph, const TextStyle *style)
{
    g_autofree char *outline = graph_outline(graph, LANG_EN, style->all);
    g_autofree char *printable = width_printable_lines(outline);
    g_auto(GStrv) lines = g_strsplit(g_strchomp(printable), "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        if (style->width > 0 && width_of(*line) > style->width) {
            gsize indent = strspn(*line, " ");
            for (char *at = *line + indent; (at = strstr(at, "   ")) != NULL;)
                memmove(at, at + 1, strlen(at));
        }
        width_wrap(to, *line, style->terminal ? style->width : 0);
    }
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
        g_string_append(to, *printable != '\0' ? "  " : "");
        g_string_append(to, printable);
        g_string_append_c(to, '\n');
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
    g_autofree char *printable = width_printable(place, strlen(place));
    g_autofree char *line = g_strdup_printf("%d", excerpt->first_line);
    g_string_append(to, text_colour(style, "1"));
    text_link(to, style, printable, excerpt->path, line);
    g_string_append_printf(to, "%s\n", text_colour(style, "0"));
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
    case BLOCK_GRAPH:
        append_remark(to, style, "1", block->text != NULL ? block->text : block->graph->title);
        append_outline(to, block->graph, style);
        break;
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
