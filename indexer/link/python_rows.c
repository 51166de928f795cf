/* python_rows.c: see python_rows.h. */
#include "link/python_rows.h"

struct PythonRows {
    Statement *add;
    GString *name, *flags;
};

/* Include/methodobject.h, in the order in which the source joins them: how it is called, then what it is bound to. */
static const struct {
    gint64 bit;
    const char *name;
} METHOD_FLAGS[] = {
    {0x0200, "METH_METHOD"},   {0x0001, "METH_VARARGS"}, {0x0080, "METH_FASTCALL"},
    {0x0002, "METH_KEYWORDS"}, {0x0004, "METH_NOARGS"},  {0x0008, "METH_O"},
    {0x0010, "METH_CLASS"},    {0x0020, "METH_STATIC"},  {0x0040, "METH_COEXIST"},
};

PythonRows *python_rows_new(Linking *linking, GError **error)
{
    Statement *add = database_prepare_file(linking->database, "indexer/link/python_add_name.sql", error);
    if (add == NULL)
        return NULL;
    PythonRows *rows = g_new0(PythonRows, 1);
    rows->add = add;
    rows->name = g_string_new(NULL);
    rows->flags = g_string_new(NULL);
    return rows;
}

void python_rows_free(PythonRows *rows)
{
    statement_free(rows->add);
    g_string_free(rows->name, TRUE);
    g_string_free(rows->flags, TRUE);
    g_free(rows);
}

static void put_id(Statement *statement, int position, gint64 id)
{
    if (id != 0)
        statement_put_int(statement, position, id);
    else
        statement_put_null(statement, position);
}

static void put_text(Statement *statement, int position, const char *text)
{
    if (text != NULL)
        statement_put_text(statement, position, text);
    else
        statement_put_null(statement, position);
}

/* NULL: none is set. */
static const char *join_flags(PythonRows *rows, gint64 flags)
{
    g_string_truncate(rows->flags, 0);
    for (guint i = 0; i < G_N_ELEMENTS(METHOD_FLAGS); i++)
        if (flags & METHOD_FLAGS[i].bit)
            g_string_append_printf(rows->flags, "%s%s", rows->flags->len > 0 ? "|" : "",
                                   METHOD_FLAGS[i].name);
    return rows->flags->len > 0 ? rows->flags->str : NULL;
}

gboolean python_rows_add(PythonRows *rows, const PythonName *name, GError **error)
{
    const char *flags = name->type_flags != NULL ? name->type_flags : join_flags(rows, name->flags);
    g_string_assign(rows->name, name->of);
    if (name->name != NULL)
        g_string_append_printf(rows->name, ".%s", name->name);
    statement_put_text(rows->add, 1, rows->name->str);
    statement_put_text(rows->add, 2, name->kind);
    put_id(rows->add, 3, name->function);
    put_id(rows->add, 4, name->symbol);
    put_id(rows->add, 5, name->slot);
    put_id(rows->add, 6, name->owner);
    put_text(rows->add, 7, flags);
    put_id(rows->add, 8, name->file);
    put_id(rows->add, 9, name->line);
    put_text(rows->add, 10, name->base);
    put_id(rows->add, 11, name->record);
    put_id(rows->add, 12, name->size);
    put_id(rows->add, 13, name->item_size);
    if (name->offset > 0)
        statement_put_int(rows->add, 14, name->offset - 1);
    else
        statement_put_null(rows->add, 14);
    return statement_write(rows->add, error);
}
