/* bind.h: what merge.c shares with the files that finish its work: bind.c, ids.c, rows.c. No one else
 * includes it. */
#ifndef CPYREAD_BIND_H
#define CPYREAD_BIND_H

#include "store/merge.h"

typedef struct MacroWord {
    const char *name;
    guint line, col;
} MacroWord;

/* The rows of one kind. */
typedef struct Rows {
    GArray *all;
    guint *starts, *counts; /* after rows_group(), by the number of a file */
    guint8 *sorted;         /* flags, the same */
} Rows;

struct Merge {
    Texts *texts;
    const char *interpreter; /* its name */
    GPtrArray *files;        /* of FileRow; owner; by path, after ids_give() */
    GPtrArray *files_by_key; /* after ids_give() */
    GHashTable *files_by_path;
    GPtrArray
        *files_by_text; /* the same by the place of the path in `texts`; NULL where it was not asked for */
    GPtrArray *all_symbols; /* of SymbolRow; owner */
    GPtrArray *symbols;     /* of SymbolRow, those that are stored: by file (external ones first) and id */
    GPtrArray *symbols_by_place;
    guint *symbol_starts;    /* where those of a file begin, by its number + 1 */
    GHashTable *known;       /* set of SymbolRow */
    GHashTable *definitions; /* set of Definition: what other units can bind to */
    GPtrArray *parts; /* of const char *: what the unit of a parse is linked into, by the parse's number */
    GHashTable *sharing; /* number of a parse that read headers to a set of FileRow: the units that share them */
    GPtrArray *file_levels; /* of Body; owner */
    GPtrArray *sites;       /* of Site; owner */
    Rows rows[ROWS_KINDS];
};

/* bodies.c: the bodies that the parse gives its symbols, by their places, if no other has brought the same; `symbols`
 * are their rows. The caller frees the array. */
Body **bodies_of(Merge *merge, const Facts *facts, guint order, SymbolRow *const *symbols);
Body *bodies_file_level(Merge *merge, guint order); /* another one; the merge owns it */
void bodies_free(SymbolRow *symbol);

/* bind.c: notes that `symbol` is what its name means in `part_of`, unless a parse of lower order says
 * otherwise. */
void bind_define(Merge *merge, const char *part_of, guint order, SymbolRow *symbol);
GHashTable *bind_definitions_new(void);
void bind_declarations(Merge *merge); /* which rows others stand for */
void bind_rows(Merge *merge);         /* what calls and references mean */

/* own.c: which units' macros and functions are meant by the headers that they share; before ids_give(). */
void bind_own(Merge *merge);

/* ids.c: keys of files, ids of symbols, and the order of both. */
void ids_give_keys(Merge *merge);
void ids_give(Merge *merge);
void ids_give_sites(Merge *merge);                                      /* after rows_group() */
int ids_compare_symbols(const SymbolRow *left, const SymbolRow *right); /* by path, place, kind and name */

/* rows.c: puts the rows of a file beside each other. */
void rows_init(Merge *merge);
void rows_clear(Merge *merge);
void rows_group(Merge *merge);

#endif
