/* modules.c: all extension modules, from every place where a CPython names them. See modules.h.
 *
 * Whoever names a module first wins, as in the build: makesetup's modules are not built by setup.py again.
 *
 *     Modules/Setup.dist, Setup, Setup.config.in, Setup.bootstrap.in   linked into the interpreter   (3.6 on)
 *     setup.py                                                          shared, to 3.11
 *     Modules/Setup.stdlib.in                                           shared, from 3.11
 *     commented lines of Modules/Setup.dist, Setup                      examples (xxmodule.c) and the like
 */
#include "tree/modules.h"

#include <string.h>

static const char *const builtin_files[] = {
    "Modules/Setup.dist",
    "Modules/Setup",
    "Modules/Setup.config.in",
    "Modules/Setup.bootstrap.in",
};

static void module_free(gpointer data)
{
    Module *module = data;
    g_free(module->name);
    g_ptr_array_unref(module->sources);
    g_ptr_array_unref(module->options);
    g_ptr_array_unref(module->archives);
    g_free(module);
}

Module *module_new(const char *name, gboolean builtin)
{
    Module *module = g_new0(Module, 1);
    module->name = g_strdup(name);
    module->builtin = builtin;
    module->sources = g_ptr_array_new_with_free_func(g_free);
    module->options = g_ptr_array_new_with_free_func(g_free);
    module->archives = g_ptr_array_new_with_free_func(g_free);
    return module;
}

Module *modules_find(const GPtrArray *modules, const char *name)
{
    for (guint i = 0; i < modules->len; i++) {
        Module *module = modules->pdata[i];
        if (strcmp(module->name, name) == 0)
            return module;
    }
    return NULL;
}

static void add_once(GPtrArray *words, char *word)
{
    if (g_ptr_array_find_with_equal_func(words, word, g_str_equal, NULL))
        g_free(word);
    else
        g_ptr_array_add(words, word);
}

/* "$(srcdir)/Modules/x" to "Modules/x". */
static const char *without_srcdir(const char *path)
{
    return g_str_has_prefix(path, "$(srcdir)/") ? path + strlen("$(srcdir)/") : path;
}

/* makesetup looks for sources in Modules/; archives are written from the root. */
void module_add_word(Module *module, const Checkout *checkout, const char *word)
{
    if (g_str_has_prefix(word, "-I$(srcdir)/")) {
        add_once(module->options, g_strconcat("-I", without_srcdir(word + 2), NULL));
    } else if (g_str_has_prefix(word, "-D") && strchr(word, '$') == NULL) {
        add_once(module->options, g_strdup(word));
    } else if (g_str_has_suffix(word, ".a") && word[0] != '-') {
        add_once(module->archives, g_strdup(without_srcdir(word)));
    } else if (g_str_has_suffix(word, ".c")) {
        g_autofree char *path = g_strconcat("Modules/", without_srcdir(word), NULL);
        if (checkout_has(checkout, path))
            add_once(module->sources, g_steal_pointer(&path));
    }
}

GPtrArray *modules_read(const Checkout *checkout)
{
    GPtrArray *modules = g_ptr_array_new_with_free_func(module_free);
    for (gsize i = 0; i < G_N_ELEMENTS(builtin_files); i++) {
        g_autofree char *text = checkout_text(checkout, builtin_files[i]);
        if (text != NULL)
            setup_lines_read(modules, checkout, text, SETUP_ACTIVE, FALSE);
    }
    g_autofree char *setup_py = checkout_text(checkout, "setup.py");
    if (setup_py != NULL)
        setup_py_read(modules, checkout, setup_py);
    g_autofree char *stdlib = checkout_text(checkout, "Modules/Setup.stdlib.in");
    if (stdlib != NULL)
        setup_lines_read(modules, checkout, stdlib, SETUP_ACTIVE, TRUE);
    for (gsize i = 0; i < G_N_ELEMENTS(builtin_files); i++) {
        g_autofree char *text = checkout_text(checkout, builtin_files[i]);
        if (text != NULL)
            setup_lines_read(modules, checkout, text, SETUP_COMMENTED, TRUE);
    }
    return modules;
}
