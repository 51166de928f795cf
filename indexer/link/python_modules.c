/* python_modules.c: the modules that are written in C, and their functions. See python_modules.h.
 *
 *     static struct PyModuleDef mathmodule = {PyModuleDef_HEAD_INIT, "math", module_doc, -1, math_methods, …};
 *     static PyMethodDef math_methods[] = {{"acos", math_acos, METH_O, math_acos_doc}, …};
 *     PyModule_AddFunctions(mod, test_methods)                      more of them
 *
 * A module that is made in two phases is called as it was asked for: PyInit__decimal gives _decimal, whatever m_name says. */
#include "link/python_modules.h"

typedef gboolean (*TakeRow)(const PythonModules *modules, Statement *row, PythonRows *rows, GError **error);

static gint64 *copy_id(gint64 id)
{
    return g_memdup2(&id, sizeof id);
}

static gboolean read_rows(const PythonModules *modules, Linking *linking, const char *file, TakeRow take,
                          PythonRows *rows, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) found = database_prepare_file(linking->database, file, error);
    if (found == NULL)
        return FALSE;
    while (statement_step(found, &problem))
        if (!take(modules, found, rows, error))
            return FALSE;
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

static gboolean take_entry(const PythonModules *modules, Statement *row, PythonRows *rows, GError **error)
{
    gint64 definition = statement_int(row, 0);
    (void)rows, (void)error;
    if (statement_int(row, 2))
        g_hash_table_replace(modules->names, copy_id(definition), g_strdup(statement_text(row, 1)));
    else if (g_strcmp0(g_hash_table_lookup(modules->names, &definition), statement_text(row, 1)) != 0)
        g_hash_table_replace(modules->asked_for, copy_id(definition), g_strdup(statement_text(row, 1)));
    return TRUE;
}

static gboolean add_functions(const PythonModules *modules, gint64 definition, gint64 table, PythonRows *rows,
                              GError **error)
{
    const PythonCells *cells = modules->cells;
    const char *module = g_hash_table_lookup(modules->names, &definition);
    PythonRecord row;
    for (guint position = 0; module != NULL && python_cells_next(cells, table, &position, &row);) {
        const PythonCell *named = python_record_get(&row, python_cells_field(cells, "PyMethodDef.ml_name"));
        const PythonCell *function =
            python_record_get(&row, python_cells_field(cells, "PyMethodDef.ml_meth"));
        const PythonCell *flags = python_record_get(&row, python_cells_field(cells, "PyMethodDef.ml_flags"));
        if (named == NULL || named->text == NULL || function == NULL)
            continue;
        PythonName name = {
            .of = module, .name = named->text, .kind = "function", .function = function->symbol};
        name.owner = definition;
        name.flags = flags != NULL ? flags->number : 0;
        name.file = named->file;
        name.line = named->line;
        if (!python_rows_add(rows, &name, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean take_table(const PythonModules *modules, Statement *row, PythonRows *rows, GError **error)
{
    return add_functions(modules, statement_int(row, 1), statement_int(row, 0), rows, error);
}

PythonModules *python_modules_read(Linking *linking, const PythonCells *cells, GError **error)
{
    g_autoptr(PythonModules) modules = g_new0(PythonModules, 1);
    gint64 field = python_cells_field(cells, "PyModuleDef.m_name");
    modules->cells = cells;
    modules->names = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    modules->asked_for = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    modules->by_file = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    for (guint i = 0; i < cells->cells->len; i++) {
        const PythonCell *name = &g_array_index(cells->cells, PythonCell, i);
        if (name->field == field && name->text != NULL)
            g_hash_table_replace(modules->names, copy_id(name->variable), g_strdup(name->text));
    }
    if (!read_rows(modules, linking, "indexer/link/python_inits.sql", take_entry, NULL, error))
        return NULL;
    for (guint i = 0; i < cells->cells->len; i++) {
        const PythonCell *name = &g_array_index(cells->cells, PythonCell, i);
        if (name->field == field)
            g_hash_table_replace(modules->by_file, copy_id(name->file),
                                 g_hash_table_lookup(modules->names, &name->variable));
    }
    return g_steal_pointer(&modules);
}

/* What the module is called, and where it is defined. */
static gboolean add_module(const PythonModules *modules, Statement *add, const PythonCell *cell,
                           const char *path, GError **error)
{
    const char *name = g_hash_table_lookup(modules->names, &cell->variable);
    const char *asked_for = g_hash_table_lookup(modules->asked_for, &cell->variable);
    g_autofree char *all = asked_for != NULL ? g_strconcat(asked_for, ".*", NULL) : NULL;
    statement_put_text(add, 1, name);
    statement_put_int(add, 2, cell->line);
    statement_put_text(add, 3, "module");
    statement_put_null(add, 4);
    statement_put_text(add, 5, path);
    if (!statement_write(add, error))
        return FALSE;
    statement_put_text(add, 1, all);
    statement_put_text(add, 3, "star");
    statement_put_text(add, 4, name);
    return all == NULL || statement_write(add, error);
}

static gboolean add_modules(const PythonModules *modules, Linking *linking, GError **error)
{
    gint64 field = python_cells_field(modules->cells, "PyModuleDef.m_name");
    g_autoptr(Statement) add =
        database_prepare_file(linking->database, "indexer/link/python_add_source.sql", error);
    g_autoptr(Statement) file =
        database_prepare_file(linking->database, "indexer/link/python_path.sql", error);
    for (guint i = 0; add != NULL && file != NULL && i < modules->cells->cells->len; i++) {
        const PythonCell *cell = &g_array_index(modules->cells->cells, PythonCell, i);
        if (cell->field != field || !g_hash_table_contains(modules->names, &cell->variable))
            continue;
        statement_bind_int(file, "id", cell->file);
        if (statement_step(file, NULL) && !add_module(modules, add, cell, statement_text(file, 0), error))
            return FALSE;
        statement_reset(file);
    }
    return add != NULL && file != NULL;
}

gboolean python_modules_link(const PythonModules *modules, Linking *linking, PythonRows *rows, GError **error)
{
    gint64 field = python_cells_field(modules->cells, "PyModuleDef.m_methods");
    for (guint i = 0; i < modules->cells->cells->len; i++) {
        const PythonCell *cell = &g_array_index(modules->cells->cells, PythonCell, i);
        if (cell->field == field && cell->kind == 'v' &&
            !add_functions(modules, cell->variable, cell->symbol, rows, error))
            return FALSE;
    }
    return add_modules(modules, linking, error) &&
           read_rows(modules, linking, "indexer/link/python_added_tables.sql", take_table, rows, error);
}

void python_modules_free(PythonModules *modules)
{
    g_hash_table_unref(modules->names);
    g_hash_table_unref(modules->asked_for);
    g_hash_table_unref(modules->by_file);
    g_free(modules);
}
