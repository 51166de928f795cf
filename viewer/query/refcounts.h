/* refcounts.h: what the documentation says of references: Doc/data/refcounts.dat. */
#ifndef CPYREAD_REFCOUNTS_H
#define CPYREAD_REFCOUNTS_H

#include "query/index.h"

/* "returns a new reference", "returns a borrowed reference", with the place that says so; NULL: nothing is said, or the tree is
 * not there. The caller frees it. */
char *refcounts_result(Index *index, const char *function);

#endif
