/* options.c: the compiler's arguments for each source. See options.h.
 *
 * Most of them are read: -D and -I from the variables of Makefile.pre.in (PY_CORE_CFLAGS and its like), -std
 * from configure.ac, which of them a built-in module gets from Modules/makesetup, -D of single objects from
 * their recipes:
 *
 *     PY_CORE_CFLAGS=	$(PY_STDMODULE_CFLAGS) -DPy_BUILD_CORE
 *     Modules/getpath.o: $(srcdir)/Modules/getpath.c Makefile
 *     	$(CC) -c $(PY_CORE_CFLAGS) -DPREFIX='"$(prefix)"' ...
 *
 * What configure.ac and setup.py find out by tests is in the tables below, as it comes out on x86-64 Linux.
 * Left out is what changes no declaration: warnings, optimisation, -fwrapv.
 */
#include "tree/options.h"

#include <string.h>

/* Options of one module. `said`: only where the build's own texts have this word; an -I below the root also
 * needs its folder. */
typedef struct ModuleOption {
    const char *module, *option, *said;
} ModuleOption;

static const ModuleOption module_options[] = {
    /* configure.ac: LIBMPDEC_CFLAGS, x64; setup.py: _decimal_ext() */
    {"_decimal", "-IModules/_decimal/libmpdec", NULL},
    {"_decimal", "-DCONFIG_64=1", NULL},
    {"_decimal", "-DASM=1", NULL},
    /* configure.ac: LIBEXPAT_CFLAGS; setup.py: _detect_expat() */
    {"pyexpat", "-IModules/expat", NULL},
    {"pyexpat", "-DHAVE_EXPAT_CONFIG_H=1", "'HAVE_EXPAT_CONFIG_H'"},
    {"pyexpat", "-DXML_POOR_ENTROPY=1", "'XML_POOR_ENTROPY'"},
    {"_elementtree", "-IModules/expat", NULL},
    {"_elementtree", "-DHAVE_EXPAT_CONFIG_H=1", "'HAVE_EXPAT_CONFIG_H'"},
    {"_elementtree", "-DXML_POOR_ENTROPY=1", "'XML_POOR_ENTROPY'"},
    {"_elementtree", "-DUSE_PYEXPAT_CAPI", "'USE_PYEXPAT_CAPI'"},
    {"_io", "-IModules/_io", NULL},
    {"_multiprocessing", "-IModules/_multiprocessing", NULL},
    {"_posixshmem", "-IModules/_multiprocessing", NULL},
    /* setup.py: detect_sqlite(); the quotes of MODULE_NAME are part of it */
    {"_sqlite3", "-IModules/_sqlite", NULL},
    {"_sqlite3", "-DMODULE_NAME=\"sqlite3\"", "'MODULE_NAME'"},
    {"_sqlite3", "-DSQLITE_OMIT_LOAD_EXTENSION=1", "SQLITE_OMIT_LOAD_EXTENSION"},
    /* configure.ac: CURSES_CFLAGS; setup.py: detect_readline_curses() */
    {"_curses", "-DHAVE_NCURSESW=1", "'HAVE_NCURSESW'"},
    {"_curses_panel", "-DHAVE_NCURSESW=1", "'HAVE_NCURSESW'"},
    /* configure.ac: DBM_CFLAGS; setup.py: detect_dbm_gdbm() */
    {"_dbm", "-DUSE_GDBM_COMPAT", "USE_GDBM_COMPAT"},
    {"_dbm", "-DHAVE_GDBM_DASH_NDBM_H", "'HAVE_GDBM_DASH_NDBM_H'"},
    /* configure.ac: LIBFFI_CFLAGS; setup.py: detect_ctypes() */
    {"_ctypes", "-DHAVE_FFI_PREP_CIF_VAR=1", "-DHAVE_FFI_PREP_CIF_VAR=1"},
    {"_ctypes", "-DHAVE_FFI_PREP_CLOSURE_LOC=1", "-DHAVE_FFI_PREP_CLOSURE_LOC=1"},
    {"_ctypes", "-DHAVE_FFI_CLOSURE_ALLOC=1", "-DHAVE_FFI_CLOSURE_ALLOC=1"},
    /* configure.ac: TCLTK_CFLAGS, LIBNSL_CFLAGS; where Debian has these headers */
    {"_tkinter", "-DWITH_APPINIT=1", NULL},
    {"_tkinter", "-I/usr/include/tcl", NULL},
    {"_tkinter", "-I/usr/include/tcl8.6", NULL},
    {"nis", "-I/usr/include/tirpc", NULL},
    {"binascii", "-DUSE_ZLIB_CRC32", "USE_ZLIB_CRC32"},
    {"xxlimited", "-DPy_LIMITED_API=0x03050000", "'Py_LIMITED_API', '0x03050000'"},
    /* Makefile.pre.in: LIBHACL_CFLAGS */
    {"_md5", "-IModules/_hacl/include", NULL},
    {"_md5", "-D_DEFAULT_SOURCE", "-D_DEFAULT_SOURCE"},
    {"_sha1", "-IModules/_hacl/include", NULL},
    {"_sha1", "-D_DEFAULT_SOURCE", "-D_DEFAULT_SOURCE"},
    {"_sha2", "-IModules/_hacl/include", NULL},
    {"_sha2", "-D_DEFAULT_SOURCE", "-D_DEFAULT_SOURCE"},
    {"_sha3", "-IModules/_hacl/include", NULL},
    {"_sha3", "-D_DEFAULT_SOURCE", "-D_DEFAULT_SOURCE"},
    {"_blake2", "-IModules/_hacl/include", NULL},
    {"_blake2", "-D_DEFAULT_SOURCE", "libHacl_Hash_BLAKE2"},
    {"_hmac", "-IModules/_hacl/include", NULL},
    {"_hmac", "-D_DEFAULT_SOURCE", "-D_DEFAULT_SOURCE"},
};

