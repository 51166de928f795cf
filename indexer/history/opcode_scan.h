/* opcode_scan.h: the bodies of opcodes within the text of the interpreter's loop. Told each token of it, in order. */
#ifndef CPYREAD_HISTORY_OPCODE_SCAN_H
#define CPYREAD_HISTORY_OPCODE_SCAN_H

#include "history/extents.h"

typedef struct OpcodeScan OpcodeScan;

/* NULL: a file of that name holds no opcodes. */
OpcodeScan *opcode_scan_new(const char *path, const char *text, GArray *extents);
void opcode_scan_free(OpcodeScan *scan);

/* A name at `at`. Returns how far a head goes that begins there, TARGET(LOAD_FAST); 0: none does. */
gsize opcode_scan_name(OpcodeScan *scan, guint at, gsize length, int depth);

/* Another token, `kind` its first character; `depth` is that of braces before it. */
void opcode_scan_token(OpcodeScan *scan, char kind, guint at, int depth);

#endif
