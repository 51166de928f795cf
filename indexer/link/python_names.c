/* python_names.c: what Python code can name, with the C function behind it. See linkers.h.
 *
 *   initialisers ──> python_cells.c ──> python_types.c ──┬─> rows of python_name
 *                                   └─> modules ─────────┘
 *
 * vars() of a type comes about as in PyType_Ready() (Objects/typeobject.c):
 *
 *   slots     add_operators(): of slotdefs[], in its order, the rows that have a wrapper; of several rows of one name the
 *             first whose slot is filled. PyObject_HashNotImplemented in tp_hash makes the name None.
 *   __new__   where the type has a tp_new of its own
 *   tp_methods, tp_members, tp_getset: a name that is there already stays, but for METH_COEXIST
 *
 * A module has the functions of its PyModuleDef's m_methods, under the name m_name.
 *
 *   static struct PyModuleDef mathmodule = {PyModuleDef_HEAD_INIT, "math", module_doc, -1, math_methods, …}
 *   static PyMethodDef math_methods[] = {{"acos", math_acos, METH_O, math_acos_doc}, …} */
#include "link/linkers.h"
#include "link/python_modules.h"
#include "link/python_objects.h"
#include "link/python_rows.h"
#include "link/python_types.h"

#include <string.h>

enum { /* Include/methodobject.h; Include/object.h */
       METH_CLASS = 0x10,
       METH_STATIC = 0x20,
       METH_COEXIST = 0x40,
       DISALLOW_INSTANTIATION = 1 << 7, /* from 3.10 */
};

#define HASH_NOT_IMPLEMENTED "PyObject_HashNotImplemented" /* Objects/object.c: stands for __hash__ = None */
#define EXCEPTION_ROOT       "builtins.BaseException"

typedef struct Slot { /* a row of slotdefs[] that has a wrapper */
    const char *name;
    gint64 field;
} Slot;

typedef struct Linker {
    PythonCells *cells;
    PythonTypes *types;
    PythonModules *modules;
    PythonRows *rows;
    GArray *slots;              /* of Slot */
    GHashTable *kept, *readied; /* see inherits() */
    PythonObjects *objects;
    const PythonType *object, *tuple;
    gint64 no_hash;        /* the function PyObject_HashNotImplemented; 0: there is none */
    GArray *names;         /* of PythonName: the type at hand */
    GHashTable *positions; /* name -> its number in `names`, from 1 */
} Linker;

/* ---- slotdefs[] ---- */

static GArray *read_slots(const PythonCells *cells)
{
    gint64 name = python_cells_field(cells, "slotdef.name"),
           offset = python_cells_field(cells, "slotdef.offset"),
           wrapper = python_cells_field(cells, "slotdef.wrapper"), table = 0;
    GArray *slots = g_array_new(FALSE, FALSE, sizeof(Slot));
    for (guint i = 0; i < cells->cells->len && table == 0; i++)
        if (g_array_index(cells->cells, PythonCell, i).field == wrapper)
            table = g_array_index(cells->cells, PythonCell, i).variable;
    PythonRecord row;
    for (guint position = 0; python_cells_next(cells, table, &position, &row);) {
        const PythonCell *named = python_record_get(&row, name), *field = python_record_get(&row, offset);
        if (named != NULL && field != NULL && python_record_get(&row, wrapper) != NULL) {
            Slot slot = {named->text, field->symbol};
            g_array_append_val(slots, slot);
        }
    }
    return slots;
}

/* ---- the names of one type ---- */

static void add_name(Linker *linker, const PythonName *name)
{
    g_array_append_val(linker->names, *name);
    g_hash_table_replace(linker->positions, (gpointer)name->name, GUINT_TO_POINTER(linker->names->len));
}

static gboolean has_name(const Linker *linker, const char *name)
{
    return g_hash_table_contains(linker->positions, name);
}

static void take_away(Linker *linker, const char *name)
{
    guint position = GPOINTER_TO_UINT(g_hash_table_lookup(linker->positions, name));
    if (position > 0)
        g_array_index(linker->names, PythonName, position - 1).kind = NULL;
    g_hash_table_remove(linker->positions, name);
}

static PythonName name_at(const PythonType *type, const char *name, const char *kind, const PythonCell *cell)
{
    return (PythonName){.of = type->name,
                        .name = name,
                        .kind = kind,
                        .owner = type->symbol,
                        .file = cell->file,
                        .line = cell->line};
}

/* What the type has in the field in the end, its own or inherited; NULL: nothing. A type without a base that is known is
 * one of object. */
