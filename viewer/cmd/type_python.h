/* type_python.h: a type as Python code sees it, for `type`. */
#ifndef CPYREAD_TYPE_PYTHON_H
#define CPYREAD_TYPE_PYTHON_H

#include "cmd/command.h"

/* The type that the symbol in row 0 of `symbol` is, describes or points to; of what is no symbol, the one of that name; of a
 * record the type whose objects it is, the one that all such types come from, or, if there is none, all of them. Empty: it is no
 * type's. NULL with `error`. */
Table *type_python_of(const Context *context, const Table *symbol, GError **error);

/* Adds what is known of the type called so: what its objects are, its base, size and flags, its slots, methods, getters and
 * members, what it has from its bases, the fields of its objects and where they are used. FALSE with `error`. */
gboolean type_python_tell(const Context *context, const char *name, Answer *answer, GError **error);

/* Adds in which files the record or typedef called so is used, in short. FALSE with `error`. */
gboolean type_python_add_uses(const Context *context, const char *name, Answer *answer, GError **error);

#endif
