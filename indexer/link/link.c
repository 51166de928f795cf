/* link.c: the linkers, in the order in which they are run. See link.h.
 *
 *   the new index, all rows in ──> opcodes ──┬── dispatch ─────────────────────────────┬──> lookups ──> renamed
 *                                            ├── names, Lib, syntax, messages (beside) ┤
 *                                            └── the words of symbols (beside) ────────┘
 *
 * To add a linker: a file whose head says which file of CPython it mirrors, its function in linkers.h, and a
 * line here. A linker empties its tables before it fills them. */
#include "link/link.h"

#include "link/beside.h"
#include "link/linkers.h"

static const BesideWork NAMES = {
    "names",
    (const LinkerFunction[]){link_python_names, link_python_lib, link_syntax, link_messages, NULL},
    (const char *const[]){"python_name", "python_source", "syntax_step", "message", "python_message", NULL},
};

static const BesideWork WORDS = {
    "words",
    (const LinkerFunction[]){link_words, NULL},
    (const char *const[]){"symbol_words", NULL},
};

static gboolean link_alone(Linking *linking, LinkerFunction linker, GError **error)
{
    return database_run(linking->database, "BEGIN", error) && linker(linking, error) &&
           database_run(linking->database, "COMMIT", error);
}

/* While others read the index nothing of it may be written, be the cache as full as it may. */
static const char QUIETLY[] = "PRAGMA cache_spill = OFF; BEGIN", AND_DONE[] = "COMMIT; PRAGMA cache_spill = ON";

gboolean link_all(Linking *linking, GError **error)
{
    Database *database = linking->database;
    if (!link_alone(linking, link_opcodes, error)) /* in a transaction of its own: others read what was committed */
        return FALSE;
    g_autoptr(Beside) names = beside_start(linking, &NAMES);
    g_autoptr(Beside) words = linking->names_changed ? beside_start(linking, &WORDS) : NULL;
    return database_run(database, QUIETLY, error) && link_dispatch(linking, error) && beside_wait(names, error) &&
           beside_wait(words, error) && database_run(database, AND_DONE, error) && beside_take(names, database, error) &&
           beside_take(words, database, error) && link_alone(linking, link_lookups, error);
}
