/* nearest.h: of many names, the few that someone may have meant by a mistyped one.
 *
 *     NearestNames *near = nearest_new("PyDict_copy", 5);
 *     for each name that there is: nearest_offer(near, name);
 *     GStrv names = nearest_finish(near);
 */
#ifndef CPYREAD_NEAREST_H
#define CPYREAD_NEAREST_H

#include <glib.h>

typedef struct NearestNames NearestNames;

/* `wanted` must live as long as the result. At most `limit` names will be kept. */
NearestNames *nearest_new(const char *wanted, guint limit);

/* Looks at one name; quick for those that are far off (a million offers a second and more). */
void nearest_offer(NearestNames *near, const char *name);

/* The names kept, best first, each once; frees `near`. The caller frees the result with g_strfreev. */
GStrv nearest_finish(NearestNames *near);

/* Edit distance in bytes, letters of both cases being equal; any number above `limit` stands for "farther". */
guint nearest_distance(const char *a, const char *b, guint limit);

#endif
