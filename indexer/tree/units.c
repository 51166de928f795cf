/* units.c: which sources are compiled, and into what. See units.h.
 *
 * Only what the build names is compiled, in this order:
 *
 *     $(LIBRARY_OBJS), Programs/python.o            "python"
 *     sources of built-in modules                   "python"
 *     Programs/_testembed: Programs/_testembed.o    the program's name; objects it shares with the
 * interpreter are not compiled for it again
 *     $(LIBEXPAT_A): $(LIBEXPAT_OBJS)               the module that the archive is linked into
 *     sources of shared modules                     the module's name
 *
 * What is left was included by one of those (Objects/mimalloc/alloc.c), or is skipped.
 */
#include "tree/units.h"

#include "tree/elsewhere.h"
#include "tree/made_up.h"

#include <string.h>

typedef struct Gathering {
    Plan *plan;
    const Options *options;
    const GPtrArray *modules;
    GHashTable *done;      /* "PART PATH" */
    GHashTable *compiled;  /* paths of units */
    GHashTable *included;  /* paths of .c files that units include */
    GHashTable *stand_ins; /* paths of made-up headers */
    GHashTable *skipped;   /* paths */
} Gathering;

static const char *const folders[] = {"Android", "Doc/includes", "Mac",      "Modules", "Objects", "PC",
                                      "PCbuild", "Parser",       "Programs", "Python",  "Tools",   "iOS"};

/* Archives that are linked into a module by configure's word rather than by a line of a Setup file. */
static const char *const archives[][2] = {
    {"libmpdec.a", "_decimal"},           {"libexpat.a", "pyexpat"},        {"libHacl_Hash_MD5.a", "_md5"},
    {"libHacl_Hash_SHA1.a", "_sha1"},     {"libHacl_Hash_SHA2.a", "_sha2"}, {"libHacl_Hash_SHA3.a", "_sha3"},
    {"libHacl_Hash_BLAKE2.a", "_blake2"}, {"libHacl_HMAC.a", "_hmac"},
};

static void skip(Gathering *gathering, const char *path, const char *because)
{
    if (g_hash_table_add(gathering->skipped, g_strdup(path)))
        plan_add_skipped(gathering->plan, path, because);
}

/* Gives the frozen module that `from` includes as `name` a stand-in. The compiler compares paths as they are
 * spelled, so it lies where it will look: beside `from`, or in the made-up folder if the name starts at the
 * root. */
static void add_stand_in(Gathering *gathering, const char *from, const char *name)
{
    g_autofree char *text = made_up_frozen(name);
    g_autofree char *folder =
        g_str_has_prefix(name, "Python/") ? g_strdup(MADE_UP_FOLDER) : g_path_get_dirname(from);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (text != NULL && g_hash_table_add(gathering->stand_ins, g_strdup(path)))
        plan_add_unsaved(gathering->plan, path, g_steal_pointer(&text));
}

/* Follows the includes of a kept source: .c files are noted, frozen modules get a stand-in. */
static void follow(Gathering *gathering, const char *path, const Includes *includes)
{
    const Checkout *checkout = gathering->options->checkout;
    for (guint i = 0; i < includes->quoted->len; i++) {
        add_stand_in(gathering, path, includes->quoted->pdata[i]);
        g_autofree char *target = includes_path(path, includes->quoted->pdata[i]);
        if (!g_str_has_suffix(target, ".c") || !g_hash_table_add(gathering->included, g_strdup(target)))
            continue;
        g_autofree char *text = checkout_text(checkout, target);
        g_autoptr(Includes) further = text != NULL ? includes_scan(text) : NULL;
        if (further != NULL)
            follow(gathering, target, further);
    }
}

/* What a unit is compiled as. */
typedef enum Kind { KIND_OBJECT, KIND_ARCHIVE, KIND_MODULE } Kind;

static GStrv arguments_of(const Gathering *gathering, const char *path, Kind kind, const char *part,
                          const Module *module, const Includes *includes)
{
    switch (kind) {
    case KIND_OBJECT:
        return options_of_object(gathering->options, path);
    case KIND_ARCHIVE:
        return options_of_archive(gathering->options, part);
    case KIND_MODULE:
        break;
    }
    return options_of_module(gathering->options, path, module, includes);
}

