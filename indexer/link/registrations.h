/* registrations.h: reads out of an index where functions are stored and how they travel. */
#ifndef CPYREAD_LINK_REGISTRATIONS_H
#define CPYREAD_LINK_REGISTRATIONS_H

#include "link/link.h"
#include "link/places.h"

/* The graph of an index; the caller releases it with places_free(). NULL with `error` if it cannot be read. */
Places *registrations_read(Linking *linking, GError **error);

#endif
