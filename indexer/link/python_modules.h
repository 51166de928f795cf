/* python_modules.h: modules that are written in C: their functions, and what code adds to them by name. */
#ifndef CPYREAD_PYTHON_MODULES_H
#define CPYREAD_PYTHON_MODULES_H

#include "link/python_rows.h"
#include "link/python_types.h"

typedef struct PythonModules {
    const PythonCells *cells;
    GHashTable *names;     /* definition (a variable) -> the module's name */
    GHashTable *asked_for; /* definition -> the name that import asks for, where it is another one */
    GHashTable *by_file;   /* file -> the name of the last module that is defined there */
} PythonModules;

PythonModules *python_modules_read(Linking *linking, const PythonCells *cells,
                                   GError **error); /* NULL with `error` */
void python_modules_free(PythonModules *modules);

/* Adds a row for each function of a module. FALSE with `error`. */
gboolean python_modules_link(const PythonModules *modules, Linking *linking, PythonRows *rows,
                             GError **error);

/* Adds what calls say: exceptions that are made, types that a module gets under a name (as aliases, in
 * python_source). FALSE with `error`. */
gboolean python_added_link(const PythonModules *modules, Linking *linking, const PythonTypes *types,
                           PythonRows *rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PythonModules, python_modules_free)

#endif
