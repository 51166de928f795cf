/* noise.c: the one table of what a picture hides.
 *
 * A row is a pattern (* and ?) and the group that it belongs to; the first that matches counts. Patterns of
 * the C library are tried on symbols outside the tree alone: CPython has a memory_hash() of its own. */
#include "graph/noise.h"

#include <string.h>

static const struct {
    const char *pattern, *group;
    gboolean external; /* only for what is not in the tree */
} noise[] = {
    {"Py_INCREF", "reference counting", FALSE},
    {"Py_DECREF", "reference counting", FALSE},
    {"Py_X?NCREF", "reference counting", FALSE},
    {"Py_X?ECREF", "reference counting", FALSE},
    {"_Py_*NCREF*", "reference counting", FALSE},
    {"_Py_*DECREF*", "reference counting", FALSE},
    {"Py_CLEAR", "reference counting", FALSE},
    {"Py_SETREF", "reference counting", FALSE},
    {"Py_XSETREF", "reference counting", FALSE},
    {"*Py_*NewRef", "reference counting", FALSE},
    {"Py_REFCNT", "reference counting", FALSE},
    {"_Py_NewReference", "reference counting", FALSE},
    {"_Py_ForgetReference", "reference counting", FALSE},
    {"_Py_Dealloc", "reference counting", FALSE},
    {"tp_dealloc", "reference counting", FALSE}, /* NOISE_SLOT, where Py_DECREF goes through it */
    {"_Py_CHECK_THREAD_SAFETY", "reference counting", FALSE},

    {"PyErr_*", "errors", FALSE},
    {"_PyErr_*", "errors", FALSE},
    {"PyExc_*", "errors", FALSE},
    {"*Py_FatalError*", "errors", FALSE},

    {"call_trace*", "tracing", FALSE},
    {"call_exc_trace", "tracing", FALSE},
    {"PyDTrace_*", "tracing", FALSE},
    {"_Py_call_instrumentation*", "tracing", FALSE},
    {"monitor_*", "tracing", FALSE},

    {"read_u16", "inline caches", FALSE},
    {"read_u32", "inline caches", FALSE},
    {"read_u64", "inline caches", FALSE},
    {"read_obj", "inline caches", FALSE},
    {"write_u16", "inline caches", FALSE},
    {"write_u32", "inline caches", FALSE},

    {"PyMem_*", "memory", FALSE},
    {"_PyMem_*", "memory", FALSE},
    {"PyObject_Malloc", "memory", FALSE},
    {"PyObject_MALLOC", "memory", FALSE},
    {"PyObject_Calloc", "memory", FALSE},
    {"PyObject_Realloc", "memory", FALSE},
    {"PyObject_REALLOC", "memory", FALSE},
    {"PyObject_Free", "memory", FALSE},
    {"PyObject_FREE", "memory", FALSE},
    {"PyObject_GC_Del", "memory", FALSE},
    {"malloc", "memory", TRUE},
    {"calloc", "memory", TRUE},
    {"realloc", "memory", TRUE},
    {"free", "memory", TRUE},

    {"mem*", "C library", TRUE},
    {"str*", "C library", TRUE},
    {"__builtin_*", "C library", TRUE},
    {"Py_MEMCPY", "C library", FALSE},

    {"assert", "asserts", FALSE},
    {"__assert_*", "asserts", FALSE},
    {"ASSERT_*", "asserts", FALSE},
    {"_PyObject_ASSERT*", "asserts", FALSE},
    {"Py_BUILD_ASSERT*", "asserts", FALSE},
    {"Py_UNREACHABLE", "asserts", FALSE},

    {"Py*_Check", "type checks", FALSE},
    {"Py*_CheckExact", "type checks", FALSE},
    {"_Py*_CheckExact", "type checks", FALSE},
    {"PyType_HasFeature", "type checks", FALSE},
    {"PyType_FastSubclass", "type checks", FALSE},
    {"PyType_IS_GC", "type checks", FALSE},
    {"Py_IS_TYPE", "type checks", FALSE},
    {"Py_TYPE", "type checks", FALSE},
    {"Py_SIZE", "type checks", FALSE},
    {"Py_Is*", "type checks", FALSE},

    {"*_CAST", "casts", FALSE},
    {"Py_UNUSED", "casts", FALSE},
    {"_Py_STATIC_CAST", "casts", FALSE},
    {"Py_RETURN_*", "constants", FALSE},
    {"Py_ALWAYS_INLINE", "constants", FALSE},
    {"Py_LOCAL*", "constants", FALSE},
};

/* A pattern's rows are asked of every name that a picture meets: they are compiled once. */
static GPatternSpec *const *compiled(void)
{
    static GPatternSpec *specs[G_N_ELEMENTS(noise)];

    for (guint i = 0; i < G_N_ELEMENTS(noise) && specs[i] == NULL; i++)
        specs[i] = g_pattern_spec_new(noise[i].pattern);
    return specs;
}

const char *noise_group(const char *name, gboolean external)
{
    GPatternSpec *const *specs = compiled();
    gsize length = strlen(name);

    for (guint i = 0; i < G_N_ELEMENTS(noise); i++)
        if ((external || !noise[i].external) && g_pattern_spec_match(specs[i], length, name, NULL))
            return noise[i].group;
    return NULL;
}
