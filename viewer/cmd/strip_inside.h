/* strip_inside.h: what the files behind strip.h share: the strip as it grows, what it knows of functions, its rows. */
#ifndef CPYREAD_STRIP_INSIDE_H
#define CPYREAD_STRIP_INSIDE_H

#include "cmd/strip.h"
#include "query/guard.h"

#include <string.h>

/* A function or an opcode whose text and calls are looked at. */
typedef struct Node {
    gint64 id, caller; /* caller: the function that holds the calls, of an opcode its loop */
    char *name, *part, *file, *written_file;
    int line, end_line, written_line;
} Node;

/* A row of the strip, and those below it. */
struct Step {
    gint64 id; /* 0: it is none of the index */
    char *function, *kind, *via, *type, *condition, *file;
    int line;
    int order;       /* the line in the function above that leads there: rows stand in that order */
    guint depth, levels; /* levels: of calls that are wanted below */
    gboolean is_asked;   /* somebody asked for it by name: its calls are shown, however many rows there are */
    Step *above;
    GPtrArray *below; /* of Step */
};

struct Strip {
    const Context *context;
    gboolean is_text; /* the depth is shown by blanks, and no column */
    GHashTable *nodes;  /* id -> Node */
    SourceLines *sources;
    GHashTable *ways;   /* what search() of strip_ways.c was asked: its key -> GArray, or NULL */
    GHashTable *edges;  /* what strip_edge() was asked: its key -> Edge, or NULL */
    GHashTable *callees; /* id -> what strip_down.c found it to call, where it looked for tests */
    GHashTable *opened; /* ids whose calls are among the rows */
    const GPtrArray *types; /* of PyType; NULL: none */
    guint most_types;
    SlotFinder *finder;
    gboolean shows_branches, shows_errors, is_right;
    const char *argument; /* of the opcode; NULL: none */
    gboolean has_bit, bit; /* what the lowest bit of the argument is, if that is known */
    GHashTable *fields;   /* that are asked for */
    const char *test;     /* of a way that is preferred; NULL: none is */
    gint64 avoided;       /* 0: none */
    GArray *way;          /* of gint64: the last one, from the start */
    Step *root, *last;    /* last: the one that was added last */
    guint count;          /* of steps */
    GString *left;        /* where C is left for Lib */
    GError *error;
};

/* One call of a function by another. */
typedef struct Edge {
    char *kind, *via, *file;
    int line;
    gboolean is_in_macro;
    Guard guard;
} Edge;

/* A name that a node looks up, and in which of its lines. */
typedef struct Name {
    char *name;
    int line;
    gboolean is_key; /* of a dictionary: a variable, and no method */
} Name;

/* ---- strip.c ------------------------------------------------------------------------------------------ */

/* The statement, ready to be bound; NULL: it failed, now or before (strip->error). */
Statement *strip_statement(Strip *strip, const char *name);

/* NULL: there is none. The strip owns it. */
const Node *strip_node(Strip *strip, gint64 id);

/* The text of a file of the tree, NULL without a source; and in it the beginning of a line, counted from 1, NULL behind the last. */
const char *strip_text(Strip *strip, const char *path);
const char *strip_line(Strip *strip, const char *path, int line);

/* The beginning of its text and of the line behind it, NULL without a source; the end also where there is no more text. */
const char *strip_head(Strip *strip, const Node *node);
const char *strip_end(Strip *strip, const Node *node);

/* What a call in the node stands behind; nothing where there is no source. */
void strip_guard(Strip *strip, const Node *node, const char *file, int line, int col, Guard *guard);

/* All that must hold, or where a screen is too narrow for that the last of it. NULL: nothing. */
const char *strip_condition(const Strip *strip, const Guard *guard);

/* Whether the place is for another argument than the opcode has: case PyCmp_IN of COMPARE_OP with PyCmp_EQ, oparg & 1. */
gboolean strip_is_other_case(Strip *strip, const Node *node, const Guard *guard);

/* A step below another (NULL: it is the first), a copy of what `like` says; its place among the others is its order. */
Step *strip_add_step(Strip *strip, Step *above, const Step *like);

/* The calls of a step are to be shown, `levels` deep. */
void strip_open(Step *step, guint levels);

/* ---- strip_names.c ------------------------------------------------------------------------------------ */

/* What the node's text looks up, of Name, in the order of its lines: PyId_NAME, _Py_ID(NAME). The caller unrefs it. */
GArray *strip_names(Strip *strip, const Node *node);

/* A step below another for a name, open for `levels` of calls. */
void strip_add_name(Strip *strip, Step *above, const Name *name, guint levels);

/* ---- strip_down.c ------------------------------------------------------------------------------------- */

/* The usual call of one by the other: the one for which least must hold. NULL: there is none. The strip owns it. */
const Edge *strip_edge(Strip *strip, gint64 from, gint64 to, const char *via);
void strip_edge_free(gpointer edge);

/* The calls of all steps that were opened, the upper ones first, as far as a screen bears it. */
void strip_expand(Strip *strip);

/* Of the calls of a step those that a test for a type guards (prefix NULL: of any), but for one, each open for `levels`. Whether
 * there are any. */
gboolean strip_add_tested(Strip *strip, Step *step, const char *prefix, const char *type, gint64 but, guint levels);

#endif