static const PythonCell *find_slot(const Linker *linker, const PythonType *type, gint64 field)
{
    for (guint depth = 0; type != NULL && depth < 20; depth++) {
        const PythonCell *cell = g_hash_table_lookup(type->filled, &field);
        if (cell != NULL)
            return cell;
        const PythonType *base = g_hash_table_lookup(linker->types->by_symbol, &type->base);
        type = base != NULL || type == linker->object ? base : linker->object;
    }
    return NULL;
}

/* The key of a pair in Linker.kept. */
static gint64 *kept_key(gint64 field, gint64 symbol)
{
    gint64 key = field * 31 + symbol;
    return g_memdup2(&key, sizeof key);
}

/* Whether the type has no name of its own for a slot that it fills: add_operators(), from 3.13 on, passes over what the
 * base has there as well. python_kept.sql gives the exceptions: the types that keep it, but for tp_init those that do not. */
static gboolean inherits(const Linker *linker, const PythonType *type, const PythonCell *cell)
{
    if (!type->is_static || type == linker->object || g_hash_table_size(linker->kept) == 0 ||
        g_hash_table_contains(linker->readied, type))
        return FALSE;
    const PythonType *base = g_hash_table_lookup(linker->types->by_symbol, &type->base);
    const PythonCell *there = find_slot(linker, base != NULL ? base : linker->object, cell->field);
    g_autofree gint64 *key = kept_key(cell->field, type->symbol);
    gboolean is_init = cell->field == python_cells_field(linker->cells, "PyTypeObject.tp_init");
    return there != NULL && there->symbol == cell->symbol &&
           g_hash_table_contains(linker->kept, key) == is_init;
}

static void add_slots(Linker *linker, const PythonType *type)
{
    for (guint i = 0; i < linker->slots->len; i++) {
        const Slot *slot = &g_array_index(linker->slots, Slot, i);
        const PythonCell *cell = g_hash_table_lookup(type->filled, &slot->field);
        if (cell == NULL || cell->kind != 'f' || has_name(linker, slot->name) || inherits(linker, type, cell))
            continue;
        PythonName name = name_at(type, slot->name, "slot", cell);
        name.slot = slot->field;
        if (cell->symbol == linker->no_hash)
            name.symbol = cell->symbol;
        else
            name.function = cell->symbol;
        add_name(linker, &name);
    }
}

static void add_new(Linker *linker, const PythonType *type)
{
    const PythonCell *cell = python_type_get(linker->types, type, "PyTypeObject.tp_new");
    const PythonCell *flags = python_type_get(linker->types, type, "PyTypeObject.tp_flags");
    if (cell == NULL || cell->kind != 'f' || (flags != NULL && (flags->number & DISALLOW_INSTANTIATION)))
        return;
    PythonName name = name_at(type, "__new__", "new", cell);
    name.function = cell->symbol;
    name.slot = cell->field;
    add_name(linker, &name);
}

static const char *kind_of_method(gint64 flags)
{
    return flags & METH_CLASS ? "classmethod" : flags & METH_STATIC ? "staticmethod" : "method";
}

static void add_methods(Linker *linker, const PythonType *type, gint64 table)
{
    const PythonCells *cells = linker->cells;
    PythonRecord row;
    for (guint position = 0; python_cells_next(cells, table, &position, &row);) {
        const PythonCell *named = python_record_get(&row, python_cells_field(cells, "PyMethodDef.ml_name"));
        const PythonCell *function =
            python_record_get(&row, python_cells_field(cells, "PyMethodDef.ml_meth"));
        const PythonCell *flags = python_record_get(&row, python_cells_field(cells, "PyMethodDef.ml_flags"));
        gint64 bits = flags != NULL ? flags->number : 0;
        if (named == NULL || named->text == NULL || function == NULL)
            continue;
        if (has_name(linker, named->text) && !(bits & METH_COEXIST))
            continue;
        take_away(linker, named->text);
        PythonName name = name_at(type, named->text, kind_of_method(bits), named);
        name.function = function->symbol;
        name.flags = bits;
        add_name(linker, &name);
    }
}

/* What these say goes into the type itself; PyType_FromSpec() keeps no name for them. */
static gboolean is_offset(const PythonType *type, const char *member)
{
    return !type->is_static &&
           (strcmp(member, "__weaklistoffset__") == 0 || strcmp(member, "__dictoffset__") == 0);
}

