/* commit.h: a note's block about a commit.
 *
 *     ```commit b0a7a037b8 PyDict_Copy
 *     bpo-31179: Make dict.copy() up to 5.5 times faster. Yury Selivanov, 22 January 2018
 *     +    if (PyDict_CheckExact(mp) && mp->ma_values == NULL &&
 *          …
 *     ```
 *
 * What is above the hunk is for who reads the note as it is, and for trees without that commit: of a tree with its history
 * the sheet says what the index knows. The hunk is the writer's choice; without one, the largest of the commit. */
#ifndef CPYREAD_COMMIT_H
#define CPYREAD_COMMIT_H

#include "graph/style.h"
#include "query/index.h"

/* Whether the line after a fence begins such a block. */
gboolean commit_is_block(const char *info);

/* Appends it as HTML. FALSE with `error`: what it says is not so; the message has no place in front, `*at` is the line of
 * `text` that is wrong, from 0. */
gboolean commit_append(GString *to, Index *index, const char *info, const char *text, Lang lang, int *at, GError **error);

#endif
