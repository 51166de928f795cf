/* guess.h: calls that reach nothing which was stored in sight.
 *
 * They may reach the functions that were stored in a field whose type is the typedef that the call's pointer has:
 *
 *     typedef void (*freefunc)(void *);       a field of it: PyTypeObject.tp_free, with PyObject_GC_Del in it
 *     co_extra_freefuncs[i](extra);           freefunc too, but nothing in the tree is put there */
#ifndef CPYREAD_LINK_GUESS_H
#define CPYREAD_LINK_GUESS_H

#include "link/closure.h"
#include "link/link.h"

/* Gives such calls a group; its places are of kind GUESS, with the typedef's name. FALSE with `error` if the index
 * cannot be read. */
enum { GUESS_PLACE = 100 };
gboolean guess_by_type(Linking *linking, Places *places, Closure *closure, GError **error);

#endif
