/* shape.c: see shape.h. */
#include "link/shape.h"

#include <string.h>

enum { ANY = -1 }; /* number of parameters: variadic, or without a prototype */

struct Shapes {
    GHashTable *numbers;   /* text -> number */
    GArray *parameters;    /* by number: how many, or ANY */
};

Shapes *shapes_new(void)
{
    Shapes *shapes = g_new0(Shapes, 1);
    int none = ANY;
    shapes->numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    shapes->parameters = g_array_new(FALSE, FALSE, sizeof(int));
    g_array_append_val(shapes->parameters, none);
    return shapes;
}

void shapes_free(Shapes *shapes)
{
    g_hash_table_unref(shapes->numbers);
    g_array_unref(shapes->parameters);
    g_free(shapes);
}

static int count_parameters(const char *text)
{
    const char *list = strchr(text, '(');
    if (list == NULL || strpbrk(list, "?") != NULL || strstr(list, "...") != NULL)
        return ANY;
    if (list[1] == ')')
        return 0;
    int count = 1;
    for (const char *c = list; *c != '\0'; c++)
        count += *c == ',';
    return count;
}

guint shapes_number(Shapes *shapes, const char *text)
{
    if (text == NULL)
        return 0;
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(shapes->numbers, text));
    if (number != 0)
        return number;
    int count = count_parameters(text);
    number = shapes->parameters->len;
    g_array_append_val(shapes->parameters, count);
    g_hash_table_insert(shapes->numbers, g_strdup(text), GUINT_TO_POINTER(number));
    return number;
}

gboolean shapes_fit(const Shapes *shapes, guint call, guint own, guint cast, guint to)
{
    if (call == own || call == 0 || own == 0)
        return TRUE;
    int given = g_array_index(shapes->parameters, int, call), taken = g_array_index(shapes->parameters, int, own);
    return (call == cast || call == to || given == ANY) && (taken <= given || given == ANY);
}
