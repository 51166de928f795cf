/* ahead.h: the files of commits, already cut into extents: a thread reads ahead while others are compared. */
#ifndef CPYREAD_HISTORY_AHEAD_H
#define CPYREAD_HISTORY_AHEAD_H

#include "history/extents.h"

/* A file as a commit left it. */
typedef struct Snapshot {
    char *blob;
    Image *image; /* NULL: the repository lacks the blob */
    gboolean generated;
} Snapshot;

void snapshot_free(Snapshot *snapshot);

typedef struct Ahead Ahead;
typedef gboolean (*AheadIsGenerated)(const char *path, const char *text, gsize size);

/* Begins to read what `commits` (of Commit, the oldest first; they must outlive it) need: of each of their files the
 * image before, unless it is the image after of the commit that touched it last, and the image after. */
Ahead *ahead_start(const char *root, GPtrArray *commits, AheadIsGenerated is_generated, GError **error);
void ahead_stop(Ahead *ahead);

/* The next of these; the caller frees it. NULL with `error`: git ended. */
Snapshot *ahead_next(Ahead *ahead, GError **error);

#endif
