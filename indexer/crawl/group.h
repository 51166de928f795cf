/* group.h: units that begin alike, and can share a precompiled header. */
#ifndef CPYREAD_GROUP_H
#define CPYREAD_GROUP_H

#include "store/plan.h"

typedef struct Group {
    char *prologue; /* what to precompile: the directives of the units up to their first own #include; NULL:
                       nothing */
    char *folder; /* where it has to lie, relative to the root, since its #include is meant from there; "" the
                     root */
    GStrv arguments;  /* the compiler's, for the precompiled header */
    GPtrArray *units; /* of const Unit; the plan owns them */
} Group;

/* Splits the units of a plan into groups; those of fewer than `least` units get no prologue. In the order of
 * their first units. The caller owns the result (g_ptr_array_unref). */
GPtrArray *group_units(const Plan *plan, guint least);

#endif
