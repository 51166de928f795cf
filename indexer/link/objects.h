/* objects.h: calls of what a named object holds.
 *
 *     PyTypeObject PyDict_Type = {…, .tp_init = dict_init, …};
 *     if (PyDict_Type.tp_init(self, args, kwds) < 0)
 *
 * Field-based, the call would reach all that is in any type's tp_init. But which object it is stands there, and what it
 * holds in its initialiser: so that alone is reached, as long as no text writes into the object by its name. What is
 * left out: writes through a pointer, which fill what the initialiser left empty (PyType_Ready). */
#ifndef CPYREAD_LINK_OBJECTS_H
#define CPYREAD_LINK_OBJECTS_H

#include "link/closure.h"
#include "link/link.h"

gboolean objects_narrow(Linking *linking, const Places *places, Closure *closure, GError **error);

#endif
