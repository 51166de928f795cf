/* python_cells.h: the static initialisers of CPython's records, in memory: type objects, method tables, modules.
 *
 * A cell is a value in a field of a record of a variable; the cells of a variable stand together, in the order of the
 * text. Texts live as long as the PythonCells. */
#ifndef CPYREAD_PYTHON_CELLS_H
#define CPYREAD_PYTHON_CELLS_H

#include "link/link.h"

typedef struct PythonCell {
    gint64 variable, field;
    const char *path; /* of the record within the variable: "[3]"; equal paths are one pointer */
    char kind; /* the first letter of cell.kind: f unction, v ariable, o ffset, n umber, s tring, or o ther */
    gint64 symbol; /* the function, variable or field */
    gint64 number;
    const char *text; /* of a string, without quotes; else NULL */
    gint64 file;
    guint line;
} PythonCell;

typedef struct PythonCells {
    GArray *cells;           /* of PythonCell */
    GHashTable *first;       /* variable -> number of its first cell, from 1 */
    GHashTable *field_ids;   /* "PyTypeObject.tp_name" -> field */
    GHashTable *field_names; /* field -> "PyTypeObject.tp_name" */
    GStringChunk *texts;
} PythonCells;

/* The cells of one record: a row of a table, or all that a variable holds. */
typedef struct PythonRecord {
    const PythonCell *cells;
    guint count;
} PythonRecord;

PythonCells *python_cells_read(Linking *linking, GError **error); /* NULL with `error` */
void python_cells_free(PythonCells *cells);

gint64 python_cells_field(const PythonCells *cells, const char *name); /* 0: this tree has no such field */
const char *python_cells_name(const PythonCells *cells,
                              gint64 field); /* NULL: it is of no record that is kept */

/* Goes through the records of a variable in their order; begin with *position = 0. FALSE at the end. */
gboolean python_cells_next(const PythonCells *cells, gint64 variable, guint *position, PythonRecord *record);

/* NULL: the record's initialiser says nothing of the field. */
const PythonCell *python_record_get(const PythonRecord *record, gint64 field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PythonCells, python_cells_free)

#endif
