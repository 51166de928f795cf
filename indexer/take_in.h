/* take_in.h: `cpyread seen RECORD…`: marks in an index what a run executed. */
#ifndef CPYREAD_TAKE_IN_H
#define CPYREAD_TAKE_IN_H

#include <glib.h>

/* Takes the recordings of one run into the index `db`, in place of those that it has, and prints what came of it. FALSE
 * with `error` if it could not be done; the index is then as it was. */
gboolean take_in(const char *db, GStrv recordings, GError **error);

#endif
