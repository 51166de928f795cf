/* prose.h: what CPython's own people wrote about a part of it, beside the code: Objects/listsort.txt, InternalDocs/. */
#ifndef CPYREAD_PROSE_H
#define CPYREAD_PROSE_H

#include "query/index.h"

/* The texts of the tree that name the symbol in row 0 of `symbol`, or are about the file that it stands in: a table with
 * the columns file, line (where it is named; 1: the whole text) and text (that line). No rows: there are none, or no tree.
 * At most five. The caller frees it. */
Table *prose_find(Index *index, const Table *symbol);

#endif
