/* commit.h: a commit, the C files it touched, and what it did to the things in them. */
#ifndef CPYREAD_HISTORY_COMMIT_H
#define CPYREAD_HISTORY_COMMIT_H

#include "history/extents.h"

typedef enum ChangeKind {
    CHANGE_ADDED,
    CHANGE_CHANGED,
    CHANGE_REMOVED,
    CHANGE_MOVED,   /* the same tokens in another file */
    CHANGE_COMMENT, /* nothing but comments and white space */
} ChangeKind;

typedef struct Change {
    ExtentKind kind;
    ChangeKind change;
    char *name;
    char *was;        /* "FILE:NAME": what became of it; NULL */
    guint line;       /* after the commit; before it, if removed */
    guint added, removed;
    guint64 body;     /* a sum of its tokens but its name; 0: it is the same on both sides */
    guint body_tokens;
    GArray *bag;      /* of guint32: a sum of each of these tokens, sorted; NULL with `body` */
} Change;

typedef struct FileChange {
    char *path;
    char *before, *after; /* names of blobs; NULL: the file was not there */
    gboolean generated, test;
    guint added, removed; /* lines */
    GPtrArray *changes;   /* of Change, in the order of the text, what was removed behind the rest */
    char *hunk;           /* the largest, as a diff shows it; NULL: there is none of interest */
    char *hunk_in;        /* the function or opcode it is in; NULL: none */
    guint hunk_line;      /* after the commit */
    guint hunk_size;      /* lines added and removed, all of them */
} FileChange;

typedef struct Issue {
    const char *tracker; /* bpo, gh */
    guint number;
} Issue;

typedef struct Commit {
    char *hash, *date, *author, *subject, *body;
    char *parent; /* the first; NULL: it has none */
    gboolean is_merge;
    GArray *issues;   /* of Issue */
    GPtrArray *files; /* of FileChange: its C files */
} Commit;

void change_free(Change *change);
void file_change_free(FileChange *file);
void commit_free(Commit *commit);

#endif
