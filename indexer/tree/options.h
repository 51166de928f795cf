/* options.h: the compiler's arguments for each source. */
#ifndef CPYREAD_TREE_OPTIONS_H
#define CPYREAD_TREE_OPTIONS_H

#include "tree/includes.h"
#include "tree/makefile.h"
#include "tree/modules.h"

#define MADE_UP_FOLDER ".cpyread" /* where the made-up headers lie that come before all others */

typedef struct Options {
    const Checkout *checkout;
    const Makefile *makefile;
    char *standard;    /* "-std=c11" */
    char *build_texts; /* what says which macros there are: setup.py, Modules/Setup*, configure.ac */
    GStrv core;        /* the words of PY_CORE_CFLAGS, and so on: only -D and -I are kept */
    GStrv shared;      /* of PY_STDMODULE_CFLAGS */
    GStrv builtin;     /* of what makesetup compiles the interpreter's own modules with */
} Options;

Options *options_new(const Checkout *checkout, const Makefile *makefile);
void options_free(Options *options);

/* The arguments for a source of the interpreter or of a program, which Makefile.pre.in compiles. */
GStrv options_of_object(const Options *options, const char *path);
/* … for a source of an extension module; `includes` is what it includes. */
GStrv options_of_module(const Options *options, const char *path, const Module *module,
                        const Includes *includes);
/* … for a source of an archive that is part of the module `name`. */
GStrv options_of_archive(const Options *options, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Options, options_free)

#endif
