/* source_rows.c: see source_rows.h.
 *
 * A function that is longer than a page is broken at blank lines at the outermost level of its body, which is the indent of the
 * first line in its braces: 4 columns for a function, 12 for an opcode in its switch. Where that leaves a part that no page has
 * room for, the part is broken at the next level, and so on; where blank lines are none at all, anywhere. */
#include "page/source_rows.h"

#include "page/width.h"

#include <string.h>

enum {
    COLUMNS = 80, /* of code beside a margin of 55 mm */
    INDENT = 4,   /* from one level to the next */
    LEVELS = 6,   /* deeper ones are as good as any */
    ANYWHERE = 1000,
};

static void row_free(gpointer data)
{
    SourceRow *row = data;

    g_free(row->text);
    g_free(row);
}

GPtrArray *source_rows_new(void)
{
    return g_ptr_array_new_with_free_func(row_free);
}

static void add(GPtrArray *rows, int number, char *text)
{
    SourceRow *row = g_new0(SourceRow, 1);

    *row = (SourceRow){.number = number, .text = text};
    g_ptr_array_add(rows, row);
}

void source_rows_add(GPtrArray *rows, const Excerpt *excerpt)
{
    int number = excerpt->first_line;

    for (const char *at = excerpt->text; *at != '\0';) {
        const char *end = strchrnul(at, '\n');
        add(rows, number++, width_printable(at, (gsize)(end - at)));
        at = end + (*end == '\n');
    }
}

void source_rows_add_fold(GPtrArray *rows, const char *text)
{
    add(rows, 0, g_strdup(text));
}

/* Broken behind a blank or a comma where there is one. */
const char *source_rows_piece(const char *line, gboolean is_first)
{
    guint room = is_first ? COLUMNS : COLUMNS - 2, used = 0;
    const char *end = line, *better = NULL;

    if (width_of(line) <= room)
        return line + strlen(line);
    for (; *end != '\0'; end = g_utf8_next_char(end)) {
        used += g_unichar_iswide(g_utf8_get_char(end)) ? 2 : 1;
        if (used > room)
            break;
        if (strchr(" ,", *end) != NULL && used > room / 2)
            better = end + 1;
    }
    return better != NULL ? better : end;
}

static guint height(const SourceRow *row)
{
    guint pieces = 0;

    if (row->number == 0)
        return 1;
    for (const char *at = row->text; pieces == 0 || *at != '\0'; pieces++)
        at = source_rows_piece(at, pieces == 0);
    return pieces;
}

guint source_rows_height(const GPtrArray *rows)
{
    guint sum = 0;

    for (guint i = 0; i < rows->len; i++)
        sum += height(rows->pdata[i]);
    return sum;
}

guint source_rows_within(const GPtrArray *rows, guint room)
{
    guint count = 0, sum = 0;

    while (count < rows->len && (sum += height(rows->pdata[count])) <= room)
        count++;
    return count;
}

/* ---- breaks ----------------------------------------------------------------------------------------------------- */

static gboolean is_blank(const SourceRow *row)
{
    return row->number != 0 && row->text[strspn(row->text, " \f")] == '\0';
}

/* The indent of the outermost level: of the first line that says something behind the first brace. */
static guint outermost(const GPtrArray *rows)
{
    gboolean is_inside = FALSE;

    for (guint i = 0; i < rows->len; i++) {
        const SourceRow *row = rows->pdata[i];
        if (is_inside && row->number != 0 && !is_blank(row))
            return (guint)strspn(row->text, " ");
        is_inside |= g_str_has_suffix(row->text, "{");
    }
    return INDENT;
}

/* Whether a page may end before row `i`: it is blank, and what follows stands at `indent` at most. */
static gboolean may_break(const GPtrArray *rows, guint i, guint indent)
{
    const SourceRow *row = rows->pdata[i], *next = i + 1 < rows->len ? rows->pdata[i + 1] : NULL;

    if (indent == ANYWHERE)
        return row->number != 0;
    return is_blank(row) && next != NULL && next->number != 0 && !is_blank(next) &&
           strspn(next->text, " ") <= indent && next->text[0] != '}';
}

/* Marks breaks in the rows from `first` to before `end`, none of which is before `first`. */
static void divide(GPtrArray *rows, guint first, guint end, guint indent)
{
    for (guint i = first + 1; i < end; i++)
        ((SourceRow *)rows->pdata[i])->may_break = may_break(rows, i, indent);
}

/* Divides each part that is higher than a page at `indent`. */
static void divide_parts(GPtrArray *rows, guint indent)
{
    for (guint first = 0, end; first < rows->len; first = end) {
        guint sum = height(rows->pdata[first]);
        for (end = first + 1; end < rows->len && !((SourceRow *)rows->pdata[end])->may_break; end++)
            sum += height(rows->pdata[end]);
        if (sum > ROWS_PAGE)
            divide(rows, first, end, indent);
    }
}

void source_rows_mark_breaks(GPtrArray *rows)
{
    guint indent = outermost(rows);

    for (guint level = 0; level < LEVELS; level++)
        divide_parts(rows, indent + level * INDENT);
    divide_parts(rows, ANYWHERE);
}

guint source_rows_first_page(const GPtrArray *rows, guint room)
{
    guint sum = 0, best = 0;

    for (guint i = 0; i < rows->len && sum <= room; i++) {
        if (((SourceRow *)rows->pdata[i])->may_break)
            best = sum;
        sum += height(rows->pdata[i]);
    }
    return best;
}
