/* source.h: the files of one translation unit, and places in them. */
#ifndef CPYREAD_SOURCE_H
#define CPYREAD_SOURCE_H

#include "store/facts.h"

#include <clang-c/Index.h>

/* How the made-up files begin that precompiled headers are made from. */
#define PROLOGUE_PREFIX ".cpyread-prologue-"

/* A file that the compiler opened. Files outside the checkout have no path: what lies in them is external. */
typedef struct Source {
    guint32 path;     /* place in the facts' strings, or 0 */
    guint32 number;   /* counted from 1 within the unit */
    const char *text; /* the compiler's own buffer, after source_load() */
    gsize size;
    gboolean is_loaded;
    CXTranslationUnit unit;
    CXFile file;
} Source;

/* Makes `text` and `size` valid; FALSE if the compiler has no text of it, or it lies outside the checkout. Costs 6 ms
 * for a file out of a precompiled header, so it is asked for where a text is read, and nowhere else. */
gboolean source_load(const Source *source);

/* Where something is used: for what comes out of a macro, the place of the outermost use. */
typedef struct Place {
    const Source *source; /* NULL: in no file (built in, command line) */
    guint line, col, offset;
} Place;

typedef struct Sources Sources;

Sources *sources_new(CXTranslationUnit unit, const char *root, Facts *facts);
void sources_free(Sources *sources);

Place sources_place(Sources *sources, CXSourceLocation location);
const Source *sources_of(Sources *sources, CXFile file);

/* A key for hash tables: the file and the offset of a place in one number. */
gpointer place_key(const Place *place);
gboolean place_in_tree(const Place *place);

#endif
