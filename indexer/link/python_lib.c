/* python_lib.c: what Lib/ defines and imports, so that a name that people type leads to what it stands for. See linkers.h.
 *
 *     from _heapq import *                 heapq.*            star    _heapq
 *     import posixpath as path             os.path            alias   posixpath
 *     class Random(_random.Random):        random.Random      class   random._random.Random
 *     seed = _inst.seed                    random.seed        alias   random._inst.seed
 *     def namedtuple(…):                   collections.namedtuple     function
 *
 * Nothing is run: of names that are bound twice the viewer takes the last. What a Linux would not run is left out: the
 * rest of a block behind an import of what neither Lib nor the index has (nt, winreg), the handler of a try whose
 * imports are all there, what is asked for win32. Names of functions' insides are nobody's. */
#include "link/lib_modules.h"
#include "link/linkers.h"
#include "link/python_raises.h"
#include "link/python_text.h"

#include <string.h>

typedef struct Scope {
    guint indent;     /* of the line that opens it; what stands deeper is in it */
    char kind;        /* c lass, d ef, t ry, i f and the like */
    gboolean is_dead; /* what comes in it does not count */
    char *name;       /* of a class, dotted, with its module; else NULL */
} Scope;

typedef struct Reader {
    Statement *add;
    PythonRaises *raises;
    GHashTable *modules; /* the names of all that can be imported */
    const char *module, *package, *path;
    GArray *scopes;      /* of Scope; the innermost last */
    gboolean try_failed; /* of the try that was closed last: an import in it failed */
    gboolean failed;     /* a row could not be written */
    GError **error;
} Reader;

/* ---- rows ---- */

static void add_row(Reader *reader, const char *of, const char *name, const char *kind, const char *target,
                    guint line)
{
    g_autofree char *full = name != NULL ? g_strconcat(of, ".", name, NULL) : g_strdup(of);
    statement_put_text(reader->add, 1, full);
    statement_put_int(reader->add, 2, line);
    statement_put_text(reader->add, 3, kind);
    if (target != NULL)
        statement_put_text(reader->add, 4, target);
    else
        statement_put_null(reader->add, 4);
    statement_put_text(reader->add, 5, reader->path);
    if (!reader->failed)
        reader->failed = !statement_write(reader->add, reader->error);
}

/* ---- scopes ---- */

static void clear_scope(gpointer data)
{
    g_free(((Scope *)data)->name);
}

static const Scope *innermost(const Reader *reader)
{
    return reader->scopes->len > 0 ? &g_array_index(reader->scopes, Scope, reader->scopes->len - 1) : NULL;
}

static gboolean is_dead(const Reader *reader)
{
    const Scope *scope = innermost(reader);
    return scope != NULL && scope->is_dead;
}

/* The class that a line stands in, or the module. */
static const char *owner(const Reader *reader)
{
    for (guint i = reader->scopes->len; i-- > 0;)
        if (g_array_index(reader->scopes, Scope, i).name != NULL)
            return g_array_index(reader->scopes, Scope, i).name;
    return reader->module;
}

static void close_scopes(Reader *reader, guint indent)
{
    while (reader->scopes->len > 0 && innermost(reader)->indent >= indent) {
        const Scope *scope = innermost(reader);
        const Scope *outer = reader->scopes->len > 1 ? &scope[-1] : NULL;
        if (scope->kind == 't' && scope->indent == indent)
            reader->try_failed = scope->is_dead && (outer == NULL || !outer->is_dead);
        g_array_set_size(reader->scopes, reader->scopes->len - 1);
    }
}

static void open_scope(Reader *reader, const PythonLine *line, char kind, gboolean dead, char *name)
{
    Scope scope = {line->indent, kind, dead || is_dead(reader), name};
    g_array_append_val(reader->scopes, scope);
}

/* ---- imports ---- */

static gboolean can_import(const Reader *reader, const char *module)
{
    g_autofree char *first = g_strndup(module, strcspn(module, "."));
    return g_hash_table_contains(reader->modules, module) || g_hash_table_contains(reader->modules, first);
}

/* What follows in this block is not reached. */
static void fail_block(Reader *reader)
{
    if (reader->scopes->len > 0)
        g_array_index(reader->scopes, Scope, reader->scopes->len - 1).is_dead = TRUE;
}

/* NAME or NAME as OTHER: what is imported, and the name that it gets. */
static char *take_import(const char **at, const char *end, char **as)
{
    char *name = python_take_name(at, end);
    *as = NULL;
    if (name != NULL && end - *at > 3 && strncmp(*at, "as", 2) == 0 && g_ascii_isspace((*at)[2])) {
        *at += 3;
        while (*at < end && g_ascii_isspace(**at))
            ++*at;
        *as = python_take_name(at, end);
    }
    return name;
}

static void skip_commas(const char **at, const char *end)
{
    while (*at < end && strchr(",() \t\n\\", **at) != NULL)
        ++*at;
}

