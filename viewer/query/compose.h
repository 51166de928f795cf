/* compose.h: the opcodes that a snippet becomes in the version of the index. */
#ifndef CPYREAD_COMPOSE_H
#define CPYREAD_COMPOSE_H

#include "query/index.h"
#include "query/snippet.h"

/* One opcode, and what it is for. */
typedef struct Emitted {
    char *opcode, *argument; /* argument: NB_ADD, or NULL */
    const Snippet *snippet;  /* the node that it belongs to */
    gboolean is_inner;       /* in a code object of its own */
    char *function, *file;   /* of the compiler */
    int line;
} Emitted;

/* All opcodes in order, of Emitted. NULL with `error`; a node that the version has not is left in `*unknown`. */
GPtrArray *compose(Index *index, const Snippet *snippet, const Snippet **unknown, GError **error);

#endif
