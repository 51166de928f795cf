/* save.h: commits into the index. */
#ifndef CPYREAD_HISTORY_SAVE_H
#define CPYREAD_HISTORY_SAVE_H

#include "store/database.h"

/* The hashes of the commits that the index holds, oldest first (of char *). NULL with `error`. */
GPtrArray *save_known(Database *database, GError **error);

/* Takes over the history of another index, if the database has none and that one has some that is of use. */
void save_carry_over(Database *database, const char *old);

/* Leaves the first `kept` commits as they are and puts `commits` (of Commit) behind them; NULL: the index holds no
 * history. `range` is told in meta; NULL: nothing is. */
gboolean save_history(Database *database, const char *range, GPtrArray *commits, guint kept, GError **error);

#endif
