/* flow_inside.h: what flow.c has of flow_types.c and flow_places.c. No one else includes it. */
#ifndef CPYREAD_FLOW_INSIDE_H
#define CPYREAD_FLOW_INSIDE_H

#include "crawl/visiting.h"

/* ---- flow_types.c ---- */

CXType flow_canonical(CXType type);
gboolean flow_is_function(CXType type);
gboolean flow_is_integer(CXType type);

/* The function type behind a pointer, a pointer to a pointer or an array; else an invalid type. */
CXType flow_function_behind(CXType type);

/* Whether a value of the type can lead to a function. */
gboolean flow_can_carry(Visit *visit, CXType type);

/* ---- flow_places.c ---- */

/* What an expression can be: a few places, each with the types that it went through. */
typedef struct Origins {
    Visit *visit;
    CXCursor function; /* whose parameters are meant */
    GArray *found;     /* of FactFlow: the halves that say "from" */
    gboolean is_bare;  /* no arithmetic or call on the way */
} Origins;

/* Adds to `origins->found` where the value of an expression can come from. */
void flow_find_origins(Origins *origins, CXCursor value);

void flow_set_place(FactPlace *place, FactPlaceKind kind, guint32 symbol, int number);

#endif
