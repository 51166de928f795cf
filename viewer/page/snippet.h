/* snippet.h: runs the Python of a note: its blocks ```python, but for those that say ```python norun.
 *
 * Each runs by itself, in a scratch folder that is removed afterwards, with little time and no more output than anyone
 * reads. That keeps mistakes small and no attacker out: it is done when it is asked for, of notes that one trusts. */
#ifndef CPYREAD_SNIPPET_H
#define CPYREAD_SNIPPET_H

#include "page/note.h"

#define SNIPPET_SECONDS 60

typedef struct SnippetRun {
    int line;     /* of the note */
    char *output; /* stdout and stderr */
    char *why;    /* it failed; NULL: it did not */
} SnippetRun;

/* "Python 3.11.7", what `python` says of itself. NULL with `error` (NOTE_ERROR_READ): it cannot be run. */
char *snippet_version(const char *python, GError **error);

/* Runs those of the note: an array of SnippetRun. NULL with `error`: they could not be run at all. */
GPtrArray *snippet_run_all(const Note *note, const char *python, GError **error);

#endif
