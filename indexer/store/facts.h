/* facts.h: what one parse found, in a form that goes through a pipe.
 *
 * crawl/ fills Facts in a worker process and packs them into one buffer; the parent unpacks them, gives them
 * to merge.c and keeps them in the cache (cache.h). All members are 32-bit numbers: texts are places in `texts`
 * (0: none), symbols are places in `symbols` counted from 1 (0: none). Symbols include those that were only
 * mentioned. facts.c has a line for each array, which says what its columns are. */
#ifndef CPYREAD_FACTS_H
#define CPYREAD_FACTS_H

#include "store/texts.h"

typedef enum {
    FACT_FUNCTION = 1,
    FACT_MACRO,
    FACT_STRUCT,
    FACT_UNION,
    FACT_ENUM,
    FACT_ENUMERATOR,
    FACT_FIELD,
    FACT_TYPEDEF,
    FACT_VARIABLE,
} FactKind;

enum {
    FACT_STATIC = 1,  /* bound within its unit */
    FACT_DEFINED = 2, /* here is the definition; else a declaration */
};

typedef struct FactSymbol {
    guint32 kind;    /* FactKind */
    guint32 flags;   /* FACT_STATIC … */
    guint32 name;    /* of a record without a tag: that of the typedef which names it, else none */
    guint32 spelled; /* where the text has another name */
    guint32 parent;  /* symbol: the record of a field, the enum of an enumerator, the record or enum that a
                        typedef names */
    guint32 file;    /* path; none: external, not in the tree */
    guint32 line, col, end_line;
    guint32 signature; /* one line of C */
    guint32 doc;       /* the comment above */
    guint32 by_macro;  /* name of the macro whose expansion made it */
    guint32 offset;    /* of a field: bits from the start of its outermost record, and 1 more; 0: not known */
    guint32 bits;      /* size of a field or a record; 0: not known */
} FactSymbol;

typedef struct FactCall {
    guint32 caller, callee; /* symbols */
    guint32 file, line, col;
    guint32 macro;   /* symbol: the outermost macro that carried the call */
    guint32 in_body; /* 1 where the call stands in a macro's text, 0 where in its argument or in no macro */
} FactCall;

typedef enum {
    FACT_EXPAND = 1, /* of a macro */
    FACT_READ,
    FACT_WRITE,   /* x += 1 reads and writes */
    FACT_ADDRESS, /* &x, or a function that is not called here */
    FACT_TYPE,
} FactReferenceKind;

typedef struct FactReference {
    guint32 symbol;
    guint32 kind;   /* FactReferenceKind */
    guint32 inside; /* symbol: the function, initialised variable or record that holds it */
    guint32 file, line, col;
} FactReference;

/* An identifier in a macro's text: not bound before the macro is used, so only its name is known. */
typedef struct FactWord {
    guint32 macro; /* symbol */
    guint32 name;
    guint32 line, col;
} FactWord;

typedef struct FactString { /* a string literal; neighbours are one */
    guint32 inside;         /* symbol, as in FactReference */
    guint32 file, line, col;
    guint32 text; /* with its quotes, as C has it */
} FactString;

typedef enum {
    FACT_CELL_OTHER,    /* something else: an expression */
    FACT_CELL_FUNCTION, /* its address */
    FACT_CELL_VARIABLE, /* its address or value */
    FACT_CELL_OFFSET,   /* offsetof a field */
    FACT_CELL_NUMBER,
    FACT_CELL_STRING,
} FactCellKind;

typedef struct FactCell { /* a value of a static initialiser; in the order of the text */
    guint32 variable;     /* symbol */
    guint32 path;      /* of the record or array within it: "[3]", "[3].inner"; none: the variable itself */
    guint32 field;     /* symbol; for an element that of its array; none: the variable itself */
    guint32 kind;      /* FactCellKind */
    guint32 symbol;    /* of a function, a variable, an offset */
    guint32 text;      /* of a string, with its quotes */
    guint32 low, high; /* of a number: two halves of 64 bits */
    guint32 file, line, col;
    guint32 to_shape, own_shape, cast_shape; /* of a function: as in FactFlow */
} FactCell;

