/* python_types.c: see python_types.h. A type is one of three things in the text:
 *
 *     PyTypeObject PyList_Type = {PyVarObject_HEAD_INIT(&PyType_Type, 0) "list", sizeof(PyListObject), …}
 *     PyType_Spec  Xxo_Type_spec = {"xxlimited.Xxo", sizeof(XxoObject), 0, flags, Xxo_Type_slots}
 *     PyStructSequence_Desc stat_result_desc = {"os.stat_result", doc, stat_result_fields, 10}
 *
 * The first fills its fields, and those of the suites that it points to (tp_as_number); the second by rows of
 * {Py_tp_new, function}; the third what Objects/structseq.c puts into every such type. Some fields are filled by code, in
 * one statement that names the type:
 *
 *     PyST_Type.tp_new = PyType_GenericNew;        Modules/…, before PyType_Ready()
 *
 * What the type inherits is not here: vars() of it does not have that either. */
#include "link/python_types.h"

#include "link/type_slots.h"

#include <string.h>

#define STRUCTSEQ "Objects/structseq.c"

/* ---- one type ---- */

static void fill(PythonType *type, const PythonCell *cell, gint64 field)
{
    g_hash_table_replace(type->filled, g_memdup2(&field, sizeof field), (gpointer)cell);
}

static PythonType *add_type(PythonTypes *types, const PythonCell *name)
{
    PythonType *type = g_new0(PythonType, 1);
    gboolean has_module = strchr(name->text, '.') != NULL;
    type->name = has_module ? name->text : g_intern_string(g_strconcat("builtins.", name->text, NULL));
    type->symbol = name->variable;
    type->file = name->file;
    type->line = name->line;
    type->filled = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_ptr_array_add(types->types, type);
    if (!g_hash_table_contains(types->by_symbol, &type->symbol))
        g_hash_table_insert(types->by_symbol, &type->symbol, type);
    return type;
}

static void free_type(gpointer data)
{
    PythonType *type = data;
    g_hash_table_unref(type->filled);
    g_free(type);
}

const PythonCell *python_type_get(const PythonTypes *types, const PythonType *type, const char *field)
{
    gint64 id = python_cells_field(types->cells, field);
    return g_hash_table_lookup(type->filled, &id);
}

/* ---- a PyTypeObject ---- */

static void fill_from_suite(PythonTypes *types, PythonType *type, gint64 suite)
{
    PythonRecord record;
    guint position = 0;
    while (python_cells_next(types->cells, suite, &position, &record))
        for (guint i = 0; i < record.count; i++)
            fill(type, &record.cells[i], record.cells[i].field);
}

static void fill_from_record(PythonTypes *types, PythonType *type, const PythonRecord *record)
{
    for (guint i = 0; i < record->count; i++) {
        const PythonCell *cell = &record->cells[i];
        const char *name = python_cells_name(types->cells, cell->field);
        fill(type, cell, cell->field);
        if (cell->kind == 'v' && g_str_has_prefix(name, "PyTypeObject.tp_as_"))
            fill_from_suite(types, type, cell->symbol);
        else if (cell->kind == 'v' && strcmp(name, "PyTypeObject.tp_base") == 0)
            type->base = cell->symbol;
    }
}

/* ---- a PyType_Spec ---- */

/* Number of a slot -> its field. */
static GHashTable *find_slot_fields(Linking *linking, const PythonCells *cells)
{
    static const char *const records[] = {"PyTypeObject",     "PyNumberMethods", "PySequenceMethods",
                                          "PyMappingMethods", "PyAsyncMethods",  "PyBufferProcs"};
    g_autoptr(GHashTable) names = type_slots_read(linking->root);
    GHashTable *fields = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    GHashTableIter iter;
    gpointer number, name;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &number, &name))
        for (guint i = 0; i < G_N_ELEMENTS(records); i++) {
            g_autofree char *full = g_strconcat(records[i], ".", name, NULL);
            gint64 field = python_cells_field(cells, full);
            if (field != 0)
                g_hash_table_insert(fields, number, g_memdup2(&field, sizeof field));
        }
    return fields;
}

static void fill_from_slots(PythonTypes *types, PythonType *type, gint64 table, GHashTable *slot_fields)
{
    gint64 slot = python_cells_field(types->cells, "PyType_Slot.slot");
    gint64 pfunc = python_cells_field(types->cells, "PyType_Slot.pfunc");
    PythonRecord row;
    guint position = 0;
    while (python_cells_next(types->cells, table, &position, &row)) {
        const PythonCell *number = python_record_get(&row, slot), *value = python_record_get(&row, pfunc);
        const gint64 *field =
            number != NULL ? g_hash_table_lookup(slot_fields, GUINT_TO_POINTER((guint)number->number)) : NULL;
        if (field == NULL || value == NULL)
            continue;
        fill(type, value, *field);
        if (*field == python_cells_field(types->cells, "PyTypeObject.tp_base"))
            type->base = value->symbol;
    }
}

