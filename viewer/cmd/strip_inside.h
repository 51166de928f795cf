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

struct Strip {
    const Context *context;
    Table *rows;
    gboolean is_text; /* the depth is shown by blanks, and no column */
    GHashTable *nodes;  /* id -> Node */
    GHashTable *texts;  /* path -> its text, or NULL */
    GHashTable *opened; /* ids whose calls are among the rows */
    const GPtrArray *types; /* of PyType; NULL: none */
    guint most_types;
    SlotFinder *finder;
    gboolean shows_branches, is_right;
    const char *argument; /* of the opcode; NULL: none */
    GHashTable *fields;   /* that are asked for */
    const char *test;     /* of a way that is preferred; NULL: none is */
    gint64 avoided;       /* 0: none */
    GArray *way;        /* of gint64: the last one, from the start */
    gint64 last;        /* of the last row */
    guint depth, count;
    GString *left; /* where C is left for Lib */
    GError *error;
};

typedef struct Row {
    guint depth;
    gint64 id; /* 0: it is none of the index */
    const char *function, *kind, *via, *type, *condition, *file;
    int line;
} Row;

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

/* The text of a file of the tree, NULL without a source; and of a text the beginning of a line, counted from 1. */
const char *strip_text(Strip *strip, const char *path);
const char *strip_line(const char *text, int line);

/* What a call in the node stands behind; nothing where there is no source. */
void strip_guard(Strip *strip, const Node *node, const char *file, int line, int col, Guard *guard);

/* Whether the place is for another argument than the opcode has: case PyCmp_IN of COMPARE_OP with PyCmp_EQ. */
gboolean strip_is_other_case(Strip *strip, const Node *node, const Guard *guard);

void strip_add_row(Strip *strip, const Row *row);

/* ---- strip_names.c ------------------------------------------------------------------------------------ */

/* What the node's text looks up, of Name, in the order of its lines: PyId_NAME, _Py_ID(NAME). The caller unrefs it. */
GArray *strip_names(Strip *strip, const Node *node);

/* A row for a name, and what it leads to. */
void strip_add_name(Strip *strip, const Node *from, const Name *name, guint depth, guint levels);

/* ---- strip_down.c ------------------------------------------------------------------------------------- */

/* The usual call of one by the other: the one for which least must hold. NULL: there is none. */
Edge *strip_edge(Strip *strip, gint64 from, gint64 to, const char *via);
void strip_edge_free(Edge *edge);

/* What a node calls, `levels` deep. */
void strip_add_node(Strip *strip, const Node *node, guint depth, guint levels);

/* The calls of a node that a test for a type guards (prefix NULL: of any), but for one. Whether there were any. */
gboolean strip_add_tested(Strip *strip, const Node *node, const char *prefix, gint64 but, guint depth, guint levels);

#endif
