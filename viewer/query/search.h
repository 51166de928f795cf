/* search.h: finds names by what a reader remembers of them. */
#ifndef CPYREAD_SEARCH_H
#define CPYREAD_SEARCH_H

#include "query/index.h"

/* The symbols, names in Python, files, messages, string literals and commits that all `words` (NULL last) occur in, whatever the case, best first: the name
 * itself, names that begin so, words that are parts of the name, any part of it, paths of files, the comments above
 * symbols, and last literals. Among equals definitions come before declarations, hand-written code before generated,
 * words beside each other before scattered ones, short names before long. Columns: name (of a literal, of what holds it),
 * kind, file, line, match (how it was found), text (the signature, or what stands around the words). Texts are looked through with
 * `in_texts`, or where no name has the words. */
Table *search(Index *index, const char *const *words, gboolean in_texts, GError **error);

#endif