static void read_import(Reader *reader, const char *at, const PythonLine *line)
{
    for (skip_commas(&at, line->end); at < line->end; skip_commas(&at, line->end)) {
        g_autofree char *as = NULL, *module = take_import(&at, line->end, &as);
        if (module == NULL)
            return;
        if (!can_import(reader, module)) {
            fail_block(reader);
            return;
        }
        g_autofree char *first = g_strndup(module, strcspn(module, "."));
        if (as != NULL)
            add_row(reader, owner(reader), as, "alias", module, line->line);
        else
            add_row(reader, owner(reader), first, "alias", first, line->line);
    }
}

/* "..b" in the package "x.y" is "x.b". The caller frees it. */
static char *absolute(const Reader *reader, const char *module)
{
    gsize dots = strspn(module, ".");
    if (dots == 0)
        return g_strdup(module);
    g_autofree char *package = g_strdup(reader->package);
    for (gsize i = 1; i < dots; i++) {
        char *dot = strrchr(package, '.');
        *(dot != NULL ? dot : package) = '\0';
    }
    return module[dots] == '\0' ? g_steal_pointer(&package) : g_strconcat(package, ".", module + dots, NULL);
}

static void read_from(Reader *reader, const char *at, const PythonLine *line)
{
    g_autofree char *written = python_take_name(&at, line->end);
    if (written == NULL || line->end - at < 7 || strncmp(at, "import", 6) != 0)
        return;
    g_autofree char *module = absolute(reader, written);
    if (!can_import(reader, module)) {
        fail_block(reader);
        return;
    }
    at += 6;
    skip_commas(&at, line->end);
    if (*at == '*')
        add_row(reader, owner(reader), "*", "star", module, line->line);
    for (; at < line->end && *at != '*'; skip_commas(&at, line->end)) {
        g_autofree char *as = NULL, *name = take_import(&at, line->end, &as);
        if (name == NULL)
            return;
        g_autofree char *target = g_strconcat(module, ".", name, NULL);
        add_row(reader, owner(reader), as != NULL ? as : name, "alias", target, line->line);
    }
}

/* ---- definitions ---- */

/* The bases as names seen from the module, apart by blanks; NULL: there is none. */
static char *read_bases(const Reader *reader, const char *at, const char *end)
{
    g_autoptr(GString) bases = g_string_new(NULL);
    for (skip_commas(&at, end); at < end && *at != ':'; skip_commas(&at, end)) {
        g_autofree char *name = python_take_name(&at, end);
        if (name == NULL || *at == '=' || *at == '(' || *at == '[')
            break;
        g_string_append_printf(bases, "%s%s.%s", bases->len > 0 ? " " : "", reader->module, name);
    }
    return bases->len > 0 ? g_strdup(bases->str) : NULL;
}

static void read_class(Reader *reader, const char *at, const PythonLine *line)
{
    g_autofree char *name = python_take_name(&at, line->end);
    if (name == NULL)
        return;
    g_autofree char *bases = *at == '(' ? read_bases(reader, at, line->end) : NULL;
    add_row(reader, owner(reader), name, "class", bases, line->line);
    open_scope(reader, line, 'c', FALSE, g_strconcat(owner(reader), ".", name, NULL));
}

static void read_def(Reader *reader, const char *at, const PythonLine *line)
{
    g_autofree char *name = python_take_name(&at, line->end);
    if (name != NULL) {
        add_row(reader, owner(reader), name, "function", NULL, line->line);
        python_raises_function(reader->raises, owner(reader), name, line->indent);
    }
    open_scope(reader, line, 'd', TRUE, NULL);
}

/* Behind "=" and its blanks; NULL: there is none. */
static const char *skip_equals(const char *at, const char *end)
{
    if (end - at < 2 || *at != '=' || at[1] == '=')
        return NULL;
    for (at++; at < end && *at == ' ';)
        at++;
    return at;
}

static gboolean is_constant(const char *value)
{
    return g_ascii_isdigit(*value) || *value == '.' || strcmp(value, "None") == 0 ||
           strcmp(value, "True") == 0 || strcmp(value, "False") == 0;
}

/* NAME = OTHER.NAME, NAME = NAME = CLASS(): the value stands for what it names. */
static void read_assignment(Reader *reader, const PythonLine *line)
{
    const char *at = line->start, *behind;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    char *part;
    while ((part = python_take_name(&at, line->end)) != NULL) {
        g_ptr_array_add(names, part);
        behind = skip_equals(at, line->end);
        if (behind == NULL)
            break;
        at = behind;
    }
    gboolean is_call = line->end - at >= 2 && at[0] == '(' && at[1] == ')';
    if (part == NULL || names->len < 2 || is_constant(part) || (at < line->end && *at != '#' && !is_call))
        return;
    const char *scope = strchr(part, '.') == NULL ? owner(reader) : reader->module;
    g_autofree char *target = g_strconcat(scope, ".", part, NULL);
    for (guint i = 0; i + 1 < names->len; i++)
        if (strchr(names->pdata[i], '.') == NULL)
            add_row(reader, owner(reader), names->pdata[i], "alias", target, line->line);
}

