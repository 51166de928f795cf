/* writer.h: puts merged rows into an index file. */
#ifndef CPYREAD_WRITER_H
#define CPYREAD_WRITER_H

#include "store/database.h"
#include "store/merge.h"

/* Writes all rows of `merge` (after merge_finish) and the pairs of `meta` into the empty database. FALSE with
 * `error` (DATABASE_ERROR) if that fails; the file is then of no use. */
gboolean writer_write(Database *database, Merge *merge, const char *const (*meta)[2], guint pairs,
                      GError **error);

#endif
