/* includes.h: what a source includes, read from its text alone. */
#ifndef CPYREAD_TREE_INCLUDES_H
#define CPYREAD_TREE_INCLUDES_H

#include <glib.h>

typedef struct Includes {
    GPtrArray
        *quoted; /* of char *: the names in #include "..." lines, those of branches not taken with them */
    gboolean internal;     /* one of them needs Py_BUILD_CORE ("pycore_…", "internal/…") */
    gboolean defines_core; /* the text defines Py_BUILD_CORE… itself */
} Includes;

Includes *includes_scan(const char *text);
void includes_free(Includes *includes);

/* The path of `name` included from the file `from`, relative to the root: beside that file. The caller frees
 * it. */
char *includes_path(const char *from, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Includes, includes_free)

#endif
