/* sides.c: see sides.h. The longest common subsequence of lines, by the table of its lengths: functions are short. */
#include "query/sides.h"

#include <string.h>

enum { MOST_CELLS = 16000000 }; /* of that table: 4,000 lines on either side; beyond that nothing is common */

typedef struct Sides {
    GStrv before, after;
    guint n, m;
    guint16 *lengths; /* [(n + 1) × (m + 1)]: of the subsequence from line i and line j on; NULL: too many */
    int before_line, after_line;
    Table *table;
} Sides;

static GStrv split(const char *text, guint *count)
{
    GStrv lines = g_strsplit(text, "\n", -1);
    *count = g_strv_length(lines);
    if (*count > 0 && *lines[*count - 1] == '\0')
        (*count)--;
    return lines;
}

static guint16 *length_at(const Sides *sides, guint i, guint j)
{
    return &sides->lengths[(gsize)i * (sides->m + 1) + j];
}

static void fill(Sides *sides)
{
    gsize cells = ((gsize)sides->n + 1) * (sides->m + 1);
    if (cells > MOST_CELLS)
        return;
    sides->lengths = g_new0(guint16, cells);
    for (guint i = sides->n; i-- > 0;)
        for (guint j = sides->m; j-- > 0;)
            *length_at(sides, i, j) = strcmp(sides->before[i], sides->after[j]) == 0
                                          ? *length_at(sides, i + 1, j + 1) + 1
                                          : MAX(*length_at(sides, i + 1, j), *length_at(sides, i, j + 1));
}

static void add_row(Sides *sides, int i, int j)
{
    g_autofree char *before = i < 0 ? NULL : g_strdup_printf("%d", sides->before_line + i),
                    *after = j < 0 ? NULL : g_strdup_printf("%d", sides->after_line + j);
    const char *cells[] = {before, i < 0 ? NULL : sides->before[i], i < 0 ? "+" : j < 0 ? "-" : NULL,
                           after,  j < 0 ? NULL : sides->after[j],  NULL};
    table_add(sides->table, cells);
}

Table *sides_table(const char *before, int before_line, const char *after, int after_line)
{
    static const char *const columns[] = {"line", "before", "mark", "line_after", "after", NULL};
    Sides sides = {.before_line = before_line, .after_line = after_line, .table = table_new(columns)};
    guint i = 0, j = 0;
    sides.before = split(before, &sides.n);
    sides.after = split(after, &sides.m);
    fill(&sides);
    while (i < sides.n || j < sides.m) {
        gboolean both = i < sides.n && j < sides.m;
        if (both && strcmp(sides.before[i], sides.after[j]) == 0)
            add_row(&sides, (int)i++, (int)j++);
        else if (i < sides.n && (!both || sides.lengths == NULL || *length_at(&sides, i + 1, j) >= *length_at(&sides, i, j + 1)))
            add_row(&sides, (int)i++, -1);
        else
            add_row(&sides, -1, (int)j++);
    }
    table_set_number(sides.table, "line");
    table_set_number(sides.table, "line_after");
    g_strfreev(sides.before);
    g_strfreev(sides.after);
    g_free(sides.lengths);
    return sides.table;
}