/* Whether a condition asks for Windows, or for being the program that is run. */
static gboolean asks_elsewhere(const PythonLine *line)
{
    static const char *const signs[] = {"'win32'",   "\"win32\"",  "== 'nt'",
                                        "== \"nt\"", "_mswindows", "__name__"};
    g_autofree char *condition = g_strndup(line->start, (gsize)(line->end - line->start));
    if (strstr(condition, "!=") != NULL || strstr(condition, "not ") != NULL)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strstr(condition, signs[i]) != NULL)
            return TRUE;
    return FALSE;
}

static gboolean open_block(Reader *reader, const PythonLine *line)
{
    static const char *const words[] = {"else", "finally", "with", "for", "while", "async"};
    const char *rest;
    if (python_line_begins(line, "if", &rest) || python_line_begins(line, "elif", &rest))
        open_scope(reader, line, 'i', asks_elsewhere(line), NULL);
    else if (python_line_begins(line, "try", &rest))
        open_scope(reader, line, 't', FALSE, NULL);
    else if (python_line_begins(line, "except", &rest))
        open_scope(reader, line, 'i', !reader->try_failed, NULL);
    else
        for (guint i = 0; i <= G_N_ELEMENTS(words); i++) {
            if (i == G_N_ELEMENTS(words))
                return FALSE;
            if (python_line_begins(line, words[i], &rest)) {
                open_scope(reader, line, 'i', FALSE, NULL);
                break;
            }
        }
    return TRUE;
}

static void read_line(Reader *reader, const PythonLine *line)
{
    static const struct {
        const char *word;
        void (*read)(Reader *reader, const char *at, const PythonLine *line);
    } statements[] = {{"def", read_def},
                      {"async def", read_def},
                      {"class", read_class},
                      {"import", read_import},
                      {"from", read_from}};
    const char *rest;
    close_scopes(reader, line->indent);
    reader->failed = reader->failed || !python_raises_line(reader->raises, line, reader->error);
    if (is_dead(reader))
        return;
    for (guint i = 0; i < G_N_ELEMENTS(statements); i++)
        if (python_line_begins(line, statements[i].word, &rest)) {
            statements[i].read(reader, rest, line);
            return;
        }
    if (!open_block(reader, line))
        read_assignment(reader, line);
}

/* ---- files ---- */

static void read_module(Reader *reader, const char *root, const char *name, const char *path)
{
    g_autofree char *file = g_build_filename(root, path, NULL), *text = NULL;
    if (!g_file_get_contents(file, &text, NULL, NULL))
        return;
    g_autofree char *package = g_strdup(name);
    char *dot = strrchr(package, '.');
    if (!g_str_has_suffix(path, "/__init__.py"))
        *(dot != NULL ? dot : package) = '\0';
    reader->module = name;
    reader->package = package;
    reader->path = path;
    python_raises_module(reader->raises, name, path);
    PythonText lines = {text, 1};
    PythonLine line;
    add_row(reader, name, NULL, "module", NULL, 1);
    while (python_text_next(&lines, &line))
        read_line(reader, &line);
    close_scopes(reader, 0);
}

/* The modules that are written in C, too. */
static gboolean find_extensions(Linking *linking, GHashTable *known, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Statement) rows =
        database_prepare_file(linking->database, "indexer/link/python_extensions.sql", error);
    if (rows == NULL)
        return FALSE;
    while (statement_step(rows, &problem))
        g_hash_table_add(known, g_strdup(statement_text(rows, 0)));
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

gboolean link_python_lib(Linking *linking, GError **error)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) modules = lib_modules(linking->root);
    g_autoptr(Statement) add =
        database_prepare_file(linking->database, "indexer/link/python_add_source.sql", error);
    g_autoptr(PythonRaises) raises = add != NULL ? python_raises_new(linking, error) : NULL;
    if (raises == NULL || !find_extensions(linking, known, error))
        return FALSE;
    for (guint i = 0; i < modules->len; i++)
        g_hash_table_add(known, g_strdup(g_array_index(modules, LibModule, i).name));
    Reader reader = {.add = add, .raises = raises, .modules = known, .error = error};
    reader.scopes = g_array_new(FALSE, FALSE, sizeof(Scope));
    g_array_set_clear_func(reader.scopes, clear_scope);
    for (guint i = 0; i < modules->len && !reader.failed; i++) {
        const LibModule *module = &g_array_index(modules, LibModule, i);
        read_module(&reader, linking->root, module->name, module->path);
    }
    g_array_unref(reader.scopes);
    return !reader.failed;
}
