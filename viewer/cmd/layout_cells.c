/* layout_cells.c: what a static initialiser holds; see layout.h.
 *
 *     PyTypeObject PyList_Type = {
 *         PyVarObject_HEAD_INIT(&PyType_Type, 0)   -> ob_base.ob_base.ob_type  PyType_Type
 *         "list",                                  -> tp_name                  "list"
 *         (destructor)list_dealloc,                -> tp_dealloc               list_dealloc
 *         &list_as_sequence, ...                   -> tp_as_sequence           list_as_sequence, and a table of its own
 *
 * An array of records (list_methods) is a table with a row for each element and a column for each field. */
#include "cmd/layout.h"

#include <string.h>

static gboolean is_array(const Table *cells)
{
    const char *path = table_get(cells, 0, "path");
    return path != NULL && path[0] == '[';
}

/* One row for each value: "ob_base.ob_size". */
static Table *as_fields(const Table *cells)
{
    static const char *const columns[] = {"field", "value", "file", "line", NULL};
    Table *table = table_new(columns);
    table_set_number(table, "line");
    for (guint i = 0; i < table_size(cells); i++) {
        const char *path = table_get(cells, i, "path"), *field = table_get(cells, i, "field");
        g_autofree char *name =
            g_strconcat(path != NULL ? path : "", path != NULL && field != NULL ? "." : "", field, NULL);
        const char *row[] = {name, table_get(cells, i, "value"), table_get(cells, i, "file"),
                             table_get(cells, i, "line")};
        table_add(table, row);
    }
    return table;
}

static guint column_of(GPtrArray *names, const char *name)
{
    guint at;
    if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, &at)) {
        at = names->len;
        g_ptr_array_add(names, (gpointer)name);
    }
    return at;
}

/* The columns of the elements: the fields that any of them fills, in the order of the text, then the place. */
static GPtrArray *element_columns(const Table *cells)
{
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < table_size(cells); i++)
        column_of(names, table_get(cells, i, "field") != NULL ? table_get(cells, i, "field") : "value");
    g_ptr_array_add(names, (gpointer) "file");
    g_ptr_array_add(names, (gpointer) "line");
    g_ptr_array_add(names, NULL);
    return names;
}

/* One row for each element of the array. */
static Table *as_elements(const Table *cells)
{
    g_autoptr(GPtrArray) names = element_columns(cells);
    Table *table = table_new((const char *const *)names->pdata);
    table_set_number(table, "line");
    g_autofree const char **row = NULL;
    for (guint i = 0; i < table_size(cells); i++) {
        const char *field = table_get(cells, i, "field");
        if (i == 0 || strcmp(table_get(cells, i, "path"), table_get(cells, i - 1, "path")) != 0) {
            if (row != NULL)
                table_add(table, row);
            g_free(row);
            row = g_new0(const char *, names->len);
            row[names->len - 3] = table_get(cells, i, "file");
            row[names->len - 2] = table_get(cells, i, "line");
        }
        row[column_of(names, field != NULL ? field : "value")] = table_get(cells, i, "value");
    }
    table_add(table, row);
    return table;
}

static void add_table(const Table *cells, const char *title, Answer *answer)
{
    answer_add_table(answer, title, is_array(cells) ? as_elements(cells) : as_fields(cells), NULL);
}

/* Whether two variables are declared with the same type: "PyTypeObject PyList_Type", "static PyTypeObject …". */
static gboolean are_alike(const char *signature, const char *other)
{
    g_autofree char *type = g_strndup(signature, (gsize)(strrchr(signature, ' ') - signature + 1));
    return other != NULL &&
           strstr(other, type + (g_str_has_prefix(type, "static ") ? strlen("static ") : 0)) != NULL;
}

/* The initialisers of the variables that this one names, but for those of its own kind (tp_base, ob_type). */
static gboolean add_named(Index *index, const Table *cells, const char *signature, Answer *answer,
                          GError **error)
{
    for (guint i = 0; i < table_size(cells); i++) {
        const char *id = table_get(cells, i, "value_id"), *field = table_get(cells, i, "field");
        if (id == NULL || field == NULL || are_alike(signature, table_get(cells, i, "value_signature")))
            continue;
        g_autoptr(Table) inner = index_query(index, error, "type_cells", "id", id, NULL);
        if (inner == NULL)
            return FALSE;
        if (table_size(inner) < 2) /* a string, a number */
            continue;
        g_autofree char *title = g_strdup_printf("%s = %s", field, table_get(cells, i, "value"));
        add_table(inner, title, answer);
    }
    return TRUE;
}

gboolean layout_add_cells(Index *index, const Table *symbol, Answer *answer, GError **error)
{
    g_autoptr(Table) cells = index_query(index, error, "type_cells", "id", table_get(symbol, 0, "id"), NULL);
    if (cells == NULL)
        return FALSE;
    if (table_size(cells) == 0)
        return TRUE;
    g_autofree char *title = g_strdup_printf("%s (%s:%s)", table_get(symbol, 0, "name"),
                                             table_get(symbol, 0, "file"), table_get(symbol, 0, "line"));
    add_table(cells, title, answer);
    return is_array(cells) || add_named(index, cells, table_get(symbol, 0, "signature"), answer, error);
}
