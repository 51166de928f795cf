/* text_table.c: a table in aligned columns; see text_table.h.
 *
 * First the cells are laid out as they will be shown: `file` and `line` (also `callee_file` and
 * `callee_line`) become one `file:line` that an editor or a terminal can jump to, columns without a value are
 * left out, and the group's column goes above its rows (then its `line` comes first, as grep does it). Then
 * the columns are measured, made narrower where the terminal is, and printed. Where that would crop names too much, columns
 * are as wide as most rows need them, and the others are folded. */
#include "page/text_table.h"

#include "page/width.h"

#include <string.h>

#define LEAST      20 /* columns of the terminal that a name or a place keeps; and */
#define LEAST_LAST 20 /* a text behind them: with less, rows that do not fit are folded */
#define SAMPLE    400 /* rows by which the widths are chosen */
#define SQUEEZED   8  /* columns that a name or a place keeps where such rows are folded */

typedef struct Shown {
    guint column; /* of the table */
    int line;     /* the column of the line, where this one is the file; else -1 */
    gboolean is_number;
    guint width;
    guint measured; /* of the widest cell, and of the name */
} Shown;

typedef struct Layout {
    const Block *block;
    const Table *table; /* the block's */
    const TextStyle *style;
    guint rows;    /* to print */
    int group;     /* column, or -1 */
    GArray *shown; /* of Shown, from left to right */
    gboolean is_squeezed; /* rows that do not fit the columns are folded */
} Layout;

static const char *raw_cell(const Layout *layout, guint row, guint column)
{
    return ((char **)layout->table->rows->pdata[row])[column];
}

/* What a cell shows; the caller frees it. */
static char *cell_text(const Layout *layout, guint row, const Shown *shown)
{
    const char *value = raw_cell(layout, row, shown->column);
    const char *line = shown->line >= 0 ? raw_cell(layout, row, (guint)shown->line) : NULL;
    if (value == NULL)
        return g_strdup("");
    char *text = width_printable(value, strlen(value));
    if (line == NULL)
        return text;
    g_autofree char *path = text;
    return g_strconcat(path, ":", line, NULL);
}

/* The column with the lines of the file in this one: `line` of `file`, `callee_line` of `callee_file`; or -1. */
static int line_column(const Layout *layout, guint column)
{
    const Table *table = layout->table;
    if (layout->block->as_asked)
        return -1;
    const char *name = g_array_index(table->columns, Column, column).name;
    if (!g_str_has_suffix(name, "file"))
        return -1;
    g_autofree char *line = g_strdup_printf("%.*sline", (int)(strlen(name) - strlen("file")), name);
    return table_find(table, line);
}

/* In a pipe the line of names begins with "# ", within the first column, so that the others stay aligned. */
static char *name_text(const Layout *layout, guint place, const char *name)
{
    g_autofree char *printable = width_printable(name, strlen(name));
    return g_strconcat(place == 0 && !layout->style->terminal ? "# " : "", printable, NULL);
}

static void add_shown(Layout *layout, guint column, int line)
{
    Column *named = &g_array_index(layout->table->columns, Column, column);
    Shown shown = {.column = column, .line = line, .is_number = named->is_number && line < 0};
    g_autofree char *name = name_text(layout, layout->shown->len, named->name);
    shown.width = width_of(name);
    for (guint row = 0; row < layout->rows; row++) {
        g_autofree char *text = cell_text(layout, row, &shown);
        shown.width = MAX(shown.width, width_of(text));
    }
    shown.measured = shown.width;
    g_array_append_val(layout->shown, shown);
}

static void lay_out(Layout *layout)
{
    guint width = layout->table->columns->len;
    g_autofree gboolean *is_done = g_new0(gboolean, width);
    int group_line = layout->group >= 0 ? line_column(layout, (guint)layout->group) : -1;
    if (layout->group >= 0)
        is_done[layout->group] = TRUE;
    if (group_line >= 0) {
        add_shown(layout, (guint)group_line, -1);
        is_done[group_line] = TRUE;
    }
    for (guint i = 0; i < width; i++) { /* lines that will stand behind their file */
        int line = is_done[i] ? -1 : line_column(layout, i);
        if (line >= 0)
            is_done[line] = TRUE;
    }
    for (guint i = 0; i < width; i++)
        if (!is_done[i] && block_shows(layout->block, i))
            add_shown(layout, i, line_column(layout, i));
}

