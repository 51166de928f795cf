/* identity.h: what decides an index, but for the contents of files. The caller frees what these give. */
#ifndef CPYREAD_IDENTITY_H
#define CPYREAD_IDENTITY_H

#include "store/plan.h"

/* The commit of a checkout that is a git work tree of its own (not merely inside one); NULL if it is none. */
char *identity_commit(const char *root);

/* All that decides what a crawl would find. */
char *identity_plan(const Plan *plan, const char *compiler);

/* What decides how facts look: this very program, the compiler, the schema. */
char *identity_maker(const char *compiler);

#endif
