/* What is stored nowhere in sight: the functions that are stored as this typedef elsewhere, and `via` says
 * that it is a guess (co_extra_freefuncs in Python/ceval.c). A pointer without a typedef is not guessed. */
#include "Python.h"

typedef void (*guessedfunc)(void *);
typedef struct { guessedfunc release; } Known;
typedef struct { guessedfunc extra[4]; void (*bare[4])(void *); } Unknown;

static void free_known(void *p) { free(p); }
Known known = {free_known};

void
use_guess(Known *k, Unknown *u, int i)
{
    k->release(u);      /* call: free_known slot Known.release; only */
    u->extra[i](u);     /* call: free_known pointer typedef guessedfunc (guess); only */
    u->bare[i](u);      /* call: none; only */
}
