/* gdb.h: NOTE.gdb: an unoptimised Python stopped along the path of a note. */
#ifndef CPYREAD_GDB_H
#define CPYREAD_GDB_H

#include "page/note.h"
#include "query/index.h"

/* The commands for gdb, from the note's block ```python gdb (which calls id(0) just before the line of interest) and its
 * `symbols`. NULL without `error`: the note has no such block; NULL with `error`: the index cannot be asked, the block does
 * not call id(0). Why it does not stop at one of the symbols, one that means several things or no function, goes to `left_out` (of
 * char *, which it owns), a line each. The caller owns it. */
char *gdb_script(Index *index, const Note *note, GPtrArray *left_out, GError **error);

#endif
