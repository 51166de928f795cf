/* type_python.h: a type as Python code sees it, for `type`. */
#ifndef CPYREAD_TYPE_PYTHON_H
#define CPYREAD_TYPE_PYTHON_H

#include "cmd/command.h"

/* Adds what is known of the type that the variable `id` is: base, size and flags, its slots, methods, getters and members, what
 * it has from its bases, and with `with_fields` the fields of its objects. *is_type: there is such a type. FALSE with
 * `error`. */
gboolean type_python_add(const Context *context, const char *id, gboolean with_fields, Answer *answer,
                         gboolean *is_type, GError **error);

/* The variable of the type whose objects are the record in row 0 of `symbol`. NULL: none is known. The caller frees it. */
char *type_python_of(const Context *context, const Table *symbol);

#endif
