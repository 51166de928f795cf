/* visiting.h: what the files that walk one translation unit share. No one outside crawl/ includes it.
 *
 *     visit.c ─┬─> preprocessor.c   macros, their uses, inclusions, ranges left out
 *              ├─> declarations.c ─> body.c    references, calls, strings: in functions and initialisers
 *              │                ├─> initial.c    which field of which row holds which value
 *              │                └─> flow.c       how function pointers travel
 *              └─> symbols.c        entering what any of them meets */
#ifndef CPYREAD_VISITING_H
#define CPYREAD_VISITING_H

#include "crawl/source.h"

/* A use of a macro as written in the text (not one within another macro's text). */
typedef struct Expansion {
    Place place;
    guint32 macro; /* symbol */
    CXCursor cursor;
} Expansion;

/* A function's text, to say which function an expansion stands in. */
typedef struct Extent {
    guint32 function; /* symbol */
    guint32 source;   /* its number */
    guint start, end; /* offsets */
} Extent;

/* A local pointer to a function pointer, and one that it was made to point to. */
typedef struct Pointed {
    FactPlace pointer, target;
} Pointed;

typedef struct Visit {
    CXTranslationUnit unit;
    Facts *facts;
    Sources *sources;
    GHashTable *symbols;    /* CXCursor, canonical and others met, to the symbol's place */
    GHashTable *expansions; /* place_key() to Expansion */
    GPtrArray *in_order;    /* of Expansion, as met */
    GArray *extents;        /* of Extent */
    GHashTable *includers;  /* the number of a source to the Place of the #include that brought it in first */
    GHashTable *entered; /* set of CXFile: those that this parse went through, not its precompiled header */
    GPtrArray *own_files;  /* of CXFile: those of them that lie in the tree, once for each time */
    gboolean enters_again; /* whether one of these is there twice */
    GHashTable *carriers; /* a type to 1 if it can hold a function pointer, else -1; see flow_types.c */
    GHashTable *shapes;  /* a canonical function type to its shape, a place of strings; see flow_types.c */
    GHashTable *sites;   /* CXCursor of an indirect call to its number */
    GArray *pointed;     /* of Pointed, see flow.c */
    guint32 inside;      /* symbol whose body, initialiser or fields are being walked; 0: file level */
    CXCursor body;       /* the function being walked, or a null cursor */
} Visit;

/* symbols.c */

GHashTable *cursor_table(void); /* from CXCursor */

/* The symbol of a declaration, entered if need be: its definition where the unit has one, else its first
 * declaration.
 * `*best` (may be NULL) is set to that cursor. */
guint32 symbol_of(Visit *visit, CXCursor declaration, CXCursor *best);
FactSymbol *symbol_at(Visit *visit, guint32 place); /* valid until the next symbol is entered */

/* Sets the comment above and, for what a macro renames or makes, how the text has it. */
void symbol_describe(Visit *visit, guint32 place, CXCursor cursor);

/* One line of C for it: from its type, or for a function from its text, without the body. Places of strings. */
guint32 symbol_signature(Visit *visit, CXCursor cursor, const char *prefix);
guint32 symbol_function_signature(Visit *visit, guint32 place, CXCursor cursor);

/* Enters a text that was made for this call alone. */
guint32 take_text(Facts *facts, char *text);
guint32 take_string(Facts *facts, CXString string);

FactKind cursor_fact_kind(CXCursor cursor);
GArray *cursor_children(CXCursor cursor); /* of CXCursor; the caller releases it */
CXCursor cursor_child(const GArray *children, guint place);
gboolean
field_is_named(CXCursor field);      /* FALSE: a member of C11's kind, whose fields are the outer record's */
guint cursor_start(CXCursor cursor); /* offset, in the text */
guint cursor_end(CXCursor cursor, guint *line); /* offset behind it; `line` may be NULL */

/* declarations.c: what stands at file level. */

void visit_function(Visit *visit, CXCursor cursor);
void visit_variable(Visit *visit, CXCursor cursor);
void visit_record(Visit *visit, CXCursor cursor);
void visit_enum(Visit *visit, CXCursor cursor);
void visit_typedef(Visit *visit, CXCursor cursor);

/* body.c: references, calls and strings in all that `cursor` holds, as standing inside the symbol `inside`. */

void visit_body(Visit *visit, CXCursor cursor, guint32 inside);

/* What a call names: `f(x)`, `(f)(x)`, `(*f)(x)`, `o->f(x)`; a null cursor where it calls another expression. */
CXCursor called_by(CXCursor call);

/* initial.c: an initialiser, value by value: of a variable at file level as cells, of a local one (`symbol`
 * 0) in the body of `function` as flows into fields. */

void visit_initialiser(Visit *visit, CXCursor variable, guint32 symbol, CXCursor function);

/* flow.c: how function pointers travel, in the body of `function`: each adds the flows that its statement
 * makes. */

/* The shape of a function type, or of one behind pointers: "p(p,i64)"; 0 for all others. flow_types.c */
guint32 flow_shape(Visit *visit, CXType type);

void flow_assign(Visit *visit, CXCursor function, CXCursor target, CXCursor value);
void flow_variable(Visit *visit, CXCursor function, CXCursor variable, CXType type, CXCursor value);
void flow_field(Visit *visit, CXCursor function, guint32 field, CXType type, CXCursor value);
void flow_return(Visit *visit, CXCursor function, CXCursor value);
void flow_call(Visit *visit, CXCursor function, CXCursor call,
               CXCursor callee); /* `callee`: null for an indirect one */
guint32 flow_site(Visit *visit,
                  CXCursor call); /* the number of an indirect call; 0 if it lies outside the tree */

/* preprocessor.c */

void visit_macro(Visit *visit, CXCursor cursor);
void visit_expansion(Visit *visit, CXCursor cursor);
void visit_inclusion(Visit *visit, CXCursor cursor, const Place *place);

/* At the end: the uses of macros, each with the function it stands in; the files gone through; the ranges
 * left out. */
void visit_preprocessor_end(Visit *visit);

#endif
