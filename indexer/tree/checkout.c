/* checkout.c: the folder that is read. See checkout.h.
 *
 * A checkout is known by four things that no other project has together. The version stands in
 * Include/patchlevel.h:
 *
 *     #define PY_MAJOR_VERSION        3
 *     #define PY_VERSION              "3.7.0b3+"
 */
#include "tree/checkout.h"

#include "tree/tree.h"

#include <stdlib.h>
#include <string.h>

static const char *const landmarks[] = {"Include/patchlevel.h", "Makefile.pre.in", "pyconfig.h.in",
                                        "Objects"};

/* The text after `#define NAME`, blanks and quotes taken off; NULL if the name is not defined in `text`. */
static char *defined_as(const char *text, const char *name)
{
    g_autofree char *pattern =
        g_strdup_printf("^[ \t]*#[ \t]*define[ \t]+%s[ \t]+\"?([^\"\r\n]*[^\" \t\r\n])", name);
    g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_MULTILINE, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    return g_regex_match(regex, text, 0, &match) ? g_match_info_fetch(match, 1) : NULL;
}

static gboolean read_version(Checkout *checkout, GError **error)
{
    g_autofree char *text = checkout_text(checkout, "Include/patchlevel.h");
    g_autofree char *major = text != NULL ? defined_as(text, "PY_MAJOR_VERSION") : NULL;
    g_autofree char *minor = text != NULL ? defined_as(text, "PY_MINOR_VERSION") : NULL;
    checkout->version = text != NULL ? defined_as(text, "PY_VERSION") : NULL;
    if (checkout->version == NULL || major == NULL || minor == NULL) {
        g_set_error(error, TREE_ERROR, TREE_ERROR_NOT_CPYTHON,
                    "%s: no CPython checkout (no PY_VERSION in Include/patchlevel.h)", checkout->root);
        return FALSE;
    }
    checkout->minor = atoi(minor);
    if (atoi(major) < 3 || (atoi(major) == 3 && checkout->minor < 6)) {
        g_set_error(error, TREE_ERROR, TREE_ERROR_NOT_CPYTHON,
                    "%s: CPython %s is too old (3.6 and later are read)", checkout->root, checkout->version);
        return FALSE;
    }
    return TRUE;
}

Checkout *checkout_open(const char *root, GError **error)
{
    g_autoptr(Checkout) checkout = g_new0(Checkout, 1);
    checkout->root = g_canonicalize_filename(root, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(landmarks); i++)
        if (!checkout_has(checkout, landmarks[i])) {
            g_set_error(error, TREE_ERROR, TREE_ERROR_NOT_CPYTHON, "%s: no CPython checkout (no %s)",
                        checkout->root, landmarks[i]);
            return NULL;
        }
    return read_version(checkout, error) ? g_steal_pointer(&checkout) : NULL;
}

void checkout_free(Checkout *checkout)
{
    g_free(checkout->root);
    g_free(checkout->version);
    g_free(checkout);
}

char *checkout_text(const Checkout *checkout, const char *path)
{
    g_autofree char *full = g_build_filename(checkout->root, path, NULL);
    char *text = NULL;
    return g_file_get_contents(full, &text, NULL, NULL) ? text : NULL;
}

gboolean checkout_has(const Checkout *checkout, const char *path)
{
    g_autofree char *full = g_build_filename(checkout->root, path, NULL);
    return g_file_test(full, G_FILE_TEST_EXISTS);
}

/* A name without a dot is taken for a folder: opening it tells, and saves asking about each. */
void checkout_sources(const Checkout *checkout, const char *folder, GPtrArray *paths)
{
    g_autofree char *full = g_build_filename(checkout->root, folder, NULL);
    g_autoptr(GDir) dir = g_dir_open(full, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_str_has_suffix(name, ".c"))
            g_ptr_array_add(paths, g_steal_pointer(&path));
        else if (strchr(name, '.') == NULL)
            checkout_sources(checkout, path, paths);
    }
}
