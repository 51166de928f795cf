/* A function behind "...", taken out of the list by another function: by va_list, its address, or a copy of
 * it (converters of PyArg_ParseTuple in Python/getargs.c). */
#include "Python.h"

typedef int (*converter)(PyObject *, void *);

static int fs_converter(PyObject *v, void *p) { return v && p; }
static int int_converter(PyObject *v, void *p) { return v || p; }

static int
convert(PyObject *arg, va_list *p_va)
{
    converter convert_it = va_arg(*p_va, converter);
    return (*convert_it)(arg, NULL); /* call: fs_converter pointer parse(...); none; only */
}

static int
parse(PyObject *arg, ...)
{
    va_list va;
    va_start(va, arg);
    int result = convert(arg, &va);
    va_end(va);
    return result;
}

static int
vgetargs(PyObject *arg, va_list va)
{
    va_list lva;
    va_copy(lva, va);
    converter func = va_arg(lva, converter);
    va_end(lva);
    return func(arg, NULL); /* call: int_converter pointer parse_copy(...); none; only */
}

static int
parse_copy(PyObject *arg, ...)
{
    va_list va;
    va_start(va, arg);
    int result = vgetargs(arg, va);
    va_end(va);
    return result;
}

int
use_variadic(PyObject *v)
{
    return parse(v, fs_converter) + parse_copy(v, int_converter);
}
