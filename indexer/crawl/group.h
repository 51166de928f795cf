/* group.h: units that can share a precompiled header. */
#ifndef CPYREAD_GROUP_H
#define CPYREAD_GROUP_H

#include "store/plan.h"

/* Units with the same arguments and the same prologue: the directives before their first #include, that being of
 * `header`. A macro that a prologue sets changes what the header declares, silently; so it belongs to the key. */
typedef struct Group {
    char *prologue;        /* what to precompile: the directives and the #include; NULL: nothing in common */
    GPtrArray *units;      /* of const Unit; the plan owns them */
} Group;

/* Splits the units of a plan into groups; those of fewer than `least` units get no prologue. In the order of their
 * first units. The caller owns the result. */
GPtrArray *group_units(const Plan *plan, const char *header, guint least);

#endif
