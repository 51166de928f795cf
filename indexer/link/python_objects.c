/* python_objects.c: see python_objects.h. A type says how large its objects are by the struct that they are:
 *
 *     sizeof(PyListObject),                   the number is in the initialiser's cells, the name in the text
 *     offsetof(PyLongObject, ob_digit),       without the items behind it
 *     0,                                      as large as those of its base
 *     .basicsize = -(int)sizeof(StrObject),   so much more than those of its base, from 3.12
 *
 * What it does not say it has of its base, as inherit_special() of Objects/typeobject.c does it: the sizes, and some flags.
 * Flags are named as Include/object.h names them, #define Py_TPFLAGS_HAVE_GC (1UL << 14), since every version has others. A
 * struct sequence is a tuple (Objects/structseq.c). */
#include "link/python_objects.h"

#include "link/call_text.h"

#include <stdlib.h>
#include <string.h>

enum {
    DEEPEST = 20, /* bases on one way */
    FLAGS = 64,
    LINES = 2,    /* of what is said of a size */
    ALIGNED = 16, /* Include/pymem.h: where what a type adds to its base begins (ALIGNOF_MAX_ALIGN_T) */
};

struct PythonObjects {
    Linking *linking;
    const PythonTypes *types;
    const PythonType *object;
    Statement *record, *macro, *taken, *field, *outer, *path;
    GHashTable *known;      /* PythonType -> PythonObject */
    char *flags[FLAGS];     /* their names */
    gint64 inherited, heap; /* flags that a type has from its base; that PyType_FromSpec() adds */
    gint64 garbage;         /* the flag that goes with tp_traverse and tp_clear */
    gint64 immutable;       /* that a type with an initialiser gets, from 3.10 */
    gint64 no_instances;    /* and one without tp_new whose base is object */
    gboolean counts_hidden; /* see take_hidden() */
    GString *joined;
    gint64 file; /* whose text this is */
    SourceText *source;
};

/* ---- flags ---- */

/* Objects/typeobject.c: inherit_special(), inherit_patma_flags(). */
static gboolean is_inherited(const char *name)
{
    static const char *const names[] = {"_Py_TPFLAGS_MATCH_SELF",   "Py_TPFLAGS_SEQUENCE",       "Py_TPFLAGS_MAPPING",
                                        "Py_TPFLAGS_MANAGED_DICT", "Py_TPFLAGS_MANAGED_WEAKREF", "Py_TPFLAGS_ITEMS_AT_END"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(name, names[i]) == 0)
            return TRUE;
    return g_str_has_suffix(name, "_SUBCLASS");
}

/* What stands behind "#define NAME (1UL <<" in the line; -1: something else does. */
static int shift_of(const char *line)
{
    const char *end = strchr(line, '\n');
    const char *sign = g_strstr_len(line, end != NULL ? end - line : -1, "<<");
    const char *open = g_strstr_len(line, end != NULL ? end - line : -1, "(1");
    int shift = sign != NULL && open != NULL && open < sign ? atoi(sign + 2) : -1;
    return shift < FLAGS ? shift : -1;
}

static void take_flag(PythonObjects *objects, const char *name, const char *line)
{
    int shift = line != NULL ? shift_of(line) : -1;
    if (shift < 0 || objects->flags[shift] != NULL)
        return;
    objects->flags[shift] = g_strdup(name);
    if (is_inherited(name))
        objects->inherited |= (gint64)1 << shift;
    const struct {
        const char *name;
        gint64 *flag;
    } kept[] = {{"Py_TPFLAGS_HEAPTYPE", &objects->heap},
                {"Py_TPFLAGS_HAVE_GC", &objects->garbage},
                {"Py_TPFLAGS_IMMUTABLETYPE", &objects->immutable},
                {"Py_TPFLAGS_DISALLOW_INSTANTIATION", &objects->no_instances}};
    for (guint i = 0; i < G_N_ELEMENTS(kept); i++)
        if (strcmp(name, kept[i].name) == 0)
            *kept[i].flag = (gint64)1 << shift;
}

