/* graph.h: a picture's contents before any layout: nodes, edges, what was hidden and what was cut.
 *
 * grow.h fills it from the index, cut.h makes it smaller, style.h says how each kind of edge looks, outline.h
 * draws it as text, dot.h turns it into DOT by cgraph, layout.h into SVG, PDF or PNG by gvc; picture.h does
 * these last in one go. What is said here of callers and callees holds as well of files and what includes
 * them, of records and what holds them: all flows from left to right. */
#ifndef CPYREAD_GRAPH_H
#define CPYREAD_GRAPH_H

#include <glib.h>

/* In the order of the legend; style.c has a row for each. */
typedef enum {
    EDGE_DIRECT,  /* a call by name */
    EDGE_MACRO,   /* the use of a macro */
    EDGE_SLOT,    /* through a field of a record */
    EDGE_POINTER, /* through a variable or parameter */
    EDGE_NAME,    /* looked up by its name from C */
    EDGE_FRAME,   /* a Python call that stays in the eval loop */
    EDGE_CLINIC,  /* Argument Clinic's wrapper to its implementation */
    EDGE_INCLUDE, /* a file to one that it includes */
    EDGE_HOLDS,   /* a record to one that a field of it is; or */
    EDGE_POINTS,  /* points to */
} EdgeKind;

typedef enum { GRAPH_CALLS, GRAPH_INCLUDES, GRAPH_TYPES } GraphSubject; /* what a picture is of */

typedef struct GraphNode {
    char *id; /* of the symbol; "more-callers …" for what was cut; "slot PyNumberMethods.nb_add" */
    char *name;
    char *file; /* NULL: not in the tree */
    int line;
    char *
        kind; /* as in the view symbols; "more" for the node that stands for what was cut ("+12 more"), "slot"
                   and "pointer" for one that stands between callers and the functions that they reach by it */
    gboolean is_focus, is_generated, is_macro;
    int rank;        /* 0 the focus, negative callers, positive callees */
    guint more;      /* of a node "more": how many symbols it stands for; else 0 */
    guint behind;    /* of a slot: how many symbols are listed as cut since they lie behind it */
    guint functions; /* of a slot: how many functions it leads to; else 0 */
    guint degree;    /* edges at it */
    char *touched;   /* the issues, or the commit, that touched it, as printed; NULL; see touched.h */
} GraphNode;

typedef struct GraphEdge {
    guint from, to; /* places in `nodes` */
    EdgeKind kind;
    char *label; /* the slot; or NULL */
    int line;    /* of the first such call: the order in the picture */
    guint count; /* call sites that this edge stands for */
    gboolean is_seen; /* a recorded run made such a call; see recorded.h */
} GraphEdge;

typedef struct Graph {
    GraphSubject subject;
    gboolean
        is_strip; /* a path: every node a focus, one rank each, in order; but for one "more" in its middle */
    char *title;  /* "PyDict_Copy: callers and callees" */
    char *tree;   /* "CPython 3.7.0b3+ 3e0d23cd43" */
    char *touched_by; /* the story or the commit whose functions are marked; NULL: none are */
    GPtrArray *nodes; /* of GraphNode; callees in the order of their call lines */
    GPtrArray *edges; /* of GraphEdge */
    GPtrArray
        *hidden; /* of char *: names left out as noise (reference counting, errors, memory …), sorted; then
                          constants, sorted */
    GPtrArray
        *cut; /* of char *: names left out for room, sorted; the nodes "+N more" stand for them, and slots
                          whose functions are not drawn */
    GHashTable *is_cut; /* the same names, with the sides that they were cut on: namesakes are cut as one */
    GHashTable *places; /* of the nodes by id; graph_find() */
} Graph;

Graph *graph_new(const char *title, const char *tree);
void graph_free(Graph *graph);
guint graph_add_node(Graph *graph, const char *id, const char *name, const char *file, int line,
                     const char *kind);
GraphNode *graph_node(const Graph *graph, guint node);
GraphEdge *graph_edge(const Graph *graph, guint edge);

/* An edge that is already there with that kind and label (NULL: none) is counted once more and keeps the smaller
 * line. */
GraphEdge *graph_add_edge(Graph *graph, guint from, guint to, EdgeKind kind, const char *label, int line);

/* The place of the node with that id, or -1. */
int graph_find(const Graph *graph, const char *id);

/* For cut.c, which takes nodes and edges out of the lists: brings `places` and the degrees up to date. */
void graph_reindex(Graph *graph);
void graph_edge_free(GraphEdge *edge);

/* "dictobject.c:2520", what is printed under a name; NULL for what has no line. The caller owns it. */
char *graph_node_place(const GraphNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Graph, graph_free)

#endif
