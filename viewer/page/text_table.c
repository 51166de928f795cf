/* text_table.c: a table in aligned columns; see text_table.h.
 *
 * First the cells are laid out as they will be shown: `file` and `line` (also `callee_file` and
 * `callee_line`) become one `file:line` that an editor or a terminal can jump to, columns without a value are
 * left out, and the group's column goes above its rows (then its `line` comes first, as grep does it). Then
 * the columns are measured and printed. */
#include "page/text_table.h"

#include "page/width.h"

#include <string.h>

typedef struct Shown {
    guint column; /* of the table */
    int line;     /* the column of the line, where this one is the file; else -1 */
    gboolean is_number;
    guint width;
} Shown;

typedef struct Layout {
    const Table *table;
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
    return g_strdup_printf("%s:%s", path, line);
}

static gboolean has_value(const Layout *layout, guint column)
{
    for (guint row = 0; row < layout->rows; row++)
        if (raw_cell(layout, row, column) != NULL)
            return TRUE;
    return FALSE;
}

/* The column with the lines of the file in this one: `line` of `file`, `callee_line` of `callee_file`; or -1. */
static int line_column(const Table *table, guint column)
{
    const char *name = g_array_index(table->columns, Column, column).name;
    if (!g_str_has_suffix(name, "file"))
        return -1;
    g_autofree char *line = g_strdup_printf("%.*sline", (int)(strlen(name) - strlen("file")), name);
    return table_find(table, line);
}

/* In a pipe the line of names begins with "# ", within the first column, so that the others stay aligned. */
static char *name_text(const Layout *layout, guint place, const char *name)
{
    return g_strconcat(place == 0 && !layout->style->terminal ? "# " : "", name, NULL);
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
    int group_line = layout->group >= 0 ? line_column(layout->table, (guint)layout->group) : -1;
    if (layout->group >= 0)
        is_done[layout->group] = TRUE;
    if (group_line >= 0) {
        add_shown(layout, (guint)group_line, -1);
        is_done[group_line] = TRUE;
    }
    for (guint i = 0; i < width; i++) { /* lines that will stand behind their file */
        int line = is_done[i] ? -1 : line_column(layout->table, i);
        if (line >= 0)
            is_done[line] = TRUE;
    }
    for (guint i = 0; i < width; i++)
        if (!is_done[i] && (has_value(layout, i) || layout->table->rows->len == 0))
            add_shown(layout, i, line_column(layout->table, i));
}

static void append_cell(GString *to, const Layout *layout, guint place, const char *text, guint *column)
{
    const Shown *shown = &g_array_index(layout->shown, Shown, place);
    gboolean is_last = place + 1 == layout->shown->len;
    guint width = shown->width;
    if (is_last && shown->line < 0 && layout->style->terminal &&
        layout->style->width > 0) /* a place stays whole */
        width = MIN(width, MAX(layout->style->width, *column + 8) - *column);
    g_autofree char *cropped = width_crop(text, width);
    if (shown->is_number)
        g_string_append_printf(to, "%*s", (int)(width - width_of(cropped)), "");
    width_append(to, cropped, is_last || shown->is_number ? 0 : width);
    if (!is_last)
        g_string_append(to, "  ");
    *column += width + 2;
}

static void append_line(GString *to)
{
    while (to->len > 0 && to->str[to->len - 1] == ' ')
        g_string_truncate(to, to->len - 1);
    g_string_append_c(to, '\n');
}

static void append_row(GString *to, const Layout *layout, guint row, const char *indent)
{
    guint column = (guint)strlen(indent);
    g_string_append(to, indent);
    for (guint i = 0; i < layout->shown->len; i++) {
        g_autofree char *text = cell_text(layout, row, &g_array_index(layout->shown, Shown, i));
        append_cell(to, layout, i, text, &column);
    }
    append_line(to);
}

static void append_names(GString *to, const Layout *layout, const char *indent)
{
    guint column = (guint)strlen(indent);
    g_autoptr(GString) names = g_string_new(indent);
    for (guint i = 0; i < layout->shown->len; i++) {
        guint at = g_array_index(layout->shown, Shown, i).column;
        g_autofree char *name = name_text(layout, i, g_array_index(layout->table->columns, Column, at).name);
        append_cell(names, layout, i, name, &column);
    }
    append_line(names);
    g_string_append_printf(to, "%s%.*s%s\n", text_colour(layout->style, "2"), (int)names->len - 1, names->str,
                           text_colour(layout->style, "0"));
}

void text_table(GString *to, const Table *table, const char *group_by, const TextStyle *style)
{
    Layout layout = {
        .table = table,
        .style = style,
        .rows = style->all ? table_size(table) : MIN(table_size(table), TEXT_ROWS),
        .group = style->terminal && group_by != NULL ? table_find(table, group_by) : -1,
        .shown = g_array_new(FALSE, FALSE, sizeof(Shown)),
    };
    const char *indent = layout.group >= 0 ? "  " : "";
    lay_out(&layout);
    append_names(to, &layout, indent);
    const char *group = "";
    for (guint row = 0; row < layout.rows; row++) {
        const char *value = layout.group >= 0 ? raw_cell(&layout, row, (guint)layout.group) : NULL;
        if (layout.group >= 0 && g_strcmp0(value, group) != 0)
            g_string_append_printf(to, "%s%s%s\n", text_colour(style, "1"), value != NULL ? value : "(none)",
                                   text_colour(style, "0"));
        group = layout.group >= 0 ? value : group;
        append_row(to, &layout, row, indent);
    }
    g_array_unref(layout.shown);
    if (layout.rows < table_size(table))
        g_string_append_printf(to, "%s%u more: --all\n", style->terminal ? "" : "# ",
                               table_size(table) - layout.rows);
}
