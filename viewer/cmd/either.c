/* either.c: names with a choice; see either.h. */
#include "cmd/either.h"

#include "cmd/subject.h"
#include "query/resolve.h"

#include <string.h>

gboolean either_may_miss(const char *names)
{
    return strlen(names) > 1 && g_str_has_suffix(names, "|");
}

gboolean either_find(const Context *context, const char *names, Answer *answer, Table **symbol,
                     GError **error)
{
    /* A lone | is an operator of Python. */
    g_auto(GStrv) each =
        strlen(names) > 1 ? g_strsplit(names, "|", -1) : g_strdupv((char *[]){(char *)names, NULL});

    for (guint i = 0; each[i] != NULL && each[i + 1] != NULL; i++) {
        g_autoptr(Table) found = resolve(context->index, each[i], error);
        if (found == NULL)
            return FALSE;
        if (table_size(found) > 0)
            return subject_find(context, each[i], answer, symbol, error);
    }
    *symbol = NULL;
    return either_may_miss(names) ||
           subject_find(context, each[g_strv_length(each) - 1], answer, symbol, error);
}
