/* module.h: what needs Graphviz or cmark lies in a module beside the program, loaded when it is first asked for.
 *
 * Loading those libraries and all that they pull in takes half as long as an answer of the other commands does. The
 * Makefile says which files are in the module (MODULE_SOURCES); they may call anything of the program. */
#ifndef CPYREAD_MODULE_H
#define CPYREAD_MODULE_H

#include <glib.h>

#define MODULE_ERROR (g_quark_from_static_string("cpyread-module"))
typedef enum {
    MODULE_ERROR_ABSENT, /* it is not where it should be; */
    MODULE_ERROR_LOAD,   /* or a library that it needs is not; the message says what mends it */
} ModuleError;

/* A function of the module by its name, which a header declares; NULL with `error`. */
#define MODULE_FUNCTION(name, error) ((__typeof__(&(name)))module_function(#name, (error)))

gpointer module_function(const char *name, GError **error);

#endif
