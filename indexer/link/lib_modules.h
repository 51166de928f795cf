/* lib_modules.h: the modules of Lib/, and whether the texts that linkers read are as they were. */
#ifndef CPYREAD_LIB_MODULES_H
#define CPYREAD_LIB_MODULES_H

#include <glib.h>

typedef struct LibModule {
    char *name; /* os.path: with its package; a package goes by its own name */
    char *path; /* below the checkout */
} LibModule;

/* Those of the checkout at `root` whose names somebody asks for, by name. An array of LibModule, which the caller frees with
 * what it holds. */
GArray *lib_modules(const char *root);

/* A sum of the texts that only linkers read: of Lib/ and of the grammar. The caller frees. */
char *lib_sum(const char *root);

#endif
