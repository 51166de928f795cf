/* pager.h: what is longer than the screen goes through a pager, as git does it. */
#ifndef CPYREAD_PAGER_H
#define CPYREAD_PAGER_H

#include <glib.h>

/* The command of the pager to use: $CPYREAD_PAGER, else $PAGER, else less. NULL: none (it is "" or cat, or the machine has
 * no such program). The caller frees it. */
char *pager_command(void);

/* Shows `text` by that command and waits until the reader is done. FALSE: it could not be started. */
gboolean pager_show(const char *command, const char *text);

#endif