static void turn_to(PythonObjects *objects, gint64 file)
{
    if (file == objects->file)
        return;
    g_clear_pointer(&objects->source, source_text_free);
    objects->file = file;
    statement_bind_int(objects->path, "id", file);
    if (statement_step(objects->path, NULL))
        objects->source = source_text_read(objects->linking->root, statement_text(objects->path, 0));
    statement_reset(objects->path);
}

static const char *line_at(PythonObjects *objects, gint64 file, gint64 line)
{
    turn_to(objects, file);
    return objects->source != NULL ? source_text_at(objects->source, line, 1) : NULL;
}

static gboolean read_flags(PythonObjects *objects, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) rows =
        database_prepare_file(objects->linking->database, "indexer/link/python_type_flags.sql", error);
    if (rows == NULL)
        return FALSE;
    while (statement_step(rows, &problem))
        take_flag(objects, statement_text(rows, 0), line_at(objects, statement_int(rows, 1), statement_int(rows, 2)));
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

/* tp_basicsize = sizeof(PyStructSequence) + (n_hidden - 1) * sizeof(PyObject *) */
static gboolean read_hidden(PythonObjects *objects, GError **error)
{
    g_autoptr(Statement) row =
        database_prepare_file(objects->linking->database, "indexer/link/python_structseq_size.sql", error);
    const char *line = row != NULL && statement_step(row, NULL) ? line_at(objects, statement_int(row, 0), statement_int(row, 1)) : NULL;
    const char *end = line != NULL ? strchr(line, ';') : NULL;
    objects->counts_hidden = end != NULL && g_strstr_len(line, end - line, "hidden") != NULL;
    return row != NULL;
}

const char *python_objects_flags(PythonObjects *objects, gint64 flags)
{
    g_string_truncate(objects->joined, 0);
    for (int i = 0; i < FLAGS; i++)
        if ((flags >> i & 1) != 0 && objects->flags[i] != NULL)
            g_string_append_printf(objects->joined, "%s%s", objects->joined->len > 0 ? "|" : "", objects->flags[i]);
    return objects->joined->len > 0 ? objects->joined->str : NULL;
}

/* ---- the record ---- */

/* What stands in the first brackets of "sizeof(struct NAME)" or "offsetof(NAME, a.b)" in the next lines. */
typedef struct Named {
    char *record; /* NULL: there are no such brackets */
    char *path;   /* "a.b", or NULL */
} Named;

static const char *first_of(const char *text, gsize length)
{
    const char *size = g_strstr_len(text, (gssize)length, "sizeof");
    const char *offset = g_strstr_len(text, (gssize)length, "offsetof");
    return size == NULL || (offset != NULL && offset < size) ? offset : size;
}

static Named read_named(PythonObjects *objects, gint64 file, gint64 line, gint64 behind)
{
    const char *text = line_at(objects, file, line);
    const char *end = text != NULL ? source_text_at(objects->source, behind, 1) : NULL;
    const char *at = end != NULL ? first_of(text, (gsize)(end - text)) : NULL;
    g_autoptr(GArray) words = at != NULL ? call_text_arguments(at) : NULL;
    if (words == NULL || words->len == 0)
        return (Named){NULL, NULL};
    Stretch record = g_array_index(words, Stretch, 0);
    if (g_str_has_prefix(record.from, "struct "))
        record.from += strlen("struct ");
    return (Named){stretch_dup(call_text_name(record.from)),
                   words->len > 1 ? stretch_dup(g_array_index(words, Stretch, 1)) : NULL};
}

/* The number that it gives; 0: none. */
static gint64 run_for(Statement *statement)
{
    gint64 found = statement_step(statement, NULL) ? statement_int(statement, 0) : 0;
    statement_reset(statement);
    return found;
}

/* The struct of that name: the one in that file first. */
static gint64 find_record(PythonObjects *objects, const char *name, gint64 file)
{
    statement_bind_text(objects->record, "name", name);
    statement_bind_int(objects->record, "file", file);
    return run_for(objects->record);
}

