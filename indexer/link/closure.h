/* closure.h: which functions each indirect call can reach.
 *
 * What is stored at a place flows along the edges of the graph (places.h) until nothing new comes. What flows is not
 * each function but the place where it was stored, once for all that are there; the functions are looked up at the
 * call, and only those count whose shape fits it.
 *
 *   - The place where a function was stored is the first field on its way; where there is none, the variable, parameter
 *     or result that it was given to.
 *   - An offsetof(record, field) stands for what is in the field: NB_SLOT(nb_add) hands binary_op1 all that is in nb_add.
 *   - Once a call is known to reach a function, what the call hands over flows into the function's parameters, and what
 *     the function returns into the call's result; so it goes on until nothing changes.
 *
 * Field-based and flow-insensitive: all objects of a record are one, and so are all times. */
#ifndef CPYREAD_LINK_CLOSURE_H
#define CPYREAD_LINK_CLOSURE_H

#include "link/places.h"

typedef struct Candidate {
    guint place; /* where it was stored */
    gint64 function;
} Candidate;

typedef struct Closure {
    GPtrArray *groups; /* of GArray of Candidate, ordered by place and function: what some calls reach; [0]: nothing */
    guint *group;      /* of each site, in the order of Places.sites */
    GHashTable *known; /* groups that were given to single calls -> number */
} Closure;

Closure *closure_solve(Places *places);
/* Gives a call (its number in Places.sites) a group of its own, which is taken; calls with the same one share it. */
void closure_regroup(Closure *closure, guint site, GArray *group);
void closure_free(Closure *closure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Closure, closure_free)

#endif
