/* gdb.h: NOTE.gdb: an unoptimised Python stopped along the path of a note. */
#ifndef CPYREAD_GDB_H
#define CPYREAD_GDB_H

#include "page/note.h"
#include "query/index.h"

/* The commands for gdb, from the note's block ```python gdb (which calls id(0) just before the line of interest) and its
 * `symbols`. NULL without `error`: the note has no such block; NULL with `error`: the index cannot be asked, the block does
 * not call id(0). The caller owns it. */
char *gdb_script(Index *index, const Note *note, GError **error);

#endif
