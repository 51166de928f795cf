/* slots.h: which function a type has where Python looks for a method. */
#ifndef CPYREAD_SLOTS_OF_TYPE_H
#define CPYREAD_SLOTS_OF_TYPE_H

#include "query/index.h"

/* A type as Python and as C call it. */
typedef struct PyType {
    char *name;     /* list */
    char *variable; /* PyList_Type */
    gint64 id;      /* of that */
} PyType;

/* The types of a list "int,float" that the tree has, of PyType; the first that it lacks comes into `*unknown`, if that is NULL
 * before. NULL with `error`. */
GPtrArray *types_read(Index *index, const char *list, char **unknown, GError **error);

/* Those that are shown where nobody said which; `iterators`: of iterators. */
GPtrArray *types_usual(Index *index, gboolean iterators, GError **error);

/* The types of what iterates over those, where they have such. */
GPtrArray *types_of_iterators(Index *index, const GPtrArray *types, GError **error);

/* The places where Python looks for a method: a table with the columns field, via, suite, base. */
Table *slots_of_method(Index *index, const char *method, GError **error);

/* The same for one place, "PySequenceMethods.sq_length"; no row: it is no field. */
Table *slots_of_place(Index *index, const char *via, GError **error);

/* Finds functions in such places. It keeps a statement: one for all of a command is enough. */
typedef struct SlotFinder SlotFinder;
SlotFinder *slot_finder_new(Index *index, GError **error);
void slot_finder_free(SlotFinder *finder);

/* What the type has in row `row` of such a table, its own or inherited; what object has, with `with_object` (all there is with
 * a type NULL). 0: nothing. */
gint64 slot_finder_find(SlotFinder *finder, const Table *slots, guint row, const PyType *type, gboolean with_object);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SlotFinder, slot_finder_free)

#endif
