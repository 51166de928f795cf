/* forwarded.h: functions that are handed on from parameter to parameter.
 *
 *     subtype_traverse(self, visit, arg) ──> basetraverse(self, visit, arg), that is list_traverse ──> visit(…)
 *
 * A call in list_traverse reaches visit_decref by the parameter of each function on the way. Where that is so the
 * nearest counts, that of the function which makes the call, or else the first: a reader has no use for thirty rows
 * that differ in the name of a parameter. */
#ifndef CPYREAD_LINK_FORWARDED_H
#define CPYREAD_LINK_FORWARDED_H

#include "link/closure.h"

/* Gives calls of this kind groups of their own. */
void forwarded_narrow(const Places *places, Closure *closure);

#endif
