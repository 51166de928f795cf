/* python_modules.h: modules: their functions, and what code adds to them by name. */
#ifndef CPYREAD_PYTHON_MODULES_H
#define CPYREAD_PYTHON_MODULES_H

#include "link/python_rows.h"
#include "link/python_types.h"

/* Adds a row for each function of a module. FALSE with `error`. */
gboolean python_modules_link(Linking *linking, const PythonTypes *types, PythonRows *rows, GError **error);

#endif
