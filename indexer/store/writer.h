/* writer.h: puts merged rows into an index file. */
#ifndef CPYREAD_WRITER_H
#define CPYREAD_WRITER_H

#include "store/database.h"
#include "store/tables.h"

typedef struct MetaRow {
    const char *key, *value; /* NULL: it does not apply */
} MetaRow;

/* Writes all rows of `merge` (after merge_finish) and `meta`, which ends with a NULL key, into the empty database.
 * FALSE with `error` (DATABASE_ERROR) if that fails; the file is then of no use. */
gboolean writer_write(Database *database, Merge *merge, const MetaRow *meta, GError **error);

/* The same into a database which holds the rows with the sums `before`: where they are those `now`, they stay. */
gboolean writer_update(Database *database, Merge *merge, const MetaRow *meta, TableSums *before,
                       TableSums *now, GError **error);

/* After either, when the linkers have written: makes the indexes of their tables. */
gboolean writer_index_links(Database *database, GError **error);

#endif