/* Whether a cell may be cropped at its end: a text behind all the others, a signature. A place keeps its line. */
static gboolean is_tail(const Layout *layout, guint place)
{
    const Shown *shown = &g_array_index(layout->shown, Shown, place);
    return place > 0 && place + 1 == layout->shown->len && shown->line < 0 && !shown->is_number;
}

/* The widest column that may still lose one, or NULL. */
static Shown *widest(const Layout *layout)
{
    Shown *found = NULL;
    for (guint i = 0; i < layout->shown->len; i++) {
        Shown *shown = &g_array_index(layout->shown, Shown, i);
        if (!shown->is_number && shown->width > LEAST && (found == NULL || shown->width > found->width))
            found = shown;
    }
    return found;
}

/* How much wider than the terminal the columns are. */
static guint too_wide(const Layout *layout, guint indent)
{
    guint total = indent;
    for (guint i = 0; i < layout->shown->len; i++)
        total += g_array_index(layout->shown, Shown, i).width + (i > 0 ? 2 : 0);
    return !layout->style->terminal || layout->style->width == 0 ? 0 : total - MIN(total, layout->style->width);
}

/* Makes the columns fit the terminal, `over` narrower: what is too wide is taken off the tail, then off the widest. FALSE:
 * they cannot be made to fit. */
static gboolean fit(const Layout *layout, guint over)
{
    guint last = layout->shown->len;
    if (over > 0 && last > 0 && is_tail(layout, last - 1)) {
        Shown *tail = &g_array_index(layout->shown, Shown, last - 1);
        guint less = MIN(over, tail->width - MIN(tail->width, LEAST_LAST));
        tail->width -= less;
        over -= less;
    }
    for (Shown *shown; over > 0 && (shown = widest(layout)) != NULL; over--)
        shown->width--;
    return over == 0;
}

static void append_blanks(GString *to, guint count)
{
    static const char blanks[] = "                                ";
    for (guint most = sizeof blanks - 1; count > 0; count -= MIN(count, most))
        g_string_append_len(to, blanks, MIN(count, most));
}

static guint cell_width(const Layout *layout, guint row, const Shown *shown)
{
    g_autofree char *text = cell_text(layout, row, shown);
    return width_of(text);
}

/* How wide the column is with the cells that are widest now left out, and how many have to be left out for that. */
static guint next_width(const Layout *layout, const Shown *shown, guint *left_out)
{
    guint next = SQUEEZED;
    *left_out = 0;
    for (guint row = 0; row < MIN(layout->rows, SAMPLE); row++) {
        guint width = cell_width(layout, row, shown);
        if (width >= shown->width)
            (*left_out)++;
        else
            next = MAX(next, width);
    }
    return next;
}

/* Makes that column narrower by which the fewest rows lose their place; FALSE: none can be. */
static gboolean squeeze_one(Layout *layout)
{
    Shown *best = NULL;
    guint best_width = 0, fewest = G_MAXUINT;
    for (guint i = 0; i < layout->shown->len; i++) {
        Shown *shown = &g_array_index(layout->shown, Shown, i);
        guint left_out, width = next_width(layout, shown, &left_out);
        if (shown->is_number || width >= shown->width || left_out >= fewest)
            continue;
        best = shown;
        best_width = width;
        fewest = left_out;
    }
    if (best != NULL)
        best->width = best_width;
    return best != NULL;
}

static gboolean row_fits(const Layout *layout, guint row)
{
    for (guint i = 0; i < layout->shown->len; i++) {
        const Shown *shown = &g_array_index(layout->shown, Shown, i);
        if (cell_width(layout, row, shown) > shown->width)
            return FALSE;
    }
    return TRUE;
}

/* Makes the columns as wide as most rows need them. FALSE: fewer than `least` rows would fit; or a text stands behind them,
 * which has lines of its own then. */