static gint64 record_at(PythonObjects *objects, gint64 file, gint64 line, gint64 behind)
{
    Named named = read_named(objects, file, line, behind);
    gint64 record = named.record != NULL ? find_record(objects, named.record, file) : 0;
    g_free(named.record);
    g_free(named.path);
    return record;
}

/* In the text itself, or in that of the macro which stands there: PyBytesObject_SIZE. */
static gint64 read_record(PythonObjects *objects, const PythonCell *cell)
{
    gint64 record = record_at(objects, cell->file, cell->line, cell->line + LINES);
    const char *text = line_at(objects, cell->file, cell->line);
    if (record != 0 || text == NULL)
        return record;
    g_autofree char *name = stretch_dup(call_text_name(text + strspn(text, " \t")));
    statement_bind_text(objects->macro, "name", name);
    if (statement_step(objects->macro, NULL))
        record = record_at(objects, statement_int(objects->macro, 0), statement_int(objects->macro, 1),
                           statement_int(objects->macro, 2) + 1);
    statement_reset(objects->macro);
    return record;
}

/* Of the field in its own record, and one more. */
static gint64 offset_within(PythonObjects *objects, gint64 field)
{
    statement_bind_int(objects->field, "id", field);
    return run_for(objects->field);
}

/* offsetof(PyComplexObject, cval.real): the cell has the last field, the text those that it is in. */
gint64 python_objects_offset(PythonObjects *objects, const PythonCell *cell)
{
    gint64 offset = offset_within(objects, cell->symbol) - 1;
    Named named = read_named(objects, cell->file, cell->line, cell->line + LINES);
    char *dot = named.path != NULL ? strrchr(named.path, '.') : NULL;
    if (offset >= 0 && dot != NULL) {
        *dot = '\0';
        statement_bind_int(objects->outer, "record", find_record(objects, named.record, cell->file));
        statement_bind_text(objects->outer, "path", named.path);
        statement_bind_int(objects->outer, "field", cell->symbol);
        offset += run_for(objects->outer);
    }
    g_free(named.record);
    g_free(named.path);
    return offset;
}

/* Where the text names no record: that of which most functions in the slots take a pointer first, if it is as large. */
static gint64 guess_record(PythonObjects *objects, const PythonType *type, gint64 size)
{
    g_autoptr(GHashTable) votes = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    GHashTableIter iter;
    gpointer value;
    gint64 best = 0;
    guint most = 0;
    g_hash_table_iter_init(&iter, type->filled);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const PythonCell *cell = value;
        if (cell->kind != 'f')
            continue;
        statement_bind_int(objects->taken, "function", cell->symbol);
        statement_bind_int(objects->taken, "size", size);
        gint64 record = run_for(objects->taken);
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(votes, &record)) + 1;
        if (record == 0)
            continue;
        g_hash_table_replace(votes, g_memdup2(&record, sizeof record), GUINT_TO_POINTER(count));
        if (count > most || (count == most && record < best)) {
            most = count;
            best = record;
        }
    }
    return best;
}

/* ---- one type ---- */

static gint64 cell_number(PythonObjects *objects, const PythonCell *cell)
{
    if (cell == NULL)
        return 0;
    return cell->kind == 'o' ? MAX(python_objects_offset(objects, cell), 0) : (gint64)(gint32)cell->number;
}

static void take_sizes(PythonObjects *objects, const PythonType *type, const PythonObject *base, PythonObject *object)
{
    const PythonCell *cell = python_type_get(objects->types, type, "PyTypeObject.tp_basicsize");
    gint64 said = cell_number(objects, cell);
    object->item_size = cell_number(objects, python_type_get(objects->types, type, "PyTypeObject.tp_itemsize"));
    object->size = said;
    if (said < 0)
        object->size = (base->size + ALIGNED - 1) / ALIGNED * ALIGNED - said;
    else if (said == 0)
        object->size = base->size;
    if (object->item_size == 0)
        object->item_size = base->item_size;
    if (said != 0)
        object->record = read_record(objects, cell);
    if (object->record == 0 && object->size == base->size)
        object->record = base->record;
    if (object->record == 0 && object->size > 0)
        object->record = guess_record(objects, type, object->size);
}