static void add_members(Linker *linker, const PythonType *type, gint64 table)
{
    const PythonCells *cells = linker->cells;
    PythonRecord row;
    for (guint position = 0; python_cells_next(cells, table, &position, &row);) {
        const PythonCell *named = python_record_get(&row, python_cells_field(cells, "PyMemberDef.name"));
        const PythonCell *offset = python_record_get(&row, python_cells_field(cells, "PyMemberDef.offset"));
        if (named == NULL || named->text == NULL || has_name(linker, named->text) ||
            is_offset(type, named->text))
            continue;
        PythonName name = name_at(type, named->text, "member", named);
        name.symbol = offset != NULL && offset->kind == 'o' ? offset->symbol : 0;
        name.offset = offset == NULL ? 0 : name.symbol == 0 ? offset->number + 1
                                                            : python_objects_offset(linker->objects, offset) + 1;
        add_name(linker, &name);
    }
}

static void add_getters(Linker *linker, const PythonType *type, gint64 table)
{
    static const char *const kinds[][2] = {{"PyGetSetDef.get", "getter"}, {"PyGetSetDef.set", "setter"}};
    const PythonCells *cells = linker->cells;
    PythonRecord row;
    for (guint position = 0; python_cells_next(cells, table, &position, &row);) {
        const PythonCell *named = python_record_get(&row, python_cells_field(cells, "PyGetSetDef.name"));
        if (named == NULL || named->text == NULL || has_name(linker, named->text))
            continue;
        for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
            const PythonCell *function = python_record_get(&row, python_cells_field(cells, kinds[i][0]));
            PythonName name = name_at(type, named->text, kinds[i][1], named);
            name.function = function != NULL && function->kind == 'f' ? function->symbol : 0;
            if (name.function != 0)
                add_name(linker, &name);
        }
    }
}

/* The fields of a struct sequence, but for those that have no name: PyStructSequence_UnnamedField is a variable. */
static void add_fields(Linker *linker, const PythonType *type)
{
    PythonRecord row;
    const PythonObject *object = python_objects_get(linker->objects, linker->tuple);
    gint64 offset = object->size + 1;
    for (guint position = 0; python_cells_next(linker->cells, type->fields, &position, &row); offset += object->item_size) {
        const PythonCell *named =
            python_record_get(&row, python_cells_field(linker->cells, "PyStructSequence_Field.name"));
        if (named == NULL || named->text == NULL || has_name(linker, named->text))
            continue;
        PythonName name = name_at(type, named->text, "member", named);
        name.offset = offset;
        add_name(linker, &name);
    }
}

/* ---- types ---- */

static gboolean is_exception(const Linker *linker, const PythonType *type)
{
    for (guint depth = 0; type != NULL && depth < 20; depth++) {
        if (strcmp(type->name, EXCEPTION_ROOT) == 0)
            return TRUE;
        type = g_hash_table_lookup(linker->types->by_symbol, &type->base);
    }
    return FALSE;
}