typedef enum {
    FACT_PLACE_FUNCTION = 1, /* the address of a function; only ever "from" */
    FACT_PLACE_FIELD,        /* of a record, for all its objects */
    FACT_PLACE_VARIABLE,     /* at file level */
    FACT_PLACE_LOCAL,        /* of the function `symbol`, by name */
    FACT_PLACE_PARAMETER,    /* of the function `symbol`, by number */
    FACT_PLACE_RESULT,       /* what the function `symbol` returns */
    FACT_PLACE_OFFSET,       /* offsetof a field; only ever "from" */
    FACT_PLACE_SITE,         /* what an indirect call calls; only ever "to" */
    FACT_PLACE_ARGUMENT,     /* of an indirect call, by number; only ever "to" */
    FACT_PLACE_SITE_RESULT,  /* what an indirect call returns; only ever "from" */
} FactPlaceKind;

enum { FACT_VARIADIC = 0xff }; /* the number of all arguments behind the named ones */

typedef struct FactPlace { /* where a function pointer can be */
    guint32 kind;          /* FactPlaceKind */
    guint32 symbol;
    guint32 number;
    guint32 name;
    guint32 site; /* number of an indirect call in `sites`, from 1 */
} FactPlace;

typedef struct FactFlow { /* what is at one place may come to be at another */
    guint32 inside;       /* symbol: the function whose body says so */
    FactPlace to, from;
    guint32 to_shape;   /* texts: shapes of function types, or none; see crawl/flow.c */
    guint32 own_shape;  /* of what flows, before casts */
    guint32 cast_shape; /* of the last cast */
} FactFlow;

typedef struct FactSite { /* an indirect call */
    guint32 caller;       /* symbol */
    guint32 file, line, col;
    guint32 macro, in_body; /* as in FactCall */
    guint32 shape;          /* of what is called, after casts; as in FactFlow */
    guint32 type;           /* the name of its typedef, or none */
} FactSite;

typedef enum {
    FACT_SOURCE_TREE = 1, /* mark: of the contents (contents_mark()), be they on disk or made up */
    FACT_SOURCE_OUTSIDE,  /* an absolute path; mark: size and time */
    FACT_SOURCE_MISSING,  /* a header that was not found, as the text names it */
} FactSourceKind;

typedef struct FactSource { /* what the compiler read: if it is the same again, so are the facts */
    guint32 kind;           /* FactSourceKind */
    guint32 path;
    guint32 mark; /* as it was read */
} FactSource;

typedef struct FactRange {
    guint32 file, line, end_line;
} FactRange;

typedef struct FactDiagnostic {
    guint32 file, line;
    guint32 severity; /* 0 error, 1 fatal */
    guint32 text;
} FactDiagnostic;

typedef struct FactInclude {
    guint32 file, included, line;
} FactInclude;

typedef struct Facts {
    Texts *texts;
    gboolean shares_texts; /* `texts` belongs to someone else, see facts_share() */
    GArray *sources;
    GArray *files; /* of guint32: paths of the tree that this parse went through, once for each time */
    GArray *symbols, *calls, *references, *words, *literals, *cells, *flows, *sites, *skipped, *diagnostics,
        *includes;
} Facts;

Facts *facts_new(void);
void facts_free(Facts *facts);

/* The place of `text`; 0 for NULL and "". The text is copied; bytes that are no UTF-8 become U+FFFD. */
guint32 facts_string(Facts *facts, const char *text);
const char *facts_text(const Facts *facts, guint32 place);

/* Into one buffer, texts and all, and out of it again; NULL if the bytes are no such buffer. */
GBytes *facts_pack(const Facts *facts);
Facts *facts_unpack(GBytes *buffer);

/* Makes `facts` speak of texts in the table `texts`, which must outlive them. */
void facts_share(Facts *facts, Texts *texts);

/* A sum of what stands in the body of each symbol, by its place; 0 where nothing does. Two parses that share texts give
 * the same sum for the same body; `ids` says, by place, which symbol is which. The caller frees. */
guint64 *facts_sum_bodies(const Facts *facts, const gpointer *ids);

/* The arrays alone, into bytes and out of them; `*data` is moved behind what was read. NULL if the bytes are
 * no facts or speak of texts that are not there. */
void facts_write(const Facts *facts, GByteArray *bytes);
Facts *facts_read(const guint8 **data, const guint8 *end, Texts *texts);

/* The array `sources` alone, which stands in front. */
GArray *facts_read_sources(const guint8 *data, const guint8 *end, Texts *texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Facts, facts_free)

#endif
