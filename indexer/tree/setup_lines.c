/* setup_lines.c: reads the module lines of Modules/Setup*. See modules.h.
 *
 * Mirrors Modules/makesetup of every version, and configure's way with Setup.stdlib.in. The shapes:
 *
 *     *shared*
 *     _io -DPy_BUILD_CORE -I$(srcdir)/Modules/_io _io/_iomodule.c _io/iobase.c      # comment
 *     @MODULE__SHA2_TRUE@_sha2 sha2module.c Modules/_hacl/libHacl_Hash_SHA2.a
 *     @MODULE_PWD_TRUE@pwd pwdmodule.c
 *     #array arraymodule.c	# array objects
 *
 * A build need not tell a commented module line from a sentence ("included in the config.c file"); here, what
 * comes after the name must be a source or an option.
 */
#include "tree/modules.h"

#include <string.h>

#define WORD_CHARACTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_"

/* Past "@MODULE_…_TRUE@", with or without the "#" that switches the line off everywhere
 * ("#@MODULE_READLINE_TRUE@"); 3.6 has "@USE_THREAD_MODULE@". */
static const char *past_condition(const char *line)
{
    const char *at = line + (*line == '#');
    const char *end = *at == '@' ? strchr(at + 1, '@') : NULL;
    return end != NULL ? end + 1 : line;
}

static gboolean is_name(const char *word)
{
    return *word != '\0' && word[strspn(word, WORD_CHARACTERS)] == '\0' && !g_ascii_isdigit(*word);
}

/* Whether what follows the name in `words` begins as in a module's line. */
static gboolean is_module_line(GStrv words)
{
    gsize next = 1;
    while (words[next] != NULL && *words[next] == '\0')
        next++;
    return words[next] != NULL && (*words[next] == '-' || g_str_has_suffix(words[next], ".c"));
}

/* Adds the module of `line`, if it is the line of one that `modules` lacks. */
static void read_module(GPtrArray *modules, const Checkout *checkout, const char *line, gboolean builtin)
{
    g_autofree char *bare = g_strndup(line, strcspn(line, "#"));
    g_auto(GStrv) words = g_strsplit_set(bare, " \t\r", -1);
    if (words[0] == NULL || !is_name(words[0]) || !is_module_line(words) ||
        modules_find(modules, words[0]) != NULL)
        return;
    Module *module = module_new(words[0], builtin);
    for (gsize i = 1; words[i] != NULL; i++)
        module_add_word(module, checkout, words[i]);
    g_ptr_array_add(modules, module);
    if (module->sources->len == 0)
        g_ptr_array_remove_index(modules, modules->len - 1);
}

/* Sets `*builtin` by a *static* or *shared* line; what is *disabled* is read all the same, as a shared
 * module. */
static gboolean read_marker(const char *line, gboolean *builtin)
{
    if (*line != '*')
        return FALSE;
    *builtin = g_str_has_prefix(line, "*static*");
    return TRUE;
}

void setup_lines_read(GPtrArray *modules, const Checkout *checkout, const char *text, SetupLines lines,
                      gboolean shared_by_default)
{
    gboolean builtin = !shared_by_default;
    g_auto(GStrv) all = g_strsplit(text, "\n", -1);
    for (gsize i = 0; all[i] != NULL; i++) {
        const char *line = past_condition(all[i]);
        if (lines == SETUP_COMMENTED) {
            if (*line == '#')
                read_module(modules, checkout, line + 1 + strspn(line + 1, " "), FALSE);
        } else if (*line != '#' && !read_marker(line, &builtin)) {
            read_module(modules, checkout, line, builtin);
        }
    }
}
