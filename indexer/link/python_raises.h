/* python_raises.h: what the errors say that Lib raises: the lines of a module are handed over as they come. */
#ifndef CPYREAD_PYTHON_RAISES_H
#define CPYREAD_PYTHON_RAISES_H

#include "link/link.h"
#include "link/python_text.h"

typedef struct PythonRaises PythonRaises;

PythonRaises *python_raises_new(Linking *linking, GError **error); /* NULL with `error` */
void python_raises_free(PythonRaises *raises);

/* Another module begins; another function of one: what was put into names there is forgotten. */
void python_raises_module(PythonRaises *raises, const char *module, const char *path);
void python_raises_function(PythonRaises *raises, const char *of, const char *name, guint indent);

/* A line of the module; one that stands no deeper than the def of a function, `indent`, is outside of it. FALSE with `error`. */
gboolean python_raises_line(PythonRaises *raises, const PythonLine *line, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PythonRaises, python_raises_free)

#endif
