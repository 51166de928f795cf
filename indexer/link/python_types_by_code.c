/* python_types_by_code.c: what code, not an initialiser, says of types. See python_types.h.
 *
 *     PyObject *PyExc_OSError = (PyObject *)&_PyExc_OSError;                a variable that stands for the type
 *     PyStructSequence_InitType2(&StatResultType, &stat_result_desc)        another one
 *     stat_result_desc.name = "os.stat_result";                             its name
 *     PyST_Type.tp_new = PyType_GenericNew;                                 one of its fields, before PyType_Ready()
 *     ADD_TYPE(module, state->PyStringIO_Type, &stringio_spec, state->PyTextIOBase_Type)                 its base
 *
 * Each is one statement, found by references that stand side by side; what takes several is not seen. */
#include "link/python_types.h"

#include <string.h>

#define STRUCTSEQ "Objects/structseq.c"
#define METACLASS "builtins.type"

enum { DEEPEST = 20 }; /* bases on one way */

typedef void (*TakeRow)(PythonTypes *types, Statement *row);

static PythonType *type_of(const PythonTypes *types, Statement *row, int column)
{
    gint64 symbol = statement_int(row, column);
    return g_hash_table_lookup(types->by_symbol, &symbol);
}

static void take_holder(PythonTypes *types, Statement *row)
{
    PythonType *type = type_of(types, row, 1);
    PythonCell *cell;
    if (type == NULL || type_of(types, row, 0) != NULL)
        return;
    cell = g_new0(PythonCell, 1); /* it keeps the key */
    cell->symbol = statement_int(row, 0);
    g_ptr_array_add(types->made, cell);
    g_hash_table_insert(types->by_symbol, &cell->symbol, type);
}

static void take_name(PythonTypes *types, Statement *row)
{
    PythonType *type = type_of(types, row, 0);
    const char *literal = statement_text(row, 1);
    gsize length = strlen(literal);
    if (type == NULL || length < 2 || *literal != '"')
        return;
    g_autofree char *name = g_strndup(literal + 1, length - 2);
    type->name = python_type_name(types, name);
}

static PythonCell *make_cell(PythonTypes *types, Statement *row)
{
    PythonCell *cell = g_new0(PythonCell, 1);
    cell->field = statement_int(row, 0);
    cell->kind = *statement_text(row, 1);
    cell->symbol = statement_int(row, 2);
    cell->file = statement_int(row, 3);
    cell->line = (guint)statement_int(row, 4);
    cell->number = statement_int(row, 6);
    g_ptr_array_add(types->made, cell);
    return cell;
}

static void take_field(PythonTypes *types, Statement *row)
{
    PythonType *type = type_of(types, row, 5);
    if (type != NULL && python_cells_name(types->cells, statement_int(row, 0)) != NULL)
        python_type_fill(types, type, make_cell(types, row), statement_int(row, 0));
}

/* Whether its objects are types. */
static gboolean is_metaclass(const PythonTypes *types, gint64 symbol)
{
    for (guint depth = 0; depth < DEEPEST; depth++) {
        const PythonType *type = g_hash_table_lookup(types->by_symbol, &symbol);
        if (type == NULL || strcmp(type->name, METACLASS) == 0)
            return type != NULL;
        symbol = type->base;
    }
    return FALSE;
}

/* PyType_FromModuleAndSpec(module, &Task_spec, (PyObject *)state->FutureType). Of two the one that is no metaclass. */
static void take_base(PythonTypes *types, Statement *row)
{
    PythonType *type = type_of(types, row, 0), *base = type_of(types, row, 1);
    if (type != NULL && base != NULL && base != type && (type->base == 0 || is_metaclass(types, type->base)))
        type->base = base->symbol;
}

/* The same in every type that Objects/structseq.c makes. */
static void take_sequence_field(PythonTypes *types, Statement *row)
{
    if (python_cells_name(types->cells, statement_int(row, 0)) == NULL)
        return;
    const PythonCell *cell = make_cell(types, row);
    for (guint i = 0; i < types->types->len; i++) {
        PythonType *type = g_ptr_array_index(types->types, i);
        if (type->fields != 0)
            python_type_fill(types, type, cell, cell->field);
    }
}

gboolean python_types_fill_by_code(PythonTypes *types, Linking *linking, GError **error)
{
    static const struct {
        const char *file;
        TakeRow take;
    } steps[] = {
        {"indexer/link/python_pointers.sql", take_holder},
        {"indexer/link/python_bound.sql", take_holder},
        {"indexer/link/python_named.sql", take_name},
        {"indexer/link/python_structseq.sql", take_sequence_field},
        {"indexer/link/python_assigned.sql", take_field},
        {"indexer/link/python_bases.sql", take_base},
    };
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        GError *problem = NULL;
        g_autoptr(Statement) rows = database_prepare_file(linking->database, steps[i].file, error);
        if (rows == NULL)
            return FALSE;
        if (statement_has(rows, "structseq"))
            statement_bind_text(rows, "structseq", STRUCTSEQ);
        while (statement_step(rows, &problem))
            steps[i].take(types, rows);
        if (problem != NULL) {
            g_propagate_error(error, problem);
            return FALSE;
        }
    }
    return TRUE;
}
