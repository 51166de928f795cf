/* python_modules.c: see python_modules.h. */
#include "link/python_modules.h"

typedef struct Modules {
    const PythonCells *cells;
    const PythonTypes *types;
    PythonRows *rows;
} Modules;

static gboolean add_functions(Modules *modules, const char *module, gint64 owner, gint64 table,
                              GError **error)
{
    const PythonCells *cells = modules->cells;
    PythonRecord row;
    for (guint position = 0; python_cells_next(cells, table, &position, &row);) {
        const PythonCell *named = python_record_get(&row, python_cells_field(cells, "PyMethodDef.ml_name"));
        const PythonCell *function =
            python_record_get(&row, python_cells_field(cells, "PyMethodDef.ml_meth"));
        const PythonCell *flags = python_record_get(&row, python_cells_field(cells, "PyMethodDef.ml_flags"));
        if (named == NULL || named->text == NULL || function == NULL)
            continue;
        PythonName name = {.of = module,
                           .name = named->text,
                           .kind = "function",
                           .function = function->symbol,
                           .owner = owner};
        name.flags = flags != NULL ? flags->number : 0;
        name.file = named->file;
        name.line = named->line;
        if (!python_rows_add(modules->rows, &name, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean add_module(Modules *modules, const PythonRecord *record, GError **error)
{
    const PythonCell *name =
        python_record_get(record, python_cells_field(modules->cells, "PyModuleDef.m_name"));
    const PythonCell *methods =
        python_record_get(record, python_cells_field(modules->cells, "PyModuleDef.m_methods"));
    if (name == NULL || name->text == NULL || methods == NULL || methods->kind != 'v')
        return TRUE;
    return add_functions(modules, name->text, name->variable, methods->symbol, error);
}

gboolean python_modules_link(Linking *linking, const PythonTypes *types, PythonRows *rows, GError **error)
{
    Modules modules = {types->cells, types, rows};
    gint64 name = python_cells_field(types->cells, "PyModuleDef.m_name");
    const GArray *cells = types->cells->cells;
    (void)linking;
    for (guint i = 0; i < cells->len; i++) {
        const PythonCell *cell = &g_array_index(cells, PythonCell, i);
        PythonRecord record;
        guint position = 0;
        if (cell->field == name && python_cells_next(types->cells, cell->variable, &position, &record) &&
            !add_module(&modules, &record, error))
            return FALSE;
    }
    return TRUE;
}