static gboolean write_names(Linker *linker, GError **error)
{
    for (guint i = 0; i < linker->names->len; i++) {
        const PythonName *name = &g_array_index(linker->names, PythonName, i);
        if (name->kind != NULL && !python_rows_add(linker->rows, name, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean link_type(Linker *linker, const PythonType *type, GError **error)
{
    static const struct {
        const char *field;
        void (*add)(Linker *linker, const PythonType *type, gint64 table);
    } tables[] = {{"PyTypeObject.tp_methods", add_methods},
                  {"PyTypeObject.tp_members", add_members},
                  {"PyTypeObject.tp_getset", add_getters}};
    PythonName itself = {.of = type->name, .symbol = type->symbol, .file = type->file, .line = type->line};
    const PythonType *base = g_hash_table_lookup(linker->types->by_symbol, &type->base);
    const PythonObject *object = python_objects_get(linker->objects, type);
    if (base == NULL && type->base == 0 && type != linker->object)
        base = linker->object;
    itself.base = base != NULL ? base->name : NULL;
    itself.kind = is_exception(linker, type) ? "exception" : "type";
    itself.record = object->record;
    itself.size = object->size;
    itself.item_size = object->item_size;
    itself.type_flags = python_objects_flags(linker->objects, object->flags);
    g_array_set_size(linker->names, 0);
    g_hash_table_remove_all(linker->positions);
    add_slots(linker, type);
    add_new(linker, type);
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
        const PythonCell *table = python_type_get(linker->types, type, tables[i].field);
        if (table != NULL && table->kind == 'v')
            tables[i].add(linker, type, table->symbol);
    }
    add_fields(linker, type);
    return python_rows_add(linker->rows, &itself, error) && write_names(linker, error);
}

/* ---- all of it ---- */

static gint64 find_function(Linking *linking, const char *name)
{
    g_autoptr(Statement) query =
        database_prepare_file(linking->database, "indexer/link/python_function.sql", NULL);
    if (query == NULL)
        return 0;
    statement_bind_text(query, "name", name);
    return statement_step(query, NULL) ? statement_int(query, 0) : 0;
}

static gboolean read_readied(Linker *linker, Linking *linking, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) rows =
        database_prepare_file(linking->database, "indexer/link/python_readied.sql", error);
    if (rows == NULL)
        return FALSE;
    while (statement_step(rows, &problem)) {
        gint64 symbol = statement_int(rows, 0);
        const PythonType *type = g_hash_table_lookup(linker->types->by_symbol, &symbol);
        if (type != NULL)
            g_hash_table_add(linker->readied, (gpointer)type);
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

/* The field that was named last holds for the types behind it. */
static gboolean read_kept(Linker *linker, Linking *linking, GError **error)
{
    GError *problem = NULL;
    gint64 field = 0;
    g_autoptr(Statement) rows =
        database_prepare_file(linking->database, "indexer/link/python_kept.sql", error);
    if (rows == NULL)
        return FALSE;
    while (statement_step(rows, &problem)) {
        gint64 named = statement_int(rows, 0);
        const PythonType *type = g_hash_table_lookup(linker->types->by_symbol, &named);
        if (*statement_text(rows, 1) == 'f')
            field = named;
        else if (type != NULL)
            g_hash_table_add(linker->kept, kept_key(field, type->symbol));
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL && (g_hash_table_size(linker->kept) == 0 || read_readied(linker, linking, error));
}

static const PythonType *find_type(const Linker *linker, const char *name)
{
    for (guint i = 0; i < linker->types->types->len; i++) {
        const PythonType *type = g_ptr_array_index(linker->types->types, i);
        if (strcmp(type->name, name) == 0)
            return type;
    }
    return NULL;
}

static gboolean link_types(Linker *linker, GError **error)
{
    for (guint i = 0; i < linker->types->types->len; i++)
        if (!link_type(linker, g_ptr_array_index(linker->types->types, i), error))
            return FALSE;
    return TRUE;
}

static gboolean run_file(Linking *linking, const char *file, GError **error)
{
    g_autoptr(Statement) statement = database_prepare_file(linking->database, file, error);
    return statement != NULL && statement_write(statement, error);
}

static gboolean link_names(Linker *linker, Linking *linking, GError **error)
{
    linker->cells = python_cells_read(linking, error);
    linker->types = linker->cells != NULL ? python_types_read(linking, linker->cells, error) : NULL;
    linker->rows = linker->types != NULL ? python_rows_new(linking, error) : NULL;
    if (linker->rows == NULL)
        return FALSE;
    linker->slots = read_slots(linker->cells);
    linker->no_hash = find_function(linking, HASH_NOT_IMPLEMENTED);
    linker->names = g_array_new(FALSE, FALSE, sizeof(PythonName));
    linker->positions = g_hash_table_new(g_str_hash, g_str_equal);
    linker->kept = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    linker->readied = g_hash_table_new(NULL, NULL);
    linker->object = find_type(linker, "builtins.object");
    linker->tuple = find_type(linker, "builtins.tuple");
    linker->objects = python_objects_new(linking, linker->types, linker->object, error);
    if (linker->objects == NULL)
        return FALSE;
    linker->modules = python_modules_read(linking, linker->cells, error);
    return linker->modules != NULL && read_kept(linker, linking, error) && link_types(linker, error) &&
           python_modules_link(linker->modules, linking, linker->rows, error) &&
           python_added_link(linker->modules, linking, linker->types, linker->rows, error) &&
           run_file(linking, "indexer/link/python_startup.sql", error) &&
           run_file(linking, "indexer/link/python_add_implementations.sql", error);
}

gboolean link_python_names(Linking *linking, GError **error)
{
    Linker linker = {NULL};
    gboolean ok =
        database_run(linking->database, "DELETE FROM python_name; DELETE FROM python_source; DELETE FROM python_message", error) &&
        link_names(&linker, linking, error);
    g_clear_pointer(&linker.rows, python_rows_free);
    g_clear_pointer(&linker.objects, python_objects_free);
    g_clear_pointer(&linker.modules, python_modules_free);
    g_clear_pointer(&linker.types, python_types_free);
    g_clear_pointer(&linker.cells, python_cells_free);
    g_clear_pointer(&linker.slots, g_array_unref);
    g_clear_pointer(&linker.kept, g_hash_table_unref);
    g_clear_pointer(&linker.readied, g_hash_table_unref);
    g_clear_pointer(&linker.names, g_array_unref);
    g_clear_pointer(&linker.positions, g_hash_table_unref);
    return ok;
}
