/* locate.h: what lies in a study folder; for the commands that list or choose (use, status, index). */
#ifndef CPYREAD_LOCATE_H
#define CPYREAD_LOCATE_H

#include <glib.h>

/* The versions of which an index lies in `study`/cpython-src, 3.9 before 3.11. The caller frees the list. */
GStrv index_versions(const char *study);

/* What to type for want of an index: of `version`, or (NULL) of any. `study` NULL: not in a study folder. The
 * caller frees it. */
char *index_advice(const char *study, const char *version);

#endif
