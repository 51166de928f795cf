/* jumps.h: where a stretch of C text jumps to, and whether it can be left at its end. */
#ifndef CPYREAD_JUMPS_H
#define CPYREAD_JUMPS_H

#include "link/c_text.h"

/* What a name that is used like a macro does: its definitions, under all conditions. */
typedef struct Jumps Jumps;

Jumps *jumps_new(void);
void jumps_free(Jumps *jumps);
void jumps_add_macros(Jumps *jumps, const CText *text); /* which must outlive it */

typedef struct Jump {
    char *label;
    guint line;
} Jump;

/* What an #if leaves out jumps nowhere.
 *
 * The gotos among the words `from` … `to` - 1, those that a macro carries too, in order. The caller unrefs. */
GArray *jumps_find(Jumps *jumps, const CText *text, guint from, guint to);

/* Whether control never comes to word `to`: the statements end with a goto, a return, a macro that does so, …. */
gboolean jumps_end(Jumps *jumps, const CText *text, guint from, guint to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Jumps, jumps_free)

#endif
