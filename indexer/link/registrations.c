/* registrations.c: see registrations.h.
 *
 * What C says itself comes from flows and cells, whatever the records are called. Four arts of CPython's are no C
 * that one can follow, for they store through a pointer made of a number; their rows say what ends up where:
 *
 *     slotdefs[]    {"__add__", offsetof(PyHeapTypeObject, as_number.nb_add), slot_nb_add, wrap_binaryfunc_l}
 *     PyType_Slot   {Py_tp_dealloc, example_dealloc}        Include/typeslots.h: #define Py_tp_dealloc 52
 *     PyMemberDef   {"__vectorcalloffset__", T_PYSSIZET, offsetof(partialobject, vectorcall), READONLY}
 *     dlsym()       "PyInit_" and the name of the module    Python/importdl.c */
#include "link/registrations.h"

#include "link/type_slots.h"
#include "store/facts.h"

enum { WRAPPED = 2 }; /* the parameter of a wrapperfunc that is the function in the slot */

typedef struct Reader {
    Linking *linking;
    Places *places;
    GHashTable *slot_fields; /* number of a slot -> its field */
} Reader;

typedef void (*TakeRow)(Reader *reader, Statement *row);

static gboolean read_rows(Reader *reader, const char *file, TakeRow take, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) rows = database_prepare_file(reader->linking->database, file, error);
    if (rows == NULL)
        return FALSE;
    while (statement_step(rows, &problem))
        take(reader, rows);
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

static guint shape_at(Reader *reader, Statement *row, int column)
{
    return shapes_number(reader->places->shapes, statement_text(row, column));
}

static guint field_place(Reader *reader, gint64 field)
{
    return places_number(reader->places, FACT_PLACE_FIELD, field, 0, NULL);
}

static void note_field_shape(Reader *reader, gint64 field, guint shape)
{
    if (shape != 0 && !g_hash_table_contains(reader->places->field_shapes, &field))
        g_hash_table_insert(reader->places->field_shapes, g_memdup2(&field, sizeof field), GUINT_TO_POINTER(shape));
}

static guint field_shape(Reader *reader, gint64 field)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(reader->places->field_shapes, &field));
}

/* ---- flows and cells ---------------------------------------------------------------------------------- */

static guint place_at(Reader *reader, Statement *row, int column)
{
    guint kind = (guint)statement_int(row, column);
    const char *name = kind == FACT_PLACE_LOCAL ? statement_text(row, column + 2) : NULL;
    guint part = name == NULL ? (guint)statement_int(row, column + 2) : 0;
    return places_number(reader->places, kind == FACT_PLACE_OFFSET ? FACT_PLACE_FIELD : kind,
                         statement_int(row, column + 1), part, name);
}

static void take_flow(Reader *reader, Statement *row)
{
    guint from_kind = (guint)statement_int(row, 3), to = place_at(reader, row, 0);
    if (from_kind == FACT_PLACE_FUNCTION) {
        Stored stored = {statement_int(row, 4), shape_at(reader, row, 7), shape_at(reader, row, 8),
                         shape_at(reader, row, 6)};
        places_store(reader->places, to, &stored);
        return;
    }
    if (from_kind == FACT_PLACE_FIELD)
        note_field_shape(reader, statement_int(row, 4), shape_at(reader, row, 7));
    places_connect(reader->places, place_at(reader, row, 3), to);
}

static void take_cell(Reader *reader, Statement *row)
{
    gint64 field = statement_int(row, 2);
    guint place = field != 0 ? field_place(reader, field)
                             : places_number(reader->places, FACT_PLACE_VARIABLE, statement_int(row, 3), 0, NULL);
    if (!statement_int(row, 0)) {
        places_connect(reader->places, field_place(reader, statement_int(row, 1)), place);
        return;
    }
    Stored stored = {statement_int(row, 1), shape_at(reader, row, 5), shape_at(reader, row, 6),
                     shape_at(reader, row, 4)};
    if (field != 0)
        note_field_shape(reader, field, stored.to);
    places_store(reader->places, place, &stored);
}

static void take_site(Reader *reader, Statement *row)
{
    Site site = {.id = statement_int(row, 0), .shape = shape_at(reader, row, 1)};
    site.place = places_number(reader->places, FACT_PLACE_SITE, site.id, 0, NULL);
    site.type = g_strdup(statement_text(row, 2));
    site.caller = statement_int(row, 3);
    g_array_append_val(reader->places->sites, site);
}

