/* modules.h: the extension modules of a checkout: their names, their sources, the options written beside
 * them.
 *
 * They stand in two kinds of files: Modules/Setup* (setup_lines.c) and setup.py (setup_py.c). modules_read()
 * knows which of them counts for which version. */
#ifndef CPYREAD_TREE_MODULES_H
#define CPYREAD_TREE_MODULES_H

#include "tree/checkout.h"

typedef struct Module {
    char *name;          /* "_ssl" */
    gboolean builtin;    /* linked into the interpreter, and named in its table of modules */
    GPtrArray *sources;  /* of char *: "Modules/_ssl.c"; only those that exist */
    GPtrArray *options;  /* of char *: -D and -I as written beside it, paths relative to the root */
    GPtrArray *archives; /* of char *: "Modules/_hacl/libHacl_Hash_SHA2.a" */
} Module;

/* Where a line of a Setup file may come from; says what it is worth. */
typedef enum SetupLines {
    SETUP_ACTIVE,    /* lines that a build uses */
    SETUP_COMMENTED, /* "#_ssl _ssl.c -lssl": suggestions, which name modules that nothing else may name */
} SetupLines;

Module *module_new(const char *name, gboolean builtin);
Module *modules_find(const GPtrArray *modules, const char *name);
/* Adds `word`, as it stands after a module's name: a source, an option, an archive; others are left out. */
void module_add_word(Module *module, const Checkout *checkout, const char *word);

/* All modules of the checkout, in no particular order (of Module). */
GPtrArray *modules_read(const Checkout *checkout);

/* Adds the modules of a Setup file's `text` that `modules` does not have yet. `shared_by_default`: what holds
 * before the first *static* or *shared* line. */
void setup_lines_read(GPtrArray *modules, const Checkout *checkout, const char *text, SetupLines lines,
                      gboolean shared_by_default);

/* Adds the modules that the `text` of a setup.py makes Extensions of, and sources to those that `modules`
 * has. */
void setup_py_read(GPtrArray *modules, const Checkout *checkout, const char *text);

#endif
