/* headers.h: the headers that all units of a plan can reach: what they mention, define and include. */
#ifndef CPYREAD_HEADERS_H
#define CPYREAD_HEADERS_H

#include "store/plan.h"

typedef struct Header {
    char *path;          /* relative to the root */
    char *spelled;       /* as #include names it, from the nearest of the folders */
    gsize size;          /* of its text */
    gboolean is_guarded; /* all of it stands between #ifndef X, #define X and #endif */
    GPtrArray
        *includes; /* of char *: the paths it may bring in by #include lines that stand outside any #if */
} Header;

/* The headers below the folders of -I that all units have and that lie in the tree, but for its root; made-up ones
 * count for what they mention and define. */
typedef struct Headers {
    const Plan *plan;
    GPtrArray *folders;  /* of char * */
    GHashTable *by_path; /* path to Header */
    GHashTable *words;   /* set: the identifiers in them */
    GHashTable *defined; /* set: the macros that they define or undefine */
    GHashTable *lines;   /* path to GStrv: what headers_lines() gave */
    GHashTable *named;   /* set: what they name in #include lines, under any condition */
} Headers;

Headers *headers_scan(const Plan *plan);
void headers_free(Headers *headers);

/* As directive_lines(), of a file of the plan, real or made up; the headers own them. */
GStrv headers_lines(const Headers *headers, const char *path);

/* Whether a macro may change what a header declares. */
gboolean headers_listen(const Headers *headers, const char *macro);

/* Whether one of the headers, or the C library's that they bring in, may find what it includes in a folder of -I. */
gboolean headers_search(const Headers *headers, const char *folder);

/* The path that `unit` includes as `name` in the file `from`; "" for a made-up file, NULL for one that is not the
 * tree's. The caller frees. */
char *headers_find(const Headers *headers, const Unit *unit, const char *from, const char *name,
                   gboolean quoted);

/* Adds to `set` (of paths) all that a header brings in for sure, and itself. */
void headers_closure(const Headers *headers, const char *path, GHashTable *set);

#endif
