/* The names of the functions for one-byte characters; undef.h takes them back. */
#define STRINGLIB(F) ucs1lib_##F
#define STRINGLIB_CHAR Py_UCS1
