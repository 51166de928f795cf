/* width.c: columns of a terminal; see width.h. */
#include "page/width.h"

#include <string.h>

static guint width_of_char(gunichar c)
{
    if (c < 0x80) /* nearly all, and no search in tables */
        return 1;
    if (g_unichar_iszerowidth(c))
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

guint width_of(const char *text)
{
    guint width = 0;
    for (; *text != '\0'; text = g_utf8_next_char(text))
        width += width_of_char(g_utf8_get_char(text));
    return width;
}

char *width_crop(const char *text, guint width)
{
    if (width_of(text) <= width)
        return g_strdup(text);
    const char *end = text;
    guint taken = 1; /* the "…" */
    while (taken + width_of_char(g_utf8_get_char(end)) <= width) {
        taken += width_of_char(g_utf8_get_char(end));
        end = g_utf8_next_char(end);
    }
    g_autofree char *start = g_strndup(text, (gsize)(end - text));
    return g_strconcat(start, "…", NULL);
}

char *width_crop_middle(const char *text, guint width)
{
    guint whole = width_of(text), head = width > 0 ? (width - 1) / 3 : 0, taken = 0;
    if (whole <= width)
        return g_strdup(text);
    const char *end = text, *rest = text;
    for (; taken + width_of_char(g_utf8_get_char(end)) <= head; end = g_utf8_next_char(end))
        taken += width_of_char(g_utf8_get_char(end));
    for (guint left = whole; *rest != '\0' && taken + 1 + left > width; rest = g_utf8_next_char(rest))
        left -= width_of_char(g_utf8_get_char(rest));
    g_autofree char *start = g_strndup(text, (gsize)(end - text));
    return g_strconcat(start, "…", rest, NULL);
}

/* Whether a terminal shows it as it is, a byte a column: nearly every text that an index holds. */
static gboolean is_plain(const char *text, gsize length)
{
    gsize plain = 0;
    while (plain < length && text[plain] >= 0x20 && text[plain] < 0x7f)
        plain++;
    return plain == length;
}

char *width_printable(const char *text, gsize length)
{
    if (is_plain(text, length))
        return g_strndup(text, length);
    g_autofree char *valid = g_utf8_make_valid(text, (gssize)length);
    GString *line = g_string_sized_new(length + 16);
    guint column = 0;
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == '\t') {
            guint blanks = 8 - column % 8;
            g_string_append_printf(line, "%*s", (int)blanks, "");
            column += blanks;
        } else if (c < 0x20 || c == 0x7f) {
            g_string_append_c(line, '^');
            g_string_append_c(line, (char)(c ^ 0x40));
            column += 2;
        } else if (c >= 0x80 && c < 0xa0) {
            g_string_append(line, "\xef\xbf\xbd");
            column++;
        } else {
            g_string_append_unichar(line, c);
            column += width_of_char(c);
        }
    }
    return g_string_free(line, FALSE);
}

char *width_printable_lines(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        char *printable = width_printable(*line, strlen(*line));
        g_free(*line);
        *line = printable;
    }
    return g_strjoinv("\n", lines);
}

/* Where what goes on in further lines stands: under what two blanks set off, as in a list of options, else under the line. */
static gsize hanging(const char *line, guint width)
{
    gsize indent = strspn(line, " ");
    const char *gap = indent > 0 ? strstr(line + indent, "  ") : NULL;
    gsize column = gap != NULL ? (gsize)(gap - line) + strspn(gap, " ") : indent;
    return 2 * column <= width ? column : indent;
}

/* One line; its parts stand below one another. */
static void wrap_line(GString *to, const char *line, guint width)
{
    gsize indent = strspn(line, " "), hang = hanging(line, width);
    g_auto(GStrv) words = g_strsplit(line + indent, " ", -1);
    guint column = (guint)indent;
    g_string_append_len(to, line, (gssize)indent);
    for (char **word = words; *word != NULL; word++) {
        guint taken = width_of(*word);
        if (word != words && column + 1 + taken > width) {
            g_string_append_printf(to, "\n%*s", (int)hang, "");
            column = (guint)hang;
        } else if (word != words) {
            g_string_append_c(to, ' ');
            column++;
        }
        g_string_append(to, *word);
        column += taken;
    }
    g_string_append_c(to, '\n');
}

#define FULL 88 /* columns of a line that was broken for its length alone */

/* A line together with those that go on with it, each of which but the last is full; `*line` is the last then. */
static char *join_lines(char ***line)
{
    GString *joined = g_string_new(**line);
    while (width_of(**line) >= FULL && (**line)[0] != ' ' && (*line)[1] != NULL && strchr(" ", (*line)[1][0]) == NULL) {
        (*line)++;
        g_string_append_printf(joined, " %s", **line);
    }
    return g_string_free(joined, FALSE);
}

void width_wrap(GString *to, const char *text, guint width)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        if (line[1] == NULL && **line == '\0' && line != lines)
            break; /* the text ended with a newline */
        if (width == 0 || width_of(*line) <= width) {
            g_string_append_printf(to, "%s\n", *line);
            continue;
        }
        g_autofree char *joined = join_lines(&line);
        wrap_line(to, joined, width);
    }
}
