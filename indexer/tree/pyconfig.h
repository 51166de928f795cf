/* pyconfig.h: CPython's pyconfig.h, made up from pyconfig.h.in without running configure. */
#ifndef CPYREAD_TREE_PYCONFIG_H
#define CPYREAD_TREE_PYCONFIG_H

#include "tree/tree.h"

/* The text of the pyconfig.h that configure would make of `template` (the text of pyconfig.h.in), by asking
 * the compiler once. `standard`: "-std=c11". NULL with the error of `ask`. The caller frees it. */
char *pyconfig_make(const char *template, const char *standard, TreeAsk ask, gpointer ask_data,
                    GError **error);

/* What configure decides without the compiler, or with a library: the text that stands after the name. */
typedef struct Default {
    const char *name;  /* of the macro, with * and ? */
    const char *value; /* NULL: not defined */
} Default;

/* The default for `name`, or NULL if the compiler is to be asked. */
const Default *pyconfig_default(const char *name);

#endif
