/* group.c: which units begin alike. See group.h.
 *
 *     #define PY_SSIZE_T_CLEAN           a prologue: all directives up to the first #include "…",
 *     #include "Python.h"                which stands outside any #if
 *
 * A macro that is set ahead of a header may change what the header declares, silently (PY_SSIZE_T_CLEAN
 * does): so it belongs to what units must have in common, be it set in the text or by -D. One that no header
 * of the tree as much as mentions changes nothing, and is left out: MODULE_NAME does not part a unit from its
 * neighbours. */
#include "crawl/group.h"

#include "crawl/text.h"

#include <string.h>

typedef struct Prologue {
    char *text;   /* NULL: the unit has none */
    char *folder; /* as in Group */
} Prologue;

typedef struct Grouping {
    const Plan *plan;
    GHashTable *words;   /* set: the identifiers of the tree's headers */
    GHashTable *scanned; /* set: the folders whose headers are in `words` */
} Grouping;

/* ---- what headers mention ----------------------------------------------------------------------------- */

static void add_word(const char *word, gsize length, gsize offset, gpointer data)
{
    (void)offset;
    GHashTable *words = data;
    char *copy = g_strndup(word, length);
    if (!g_hash_table_contains(words, copy))
        g_hash_table_add(words, copy);
    else
        g_free(copy);
}

static void scan_folder(Grouping *grouping, const char *folder)
{
    if (!g_hash_table_add(grouping->scanned, g_strdup(folder)))
        return;
    g_autofree char *path = g_build_filename(grouping->plan->root, folder, NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *below = g_build_filename(folder, name, NULL);
        g_autofree char *file = g_build_filename(path, name, NULL);
        g_autofree char *text = NULL;
        gsize size;
        if (!g_str_has_suffix(name, ".h")) {
            if (g_file_test(file, G_FILE_TEST_IS_DIR))
                scan_folder(grouping, below);
        } else if (g_file_get_contents(file, &text, &size, NULL)) {
            text_words(text, size, add_word, grouping->words);
        }
    }
}

/* The names that units take their headers by: the folders of -I that lie in the tree, but for its root. */
static void scan_headers(Grouping *grouping)
{
    for (guint i = 0; i < grouping->plan->units->len; i++) {
        const Unit *unit = g_ptr_array_index(grouping->plan->units, i);
        for (char **argument = unit->arguments; *argument != NULL; argument++)
            if (g_str_has_prefix(*argument, "-I") && (*argument)[2] != '/' && (*argument)[2] != '.')
                scan_folder(grouping, *argument + 2);
    }
}

/* Whether a macro may change what a header declares. The system's headers listen to NDEBUG and to names
 * that begin with an underscore. */
static gboolean matters(const Grouping *grouping, const char *macro, gsize length)
{
    g_autofree char *name = g_strndup(macro, length);
    return *name == '_' || strcmp(name, "NDEBUG") == 0 || g_hash_table_contains(grouping->words, name);
}

/* ---- the prologue of a unit --------------------------------------------------------------------------- */

/* Whether a line is `#`, blanks and `directive`; `*rest` is what follows. */
static gboolean is_directive(const char *line, const char *directive, const char **rest)
{
    if (*line != '#')
        return FALSE;
    line++;
    line += strspn(line, " \t");
    if (!g_str_has_prefix(line, directive) || g_ascii_isalnum(line[strlen(directive)]))
        return FALSE;
    line += strlen(directive);
    *rest = line + strspn(line, " \t");
    return TRUE;
}

static int depth_change(const char *line)
{
    const char *rest;
    if (is_directive(line, "if", &rest) || is_directive(line, "ifdef", &rest) ||
        is_directive(line, "ifndef", &rest))
        return 1;
    return is_directive(line, "endif", &rest) ? -1 : 0;
}

/* How many of `lines` (comments taken out, continued lines joined) are the prologue; 0 if code comes first,
 * or if the #include depends on an #if. `*header` is what it includes. */
static guint find_prologue(char **lines, char **header)
{
    int depth = 0;
    for (guint i = 0; lines[i] != NULL; i++) {
        const char *rest;
        g_strstrip(lines[i]);
        if (*lines[i] != '\0' && *lines[i] != '#')
            return 0;
        depth += depth_change(lines[i]);
        if (is_directive(lines[i], "include", &rest) && *rest == '"') {
            const char *close = strchr(rest + 1, '"');
            if (depth != 0 || close == NULL)
                return 0;
            *header = g_strndup(rest + 1, close - rest - 1);
            return i + 1;
        }
    }
    return 0;
}

