/* tokens.h: what is left of an extent's text without comments and white space. */
#ifndef CPYREAD_HISTORY_TOKENS_H
#define CPYREAD_HISTORY_TOKENS_H

#include "history/extents.h"

/* Of a function that holds opcodes, the text outside them is meant. */
gboolean tokens_are_equal(const Image *before, const Extent *a, const Image *after, const Extent *b);
gboolean tokens_has_opcodes(const Image *image, const Extent *extent);

/* A sum over the tokens, of a function those of its body, in which its own name counts as any other; their number is the
 * length of `bag`, which has a sum of each (of guint32), sorted. The caller frees that. */
guint64 tokens_sum(const Image *image, const Extent *extent, GArray **bag);

/* How much of two bags is the same, in hundredths. */
guint tokens_likeness(const GArray *a, const GArray *b);

#endif
