/* elsewhere.c: sources that a build on Linux leaves out, and why. See elsewhere.h.
 *
 * Mirrors the platform tests of configure.ac (PY_STDLIB_MOD_SET_NA, DYNLOADFILE, PLATFORM_OBJS) and setup.py.
 * The reasons are read by people, in the `files` view and in the summary of `cpyread index`.
 */
#include "tree/elsewhere.h"

#include <glib.h>

typedef struct Reason {
    const char *pattern; /* of a path, with * and ? (which match a '/' too) */
    const char *because;
} Reason;

static const Reason other_platforms[] = {
    {"PC/*", "for Windows"},
    {"PCbuild/*", "for Windows"},
    {"Python/dynload_win.c", "for Windows"},
    {"Modules/_winapi.c", "for Windows"},
    {"Modules/overlapped.c", "for Windows"},
    {"Modules/_io/winconsoleio.c", "for Windows"},
    {"Modules/_ctypes/libffi_msvc/*", "for Windows"},
    {"Modules/expat/loadlibrary.c", "for Windows"},
    {"Mac/*", "for macOS"},
    {"Modules/_scproxy.c", "for macOS"},
    {"Modules/_ctypes/darwin/*", "for macOS"},
    {"Modules/_ctypes/libffi_osx/*", "for macOS"},
    {"Modules/_ctypes/malloc_closure.c", "for macOS"},
    {"Python/dynload_next.c", "for macOS"},
    {"iOS/*", "for iOS"},
    {"Android/*", "for Android"},
    {"Python/dynload_hpux.c", "for HP-UX"},
    {"Python/dynload_aix.c", "for AIX"},
    {"Python/dynload_dl.c", "for systems without dlopen"},
    {"Python/dynload_stub.c", "for systems without dynamic loading"},
    {"Python/emscripten_*", "for Emscripten"},
    {"Modules/_ctypes/libffi/*", "a bundled library, which Linux builds take from the system"},
    {"Modules/zlib/*", "a bundled library, which Linux builds take from the system"},
    {"Python/deepfreeze/*", "made by the build: the code objects of the frozen modules, as data"},
    {"Parser/*_pgen.c", "compiles another source once more, for the parser generator alone"},
    {"Python/bytecodes.c", "the source of the interpreter's cases, not C: see Python/generated_cases.c.h"},
    {"Python/optimizer_bytecodes.c",
     "the source of the optimizer's cases, not C: see Python/optimizer_cases.c.h"},
};

static const Reason unnamed[] = {
    {"Doc/*", "an example of the documentation"},
    {"Tools/*", "a tool beside the interpreter"},
    {"Modules/_decimal/libmpdec/*", "not part of the libmpdec that is built here"},
    {"Modules/_decimal/tests/*", "a test of libmpdec"},
    {"Python/dup2.c", "for systems whose C library lacks the function"},
    {"Python/strdup.c", "for systems whose C library lacks the function"},
    {"Modules/getaddrinfo.c", "for systems whose C library lacks the function"},
    {"Modules/getnameinfo.c", "for systems whose C library lacks the function"},
};

static const char *find_reason(const Reason *reasons, gsize count, const char *path)
{
    for (gsize i = 0; i < count; i++)
        if (g_pattern_match_simple(reasons[i].pattern, path))
            return reasons[i].because;
    return NULL;
}

const char *elsewhere_reason(const char *path)
{
    return find_reason(other_platforms, G_N_ELEMENTS(other_platforms), path);
}

const char *elsewhere_unnamed(const char *path)
{
    const char *because = find_reason(unnamed, G_N_ELEMENTS(unnamed), path);
    return because != NULL ? because : "no part of the build names it";
}
