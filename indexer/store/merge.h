/* merge.h: the facts of all units as one set of rows.
 *
 * Facts come unit by unit, in an order that depends on the plan alone. A header's facts come as often as it
 * is included, declarations apart from definitions, and a name's meaning depends on what is linked together;
 * here each symbol becomes one row, each call binds to one, and each row gets its id. writer.c then puts the
 * rows into SQLite. */
#ifndef CPYREAD_MERGE_H
#define CPYREAD_MERGE_H

#include "store/facts.h"

typedef struct FileRow {
    char *path;
    guint32 key; /* 31 bits of a hash of the path */
    gboolean is_unit, generated, is_template;
    guint parsed; /* how often a parse went through it */
    int lines;    /* -1: it does not lie in the tree */
    char *hash;   /* git's name for the contents; NULL with lines -1 */
    guint errors;
    char *missing, *skipped_because;
} FileRow;

typedef struct SymbolRow {
    gint64 id;
    FactKind kind;
    const char *name, *spelled, *signature, *doc, *by_macro;
    struct SymbolRow *parent; /* record of a field, enum of an enumerator, what a typedef names */
    FileRow *file, *unit;     /* NULL: external */
    guint line, col, end_line;
    gboolean is_static, defined;
    const char *named_by;         /* of a record or enum: the typedef that names it */
    struct SymbolRow *stands_for; /* of a declaration: the row that is shown in its place; else NULL */
    guint body_from;              /* the parse whose calls and references in this body count; 0: none yet */
    GArray *words;                /* of a macro: MacroWord; or NULL */
} SymbolRow;

typedef struct CallRow {
    SymbolRow *caller, *callee, *macro, *macro_at;
    FileRow *file;
    guint line, col;
    const char *part_of; /* what the caller is linked into */
    gboolean in_body;
} CallRow;

typedef struct ReferenceRow {
    SymbolRow *symbol, *inside;
    FileRow *file;
    guint line, col;
    FactReferenceKind kind;
    const char *part_of; /* what the file is linked into */
} ReferenceRow;

typedef struct StringRow {
    SymbolRow *inside;
    FileRow *file;
    guint line, col;
    const char *text;
} StringRow;

typedef struct CellRow {
    SymbolRow *variable, *field, *symbol;
    const char *path, *text;
    FactCellKind kind;
    gint64 number;
    guint ordinal; /* among the cells of the variable, from 1 */
    FileRow *file;
    guint line, col;
    const char *part_of;
} CellRow;

/* A place that a function pointer can be at; `kind` is a FactPlaceKind. */
typedef struct PlaceRow {
    guint kind;
    SymbolRow *symbol;
    struct SiteRow *site;
    guint number;
    const char *name;
} PlaceRow;

typedef struct SiteRow { /* an indirect call */
    gint64 id;
    SymbolRow *caller, *macro;
    FileRow *file;
    guint line, col;
} SiteRow;

typedef struct FlowRow {
    SymbolRow *inside;
    guint ordinal; /* in the body, from 1 */
    PlaceRow to, from;
    const char *to_shape, *own_shape, *cast_shape;
    const char *part_of;
} FlowRow;

typedef struct InclusionRow {
    FileRow *file, *included;
    guint line;
} InclusionRow;

typedef struct DiagnosticRow {
    FileRow *file;
    guint line;
    gboolean fatal;
    const char *text;
} DiagnosticRow;

typedef struct RangeRow {
    FileRow *file;
    guint line, end_line;
} RangeRow;

typedef struct Merge Merge;

Merge *merge_new(void);
void merge_free(Merge *merge);

/* The row of a file, made if need be. */
FileRow *merge_file(Merge *merge, const char *path);

/* Adds what one parse found. `unit` is the path of the unit, or of one that shares the headers parsed;
 * `part_of` as in plan.h. Nothing of `facts` is kept. */
void merge_add(Merge *merge, const char *unit, const char *part_of, const Facts *facts);

/* Notes that a unit could not be read at all, and why. */
void merge_problem(Merge *merge, const char *unit, const char *problem);

/* To be called when all is in: binds names, drops what stands twice, gives ids, sorts. */
void merge_finish(Merge *merge);

/* The rows, after merge_finish(); the merge owns them. Symbols are SymbolRow *, the others are structs. */
GPtrArray *merge_files(Merge *merge);   /* of FileRow, by path */
GPtrArray *merge_symbols(Merge *merge); /* of SymbolRow, by id */
GArray *merge_calls(Merge *merge);      /* of CallRow, by file and place */
GArray *merge_references(Merge *merge); /* by symbol, kind, file and place */
GArray *merge_strings(Merge *merge);
GArray *merge_cells(Merge *merge);    /* by variable, in the order of the text */
GArray *merge_flows(Merge *merge);    /* by function, in the order of the text */
GPtrArray *merge_sites(Merge *merge); /* of SiteRow, by id */
GArray *merge_inclusions(Merge *merge);
GArray *merge_diagnostics(Merge *merge);
GArray *merge_ranges(Merge *merge);

/* The name a record goes by (its typedef's before its tag), any other symbol's own; NULL for one that has
 * none. */
const char *symbol_name(const SymbolRow *symbol);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Merge, merge_free)

#endif
