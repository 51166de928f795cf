/* visit.h: from a parsed translation unit to Facts. */
#ifndef CPYREAD_VISIT_H
#define CPYREAD_VISIT_H

#include "store/facts.h"

#include <clang-c/Index.h>

/* The facts of all that `unit` declares outside a precompiled header, in files below `root` (an absolute
 * path, and the current folder). The caller owns them. */
Facts *visit_unit(CXTranslationUnit unit, const char *root);

#endif
