/* noise.h: what a picture leaves out unless asked: reference counting, errors, memory and the like.
 *
 * This is about pictures alone. The edges are all in the index, `callers` and `callees` list them, and what a
 * picture hides is counted and named below it; but for mere constants, which `callees` leaves out as well. */
#ifndef CPYREAD_NOISE_H
#define CPYREAD_NOISE_H

#include <glib.h>

/* The group of noise that a symbol belongs to ("reference counting"), or NULL: it is worth drawing.
 * `external` says that it is not in the tree. The text is static. */
const char *noise_group(const char *name, gboolean external);

/* The slot that is noise, as `via` of calls has it: it leads to so many functions that a picture does not even ask for
 * them. */
#define NOISE_SLOT "PyTypeObject.tp_dealloc"

#endif
