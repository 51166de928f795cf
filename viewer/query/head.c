/* head.c: where a symbol begins for a reader; see head.h. */
#include "query/head.h"

#include <string.h>

#define ABOVE 4 /* lines to look at: a type, perhaps an attribute or a macro before it */

/* Whether a function's head can go on after `line`: it is no end of something else (a statement, a body, a
 * comment, a directive, a label), and not indented. */
static gboolean is_part_of_head(const char *line)
{
    g_autofree char *text = g_strchomp(g_strdup(line));
    gsize length = strlen(text);
    return length > 0 && strchr(";}/:\\", text[length - 1]) == NULL && strchr("#/ \t*", text[0]) == NULL;
}

int head_line(Index *index, const Table *symbols, guint row)
{
    int line = (int)table_get_int(symbols, row, "line"), from = MAX(line - ABOVE, 1);
    gboolean is_stale;
    if (line == 1 || strcmp(table_get(symbols, row, "kind"), "function") != 0 ||
        table_get(symbols, row, "by_macro") != NULL)
        return line;
    g_autofree char *text =
        index_read_source(index, table_get(symbols, row, "file"), from, line - 1, &is_stale, NULL);
    g_auto(GStrv) above = g_strsplit(text != NULL ? text : "", "\n", -1);
    int head = line;
    while (head > from && head - 1 - from < (int)g_strv_length(above) &&
           is_part_of_head(above[head - 1 - from]))
        head--;
    return head;
}
