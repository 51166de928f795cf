/* prologue.c: how a unit begins. See prologue.h.
 *
 *     #ifdef __APPLE__ … #endif            another platform: nothing
 *     #ifndef Py_BUILD_CORE_BUILTIN        true: nobody has defined it
 *     #  define Py_BUILD_CORE_MODULE 1     kept, for headers mention it
 *     #endif
 *     #define MODULE_NAME "x"              left out: no header listens to it
 *     #include "module.h"                  gone into: it begins with #include "Python.h"
 *     #include <Python.h>                  the header that most units have first: the prologue ends
 *
 * A macro that is set ahead of a header may change, silently, what the header declares (PY_SSIZE_T_CLEAN does); so the
 * directives are followed as the preprocessor would, by their text. Code that comes ahead of the header is passed over:
 * it changes no macro. A condition counts only if it gives the same once the headers are in, since the compiler will
 * ask again. Where this does not get to the common header, the prologue is the text itself, up to the first
 * #include "…", if no code and no condition is in the way. */
#include "crawl/prologue.h"

#include "crawl/directives.h"

#include <string.h>

enum { DEEPEST = 8 };

typedef enum { ENDED, REACHED, FAILED } Outcome;

typedef struct Walk {
    const Headers *headers;
    const Unit *unit;
    const char *common;
    GString *text;     /* what matters of what was met */
    GHashTable *set;   /* macro that the walk met or tested, to DEFINED, UNDEFINED */
    GHashTable *later; /* as in Prologue; filled once the common header was met */
    gboolean is_past;  /* it was */
    gboolean is_over;  /* and what follows may depend on a macro that was set since */
    int depth;         /* of files */
} Walk;

enum { UNDEFINED = 1, DEFINED };

/* Branches of one file: which of the nested #if's are open. */
typedef struct Branch {
    guint depth;    /* of #if's */
    guint left_out; /* the depth of the outermost that is not taken; 0: none */
} Branch;

/* ---- macros ------------------------------------------------------------------------------------------------------ */

/* Defined by no compiler for this machine and in C. */
static const char *const elsewhere[] = {"__APPLE__",   "_MSC_VER", "MS_WINDOWS", "_WIN32",
                                        "__cplusplus", "__VMS",    "__hpux"};

static gboolean is_given(const Unit *unit, const char *name)
{
    for (char **argument = unit->arguments; *argument != NULL; argument++) {
        const char *macro = *argument + 2;
        if (g_str_has_prefix(*argument, "-D") && strncmp(macro, name, strlen(name)) == 0 &&
            strchr("=", macro[strlen(name)]) != NULL)
            return TRUE;
    }
    return FALSE;
}

static void set_macro(Walk *walk, const char *name, int state)
{
    g_hash_table_insert(walk->set, g_strdup(name), GINT_TO_POINTER(state));
}

