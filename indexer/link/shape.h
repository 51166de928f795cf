/* shape.h: which functions a call through a pointer can reach, told by the shapes of their types.
 *
 * The crawl spells a function type by what the machine sees of it: "p(p,i64)" is a pointer from a pointer and a
 * 64-bit integer (crawl/flow.c). A function has its own shape, and often another after the cast with which it was
 * stored: {"copy", (PyCFunction)list_copy, METH_NOARGS}. */
#ifndef CPYREAD_LINK_SHAPE_H
#define CPYREAD_LINK_SHAPE_H

#include <glib.h>

typedef struct Shapes Shapes;

Shapes *shapes_new(void);
void shapes_free(Shapes *shapes);

/* The number of a shape; 0 for NULL: none. */
guint shapes_number(Shapes *shapes, const char *text);

/* Whether a call of the shape `call` can reach a function whose type is `own`, that was cast to `cast` and put
 * where functions of the shape `to` are. It can if the function is of the call's shape; or if it was stored as if it
 * were, and takes no more than the call gives: CPython leaves out parameters that it does not need, but never
 * reads one that was not given. What has no shape is known by none. */
gboolean shapes_fit(const Shapes *shapes, guint call, guint own, guint cast, guint to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shapes, shapes_free)

#endif
