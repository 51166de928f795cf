/* inputs.h: which files a parse went through, and how they were then. */
#ifndef CPYREAD_INPUTS_H
#define CPYREAD_INPUTS_H

#include "store/facts.h"

#include <clang-c/Index.h>

/* Adds to the sources of `facts` what the compiler read for `unit`, but for what lies in a precompiled header. `root`:
 * the checkout. */
void inputs_add(CXTranslationUnit unit, const char *root, Facts *facts);

#endif
