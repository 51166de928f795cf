/* Detours through void pointers and casts: each knows its type again where it is called
 * (Modules/_threadmodule.c). */
#include "Python.h"

struct bootstate {
    void *func;
    void *arg;
};

static int run_thread(void *arg) { return arg != NULL; }
static int run_twice(void *arg, int n) { return arg != NULL && n; }

static int
start(void *where)
{
    struct bootstate *boot = where;
    int (*func)(void *) = (int (*)(void *))boot->func;
    ((int (*)(void *, int))boot->func)(boot->arg, 2); /* call: run_twice slot bootstate.func; only */
    return func(boot->arg);                           /* call: run_thread slot bootstate.func; only */
}

int
use_void(int n)
{
    void *detour = (void *)run_thread;
    struct bootstate boot = {detour, NULL};
    if (n)
        boot.func = (void *)run_twice;
    return start(&boot);
}
