/* places.h: where function pointers can be, and how they get from one place to another: a graph.
 *
 *     long_add ──stored──> PyNumberMethods.nb_add ──> parameter 2 of binary_op1 ──> local slot ──> a call
 *
 * A place is a field of a record, a variable, a parameter, a result … (store/facts.h, FactPlaceKind). Functions
 * enter the graph at the places where the source stores them. */
#ifndef CPYREAD_LINK_PLACES_H
#define CPYREAD_LINK_PLACES_H

#include "link/shape.h"

/* A function as it was stored; the numbers are those of shapes. */
typedef struct Stored {
    gint64 function; /* symbol */
    guint own, cast, to;
} Stored;

typedef struct Place {
    guint kind;     /* FactPlaceKind */
    gint64 id;      /* symbol, or indirect call */
    guint part;     /* number of a parameter or argument; of a local variable: that of its name */
    gint64 library; /* of what a call hands over: the function outside the tree that it calls */
    GArray *stored; /* of Stored: what the source puts here; NULL: nothing */
} Place;

typedef struct Edge {
    guint from, to; /* places */
} Edge;

/* A call through a pointer; also a call by name that hands a function to a library, which calls it. */
typedef struct Site {
    gint64 id, caller;
    guint place; /* what it calls */
    guint shape;
    char *type; /* the name of the typedef of what it calls, or NULL */
} Site;

typedef struct Places {
    GArray *all; /* of Place; 0 is none */
    GHashTable *numbers, *names;
    GPtrArray *texts; /* names of local variables, by number */
    GArray *edges;    /* of Edge */
    GArray *sites;    /* of Site */
    GHashTable *bound;        /* places that take nothing from calls through a pointer: what is in them is known */
    GHashTable *field_shapes; /* field -> shape: that of its type, as far as it is known */
    Shapes *shapes;
} Places;

Places *places_new(void);
void places_free(Places *places);

/* The number of a place, which is made if it is new. `name` is that of a local variable. */
guint places_number(Places *places, guint kind, gint64 id, guint part, const char *name);
/* The same for a place without a name; 0 if there is none. */
guint places_find(const Places *places, guint kind, gint64 id, guint part);
Place *places_get(const Places *places, guint number);

void places_connect(Places *places, guint from, guint to);
void places_store(Places *places, guint place, const Stored *stored);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Places, places_free)

#endif
