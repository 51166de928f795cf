/* log.h: commits as git tells them. */
#ifndef CPYREAD_HISTORY_LOG_H
#define CPYREAD_HISTORY_LOG_H

#include "history/commit.h"

/* The hashes of the commits of `range` by first parents, oldest first (of char *); `begins_bare` is set if
 * the first has no parent in this repository. NULL with `error`. */
GPtrArray *log_hashes(const char *root, const char *range, gboolean *begins_bare, GError **error);

/* The commits themselves (of Commit), oldest first, with the C files of each, which are not compared yet. */
GPtrArray *log_read(const char *root, const char *range, GError **error);

#endif
