/* link.c: the linkers, in the order in which they are run. See link.h.
 *
 *   the new index, all rows in ──> opcodes ──> … ──> words of symbols ──> renamed
 *
 * To add a linker: a file whose head says which file of CPython it mirrors, its function in linkers.h, and a
 * line here. A linker empties its tables before it fills them. */
#include "link/link.h"

#include "link/linkers.h"

static gboolean (*const LINKERS[])(Linking *linking, GError **error) = {
    link_opcodes,
    link_dispatch,
    link_python_names,
    link_python_lib,
    link_lookups,
    link_syntax,
    link_messages,
};

gboolean link_all(Linking *linking, GError **error)
{
    gboolean ok = database_run(linking->database, "BEGIN", error);
    for (guint i = 0; i < G_N_ELEMENTS(LINKERS) && ok; i++)
        ok = LINKERS[i](linking, error);
    return ok && database_run(linking->database, "COMMIT", error);
}
