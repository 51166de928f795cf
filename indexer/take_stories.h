/* take_stories.h: takes the curated stories into an index, so that SQL can join them with commits and their functions. */
#ifndef CPYREAD_TAKE_STORIES_H
#define CPYREAD_TAKE_STORIES_H

#include "store/database.h"

/* What the stories that are found say, in short; NULL: there are none. The caller frees it. */
char *stories_sum(void);

/* Puts them into story_commit, in place of what is there; what cannot be read is told on stderr and left out. FALSE with
 * `error` if the index cannot be written. */
gboolean stories_take_in(Database *database, GError **error);

#endif
