/* text_table.c: a table in aligned columns; see text_table.h.
 *
 * First the cells are laid out as they will be shown: `file` and `line` (also `callee_file` and
 * `callee_line`) become one `file:line` that an editor or a terminal can jump to, columns without a value are
 * left out, and the group's column goes above its rows (then its `line` comes first, as grep does it). Then
 * the columns are measured, made narrower where the terminal is, and printed. */
#include "page/text_table.h"

#include "page/width.h"

#include <string.h>

#define LEAST      20 /* columns of the terminal that a name or a place keeps; and */
#define LEAST_LAST 20 /* a text behind them: with less, rows are folded */

typedef struct Shown {
    guint column; /* of the table */
    int line;     /* the column of the line, where this one is the file; else -1 */
    gboolean is_number;
    guint width;
} Shown;

typedef struct Layout {
    const Block *block;
    const Table *table; /* the block's */
    const TextStyle *style;
    guint rows;    /* to print */
    int group;     /* column, or -1 */
    GArray *shown; /* of Shown, from left to right */
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

/* Makes the columns fit the terminal: what is too wide is taken off the tail, then off the widest. FALSE: they cannot be
 * made to fit. */
static gboolean fit(const Layout *layout, guint indent)
{
    guint total = indent, last = layout->shown->len;
    for (guint i = 0; i < layout->shown->len; i++)
        total += g_array_index(layout->shown, Shown, i).width + (i > 0 ? 2 : 0);
    if (!layout->style->terminal || layout->style->width == 0 || total <= layout->style->width)
        return TRUE;
    guint over = total - layout->style->width;
    if (last > 0 && is_tail(layout, last - 1)) {
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

/* Of row `row`; -1: the line of names. */
static void append_cell(GString *to, const Layout *layout, guint place, const char *text, int row)
{
    const Shown *shown = &g_array_index(layout->shown, Shown, place);
    gboolean is_last = place + 1 == layout->shown->len;
    guint width = shown->width;
    g_autofree char *cropped =
        is_tail(layout, place) ? width_crop(text, width) : width_crop_middle(text, width);
    if (shown->is_number)
        append_blanks(to, width - MIN(width, width_of(cropped)));
    if (row >= 0 && shown->line >= 0)
        text_link(to, layout->style, cropped, raw_cell(layout, (guint)row, shown->column),
                  raw_cell(layout, (guint)row, (guint)shown->line));
    else
        g_string_append(to, cropped);
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

/* A row where the terminal is too narrow for columns: its cells one after the other, further lines indented. */
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
        if (*cropped == '\0')
            continue;
        if (column + 2 + width_of(cropped) > width && i > 0) {
            g_string_append(to, FOLD);
            column = 4;
        } else if (i > 0) {
            g_string_append(to, "  ");
            column += 2;
        }
        g_string_append(to, cropped);
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
    gboolean has_columns = fit(&layout, (guint)strlen(indent));
    if (has_columns)
        append_names(to, &layout, indent);
    const char *group = "";
    for (guint row = 0; row < layout.rows; row++) {
        const char *value = layout.group >= 0 ? raw_cell(&layout, row, (guint)layout.group) : NULL;
        if (layout.group >= 0 && g_strcmp0(value, group) != 0)
            append_group(to, &layout, value);
        group = layout.group >= 0 ? value : group;
        (has_columns ? append_row : append_folded)(to, &layout, row, indent);
    }
    g_array_unref(layout.shown);
    if (layout.rows < size)
        g_string_append_printf(to, "%s%u more: --all\n", style->terminal ? "" : "# ", size - layout.rows);
}
