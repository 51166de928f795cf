/* Shared objects by dlopen(). */

#include "Python.h"
#ifdef HAVE_DLFCN_H
#include <dlfcn.h>
#endif

dl_funcptr
_PyImport_FindSharedFuncptr(const char *prefix, const char *shortname, const char *pathname)
{
    char funcname[258];
    void *handle = dlopen(pathname, RTLD_NOW);   /* call: dlopen direct */
    snprintf(funcname, sizeof(funcname), "%.20s_%.200s", prefix, shortname);
    return (dl_funcptr)dlsym(handle, funcname);   /* call: dlsym direct */
}