/* The lines as one text, without macros that cannot matter. */
static char *join_prologue(const Grouping *grouping, char **lines, guint count, gboolean keep_all)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < count; i++) {
        const char *name;
        gboolean idle = !keep_all && is_directive(lines[i], "define", &name) &&
                        !matters(grouping, name, text_identifier(name, strlen(name)));
        if (*lines[i] != '\0' && !idle)
            g_string_append_printf(text, "%s\n", lines[i]);
    }
    return g_strdup(text->str);
}

static Prologue read_prologue(const Grouping *grouping, const char *path)
{
    Prologue prologue = {0};
    g_autofree char *file = g_build_filename(grouping->plan->root, path, NULL);
    g_autofree char *text = NULL;
    g_autofree char *header = NULL;
    gsize size;
    if (!g_file_get_contents(file, &text, &size, NULL))
        return prologue;
    text_blank_comments(text, size);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    guint count = find_prologue(lines, &header);
    if (count == 0)
        return prologue;
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *beside = g_build_filename(grouping->plan->root, folder, header, NULL);
    gboolean is_local = g_file_test(beside, G_FILE_TEST_EXISTS); /* a header whose words were not scanned */
    prologue.folder = g_strdup(is_local ? folder : "");
    prologue.text = join_prologue(grouping, lines, count, is_local);
    return prologue;
}

static int compare_words(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A unit's arguments without the macros that cannot matter; the others come last, in the order of their
 * names. */
static GStrv common_arguments(const Grouping *grouping, GStrv arguments, gboolean keep_all)
{
    GPtrArray *words = g_ptr_array_new();
    g_autoptr(GPtrArray) macros = g_ptr_array_new();
    for (char **argument = arguments; *argument != NULL; argument++) {
        gboolean is_macro = g_str_has_prefix(*argument, "-D");
        if (!is_macro || keep_all || matters(grouping, *argument + 2, strcspn(*argument + 2, "=")))
            g_ptr_array_add(is_macro ? macros : words, g_strdup(*argument));
    }
    g_ptr_array_sort(macros, compare_words);
    g_ptr_array_extend(words, macros, NULL, NULL);
    g_ptr_array_add(words, NULL);
    return (GStrv)g_ptr_array_free(words, FALSE);
}

/* ---- groups ------------------------------------------------------------------------------------------- */

static void group_free(gpointer data)
{
    Group *group = data;
    g_free(group->prologue);
    g_free(group->folder);
    g_strfreev(group->arguments);
    g_ptr_array_unref(group->units);
    g_free(group);
}

static void add_unit(const Grouping *grouping, const Unit *unit, GHashTable *by_key, GPtrArray *groups)
{
    Prologue prologue = read_prologue(grouping, unit->path);
    gboolean keep_all = prologue.folder != NULL && *prologue.folder != '\0';
    g_auto(GStrv) arguments = common_arguments(grouping, unit->arguments, keep_all);
    g_autofree char *words = g_strjoinv(" ", arguments);
    char *key = prologue.text == NULL ? g_strdup_printf("%s %s", unit->path, unit->part_of)
                                      : g_strdup_printf("%s\n%s\n%s", words, prologue.folder, prologue.text);
    Group *group = g_hash_table_lookup(by_key, key);
    if (group == NULL) {
        group = g_new0(Group, 1);
        group->prologue = prologue.text;
        group->folder = prologue.folder;
        group->arguments = g_steal_pointer(&arguments);
        group->units = g_ptr_array_new();
        g_ptr_array_add(groups, group);
        g_hash_table_insert(by_key, key, group);
    } else {
        g_free(prologue.text);
        g_free(prologue.folder);
        g_free(key);
    }
    g_ptr_array_add(group->units, (gpointer)unit);
}

GPtrArray *group_units(const Plan *plan, guint least)
{
    Grouping grouping = {plan, NULL, NULL};
    grouping.words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    grouping.scanned = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    scan_headers(&grouping);
    GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
    g_autoptr(GHashTable) by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < plan->units->len; i++)
        add_unit(&grouping, g_ptr_array_index(plan->units, i), by_key, groups);
    for (guint i = 0; i < groups->len; i++) {
        Group *group = g_ptr_array_index(groups, i);
        if (group->units->len < least)
            g_clear_pointer(&group->prologue, g_free);
    }
    g_hash_table_unref(grouping.words);
    g_hash_table_unref(grouping.scanned);
    return groups;
}