static gboolean squeeze(Layout *layout, guint indent, guint least)
{
    guint fitting = 0;
    if (layout->shown->len > 0 && is_tail(layout, layout->shown->len - 1))
        return FALSE;
    while (too_wide(layout, indent) > 0)
        if (!squeeze_one(layout))
            return FALSE;
    for (guint row = 0; row < MIN(layout->rows, SAMPLE); row++)
        fitting += row_fits(layout, row);
    layout->is_squeezed = fitting >= least;
    return layout->is_squeezed;
}

static void measure_again(const Layout *layout)
{
    for (guint i = 0; i < layout->shown->len; i++) {
        Shown *shown = &g_array_index(layout->shown, Shown, i);
        shown->width = shown->measured;
    }
}

/* Finds the widths of the columns: better a few rows folded than names cropped, but better that than many. FALSE: there is
 * no room for columns. */
static gboolean find_widths(Layout *layout, guint indent)
{
    guint over = too_wide(layout, indent), rows = MIN(layout->rows, SAMPLE);
    if (over == 0 || squeeze(layout, indent, rows - rows / 4))
        return TRUE;
    measure_again(layout);
    if (fit(layout, over))
        return TRUE;
    measure_again(layout);
    return squeeze(layout, indent, 1);
}

/* What a cell shows; a place is a link to it. Of row `row`; -1: the line of names. */
static void append_text(GString *to, const Layout *layout, guint place, const char *text, int row)
{
    const Shown *shown = &g_array_index(layout->shown, Shown, place);
    if (row >= 0 && shown->line >= 0)
        text_link(to, layout->style, text, raw_cell(layout, (guint)row, shown->column),
                  raw_cell(layout, (guint)row, (guint)shown->line));
    else
        g_string_append(to, text);
}

/* The same within its column. */
static void append_cell(GString *to, const Layout *layout, guint place, const char *text, int row)
{
    const Shown *shown = &g_array_index(layout->shown, Shown, place);
    gboolean is_last = place + 1 == layout->shown->len;
    guint width = shown->width;
    g_autofree char *cropped =
        is_tail(layout, place) ? width_crop(text, width) : width_crop_middle(text, width);
    if (shown->is_number)
        append_blanks(to, width - MIN(width, width_of(cropped)));
    append_text(to, layout, place, cropped, row);
    if (!is_last && !shown->is_number)
        append_blanks(to, width - MIN(width, width_of(cropped)));
    if (!is_last)
        g_string_append(to, "  ");
}

static void append_line(GString *to)
{
    while (to->len > 0 && to->str[to->len - 1] == ' ')
        g_string_truncate(to, to->len - 1);
    g_string_append_c(to, '\n');
}

static void append_row(GString *to, const Layout *layout, guint row, const char *indent)
{
    g_string_append(to, indent);
    for (guint i = 0; i < layout->shown->len; i++) {
        g_autofree char *text = cell_text(layout, row, &g_array_index(layout->shown, Shown, i));
        append_cell(to, layout, i, text, (int)row);
    }
    append_line(to);
}

#define FOLD "\n    "

/* A text that takes lines of its own, broken at blanks. */
static void append_wrapped(GString *to, const char *text, guint width)
{
    g_autoptr(GString) wrapped = g_string_new(NULL);
    width_wrap(wrapped, text, width);
    g_auto(GStrv) lines = g_strsplit(wrapped->str, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_autofree char *cropped = width_crop_middle(*line, width);
        if (*cropped != '\0')
            g_string_append_printf(to, FOLD "%s", cropped);
    }
}

/* Where the column `place` begins. */
static guint column_start(const Layout *layout, guint place, guint indent)
{
    guint start = indent;
    for (guint i = 0; i < place; i++)
        start += g_array_index(layout->shown, Shown, i).width + 2;
    return start;
}

/* Goes on to where a cell of `wide` columns stands: in its column, or behind what is there already; where there is no room,
 * on the next line. Returns that place. */
