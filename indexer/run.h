/* run.h: makes an index, or brings it up to date. */
#ifndef CPYREAD_RUN_H
#define CPYREAD_RUN_H

#include <glib.h>
#include <signal.h>

typedef struct RunOptions {
    const char *source, *db;
    const char *compile_commands; /* file to write them to, or NULL */
    const char *history; /* FROM..TO; "none"; NULL: the version's own line */
    const char *const *only; /* paths of the units to read, and nothing is said on stdout; NULL: all */
    int workers;
    gboolean force;                           /* read all anew */
    const volatile sig_atomic_t *interrupted; /* becomes other than 0 when the run is to stop */
} RunOptions;

/* FALSE with `error` if it could not be done; the index is then as it was before. */
gboolean run_index(const RunOptions *options, GError **error);

#endif
