/* A record copied as one: what is in its fields comes along (PyMem_SetAllocator in Objects/obmalloc.c). */
#include "Python.h"

typedef struct {
    void *ctx;
    void *(*malloc)(void *ctx, size_t size);
} Allocator;

static void *raw_malloc(void *ctx, size_t size) { return ctx && size ? ctx : NULL; }
static void *debug_malloc(void *ctx, size_t size) { return size ? ctx : NULL; }

static Allocator current = {NULL, raw_malloc};

static void set_allocator(Allocator *allocator) { current = *allocator; }

void *
use_copied(size_t size)
{
    Allocator debug = current;
    debug.malloc = debug_malloc;
    set_allocator(&debug);
    return current.malloc(current.ctx, size); /* call: raw_malloc slot Allocator.malloc;
                                                       debug_malloc slot Allocator.malloc; only */
}
