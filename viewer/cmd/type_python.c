/* type_python.c: see type_python.h. The record of a type's objects is nowhere said: it is what most of its functions take, of the
 * size that the type says. */
#include "cmd/type_python.h"

#include "cmd/layout.h"

/* Include/object.h: what a type says of itself. Others are set when it is readied. */
static const struct {
    guint bit;
    const char *name;
} FLAGS[] = {
    {7, "Py_TPFLAGS_DISALLOW_INSTANTIATION"},
    {8, "Py_TPFLAGS_IMMUTABLETYPE"},
    {9, "Py_TPFLAGS_HEAPTYPE"},
    {10, "Py_TPFLAGS_BASETYPE"},
    {14, "Py_TPFLAGS_HAVE_GC"},
    {24, "Py_TPFLAGS_LONG_SUBCLASS"},
    {25, "Py_TPFLAGS_LIST_SUBCLASS"},
    {26, "Py_TPFLAGS_TUPLE_SUBCLASS"},
    {27, "Py_TPFLAGS_BYTES_SUBCLASS"},
    {28, "Py_TPFLAGS_UNICODE_SUBCLASS"},
    {29, "Py_TPFLAGS_DICT_SUBCLASS"},
    {30, "Py_TPFLAGS_BASE_EXC_SUBCLASS"},
    {31, "Py_TPFLAGS_TYPE_SUBCLASS"},
};

static void append_flags(GString *to, gint64 flags)
{
    const char *before = "flags: ";
    for (guint i = 0; i < G_N_ELEMENTS(FLAGS); i++)
        if (flags & ((gint64)1 << FLAGS[i].bit)) {
            g_string_append_printf(to, "%s%s", before, FLAGS[i].name);
            before = " | ";
        }
    if (*before == ' ')
        g_string_append_c(to, '\n');
}

static void append_fact(GString *to, const char *before, const char *value, const char *behind)
{
    if (value != NULL)
        g_string_append_printf(to, "%s%s%s\n", before, value, behind);
}

static void add_facts(const Table *type, Answer *answer)
{
    g_autoptr(GString) facts = g_string_new(NULL);
    append_fact(facts, "Python: ", table_get(type, 0, "name"), "");
    append_fact(facts, "base: ", table_get(type, 0, "base"), "");
    append_fact(facts, "size: ", table_get(type, 0, "size"), " bytes");
    if (table_get_int(type, 0, "item_size") > 0)
        append_fact(facts, "and for each item: ", table_get(type, 0, "item_size"), " bytes");
    append_flags(facts, table_get_int(type, 0, "flags"));
    answer_add_paragraph(answer, facts->str);
}

static void add_if_any(Answer *answer, const char *title, Table *table)
{
    if (table_size(table) > 0)
        answer_add_table(answer, title, table, NULL);
    else
        table_free(table);
}

static gboolean add_names(const Context *context, const Table *type, Answer *answer, GError **error)
{
    const char *name = table_get(type, 0, "name"), *id = table_get(type, 0, "symbol_id");
    const char *wrappers = context_option(context, "wrappers") != NULL ? "1" : NULL;
    Table *names =
        index_query(context->index, error, "type_names", "id", id, "type", name, "wrappers", wrappers, NULL);
    if (names == NULL)
        return FALSE;
    add_if_any(answer, "its own", names);
    Table *inherited = index_query(context->index, error, "type_inherited", "type", name, NULL);
    if (inherited == NULL)
        return FALSE;
    add_if_any(answer, "slots of its bases", inherited);
    return TRUE;
}

static gboolean add_fields(const Context *context, const Table *type, Answer *answer, GError **error)
{
    const char *id = table_get(type, 0, "symbol_id"), *size = table_get(type, 0, "size");
    g_autoptr(Table) found = index_query(context->index, error, "type_struct", "id", id, "size", size, NULL);
    if (found != NULL && table_size(found) == 0 && size != NULL) { /* the size may leave out what follows */
        table_free(found);
        found = index_query(context->index, error, "type_struct", "id", id, "size", NULL, NULL);
    }
    g_autoptr(Table) record =
        found != NULL && table_size(found) > 0
            ? index_query(context->index, error, "python_id", "id", table_get(found, 0, "id"), NULL)
            : NULL;
    if (found == NULL || (record == NULL && table_size(found) > 0))
        return FALSE;
    Table *fields = record != NULL ? layout_fields(context->index, record, context->all, error) : NULL;
    if (fields != NULL) {
        g_autofree char *title =
            g_strdup_printf("%s: fields (offset and size in bytes)", table_get(record, 0, "name"));
        add_if_any(answer, title, fields);
    }
    return record == NULL || fields != NULL;
}

gboolean type_python_add(const Context *context, const char *id, gboolean with_fields, Answer *answer,
                         gboolean *is_type, GError **error)
{
    g_autoptr(Table) type = index_query(context->index, error, "type_python", "id", id, NULL);
    if (type == NULL)
        return FALSE;
    *is_type = table_size(type) > 0;
    if (!*is_type)
        return TRUE;
    add_facts(type, answer);
    return add_names(context, type, answer, error) &&
           (!with_fields || add_fields(context, type, answer, error));
}

char *type_python_of(const Context *context, const Table *symbol)
{
    g_autofree char *size = g_strdup_printf("%" G_GINT64_FORMAT, table_get_int(symbol, 0, "bits") / 8);
    g_autoptr(Table) type = index_query(context->index, NULL, "type_of_struct", "name",
                                        table_get(symbol, 0, "name"), "size", size, NULL);
    return type != NULL && table_size(type) > 0 ? g_strdup(table_get(type, 0, "id")) : NULL;
}