/* What a recipe's -DNAME comes to: a C string; NULL if a build without git leaves it out. %d is the minor
 * version. */
static const char *const recipe_values[][2] = {
    {"PREFIX", "/usr/local"},
    {"EXEC_PREFIX", "/usr/local"},
    {"VERSION", "3.%d"},
    {"PLATLIBDIR", "lib"},
    {"MULTIARCH", "x86_64-linux-gnu"},
    {"SOABI", "cpython-3%d-x86_64-linux-gnu"},
    {"PLATFORM", "linux"},
    {"PYTHONPATH", ""},
    {"VPATH", ""},
    {"PYTHONFRAMEWORK", ""},
    {"ABIFLAGS", ""},
};

/* What PY_STDMODULE_CFLAGS has of -D and -I; 3.6 writes it out. */
static const char shared_flags[] = "$(PY_CFLAGS_NODIST) $(PY_CPPFLAGS)";

static const char *const build_files[] = {"setup.py", "configure.ac", "Makefile.pre.in", "Modules/Setup",
                                          "Modules/Setup.stdlib.in"};

/* The -D and -I among the words of `text`, "./Include" as "Include". */
static GStrv preprocessor_words(const Makefile *makefile, const char *text)
{
    g_auto(GStrv) words = makefile_words(makefile, text);
    g_autoptr(GStrvBuilder) kept = g_strv_builder_new();
    for (gsize i = 0; words[i] != NULL; i++) {
        g_autofree char *folder =
            g_str_has_prefix(words[i], "-I./") ? g_strconcat("-I", words[i] + 4, NULL) : NULL;
        if (g_str_has_prefix(words[i], "-I") || g_str_has_prefix(words[i], "-D"))
            g_strv_builder_add(kept, folder != NULL ? folder : words[i]);
    }
    return g_strv_builder_end(kept);
}

/* configure.ac: CFLAGS_NODIST="$CFLAGS_NODIST -std=c11". */
static char *read_standard(const char *configure)
{
    static const char before[] = "$CFLAGS_NODIST -std=";
    const char *at = configure != NULL ? strstr(configure, before) : NULL;
    if (at == NULL)
        return g_strdup("-std=c11");
    at += strlen(before) - strlen("-std=");
    return g_strndup(at, strcspn(at, "\" \n"));
}

/* makesetup: cc="$cc \$(PY_BUILTIN_MODULE_CFLAGS)"; 3.6 has PY_CORE_CFLAGS there, 3.7 PY_STDMODULE_CFLAGS. */
static const char *builtin_flags(const char *makesetup)
{
    if (makesetup != NULL && strstr(makesetup, "PY_BUILTIN_MODULE_CFLAGS") != NULL)
        return "$(PY_BUILTIN_MODULE_CFLAGS)";
    if (makesetup != NULL && strstr(makesetup, "PY_CORE_CFLAGS") != NULL)
        return "$(PY_CORE_CFLAGS)";
    return shared_flags;
}

Options *options_new(const Checkout *checkout, const Makefile *makefile)
{
    Options *options = g_new0(Options, 1);
    g_autofree char *configure = checkout_text(checkout, "configure.ac");
    g_autofree char *makesetup = checkout_text(checkout, "Modules/makesetup");
    g_autoptr(GString) texts = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(build_files); i++) {
        g_autofree char *text = checkout_text(checkout, build_files[i]);
        g_string_append(texts, text != NULL ? text : "");
    }
    options->checkout = checkout;
    options->makefile = makefile;
    options->standard = read_standard(configure);
    options->build_texts = g_string_free(g_steal_pointer(&texts), FALSE);
    options->core = preprocessor_words(makefile, "$(PY_CORE_CFLAGS)");
    options->shared = preprocessor_words(makefile, shared_flags);
    options->builtin = preprocessor_words(makefile, builtin_flags(makesetup));
    return options;
}

