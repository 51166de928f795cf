/* bind.h: what merge.c and bind.c share: the rows before they are bound. No one else includes it. */
#ifndef CPYREAD_BIND_H
#define CPYREAD_BIND_H

#include "store/merge.h"

typedef struct MacroWord {
    const char *name;
    guint line, col;
} MacroWord;

struct Merge {
    GStringChunk *texts; /* owner of all texts in the rows */
    GPtrArray *files;    /* of FileRow; owner */
    GHashTable *files_by_path;
    GPtrArray *all_symbols;  /* of SymbolRow; owner */
    GPtrArray *symbols;      /* of SymbolRow: those that are stored, after merge_finish() */
    GHashTable *known;       /* set of SymbolRow */
    GHashTable *definitions; /* "part_of/name" to SymbolRow: what other units can bind to */
    GArray *calls, *references, *strings, *cells, *flows, *inclusions, *diagnostics, *ranges;
    GPtrArray *sites; /* of SiteRow; owner */
    guint parses;     /* how many were taken in */
};

/* Notes that `symbol` is what its name means in `part_of`, unless one is known already. */
void bind_define(Merge *merge, const char *part_of, SymbolRow *symbol);

#endif
