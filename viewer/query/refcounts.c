/* refcounts.c: see refcounts.h. A line of the file is about a function's result where no parameter is named in it:
 *
 *     PyList_GetItem:PyObject*::0:           (borrowed)
 *     PyList_New:PyObject*::+1:              (new)
 *     PyList_GetItem:PyObject*:list:0:       (a parameter)
 */
#include "query/refcounts.h"

#include <string.h>

#define REFCOUNTS "Doc/data/refcounts.dat"

enum { LAST_LINE = 1 << 20 }; /* behind the end of any file */

/* What stands behind the third colon of the line at `at`, if it is about a result; NULL. */
static const char *count_in(const char *at)
{
    const char *type = strchr(at, ':'), *parameter = type != NULL ? strchr(type + 1, ':') : NULL;
    return parameter != NULL && parameter[1] == ':' ? parameter + 2 : NULL;
}

static int line_of(const char *text, const char *at)
{
    int line = 1;
    for (; text < at; text++)
        line += *text == '\n';
    return line;
}

char *refcounts_result(Index *index, const char *function)
{
    gboolean is_stale;
    g_autofree char *text = index_read_source(index, REFCOUNTS, 1, LAST_LINE, &is_stale, NULL);
    g_autofree char *start = g_strdup_printf("\n%s:", function);
    for (const char *at = text; at != NULL && (at = strstr(at, start)) != NULL; at++) {
        const char *count = count_in(at);
        const char *result = count == NULL || strcspn(at + 1, "\n") < (gsize)(count - at - 1) ? NULL
                             : *count == '+'                                                  ? "new"
                             : *count == '0'                                                  ? "borrowed"
                                                                                              : NULL;
        if (result != NULL)
            return g_strdup_printf("returns a %s reference (%s:%d)", result, REFCOUNTS, line_of(text, at + 1));
    }
    return NULL;
}
