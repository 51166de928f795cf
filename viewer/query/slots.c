/* slots.c: see slots.h. */
#include "query/slots.h"

#include <string.h>

static const char USUAL[] = "int,list,str,dict,float,tuple,set,object";
static const char ITERATORS[] = "list_iterator,range_iterator,dict_keyiterator,generator";

static void type_free(gpointer data)
{
    PyType *type = data;
    g_free(type->name);
    g_free(type->variable);
    g_free(type);
}

/* Those of the list that the tree has; the first that it lacks is left in `*unknown`. */
GPtrArray *types_read(Index *index, const char *list, char **unknown, GError **error)
{
    g_autoptr(GPtrArray) types = g_ptr_array_new_with_free_func(type_free);
    g_auto(GStrv) names = g_strsplit_set(list, ", ", -1);
    Statement *statement = index_statement(index, "py_type", error);
    for (char **name = names; statement != NULL && *name != NULL; name++) {
        statement_reset(statement);
        g_autofree char *builtin = g_strconcat("builtins.", *name, NULL);
        statement_bind_text(statement, "name", *name);
        statement_bind_text(statement, "builtin", builtin);
        PyType *type = **name != '\0' && statement_step(statement, NULL) ? g_new0(PyType, 1) : NULL;
        if (type != NULL) {
            *type = (PyType){g_strdup(*name), g_strdup(statement_text(statement, 0)), statement_int(statement, 1)};
            g_ptr_array_add(types, type);
        } else if (**name != '\0' && unknown != NULL && *unknown == NULL) {
            *unknown = g_strdup(*name);
        }
    }
    return statement != NULL ? g_steal_pointer(&types) : NULL;
}

GPtrArray *types_usual(Index *index, gboolean iterators, GError **error)
{
    return types_read(index, iterators ? ITERATORS : USUAL, NULL, error);
}

/* list_iterator, dict_keyiterator. */
GPtrArray *types_of_iterators(Index *index, const GPtrArray *types, GError **error)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < types->len; i++) {
        const char *name = ((const PyType *)types->pdata[i])->name;
        g_string_append_printf(names, "%s,%s_iterator,%s_keyiterator,", name, name, name);
    }
    return types_read(index, names->str, NULL, error);
}

Table *slots_of_method(Index *index, const char *method, GError **error)
{
    return index_query(index, error, "py_method_slots", "method", method, NULL);
}

Table *slots_of_place(Index *index, const char *via, GError **error)
{
    const char *dot = strchr(via, '.');
    g_autofree char *record = g_strndup(via, dot != NULL ? (gsize)(dot - via) : 0);
    return index_query(index, error, "py_field", "record", record, "field", dot != NULL ? dot + 1 : "", NULL);
}

enum { BASES = 6 }; /* that a type is made from, one from the other */

struct SlotFinder {
    Statement *cells;
    gint64 object; /* its variable */
};

SlotFinder *slot_finder_new(Index *index, GError **error)
{
    g_autoptr(GPtrArray) object = types_read(index, "object", NULL, error);
    Statement *cells = object != NULL ? index_prepare(index, "py_cells", error) : NULL;
    SlotFinder *finder = cells != NULL ? g_new0(SlotFinder, 1) : NULL;
    if (finder == NULL)
        return NULL;
    finder->cells = cells;
    finder->object = object->len > 0 ? ((const PyType *)object->pdata[0])->id : 0;
    return finder;
}

void slot_finder_free(SlotFinder *finder)
{
    statement_free(finder->cells);
    g_free(finder);
}

/* What a variable has in the field, and where its suite and what it is made from are; 0 each: it has none. */
static gint64 look(SlotFinder *finder, const Table *slots, guint row, gint64 variable, gint64 *suite, gint64 *base)
{
    gint64 field = table_get_int(slots, row, "field"), function = 0;
    *suite = *base = 0;
    statement_reset(finder->cells);
    statement_bind_int(finder->cells, "variable", variable);
    statement_bind_int(finder->cells, "field", field);
    statement_bind_int(finder->cells, "suite", table_get_int(slots, row, "suite"));
    statement_bind_int(finder->cells, "base", table_get_int(slots, row, "base"));
    while (statement_step(finder->cells, NULL)) {
        gint64 id = statement_int(finder->cells, 0);
        gint64 *to = id == field ? &function : id == table_get_int(slots, row, "base") ? base : suite;
        *to = statement_int(finder->cells, 1);
    }
    return function;
}

static gint64 function_of(SlotFinder *finder, const Table *slots, guint row, gint64 variable)
{
    for (guint i = 0; i < BASES && variable != 0; i++) {
        gint64 suite, base, none;
        gint64 function = look(finder, slots, row, variable, &suite, &base);
        if (function == 0 && suite != 0)
            function = look(finder, slots, row, suite, &none, &none);
        if (function != 0)
            return function;
        variable = base;
    }
    return 0;
}

gint64 slot_finder_find(SlotFinder *finder, const Table *slots, guint row, const PyType *type, gboolean with_object)
{
    gint64 function = type != NULL ? function_of(finder, slots, row, type->id) : 0;
    return function == 0 && with_object ? function_of(finder, slots, row, finder->object) : function;
}
