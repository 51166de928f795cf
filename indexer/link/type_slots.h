/* type_slots.h: the numbers by which PyType_Slot rows name the fields of a type. */
#ifndef CPYREAD_TYPE_SLOTS_H
#define CPYREAD_TYPE_SLOTS_H

#include <glib.h>

/* Number -> name of the field ("tp_dealloc"), of the checkout at `root`; empty if it has no such header. The caller
 * releases it. */
GHashTable *type_slots_read(const char *root);

#endif