/* Adds the unit, unless it is there already or for another platform. `module`: for KIND_MODULE. */
static void add_unit(Gathering *gathering, const char *path, const char *part, Kind kind,
                     const Module *module)
{
    g_autofree char *key = g_strdup_printf("%s %s", part, path);
    if (!g_hash_table_add(gathering->done, g_steal_pointer(&key)))
        return;
    const char *because = elsewhere_reason(path);
    g_autofree char *text = checkout_text(gathering->options->checkout, path);
    if (because == NULL && text == NULL && strcmp(path, "Modules/config.c") != 0)
        because = "made by the build, and not made up here";
    if (because != NULL) {
        skip(gathering, path, because);
        return;
    }
    g_autoptr(Includes) includes = includes_scan(text != NULL ? text : "");
    follow(gathering, path, includes);
    g_hash_table_add(gathering->compiled, g_strdup(path));
    plan_add_unit(gathering->plan, path, part, arguments_of(gathering, path, kind, part, module, includes));
}

/* "Python/ceval.o" to "Python/ceval.c"; NULL if `word` is no object. */
static char *source_of(const char *word)
{
    return g_str_has_suffix(word, ".o") ? g_strdup_printf("%.*sc", (int)strlen(word) - 1, word) : NULL;
}

/* Adds the sources of all objects among the words of `text`; with `fresh`, only those that the interpreter
 * lacks. */
static void add_objects(Gathering *gathering, const char *text, const char *part, Kind kind, gboolean fresh)
{
    g_auto(GStrv) words = makefile_words(gathering->options->makefile, text);
    for (gsize i = 0; words[i] != NULL; i++) {
        g_autofree char *path = source_of(words[i]);
        g_autofree char *in_python = g_strconcat("python ", path, NULL);
        if (path != NULL && !(fresh && g_hash_table_contains(gathering->done, in_python)))
            add_unit(gathering, path, part, kind, NULL);
    }
}

static void add_modules(Gathering *gathering, gboolean builtin)
{
    for (guint i = 0; i < gathering->modules->len; i++) {
        const Module *module = gathering->modules->pdata[i];
        for (guint k = 0; k < module->sources->len && module->builtin == builtin; k++)
            add_unit(gathering, module->sources->pdata[k], builtin ? "python" : module->name, KIND_MODULE,
                     module);
    }
}

/* The module that the archive at `path` is linked into, by a Setup line or the table; its own name if nobody
 * says. */
static char *module_of_archive(const Gathering *gathering, const char *path)
{
    for (guint i = 0; i < gathering->modules->len; i++) {
        const Module *module = gathering->modules->pdata[i];
        if (g_ptr_array_find_with_equal_func(module->archives, path, g_str_equal, NULL))
            return g_strdup(module->name);
    }
    g_autofree char *name = g_path_get_basename(path);
    for (gsize i = 0; i < G_N_ELEMENTS(archives); i++)
        if (strcmp(archives[i][0], name) == 0)
            return g_strdup(archives[i][1]);
    return g_steal_pointer(&name);
}

/* Programs and archives are what is linked and is neither an object nor a shared library. */
static void add_rule(Gathering *gathering, const Rule *rule)
{
    static const char *const others[] = {".o", ".so", ".sl", ".dylib", ".dll", ".dll.a", ".h", ".c"};
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        if (g_str_has_suffix(rule->target, others[i]))
            return;
    gboolean archive = g_str_has_suffix(rule->target, ".a");
    if (!archive && strstr(rule->recipe, " -o ") == NULL)
        return;
    g_autofree char *part =
        archive ? module_of_archive(gathering, rule->target) : g_path_get_basename(rule->target);
    add_objects(gathering, rule->needs, part, archive ? KIND_ARCHIVE : KIND_OBJECT, !archive);
}

/* Every source that is left. */
static void skip_others(Gathering *gathering)
{
    g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func(g_free);
    for (gsize i = 0; i < G_N_ELEMENTS(folders); i++)
        checkout_sources(gathering->options->checkout, folders[i], sources);
    for (guint i = 0; i < sources->len; i++) {
        const char *path = sources->pdata[i], *because = elsewhere_reason(path);
        if (!g_hash_table_contains(gathering->compiled, path) &&
            !g_hash_table_contains(gathering->included, path))
            skip(gathering, path, because != NULL ? because : elsewhere_unnamed(path));
    }
}

static GHashTable *new_set(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

void units_add(Plan *plan, const Options *options, const GPtrArray *modules)
{
    g_autoptr(GHashTable) done = new_set(), compiled = new_set(), included = new_set();
    g_autoptr(GHashTable) stand_ins = new_set(), skipped = new_set();
    Gathering gathering = {plan, options, modules, done, compiled, included, stand_ins, skipped};
    add_objects(&gathering, "$(LIBRARY_OBJS) Programs/python.o", "python", KIND_OBJECT, FALSE);
    add_modules(&gathering, TRUE);
    for (guint i = 0; i < options->makefile->rules->len; i++)
        add_rule(&gathering, options->makefile->rules->pdata[i]);
    add_modules(&gathering, FALSE);
    skip_others(&gathering);
}
