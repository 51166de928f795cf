/* fresh.h: whether the files whose lines an answer names are still those that were indexed. */
#ifndef CPYREAD_FRESH_H
#define CPYREAD_FRESH_H

#include "page/block.h"
#include "query/index.h"

#define FRESH_FILES 40 /* that are looked at; a table on the screen names no more */

/* Looks at the files of the first `rows` rows of each table, of excerpts and of pictures; leaves those that changed in
 * answer->stale, and warns once. Where there is no tree nothing is said. */
void fresh_check(Index *index, Answer *answer, guint rows);

#endif
