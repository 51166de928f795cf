/* made_up.h: the texts of files that a build would generate. */
#ifndef CPYREAD_TREE_MADE_UP_H
#define CPYREAD_TREE_MADE_UP_H

#include "tree/modules.h"

/* Modules/config.c: `template` (the text of config.c.in) with the built-in ones of `modules` in its table. */
char *made_up_config(const char *template, const GPtrArray *modules);

/* A frozen module's header, "…/frozen_modules/NAME.h", with its array of one byte; NULL if `path` is none. */
char *made_up_frozen(const char *path);

#endif
