/* ids.h: the rule by which symbols are numbered, for who adds some to an index. See ids.c. */
#ifndef CPYREAD_IDS_H
#define CPYREAD_IDS_H

#include <glib.h>

/* The kind of symbols that no fact speaks of; those of facts are smaller. */
enum { IDS_OPCODE = 32 };

/* The id that a symbol of a file has unless another one has it; parent may be NULL. */
gint64 ids_first(gint64 file_key, guint32 kind, const char *parent, const char *name);

/* The one to try if it is taken. */
gint64 ids_next(gint64 id);

#endif