/* A place for each call: what one function hands to qsort() is not what another does. */
static void take_callback(Reader *reader, Statement *row)
{
    Site site = {.id = statement_int(row, 0), .caller = statement_int(row, 1), .shape = shape_at(reader, row, 7)};
    if (site.shape == 0)
        site.shape = shape_at(reader, row, 9);
    site.place = places_number(reader->places, FACT_PLACE_SITE, site.id, (guint)statement_int(row, 3), NULL);
    places_get(reader->places, site.place)->library = statement_int(row, 2);
    if (statement_int(row, 4) == FACT_PLACE_FUNCTION) {
        Stored stored = {statement_int(row, 5), shape_at(reader, row, 7), shape_at(reader, row, 8), shape_at(reader, row, 9)};
        places_store(reader->places, site.place, &stored);
    } else {
        places_connect(reader->places, place_at(reader, row, 4), site.place);
    }
    g_array_append_val(reader->places->sites, site);
}

/* ---- CPython's own arts ------------------------------------------------------------------------------- */

static void take_slotdef(Reader *reader, Statement *row)
{
    gint64 field = statement_int(row, 0), wrapper = statement_int(row, 4);
    Stored stored = {statement_int(row, 1), shape_at(reader, row, 2), shape_at(reader, row, 3),
                     field_shape(reader, field)};
    if (stored.function != 0)
        places_store(reader->places, field_place(reader, field), &stored);
    if (wrapper == 0)
        return;
    guint wrapped = places_number(reader->places, FACT_PLACE_PARAMETER, wrapper, WRAPPED, NULL);
    places_connect(reader->places, field_place(reader, field), wrapped);
    g_hash_table_add(reader->places->bound, GUINT_TO_POINTER(wrapped));
}

/* What is in the one field may come to be in the other. */
static void take_fields(Reader *reader, Statement *row)
{
    places_connect(reader->places, field_place(reader, statement_int(row, 0)),
                   field_place(reader, statement_int(row, 1)));
}

/* 0 if no type has such a field. */
static gint64 find_field(Database *database, const char *name)
{
    g_autoptr(Statement) query = database_prepare_file(database, "indexer/link/dispatch_slot_field.sql", NULL);
    if (query == NULL)
        return 0;
    statement_bind_text(query, "name", name);
    return statement_step(query, NULL) ? statement_int(query, 0) : 0;
}

/* Number of a slot -> its field. */
static GHashTable *find_slot_fields(const Linking *linking)
{
    GHashTable *fields = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    g_autoptr(GHashTable) names = type_slots_read(linking->root);
    GHashTableIter iter;
    gpointer number, name;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &number, &name)) {
        gint64 field = find_field(linking->database, name);
        if (field != 0)
            g_hash_table_insert(fields, number, g_memdup2(&field, sizeof field));
    }
    return fields;
}

static void take_type_slot(Reader *reader, Statement *row)
{
    const gint64 *field = g_hash_table_lookup(reader->slot_fields, GUINT_TO_POINTER((guint)statement_int(row, 0)));
    if (field == NULL)
        return;
    Stored stored = {statement_int(row, 1), shape_at(reader, row, 2), shape_at(reader, row, 3),
                     field_shape(reader, *field)};
    places_store(reader->places, field_place(reader, *field), &stored);
}

static void take_module(Reader *reader, Statement *row)
{
    guint shape = shapes_number(reader->places->shapes, "p()");
    Stored stored = {statement_int(row, 1), shape, shape, shape};
    places_store(reader->places,
                 places_number(reader->places, FACT_PLACE_RESULT, statement_int(row, 0), 0, NULL), &stored);
}

/* ---- all of it ---------------------------------------------------------------------------------------- */

Places *registrations_read(Linking *linking, GError **error)
{
    g_autoptr(Places) places = places_new();
    g_autoptr(GHashTable) slot_fields = find_slot_fields(linking);
    Reader reader = {linking, places, slot_fields};
    static const struct {
        const char *file;
        TakeRow take;
    } STEPS[] = { /* the shapes of fields are known before they are asked for */
        {"indexer/link/dispatch_flows.sql", take_flow},       {"indexer/link/dispatch_cells.sql", take_cell},
        {"indexer/link/dispatch_sites.sql", take_site},       {"indexer/link/dispatch_callbacks.sql", take_callback},
        {"indexer/link/dispatch_slotdefs.sql", take_slotdef},
        {"indexer/link/dispatch_slot_twins.sql", take_fields},
        {"indexer/link/dispatch_member_offsets.sql", take_fields},
        {"indexer/link/dispatch_type_slots.sql", take_type_slot}, {"indexer/link/dispatch_modules.sql", take_module},
    };
    for (guint i = 0; i < G_N_ELEMENTS(STEPS); i++)
        if (!read_rows(&reader, STEPS[i].file, STEPS[i].take, error))
            return NULL;
    return g_steal_pointer(&places);
}
