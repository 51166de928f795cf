/* tree.h: CPython's build, worked out from the checkout alone: nothing is run, nothing is written.
 *
 * Mirrors Makefile.pre.in (objects of the interpreter), Modules/Setup* and setup.py (extension modules),
 * configure.ac (pyconfig.h) of the tree at hand, 3.6 and later. See README.md for the rules and where each
 * comes from. */
#ifndef CPYREAD_TREE_H
#define CPYREAD_TREE_H

#include "store/plan.h"

/* How tree/ asks the compiler about this machine without knowing clang: parses `source` (C text) with
 * `arguments` and returns what came out of it, a set of strings, or NULL with `error`. The strings are
 *   "function NAME", "variable NAME", "type NAME" (typedefs; records and enums as "struct NAME" …),
 *   "macro NAME", "field RECORD.NAME" (RECORD as in "struct stat" or a typedef's name), "value NAME=NUMBER"
 * (enumerators). Errors in `source` are expected: what is still understood counts. */
typedef GHashTable *(*TreeAsk)(const char *source, const char *const *arguments, gpointer data,
                               GError **error);

#define TREE_ERROR (g_quark_from_static_string("cpyread-tree"))
typedef enum {
    TREE_ERROR_NOT_CPYTHON, /* no checkout of CPython, or one too old; the message says what was looked for */
    TREE_ERROR_READ,        /* a file of it cannot be read */
    TREE_ERROR_USAGE,       /* the user asked for what is not done */
} TreeError;

/* The version of the checkout at `root`, as "3.7.0b3+"; NULL if there is none. The caller frees. */
char *tree_version(const char *root);

/* The plan for the checkout at `root`: units, flags, made-up files, what is skipped and why. The caller owns
 * the result. NULL with `error` (TREE_ERROR, or what `ask` gave) if there is none. */
Plan *tree_plan(const char *root, TreeAsk ask, gpointer ask_data, GError **error);

#endif
