/* head.h: where a symbol begins for a reader.
 *
 * The index has the line of the name; CPython writes the result's type on the line above it:
 *
 *     static PyObject *
 *     dict_copy(PyDictObject *mp)
 */
#ifndef CPYREAD_HEAD_H
#define CPYREAD_HEAD_H

#include "query/index.h"

/* The first line of the symbol in `row` (columns of the view symbols), with the lines of its head above its
 * name; the line of the name where the source cannot be read. Only for symbols with a place. */
int head_line(Index *index, const Table *symbols, guint row);

#endif
