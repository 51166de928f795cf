/* python_types.c: see python_types.h. A type is one of three things in the text:
 *
 *     PyTypeObject PyList_Type = {PyVarObject_HEAD_INIT(&PyType_Type, 0) "list", sizeof(PyListObject), …}
 *     PyType_Spec  Xxo_Type_spec = {"xxlimited.Xxo", sizeof(XxoObject), 0, flags, Xxo_Type_slots}
 *     PyStructSequence_Desc stat_result_desc = {"os.stat_result", doc, stat_result_fields, 10}
 *
 * The first fills its fields, and those of the suites that it points to (tp_as_number); the second by rows of
 * {Py_tp_new, function}; the third what Objects/structseq.c puts into every such type. What code fills in, not an
 * initialiser, is in python_types_by_code.c.
 *
 * What the type inherits is not here: vars() of it does not have that either. */
#include "link/python_types.h"

#include "link/type_slots.h"

#include <string.h>

/* ---- one type ---- */

static void fill_from_suite(PythonTypes *types, PythonType *type, gint64 suite);

void python_type_fill(PythonTypes *types, PythonType *type, const PythonCell *cell, gint64 field)
{
    const char *name = python_cells_name(types->cells, field);
    g_hash_table_replace(type->filled, g_memdup2(&field, sizeof field), (gpointer)cell);
    if (cell->kind == 'v' && g_str_has_prefix(name, "PyTypeObject.tp_as_"))
        fill_from_suite(types, type, cell->symbol);
    else if (cell->kind == 'v' && strcmp(name, "PyTypeObject.tp_base") == 0)
        type->base = cell->symbol;
}

const char *python_type_name(PythonTypes *types, const char *name)
{
    g_autofree char *full = strchr(name, '.') == NULL ? g_strconcat("builtins.", name, NULL) : g_strdup(name);
    return g_string_chunk_insert(types->texts, full);
}

static PythonType *add_type(PythonTypes *types, const PythonCell *name)
{
    PythonType *type = g_new0(PythonType, 1);
    type->name = python_type_name(types, name->text);
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
            python_type_fill(types, type, &record.cells[i], record.cells[i].field);
}

static void fill_from_record(PythonTypes *types, PythonType *type, const PythonRecord *record)
{
    for (guint i = 0; i < record->count; i++)
        python_type_fill(types, type, &record->cells[i], record->cells[i].field);
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
        if (field != NULL && value != NULL)
            python_type_fill(types, type, value, *field);
    }
}

static void fill_from_spec(PythonTypes *types, PythonType *type, const PythonRecord *record,
                           GHashTable *slot_fields)
{
    static const char *const same[][2] = {{"PyType_Spec.flags", "PyTypeObject.tp_flags"},
                                          {"PyType_Spec.basicsize", "PyTypeObject.tp_basicsize"},
                                          {"PyType_Spec.itemsize", "PyTypeObject.tp_itemsize"}};
    const PythonCell *slots =
        python_record_get(record, python_cells_field(types->cells, "PyType_Spec.slots"));
    if (slots != NULL)
        fill_from_slots(types, type, slots->symbol, slot_fields);
    for (guint i = 0; i < G_N_ELEMENTS(same); i++) {
        const PythonCell *cell = python_record_get(record, python_cells_field(types->cells, same[i][0]));
        if (cell != NULL)
            python_type_fill(types, type, cell, python_cells_field(types->cells, same[i][1]));
    }
}

/* ---- a PyStructSequence_Desc ---- */

static void take_sequence(PythonTypes *types, PythonType *type, const PythonRecord *record)
{
    const PythonCell *fields =
        python_record_get(record, python_cells_field(types->cells, "PyStructSequence_Desc.fields"));
    const PythonCell *visible =
        python_record_get(record, python_cells_field(types->cells, "PyStructSequence_Desc.n_in_sequence"));
    type->fields = fields != NULL ? fields->symbol : 0;
    type->visible = visible != NULL ? visible->number : 0;
}

guint python_type_members(const PythonTypes *types, const PythonType *type)
{
    gint64 name = python_cells_field(types->cells, "PyStructSequence_Field.name");
    PythonRecord row;
    guint count = 0;
    for (guint position = 0; python_cells_next(types->cells, type->fields, &position, &row);)
        count += python_record_get(&row, name) != NULL;
    return count;
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
        if (i == 0)
            fill_from_record(types, type, record);
        else if (i == 1)
            fill_from_spec(types, type, record, slot_fields);
        else
            take_sequence(types, type, record);
        type->is_static = i == 0;
        type->is_spec = i == 1;
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

/* ---- all of it ---- */

PythonTypes *python_types_read(Linking *linking, const PythonCells *cells, GError **error)
{
    g_autoptr(PythonTypes) types = g_new0(PythonTypes, 1);
    g_autoptr(GHashTable) slot_fields = find_slot_fields(linking, cells);
    types->cells = cells;
    types->texts = g_string_chunk_new(1 << 12);
    types->types = g_ptr_array_new_with_free_func(free_type);
    types->by_symbol = g_hash_table_new(g_int64_hash, g_int64_equal);
    types->made = g_ptr_array_new_with_free_func(g_free);
    take_records(types, slot_fields);
    if (!python_types_fill_by_code(types, linking, error))
        return NULL;
    return g_steal_pointer(&types);
}

void python_types_free(PythonTypes *types)
{
    g_ptr_array_unref(types->types);
    g_hash_table_unref(types->by_symbol);
    g_ptr_array_unref(types->made);
    g_string_chunk_free(types->texts);
    g_free(types);
}