void options_free(Options *options)
{
    g_free(options->standard);
    g_free(options->build_texts);
    g_strfreev(options->core);
    g_strfreev(options->shared);
    g_strfreev(options->builtin);
    g_free(options);
}

static void add_once(GPtrArray *arguments, const char *word)
{
    if (!g_ptr_array_find_with_equal_func(arguments, word, g_str_equal, NULL))
        g_ptr_array_add(arguments, g_strdup(word));
}

/* What every source gets, and then `words`. */
static GPtrArray *new_arguments(const Options *options)
{
    GPtrArray *arguments = g_ptr_array_new_with_free_func(g_free);
    add_once(arguments, options->standard);
    add_once(arguments, "-DNDEBUG");
    add_once(arguments, "-I" MADE_UP_FOLDER);
    return arguments;
}

static void add_words(GPtrArray *arguments, GStrv words)
{
    for (gsize i = 0; words[i] != NULL; i++)
        add_once(arguments, words[i]);
}

static GStrv end_arguments(GPtrArray *arguments)
{
    g_ptr_array_add(arguments, NULL);
    return (GStrv)g_ptr_array_free(arguments, FALSE);
}

/* Whether an -I leads somewhere; those outside the checkout are taken on trust, that the plan be the same
 * everywhere. */
static gboolean leads_somewhere(const Options *options, const char *option)
{
    return !g_str_has_prefix(option, "-I") || option[2] == '/' || checkout_has(options->checkout, option + 2);
}

static void add_module_options(GPtrArray *arguments, const Options *options, const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(module_options); i++) {
        const ModuleOption *row = &module_options[i];
        if (strcmp(row->module, name) == 0 && leads_somewhere(options, row->option) &&
            (row->said == NULL || strstr(options->build_texts, row->said) != NULL))
            add_once(arguments, row->option);
    }
}

/* The recipe of the object says -DPREFIX='"$(prefix)"' and the like. */
static void add_recipe_options(GPtrArray *arguments, const Options *options, const char *path)
{
    g_autofree char *object = g_strdup_printf("%.*so", (int)strlen(path) - 1, path);
    g_auto(GStrv) names = makefile_defines(options->makefile, object);
    for (gsize i = 0; names[i] != NULL; i++)
        for (gsize k = 0; k < G_N_ELEMENTS(recipe_values); k++)
            if (strcmp(recipe_values[k][0], names[i]) == 0) {
                g_auto(GStrv) around = g_strsplit(recipe_values[k][1], "%d", 2);
                g_autofree char *minor = g_strdup_printf("%d", options->checkout->minor);
                g_autofree char *value = g_strjoinv(minor, around);
                g_autofree char *option = g_strdup_printf("-D%s=\"%s\"", names[i], value);
                add_once(arguments, option);
            }
}

GStrv options_of_object(const Options *options, const char *path)
{
    GPtrArray *arguments = new_arguments(options);
    add_words(arguments, options->core);
    add_recipe_options(arguments, options, path);
    return end_arguments(arguments);
}

static gboolean has_core(const GPtrArray *arguments)
{
    for (guint i = 0; i < arguments->len; i++)
        if (g_str_has_prefix(arguments->pdata[i], "-DPy_BUILD_CORE"))
            return TRUE;
    return FALSE;
}

/* The module's own options come first, as in makesetup's rules. */
GStrv options_of_module(const Options *options, const char *path, const Module *module,
                        const Includes *includes)
{
    GPtrArray *arguments = new_arguments(options);
    for (guint i = 0; i < module->options->len; i++)
        if (leads_somewhere(options, module->options->pdata[i]))
            add_once(arguments, module->options->pdata[i]);
    add_module_options(arguments, options, module->name);
    add_words(arguments, module->builtin ? options->builtin : options->shared);
    add_recipe_options(arguments, options, path);
    if (includes->internal && !includes->defines_core && !has_core(arguments))
        add_once(arguments, "-DPy_BUILD_CORE_MODULE");
    return end_arguments(arguments);
}

GStrv options_of_archive(const Options *options, const char *name)
{
    GPtrArray *arguments = new_arguments(options);
    add_module_options(arguments, options, name);
    add_words(arguments, options->shared);
    return end_arguments(arguments);
}
