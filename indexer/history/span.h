/* span.h: which commits are the history of a tree. */
#ifndef CPYREAD_HISTORY_SPAN_H
#define CPYREAD_HISTORY_SPAN_H

#include "history/git.h"

typedef struct Span {
    char *from;   /* the commit before the first; NULL: the line goes back to where history begins */
    char *tip;    /* the last one */
    char *notice; /* what to tell who asked; NULL */
    gboolean is_shallow; /* the clone has no more than a part of the history */
} Span;

/* The line that `range` names (A..B, or A for A..HEAD), or where that is NULL the version's own (`version` as "3.7.0b3+"):
 * from where its branch and that of the version before it parted. NULL with `error`. */
Span *span_find(const char *root, const char *version, const char *range, GError **error);
void span_free(Span *line);

/* "FROM..TIP" for git, and for the index. The caller frees. */
char *span_range(const Span *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Span, span_free)

#endif