static void fill_from_spec(PythonTypes *types, PythonType *type, const PythonRecord *record,
                           GHashTable *slot_fields)
{
    static const char *const same[][2] = {{"PyType_Spec.flags", "PyTypeObject.tp_flags"},
                                          {"PyType_Spec.basicsize", "PyTypeObject.tp_basicsize"}};
    const PythonCell *slots =
        python_record_get(record, python_cells_field(types->cells, "PyType_Spec.slots"));
    if (slots != NULL)
        fill_from_slots(types, type, slots->symbol, slot_fields);
    for (guint i = 0; i < G_N_ELEMENTS(same); i++) {
        const PythonCell *cell = python_record_get(record, python_cells_field(types->cells, same[i][0]));
        if (cell != NULL)
            fill(type, cell, python_cells_field(types->cells, same[i][1]));
    }
}

/* ---- all that initialisers say ---- */

static void take_record(PythonTypes *types, const PythonRecord *record, GHashTable *slot_fields)
{
    static const char *const names[] = {"PyTypeObject.tp_name", "PyType_Spec.name",
                                        "PyStructSequence_Desc.name"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const PythonCell *name = python_record_get(record, python_cells_field(types->cells, names[i]));
        if (name == NULL || name->text == NULL)
            continue;
        PythonType *type = add_type(types, name);
        const PythonCell *fields =
            python_record_get(record, python_cells_field(types->cells, "PyStructSequence_Desc.fields"));
        if (i == 0)
            fill_from_record(types, type, record);
        else if (i == 1)
            fill_from_spec(types, type, record, slot_fields);
        else
            type->fields = fields != NULL ? fields->symbol : 0;
    }
}

static void take_records(PythonTypes *types, GHashTable *slot_fields)
{
    const GArray *cells = types->cells->cells;
    gint64 done = 0;
    for (guint i = 0; i < cells->len; i++) {
        gint64 variable = g_array_index(cells, PythonCell, i).variable;
        PythonRecord record;
        guint position = 0;
        while (variable != done && python_cells_next(types->cells, variable, &position, &record))
            take_record(types, &record, slot_fields);
        done = variable;
    }
}

/* ---- what code fills in ---- */

static PythonCell *make_cell(PythonTypes *types, Statement *row)
{
    PythonCell *cell = g_new0(PythonCell, 1);
    cell->field = statement_int(row, 0);
    cell->kind = *statement_text(row, 1) == 'f' ? 'f' : 'v';
    cell->symbol = statement_int(row, 2);
    cell->file = statement_int(row, 3);
    cell->line = (guint)statement_int(row, 4);
    cell->variable = statement_int(row, 5);
    g_ptr_array_add(types->made, cell);
    return cell;
}

/* T.tp_new = function; T.tp_base = &U */
static void take_assignment(PythonTypes *types, PythonCell *cell)
{
    PythonType *type = g_hash_table_lookup(types->by_symbol, &cell->variable);
    if (type == NULL)
        return;
    fill(type, cell, cell->field);
    if (cell->field == python_cells_field(types->cells, "PyTypeObject.tp_base"))
        type->base = cell->symbol;
}

/* The same in every type that Objects/structseq.c makes. */
static void fill_sequences(PythonTypes *types, const PythonCell *cell)
{
    for (guint i = 0; i < types->types->len; i++) {
        PythonType *type = g_ptr_array_index(types->types, i);
        if (type->fields != 0 && cell->field != 0)
            fill(type, cell, cell->field);
    }
}

static gboolean take_made(PythonTypes *types, Linking *linking, const char *file, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) rows = database_prepare_file(linking->database, file, error);
    if (rows == NULL)
        return FALSE;
    if (statement_has(rows, "structseq"))
        statement_bind_text(rows, "structseq", STRUCTSEQ);
    while (statement_step(rows, &problem)) {
        PythonCell *cell = make_cell(types, rows);
        if (statement_has(rows, "structseq"))
            fill_sequences(types, cell);
        else
            take_assignment(types, cell);
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

PythonTypes *python_types_read(Linking *linking, const PythonCells *cells, GError **error)
{
    g_autoptr(PythonTypes) types = g_new0(PythonTypes, 1);
    g_autoptr(GHashTable) slot_fields = find_slot_fields(linking, cells);
    types->cells = cells;
    types->types = g_ptr_array_new_with_free_func(free_type);
    types->by_symbol = g_hash_table_new(g_int64_hash, g_int64_equal);
    types->made = g_ptr_array_new_with_free_func(g_free);
    take_records(types, slot_fields);
    if (!take_made(types, linking, "indexer/link/python_structseq.sql", error) ||
        !take_made(types, linking, "indexer/link/python_assigned.sql", error))
        return NULL;
    return g_steal_pointer(&types);
}

void python_types_free(PythonTypes *types)
{
    g_ptr_array_unref(types->types);
    g_hash_table_unref(types->by_symbol);
    g_ptr_array_unref(types->made);
    g_free(types);
}