static guint go_to_cell(GString *to, const Layout *layout, guint column, guint start, guint wide)
{
    guint next = MAX(column + 2, start);
    if (next + wide <= layout->style->width) {
        g_string_append_printf(to, "%*s", (int)(next - column), "");
        return next;
    }
    g_string_append(to, FOLD);
    next = MAX((guint)strlen(FOLD) - 1, start + wide <= layout->style->width ? start : 0);
    g_string_append_printf(to, "%*s", (int)(next - strlen(FOLD) + 1), "");
    return next;
}

/* A row that does not fit the columns, or where the terminal is too narrow for any: its cells one after the other, further
 * lines indented. */
static void append_folded(GString *to, const Layout *layout, guint row, const char *indent)
{
    guint column = (guint)strlen(indent), width = layout->style->width;
    guint room = width > strlen(FOLD) ? width - (guint)strlen(FOLD) + 1 : 1;
    g_string_append(to, indent);
    for (guint i = 0; i < layout->shown->len; i++) {
        g_autofree char *text = cell_text(layout, row, &g_array_index(layout->shown, Shown, i));
        if (is_tail(layout, i) && width_of(text) > room) {
            append_wrapped(to, text, room);
            continue;
        }
        g_autofree char *cropped = width_crop_middle(text, room);
        guint start = layout->is_squeezed ? column_start(layout, i, (guint)strlen(indent)) : 0;
        if (*cropped == '\0')
            continue;
        if (i > 0)
            column = go_to_cell(to, layout, column, start, width_of(cropped));
        append_text(to, layout, i, cropped, (int)row);
        column += width_of(cropped);
    }
    append_line(to);
}

static void append_names(GString *to, const Layout *layout, const char *indent)
{
    g_autoptr(GString) names = g_string_new(indent);
    for (guint i = 0; i < layout->shown->len; i++) {
        guint at = g_array_index(layout->shown, Shown, i).column;
        g_autofree char *name = name_text(layout, i, g_array_index(layout->table->columns, Column, at).name);
        append_cell(names, layout, i, name, -1);
    }
    append_line(names);
    g_string_append_printf(to, "%s%.*s%s\n", text_colour(layout->style, "2"), (int)names->len - 1, names->str,
                           text_colour(layout->style, "0"));
}

static void append_group(GString *to, const Layout *layout, const char *value)
{
    const char *name = value != NULL ? value : "(none)";
    g_autofree char *printable = width_printable(name, strlen(name));
    gboolean is_file = g_str_has_suffix(layout->block->group_by, "file");
    g_string_append(to, text_colour(layout->style, "1"));
    text_link(to, layout->style, printable, is_file ? value : NULL, NULL);
    g_string_append_printf(to, "%s\n", text_colour(layout->style, "0"));
}

void text_table(GString *to, const Block *block, const TextStyle *style)
{
    guint size = table_size(block->table);
    Layout layout = {
        .block = block,
        .table = block->table,
        .style = style,
        .rows = style->all ? size : MIN(size, TEXT_ROWS),
        .group = style->terminal && block->group_by != NULL ? table_find(block->table, block->group_by) : -1,
        .shown = g_array_new(FALSE, FALSE, sizeof(Shown)),
    };
    const char *indent = layout.group >= 0 ? "  " : "";
    lay_out(&layout);
    gboolean has_columns = find_widths(&layout, (guint)strlen(indent));
    if (has_columns)
        append_names(to, &layout, indent);
    const char *group = "";
    for (guint row = 0; row < layout.rows; row++) {
        const char *value = layout.group >= 0 ? raw_cell(&layout, row, (guint)layout.group) : NULL;
        if (layout.group >= 0 && g_strcmp0(value, group) != 0)
            append_group(to, &layout, value);
        group = layout.group >= 0 ? value : group;
        gboolean in_columns = has_columns && (!layout.is_squeezed || row_fits(&layout, row));
        (in_columns ? append_row : append_folded)(to, &layout, row, indent);
    }
    g_array_unref(layout.shown);
    if (layout.rows < size)
        g_string_append_printf(to, "%s%u more: --all\n", style->terminal ? "" : "# ", size - layout.rows);
}
