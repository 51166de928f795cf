/* made_up.c: the texts of files that a build would generate. See made_up.h; pyconfig.c makes the largest.
 *
 * Modules/config.c mirrors what Modules/makesetup does at the two markers of config.c.in:
 *
 *     / * -- ADDMODULE MARKER 1 -- * /      extern PyObject* PyInit_posix(void);
 *     / * -- ADDMODULE MARKER 2 -- * /      {"posix", PyInit_posix},
 *
 * A frozen header mirrors Tools/build/freeze_modules.py and Programs/_freeze_module.c (3.11 and later): an
 * array named after the module, whose bytes say nothing to a reader of C:
 *
 *     Python/frozen_modules/importlib._bootstrap.h      const unsigned char _Py_M__importlib__bootstrap[] =
 * {…};
 */
#include "tree/made_up.h"

#include <string.h>

static const char declarations_mark[] = "/* -- ADDMODULE MARKER 1 -- */";
static const char table_mark[] = "/* -- ADDMODULE MARKER 2 -- */";

static int compare_names(gconstpointer a, gconstpointer b)
{
    const Module *left = *(const Module *const *)a, *right = *(const Module *const *)b;
    return strcmp(left->name, right->name);
}

/* `text` with `more` in the line after the one that holds `mark`. */
static char *insert_after(const char *text, const char *mark, const char *more)
{
    const char *at = strstr(text, mark);
    if (at == NULL)
        return g_strdup(text);
    at += strlen(mark);
    return g_strdup_printf("%.*s\n%s%s", (int)(at - text), text, more, at);
}

char *made_up_config(const char *template, const GPtrArray *modules)
{
    g_autoptr(GPtrArray) builtin = g_ptr_array_new();
    for (guint i = 0; i < modules->len; i++)
        if (((const Module *)modules->pdata[i])->builtin)
            g_ptr_array_add(builtin, modules->pdata[i]);
    g_ptr_array_sort(builtin, compare_names);
    g_autoptr(GString) declarations = g_string_new(NULL);
    g_autoptr(GString) table = g_string_new(NULL);
    for (guint i = 0; i < builtin->len; i++) {
        const char *name = ((const Module *)builtin->pdata[i])->name;
        g_string_append_printf(declarations, "extern PyObject* PyInit_%s(void);\n", name);
        g_string_append_printf(table, "    {\"%s\", PyInit_%s},\n", name, name);
    }
    g_autofree char *half = insert_after(template, declarations_mark, declarations->str);
    return insert_after(half, table_mark, table->str);
}

char *made_up_frozen(const char *path)
{
    static const char folder[] = "frozen_modules/";
    const char *name = strstr(path, folder);
    if (name == NULL || !g_str_has_suffix(name, ".h"))
        return NULL;
    name += strlen(folder);
    g_autofree char *module = g_strndup(name, strlen(name) - strlen(".h"));
    g_strdelimit(module, ".", '_');
    return g_strdup_printf(
        "/* A stand-in: the build freezes a module here. */\nconst unsigned char _Py_M__%s[] = {0};\n",
        module);
}
