/* boxes.h: what a sheet leaves empty for a pencil: fenced blocks with an info string of ours.
 *
 *     ```predict        two boxes side by side: what I expect, what it printed; the text stands in the first
 *     ```box Title 4    a box with a title and room for four lines of writing
 *     ```lines 3        three ruled lines
 *     ```glossary       "reference count: 참조 횟수 (참조 카운트)": terms in the margin of the source that
 * follows */
#ifndef CPYREAD_BOXES_H
#define CPYREAD_BOXES_H

#include "graph/style.h"

/* Appends the box. FALSE: `info` names none of them. */
gboolean boxes_append(GString *to, const char *info, const char *text, Lang lang);

#endif
