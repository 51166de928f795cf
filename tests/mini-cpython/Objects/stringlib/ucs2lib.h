/* The names of the functions for two-byte characters; undef.h takes them back. */
#define STRINGLIB(F) ucs2lib_##F
#define STRINGLIB_CHAR Py_UCS2
