/* includes.c: what a source includes. See includes.h.
 *
 * A line scanner, no preprocessor: a file is looked at in a few microseconds, and the three questions asked
 * of it (which .c files and frozen modules does it take in, may it use internal headers) want the branches
 * not taken too.
 */
#include "tree/includes.h"

#include <string.h>

/* After "#" and blanks: past `word` and blanks, or NULL. */
static const char *after_word(const char *at, const char *word)
{
    if (!g_str_has_prefix(at, word))
        return NULL;
    at += strlen(word);
    return at + strspn(at, " \t");
}

static void read_directive(Includes *includes, const char *at)
{
    const char *rest = after_word(at, "include");
    if (rest != NULL && *rest == '"') {
        char *name = g_strndup(rest + 1, strcspn(rest + 1, "\"\n"));
        g_ptr_array_add(includes->quoted, name);
        includes->internal |= g_str_has_prefix(name, "pycore_") || g_str_has_prefix(name, "internal/");
    }
    rest = after_word(at, "define");
    if (rest != NULL && g_str_has_prefix(rest, "Py_BUILD_CORE"))
        includes->defines_core = TRUE;
}

Includes *includes_scan(const char *text)
{
    Includes *includes = g_new0(Includes, 1);
    includes->quoted = g_ptr_array_new_with_free_func(g_free);
    for (const char *line = text; line != NULL; line = strchr(line, '\n')) {
        line += *line == '\n';
        const char *at = line + strspn(line, " \t");
        if (*at == '#')
            read_directive(includes, at + 1 + strspn(at + 1, " \t"));
    }
    return includes;
}

void includes_free(Includes *includes)
{
    g_ptr_array_unref(includes->quoted);
    g_free(includes);
}

char *includes_path(const char *from, const char *name)
{
    g_autofree char *folder = g_path_get_dirname(from);
    g_autofree char *rooted = g_build_filename("/", folder, name, NULL);
    g_autofree char *path = g_canonicalize_filename(rooted, "/");
    return g_strdup(path + 1);
}
