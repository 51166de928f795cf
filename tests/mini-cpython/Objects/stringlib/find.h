/* stringlib: searching, for every width of characters. No guard: it is included once for each. */

#ifndef STRINGLIB_CHAR
#error "find.h needs the names of a width, see ucs1lib.h"
#endif

/* Where ch stands first in the n characters of s, or -1. */
static Py_ssize_t
STRINGLIB(find_char)(const STRINGLIB_CHAR *s, Py_ssize_t n, STRINGLIB_CHAR ch)
{
    Py_ssize_t i;
    for (i = 0; i < n; i++)
        if (s[i] == ch)
            return i;
    return -1;
}

static int
STRINGLIB(contains_char)(const STRINGLIB_CHAR *s, Py_ssize_t n, STRINGLIB_CHAR ch)
{
    return STRINGLIB(find_char)(s, n, ch) >= 0;
}
