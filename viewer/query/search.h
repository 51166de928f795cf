/* search.h: finds names by what a reader remembers of them. */
#ifndef CPYREAD_SEARCH_H
#define CPYREAD_SEARCH_H

#include "query/index.h"

/* The symbols and files that all `words` (NULL last) occur in, whatever the case, best first: the name
 * itself, names that begin so, words that are parts of the name, any part of it, paths of files, and last the
 * comments above symbols. Among equals definitions come before declarations, hand-written code before
 * generated, short names before long. Columns: name, kind, file, line, match (how it was found), signature.
 */
Table *search(Index *index, const char *const *words, GError **error);

#endif
