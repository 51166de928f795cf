/* merge.h: the facts of all units as one set of rows.
 *
 * Facts come parse by parse, in any order. A header's facts come as often as it is included, declarations
 * apart from definitions, and a name's meaning depends on what is linked together; here each symbol becomes
 * one row, each call binds to one, and each row gets its id. writer.c then puts the rows into SQLite. */
#ifndef CPYREAD_MERGE_H
#define CPYREAD_MERGE_H

#include "store/facts.h"

/* An id is made of the key of a file and, below it, so many bits of a number within the file. */
enum { SYMBOL_SHIFT = 16, ROW_SHIFT = 20 };

typedef struct FileRow {
    char *path;
    guint32 key;    /* 31 bits of a hash of the path */
    guint32 number; /* in the order of keys */
    gboolean is_unit, generated, is_template;
    guint parsed; /* how often a parse went through it */
    int lines;    /* -1: it does not lie in the tree */
    char *hash;   /* git's name for the contents; NULL with lines -1 */
    guint64 sum;  /* of the contents, where there is a hash */
    guint errors;
    GPtrArray *lacks; /* headers that were not found when it was read, or NULL */
    char *missing, *skipped_because;
} FileRow;

typedef struct SymbolRow {
    gint64 id;
    FactKind kind;
    const char *name, *spelled, *signature, *doc, *by_macro;
    struct SymbolRow *parent; /* record of a field, enum of an enumerator, what a typedef names */
    FileRow *file, *unit;     /* NULL: external */
    guint line, col, end_line;
    guint offset, bits; /* as in FactSymbol */
    gboolean is_static, defined;
    const char *named_by;         /* of a record or enum: the typedef that names it */
    guint named_from;             /* the parse that said so */
    struct SymbolRow *stands_for; /* of a declaration: the row that is shown in its place; else NULL */
    guint said_by; /* how good the sighting is that gave signature, end_line and unit; 0: none yet */
    struct Body *bodies;
    GArray *words; /* of a macro: MacroWord; or NULL */
} SymbolRow;

/* What some parses found in the body of a symbol. A function in a header may have another one in each unit. */
typedef struct Body {
    SymbolRow *symbol; /* NULL: this is what stands at file level */
    struct Body *next; /* another one of the symbol */
    guint64 sum;       /* of what is in it */
    guint order;       /* the first of the parses, by its number */
    gboolean has_cells;
} Body;

/* What is stored beside the other rows of a file begins with this. */
typedef struct Row {
    FileRow *file;
    guint line, col;
    Body *body;
    guint ordinal; /* among those of its kind that a parse with this body told */
} Row;

typedef struct CallRow { /* in the body of the caller */
    Row at;
    SymbolRow *callee, *macro, *macro_at;
    gboolean in_body;
} CallRow;

typedef struct ReferenceRow {
    Row at;
    SymbolRow *symbol;
    FactReferenceKind kind;
} ReferenceRow;

typedef struct StringRow {
    Row at;
    const char *text;
} StringRow;

typedef struct CellRow { /* stored with the variable; in the body of the variable as the parse saw it */
    Row at;
    SymbolRow *variable, *field, *symbol;
    const char *path, *text;
    FactCellKind kind;
    gint64 number;
    guint in_variable; /* ordinal among the cells of the variable, from 1 */
    FileRow *place;    /* where it stands; the line is that of `at` */
    const char *to_shape, *own_shape, *cast_shape;
} CellRow;

typedef struct Site { /* an indirect call */
    gint64 id;
    SymbolRow *macro;
    const char *shape, *type;
    struct Site *same; /* the one that is stored in its place, told by another parse; NULL: itself */
} Site;

typedef struct SiteRow { /* in the body of the caller */
    Row at;
    Site *site;
} SiteRow;

/* A place that a function pointer can be at; `kind` is a FactPlaceKind. */
typedef struct PlaceRow {
    guint kind;
    SymbolRow *symbol;
    const Site *site;
    guint number;
    const char *name;
} PlaceRow;

typedef struct FlowRow { /* stored with the function in whose body it is */
    Row at;
    guint in_body; /* ordinal in the body, from 1 */
    PlaceRow to, from;
    const char *to_shape, *own_shape, *cast_shape;
} FlowRow;

typedef struct InclusionRow {
    Row at;
    FileRow *included;
} InclusionRow;

typedef struct RangeRow {
    Row at;
    guint end_line;
} RangeRow;

typedef struct DiagnosticRow {
    Row at;
    gboolean fatal;
    const char *text;
} DiagnosticRow;

/* The kinds of rows that begin with Row. To add one: its struct, its name here, who fills it in take.c, its order in
 * rows.c, its table in tables.c. */
typedef enum {
    ROWS_CALLS,
    ROWS_REFERENCES,
    ROWS_STRINGS,
    ROWS_CELLS,
    ROWS_SITES,
    ROWS_FLOWS,
    ROWS_INCLUSIONS,
    ROWS_RANGES,
    ROWS_DIAGNOSTICS, /* the last: to note what there is no room for */
    ROWS_KINDS,
} RowKind;

typedef struct Merge Merge;

/* All texts in the rows are those of `texts`, which must outlive the merge. */
Merge *merge_new(Texts *texts);
void merge_free(Merge *merge);

/* The row of a file, made if need be. */
FileRow *merge_file(Merge *merge, const char *path);

/* Adds what one parse found, in any order; `facts` share the merge's texts, and nothing else of them is kept.
 * `order` says which parse counts where several say different things: the one with the lowest (from 1).
 * `unit` is the path of the unit, or of one that shares the headers parsed; `part_of` as in plan.h. */
void merge_add(Merge *merge, guint order, const char *unit, const char *part_of, const Facts *facts);

/* Notes that the parse `order` read headers for this unit, among others. */
void merge_share(Merge *merge, guint order, const char *unit);

/* Notes that a unit could not be read at all, and why. */
void merge_problem(Merge *merge, const char *unit, const char *problem);

/* To be called when all is in: binds names, drops what stands twice, gives ids. */
void merge_finish(Merge *merge);

/* After merge_finish(); the merge owns them. */
GPtrArray *merge_files(Merge *merge);        /* of FileRow, by path */
GPtrArray *merge_files_by_key(Merge *merge); /* the same, by key */

/* The symbols of a file by their ids, or with NULL the external ones. An id of 0 found no room. */
SymbolRow **merge_symbols(Merge *merge, const FileRow *file, guint *count);

/* The rows of a kind that lie in a file, in no order and some of them twice, until merge_sort() is called for
 * them, which returns how many there are then. */
gpointer merge_rows(Merge *merge, RowKind kind, const FileRow *file, guint *count);
guint merge_sort(Merge *merge, RowKind kind, const FileRow *file);

/* 0 for none. */
gint64 site_id(const Site *site);

/* The symbol that holds it; NULL: file level. */
SymbolRow *row_inside(const Row *row);

/* The name a record goes by (its typedef's before its tag), any other symbol's own; NULL for one that has
 * none. */
const char *symbol_name(const SymbolRow *symbol);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Merge, merge_free)

#endif
