/* either.h: names with a choice: "clone_combined_dict|clone_combined_dict_keys" is the first that this tree
 * has; "copy_lock_held|" may mean nothing. A note is printed of several versions, and functions change their
 * names. */
#ifndef CPYREAD_EITHER_H
#define CPYREAD_EITHER_H

#include "cmd/command.h"

/* As subject_find (subject.h), for the first of the names between | that means anything. */
gboolean either_find(const Context *context, const char *names, Answer *answer, Table **symbol,
                     GError **error);

/* Whether the last name is empty: then none is needed, and `answer` says nothing of it. */
gboolean either_may_miss(const char *names);

#endif
