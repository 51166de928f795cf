/* follow.h: where a code span of a sheet leads. */
#ifndef CPYREAD_FOLLOW_H
#define CPYREAD_FOLLOW_H

#include "query/index.h"

/* The address that a span leads to: the source on the sheet (`printed` is names.h's), else the place in the tree as the web
 * has it. NULL without `error`: it leads nowhere. NULL with `error` (NOTE_ERROR_BLOCK): it is a citation of this tree that does
 * not hold. The caller frees it. */
char *follow_span(Index *index, const GPtrArray *printed, const char *text, GError **error);

#endif
