/* Shared objects on Windows: never built here. */

#include "Python.h"
#include <windows.h>

dl_funcptr
_PyImport_FindSharedFuncptr(const char *prefix, const char *shortname, const char *pathname)
{
    return (dl_funcptr)GetProcAddress(LoadLibraryExA(pathname, NULL, 8), shortname);
}
