/* lib_modules.c: see lib_modules.h. */
#include "link/lib_modules.h"

#include "link/syntax_forms.h"
#include "store/sum.h"

/* Folders of Lib whose names nobody asks for. */
static const char *const LEFT_OUT[] = {"test",       "tests",       "idlelib",      "lib2to3",
                                       "turtledemo", "ensurepip",   "msilib",       "pydoc_data",
                                       "encodings",  "__pycache__", "site-packages"};

static gboolean is_left_out(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(LEFT_OUT); i++)
        if (strcmp(name, LEFT_OUT[i]) == 0)
            return TRUE;
    return *name == '.';
}

/* Those of the folder and those below; `prefix` is its package with a dot, or "". */
static void find(const char *root, const char *folder, const char *prefix, GArray *modules)
{
    g_autofree char *whole = g_build_filename(root, folder, NULL);
    g_autoptr(GDir) dir = g_dir_open(whole, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_str_has_suffix(name, ".py")) {
            gboolean is_package = strcmp(name, "__init__.py") == 0 && *prefix != '\0';
            char *module = g_strdup_printf("%s%s", prefix, is_package ? "" : name);
            module[strlen(module) - (is_package ? 1 : 3)] = '\0';
            LibModule found = {module, g_steal_pointer(&path)};
            g_array_append_val(modules, found);
        } else if (strchr(name, '.') == NULL && !is_left_out(name)) {
            g_autofree char *inner = g_strdup_printf("%s%s.", prefix, name);
            find(root, path, inner, modules);
        }
    }
}

/* A package before a module of the same name, which it hides. */
static gint compare(gconstpointer a, gconstpointer b)
{
    const LibModule *one = a, *other = b;
    int names = strcmp(one->name, other->name);
    return names != 0 ? names : strcmp(other->path, one->path);
}

static void clear(gpointer data)
{
    LibModule *module = data;
    g_free(module->name);
    g_free(module->path);
}

GArray *lib_modules(const char *root)
{
    GArray *modules = g_array_new(FALSE, FALSE, sizeof(LibModule));
    g_array_set_clear_func(modules, clear);
    find(root, "Lib", "", modules);
    g_array_sort(modules, compare);
    for (guint i = modules->len; i > 1; i--)
        if (strcmp(g_array_index(modules, LibModule, i - 1).name, g_array_index(modules, LibModule, i - 2).name) == 0)
            g_array_remove_index(modules, i - 1);
    return modules;
}

static guint64 sum_file(guint64 sum, const char *root, const char *path)
{
    g_autofree char *file = g_build_filename(root, path, NULL), *text = NULL;
    gsize length = 0;
    if (!g_file_get_contents(file, &text, &length, NULL))
        return sum;
    sum = sum_bytes(sum, path, strlen(path) + 1);
    return sum_bytes(sum_number(sum, length), text, length);
}

char *lib_sum(const char *root)
{
    g_autoptr(GArray) modules = lib_modules(root);
    guint64 sum = sum_file(0, root, SYNTAX_GRAMMAR);
    for (guint i = 0; i < modules->len; i++)
        sum = sum_file(sum, root, g_array_index(modules, LibModule, i).path);
    return g_strdup_printf("%016" G_GINT64_MODIFIER "x", sum);
}