/* DEFINED or UNDEFINED; 0: it cannot be said, or headers and the prologue might change it. */
static int state_of(const Walk *walk, const char *name)
{
    int state = GPOINTER_TO_INT(g_hash_table_lookup(walk->set, name));
    if (state != 0)
        return headers_listen(walk->headers, name) ? 0 : state; /* one that is in the prologue */
    if (g_strv_contains((const char *const[]){elsewhere[0], elsewhere[1], elsewhere[2], elsewhere[3],
                                              elsewhere[4], elsewhere[5], elsewhere[6], NULL},
                        name))
        return UNDEFINED;
    if (*name == '_' || g_hash_table_contains(walk->headers->defined, name))
        return 0;
    return is_given(walk->unit, name) ? DEFINED : UNDEFINED;
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static Outcome follow(Walk *walk, const char *path);

static Outcome take_macro(Walk *walk, const char *line, const char *rest, int state)
{
    g_autofree char *name = directive_name(rest);
    gboolean matters = headers_listen(walk->headers, name);
    walk->is_over |= matters && walk->is_past;
    if (walk->is_past)
        return ENDED;
    if (matters && g_hash_table_contains(walk->set, name))
        return FAILED; /* it was tested; once the headers are in, the test would give something else */
    if (matters)
        g_string_append_printf(walk->text, "%s\n", line);
    set_macro(walk, name, state);
    return ENDED;
}

/* Made by the compiler itself: they listen to nothing. */
static gboolean is_freestanding(const char *name)
{
    static const char *const names[] = {"stddef.h", "stdbool.h", "stdarg.h", "float.h", NULL};
    return g_strv_contains(names, name);
}

static Outcome take_include(Walk *walk, const char *from, const char *name, gboolean quoted)
{
    g_autofree char *path = headers_find(walk->headers, walk->unit, from, name, quoted);
    if (g_strcmp0(path, walk->common) == 0) {
        walk->is_past = TRUE;
        return ENDED;
    }
    if (walk->is_past && (path == NULL || g_hash_table_contains(walk->headers->by_path, path))) {
        if (path != NULL)
            headers_closure(walk->headers, path, walk->later);
        return ENDED;
    }
    if (path == NULL)
        return is_freestanding(name) ? ENDED : FAILED;
    return *path == '\0' ? ENDED
                         : follow(walk, path); /* made-up ones are macros, which the headers take in too */
}

/* A condition; one that cannot be decided ends the walk, or behind the common header hides what it holds. */
static Outcome open_branch(Walk *walk, Branch *branch, const char *line)
{
    const char *rest;
    int wanted = directive_is(line, "ifdef", &rest)    ? DEFINED
                 : directive_is(line, "ifndef", &rest) ? UNDEFINED
                                                       : 0;
    branch->depth++;
    if (branch->left_out != 0)
        return ENDED;
    g_autofree char *name = wanted != 0 ? directive_name(rest) : NULL;
    int state = name != NULL ? state_of(walk, name) : 0;
    if (state == 0 && !walk->is_past)
        return FAILED;
    if (name != NULL && state != 0 && !walk->is_past && !g_hash_table_contains(walk->set, name))
        set_macro(walk, name, state); /* tested */
    if (state != wanted || state == 0)
        branch->left_out = branch->depth;
    return ENDED;
}

static Outcome turn_branch(const Walk *walk, Branch *branch, gboolean is_else)
{
    if (branch->left_out != 0 && branch->left_out < branch->depth)
        return ENDED;
    if (!is_else && !walk->is_past)
        return FAILED;
    branch->left_out = branch->left_out == 0 || walk->is_past ? branch->depth : 0;
    return ENDED;
}

static void close_branch(Branch *branch)
{
    if (branch->left_out == branch->depth)
        branch->left_out = 0;
    if (branch->depth > 0)
        branch->depth--;
}

static Outcome take_line(Walk *walk, Branch *branch, const char *path, const char *line)
{
    const char *rest;
    gboolean quoted;
    if (*line != '#')
        return ENDED;
    if (directive_is(line, "if", &rest) || directive_is(line, "ifdef", &rest) ||
        directive_is(line, "ifndef", &rest))
        return open_branch(walk, branch, line);
    if (directive_is(line, "else", &rest) || directive_is(line, "elif", &rest))
        return turn_branch(walk, branch, directive_is(line, "else", &rest));
    if (directive_is(line, "endif", &rest))
        close_branch(branch);
    else if ((branch->left_out == 0 || walk->is_past) && directive_is(line, "define", &rest))
        return take_macro(walk, line, rest, DEFINED);
    else if ((branch->left_out == 0 || walk->is_past) && directive_is(line, "undef", &rest))
        return take_macro(walk, line, rest, UNDEFINED);
    g_autofree char *name = branch->left_out == 0 ? directive_include(line, &quoted) : NULL;
    return name != NULL ? take_include(walk, path, name, quoted) : ENDED;
}

/* Walks a file: FAILED, REACHED if the common header was met in it, or ENDED. */
static Outcome follow(Walk *walk, const char *path)
{
    Branch branch = {0};
    GStrv lines = headers_lines(walk->headers, path);
    if (lines == NULL || walk->depth == DEEPEST) {
        walk->is_over = walk->is_past;
        return walk->is_past ? REACHED : FAILED;
    }
    walk->depth++;
    Outcome outcome = ENDED;
    for (char **line = lines; *line != NULL && outcome != FAILED && !walk->is_over; line++)
        outcome = take_line(walk, &branch, path, *line);
    walk->depth--;
    return outcome == FAILED ? FAILED : walk->is_past ? REACHED : ENDED;
}

/* ---- where the walk fails ---------------------------------------------------------------------------------------- */

static int depth_change(const char *line)
{
    const char *rest;
    if (directive_is(line, "if", &rest) || directive_is(line, "ifdef", &rest) ||
        directive_is(line, "ifndef", &rest))
        return 1;
    return directive_is(line, "endif", &rest) ? -1 : 0;
}

/* How many of `lines` are the prologue as it stands; 0 if code comes first, or if the #include depends on an #if.
 * `*header` is what it includes. */
static guint count_lines(GStrv lines, char **header)
{
    int depth = 0;
    for (guint i = 0; lines[i] != NULL; i++) {
        gboolean quoted = FALSE;
        if (*lines[i] != '\0' && *lines[i] != '#')
            return 0;
        depth += depth_change(lines[i]);
        g_autofree char *name = directive_include(lines[i], &quoted);
        if (name == NULL || !quoted)
            continue;
        *header = depth == 0 ? g_steal_pointer(&name) : NULL;
        return depth == 0 ? i + 1 : 0;
    }
    return 0;
}

/* The lines as one text, without macros that no header listens to. */
static char *join_lines(const Headers *headers, GStrv lines, guint count, gboolean keep_all)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < count; i++) {
        const char *rest;
        g_autofree char *name = directive_is(lines[i], "define", &rest) ? directive_name(rest) : NULL;
        if (*lines[i] != '\0' && (name == NULL || keep_all || headers_listen(headers, name)))
            g_string_append_printf(text, "%s\n", lines[i]);
    }
    return g_string_free(text, FALSE);
}

