/* units.h: which sources are compiled, and into what. */
#ifndef CPYREAD_TREE_UNITS_H
#define CPYREAD_TREE_UNITS_H

#include "store/plan.h"
#include "tree/options.h"

/* Adds to `plan` the units of the interpreter, its programs and modules, the stand-ins that they include, and
 * whatever source is left, with the reason. */
void units_add(Plan *plan, const Options *options, const GPtrArray *modules);

#endif
