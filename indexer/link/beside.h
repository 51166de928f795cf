/* beside.h: linkers in a thread of their own, while the caller works on.
 *
 * They read the index as it was last committed and fill tables of the same names in a database of their own; beside_finish()
 * takes these over. So they may be linkers that ask neither for each other's rows nor for what is written meanwhile. */
#ifndef CPYREAD_BESIDE_H
#define CPYREAD_BESIDE_H

#include "link/link.h"

typedef gboolean (*LinkerFunction)(Linking *linking, GError **error);

typedef struct BesideWork {
    const char *name;              /* of the file that is made beside the index, and is gone in the end */
    const LinkerFunction *linkers; /* run in this order, NULL last */
    const char *const *tables;     /* all that they fill, NULL last */
} BesideWork;

typedef struct Beside Beside;

/* Starts on `work`, which the result keeps. Until beside_finish() nothing may be committed to the index. */
Beside *beside_start(const Linking *linking, const BesideWork *work);

/* Waits for the linkers; what they made is not in the index yet. FALSE with `error` if one failed, or the database could not
 * be written. NULL counts as done. */
gboolean beside_wait(Beside *beside, GError **error);

/* Puts the tables into the index in place of what it has there, outside of a transaction. */
gboolean beside_take(Beside *beside, Database *database, GError **error);

/* Waits if need be, and takes the file away. */
void beside_free(Beside *beside);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Beside, beside_free)

#endif
