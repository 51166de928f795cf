/* check.h: whether a note still holds in a tree: its symbols, its names, its citations, its blocks. */
#ifndef CPYREAD_CHECK_H
#define CPYREAD_CHECK_H

#include "page/claim.h"
#include "page/handout.h"
#include "page/note.h"

typedef struct Problem {
    int line;         /* of the note */
    const char *what; /* "gone", "moved", "changed", "wrong", "fails"; static */
    char *name;       /* as the note has it */
    char *why;
    gsize at, length; /* where the line numbers of a citation stand in the note's line; length 0: nothing to rewrite */
    char *lines;      /* what they would be now */
} Problem;

typedef struct Check {
    GPtrArray *problems; /* of Problem, by line */
    guint names, citations, blocks; /* that were looked at */
    guint unknown;       /* citations and names of trees that cannot be asked here */
} Check;

/* Looks at all of `note` in the index's tree. NULL with `error`: it could not be asked. The caller frees it. */
Check *check_note(Index *index, const Note *note, HandoutRun run, GError **error);

/* The same of its snippets, which are run with `python`; adds to the problems. FALSE with `error`. */
gboolean check_snippets(Check *check, const Note *note, const char *python, GError **error);
void check_free(Check *check);

/* Rewrites the line numbers of citations of this tree that moved, and nothing else. Gives each changed line, as it was and as
 * it is, for a reader (an array of char *); NULL with `error`: the note stays as it was. */
GPtrArray *check_fix(const Check *check, const Note *note, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Check, check_free)

#endif