static Prologue read_as_it_stands(const Headers *headers, const Unit *unit)
{
    Prologue prologue = {0};
    g_autofree char *header = NULL;
    GStrv lines = headers_lines(headers, unit->path);
    guint count = lines == NULL ? 0 : count_lines(lines, &header);
    if (count == 0)
        return prologue;
    g_autofree char *folder = g_path_get_dirname(unit->path);
    g_autofree char *beside = g_build_filename(headers->plan->root, folder, header, NULL);
    gboolean is_local = g_file_test(beside, G_FILE_TEST_EXISTS);
    g_autofree char *path = headers_find(headers, unit, unit->path, header, TRUE);
    prologue.is_own = path == NULL || !g_hash_table_contains(headers->by_path, path);
    prologue.folder = g_strdup(is_local ? folder : "");
    prologue.text = join_lines(headers, lines, count, prologue.is_own);
    return prologue;
}

/* ---- a unit ------------------------------------------------------------------------------------------------------ */

Prologue prologue_read(const Headers *headers, const Unit *unit, const char *common)
{
    Walk walk = {.headers = headers, .unit = unit, .common = common, .text = g_string_new(NULL)};
    walk.set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    walk.later = g_hash_table_new(g_str_hash, g_str_equal);
    Prologue prologue = {0};
    if (common != NULL && follow(&walk, unit->path) == REACHED) {
        const Header *header = g_hash_table_lookup(headers->by_path, common);
        g_string_append_printf(walk.text, "#include \"%s\"\n", header->spelled);
        prologue.text = g_strdup(walk.text->str);
        prologue.folder = g_strdup("");
        prologue.later = g_hash_table_ref(walk.later);
    } else {
        prologue = read_as_it_stands(headers, unit);
    }
    g_string_free(walk.text, TRUE);
    g_hash_table_unref(walk.set);
    g_hash_table_unref(walk.later);
    return prologue;
}

void prologue_clear(Prologue *prologue)
{
    g_free(prologue->text);
    g_free(prologue->folder);
    g_clear_pointer(&prologue->later, g_hash_table_unref);
}

/* ---- the common header ------------------------------------------------------------------------------------------- */

/* The first #include of a unit that leads to one of the headers. */
static char *first_header(const Headers *headers, const Unit *unit)
{
    GStrv lines = headers_lines(headers, unit->path);
    for (char **line = lines; line != NULL && *line != NULL; line++) {
        gboolean quoted;
        g_autofree char *name = directive_include(*line, &quoted);
        g_autofree char *path = name == NULL ? NULL : headers_find(headers, unit, unit->path, name, quoted);
        if (path != NULL && g_hash_table_contains(headers->by_path, path))
            return g_steal_pointer(&path);
    }
    return NULL;
}

char *prologue_common_header(const Headers *headers)
{
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    char *best = NULL;
    guint most = 0;
    for (guint i = 0; i < headers->plan->units->len; i++) {
        char *path = first_header(headers, g_ptr_array_index(headers->plan->units, i));
        if (path == NULL)
            continue;
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, path)) + 1;
        if (count > most) {
            most = count;
            g_free(best);
            best = g_strdup(path);
        }
        g_hash_table_insert(counts, path, GUINT_TO_POINTER(count));
    }
    return best;
}
