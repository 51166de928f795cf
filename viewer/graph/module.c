/* module.c: finds the module, beside the program as `make` leaves it, or in lib/cpyread/ as `make install` does, and loads
 * it. A test program has its files inside, and needs no module. */
#include "graph/module.h"

#include <dlfcn.h>

#define MODULE "cpyread-paper.so"

/* Where it is. The caller frees it. NULL with `error`. */
static char *find(GError **error)
{
    g_autofree char *self = g_file_read_link("/proc/self/exe", error);
    if (self == NULL)
        return NULL;
    g_autofree char *folder = g_path_get_dirname(self), *above = g_path_get_dirname(folder);
    g_autofree char *beside = g_build_filename(folder, MODULE, NULL);
    g_autofree char *installed = g_build_filename(above, "lib", "cpyread", MODULE, NULL);
    if (g_file_test(beside, G_FILE_TEST_EXISTS))
        return g_steal_pointer(&beside);
    if (g_file_test(installed, G_FILE_TEST_EXISTS))
        return g_steal_pointer(&installed);
    g_set_error(error, MODULE_ERROR, MODULE_ERROR_ABSENT,
                "what draws pictures and reads notes is neither %s nor %s; make it with: make (or make install)", beside,
                installed);
    return NULL;
}

/* It stays until the process ends: the libraries behind it keep what they have set up. */
static gpointer load(GError **error)
{
    g_autofree char *path = find(error);
    gpointer module = path != NULL ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
    if (path != NULL && module == NULL)
        g_set_error(error, MODULE_ERROR, MODULE_ERROR_LOAD,
                    "cannot load what draws pictures and reads notes: %s; its libraries come with: apt-get install "
                    "libgraphviz-dev libcmark-gfm-dev libcmark-gfm-extensions-dev",
                    dlerror());
    return module;
}

gpointer module_function(const char *name, GError **error)
{
    static gpointer module = NULL;
    gpointer function = dlsym(RTLD_DEFAULT, name);
    if (function != NULL)
        return function;
    if (module == NULL && (module = load(error)) == NULL)
        return NULL;
    function = dlsym(module, name);
    if (function == NULL)
        g_set_error(error, MODULE_ERROR, MODULE_ERROR_LOAD, "%s is of another build, it has no %s: make", MODULE, name);
    return function;
}

#ifdef __SANITIZE_ADDRESS__
/* What the libraries behind the module keep for good is not ours to free (make SAN=1). */
const char *__lsan_default_suppressions(void), *__lsan_default_options(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:libgvc\nleak:libcgraph\nleak:libpango\nleak:libcairo\n";
}

const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
#endif