/* Of a struct sequence, whose members behind the visible ones are counted in the size, from 3.12 on. */
static void take_hidden(PythonObjects *objects, const PythonType *type, PythonObject *object)
{
    if (type->fields != 0 && objects->counts_hidden)
        object->size += MAX(python_type_members(objects->types, type) - type->visible, 0) * object->item_size;
}

static void take_flags(PythonObjects *objects, const PythonType *type, const PythonObject *base, PythonObject *object)
{
    const PythonCell *said = python_type_get(objects->types, type, "PyTypeObject.tp_flags");
    gboolean is_visited = python_type_get(objects->types, type, "PyTypeObject.tp_traverse") != NULL ||
                          python_type_get(objects->types, type, "PyTypeObject.tp_clear") != NULL;
    object->flags = said != NULL ? said->number : 0;
    object->flags |= base->flags & (objects->inherited | (is_visited ? 0 : objects->garbage));
    object->flags |= type->is_spec ? objects->heap : type->is_static ? objects->immutable : 0;
    if (type->is_static && type != objects->object && type->base == 0 &&
        python_type_get(objects->types, type, "PyTypeObject.tp_new") == NULL)
        object->flags |= objects->no_instances;
}

static const PythonObject *get(PythonObjects *objects, const PythonType *type, guint depth)
{
    static const PythonObject nothing;
    const PythonObject *known = g_hash_table_lookup(objects->known, type);
    if (known != NULL || type == NULL || depth > DEEPEST)
        return known != NULL ? known : &nothing;
    const PythonType *base = g_hash_table_lookup(objects->types->by_symbol, &type->base);
    if (base == NULL && type != objects->object)
        base = objects->object;
    const PythonObject *from = base != NULL ? get(objects, base, depth + 1) : &nothing;
    PythonObject *object = g_new0(PythonObject, 1);
    take_sizes(objects, type, from, object);
    take_hidden(objects, type, object);
    take_flags(objects, type, from, object);
    g_hash_table_insert(objects->known, (gpointer)type, object);
    return object;
}

const PythonObject *python_objects_get(PythonObjects *objects, const PythonType *type)
{
    return get(objects, type, 0);
}

/* ---- all of it ---- */

PythonObjects *python_objects_new(Linking *linking, const PythonTypes *types, const PythonType *object, GError **error)
{
    g_autoptr(PythonObjects) objects = g_new0(PythonObjects, 1);
    const struct {
        Statement **statement;
        const char *file;
    } needed[] = {{&objects->record, "indexer/link/python_record.sql"},
                  {&objects->macro, "indexer/link/python_macro.sql"},
                  {&objects->taken, "indexer/link/python_record_taken.sql"},
                  {&objects->field, "indexer/link/python_offset.sql"},
                  {&objects->outer, "indexer/link/python_offset_outer.sql"},
                  {&objects->path, "indexer/link/python_path.sql"}};
    objects->linking = linking;
    objects->types = types;
    objects->object = object;
    objects->known = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    objects->joined = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(needed); i++)
        if ((*needed[i].statement = database_prepare_file(linking->database, needed[i].file, error)) == NULL)
            return NULL;
    return read_flags(objects, error) && read_hidden(objects, error) ? g_steal_pointer(&objects) : NULL;
}

void python_objects_free(PythonObjects *objects)
{
    Statement **statements[] = {&objects->record, &objects->macro, &objects->taken,
                                &objects->field,  &objects->outer,    &objects->path};
    for (guint i = 0; i < G_N_ELEMENTS(statements); i++)
        g_clear_pointer(statements[i], statement_free);
    g_clear_pointer(&objects->source, source_text_free);
    g_hash_table_unref(objects->known);
    g_string_free(objects->joined, TRUE);
    for (int i = 0; i < FLAGS; i++)
        g_free(objects->flags[i]);
    g_free(objects);
}
