/* python.c: what names in Python lead to; see python.h. A dotted name is followed part by part, each looked for in what the part
 * before it is: a module, a class of Lib's or a type of C's.
 *
 *     os.path.join     os.path is posixpath (Lib/os.py); posixpath.join is a function of Lib's
 *     heapq.heappush   defined in Lib/heapq.py, but the module then has all of _heapq: the last one counts
 *     bool.__add__     bool has none; its base int has */
#include "query/python.h"

#include <string.h>

enum { DEEPEST = 16 }; /* aliases and bases on one way */

#define BUILTINS "builtins"

typedef struct Finder {
    Index *index;
    GError *error;
    char *inherited; /* see PythonFound */
} Finder;

static const struct {
    const char *sign;
    const char *opcodes[3]; /* the first that the version has */
} operators[] = {
    {"+", {"BINARY_ADD", "BINARY_OP"}},
    {"-", {"BINARY_SUBTRACT", "BINARY_OP"}},
    {"*", {"BINARY_MULTIPLY", "BINARY_OP"}},
    {"@", {"BINARY_MATRIX_MULTIPLY", "BINARY_OP"}},
    {"/", {"BINARY_TRUE_DIVIDE", "BINARY_OP"}},
    {"//", {"BINARY_FLOOR_DIVIDE", "BINARY_OP"}},
    {"%", {"BINARY_MODULO", "BINARY_OP"}},
    {"**", {"BINARY_POWER", "BINARY_OP"}},
    {"<<", {"BINARY_LSHIFT", "BINARY_OP"}},
    {">>", {"BINARY_RSHIFT", "BINARY_OP"}},
    {"&", {"BINARY_AND", "BINARY_OP"}},
    {"|", {"BINARY_OR", "BINARY_OP"}},
    {"^", {"BINARY_XOR", "BINARY_OP"}},
    {"~", {"UNARY_INVERT"}},
    {"[]", {"BINARY_SUBSCR", "BINARY_OP"}},
    {"in", {"CONTAINS_OP", "COMPARE_OP"}},
    {"not in", {"CONTAINS_OP", "COMPARE_OP"}},
    {"is", {"IS_OP", "COMPARE_OP"}},
    {"is not", {"IS_OP", "COMPARE_OP"}},
    {"<", {"COMPARE_OP"}},
    {"<=", {"COMPARE_OP"}},
    {"==", {"COMPARE_OP"}},
    {"!=", {"COMPARE_OP"}},
    {">", {"COMPARE_OP"}},
    {">=", {"COMPARE_OP"}},
    {"not", {"UNARY_NOT"}},
    {"+=", {"INPLACE_ADD", "BINARY_OP"}},
    {"-=", {"INPLACE_SUBTRACT", "BINARY_OP"}},
    {"*=", {"INPLACE_MULTIPLY", "BINARY_OP"}},
};

const char *const *python_operator(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(operators); i++)
        if (strcmp(name, operators[i].sign) == 0)
            return operators[i].opcodes;
    return NULL;
}

/* ---- one part of a name ---- */

static char *step(Finder *finder, const char *of, const char *name, guint depth);

static Table *ask(Finder *finder, const char *query, const char *name, const char *of)
{
    if (finder->error != NULL)
        return NULL;
    return of == NULL ? index_query(finder->index, &finder->error, query, "name", name, NULL)
                      : index_query(finder->index, &finder->error, query, "name", name, "of", of, NULL);
}

/* Follows the parts of `path`, from `of` on. Takes `of`; the caller frees what it gives. */
static char *follow(Finder *finder, char *of, const char *path, guint depth)
{
    g_auto(GStrv) parts = g_strsplit(path, ".", -1);
    for (guint i = 0; parts[i] != NULL && of != NULL; i++) {
        char *next = step(finder, of, parts[i], depth);
        g_free(of);
        of = next;
    }
    return of;
}

/* What an alias or a base stands for: a name of its module, within a class also one of the class; else of the builtins. */
static char *find_target(Finder *finder, const char *target, guint depth)
{
    const char *dot = strchr(target, '.');
    if (dot == NULL)
        return g_strdup(target);
    const char *last = strrchr(target, '.') + 1;
    g_autofree char *module = g_strndup(target, (gsize)(dot - target));
    char *found = follow(finder, g_strdup(module), dot + 1, depth + 1);
    if (found == NULL)
        found = step(finder, module, last, depth + 1);
    return found != NULL ? found : step(finder, BUILTINS, last, depth + 1);
}

/* What Lib binds: the last binding that leads anywhere. */
static char *step_in_source(Finder *finder, const char *of, const char *name, const char *full, guint depth)
{
    g_autoptr(Table) rows = ask(finder, "python_source", full, of);
    char *found = NULL;
    for (guint i = 0; rows != NULL && i < table_size(rows) && found == NULL; i++) {
        const char *kind = table_get(rows, i, "kind"), *target = table_get(rows, i, "target");
        if (strcmp(kind, "star") == 0)
            found = *name != '_' ? step(finder, target, name, depth + 1) : NULL;
        else if (strcmp(kind, "alias") == 0)
            found = find_target(finder, target, depth + 1);
        else
            found = g_strdup(full);
    }
    return found;
}

/* What the type or class `of` has from its bases. */
static char *step_in_bases(Finder *finder, const char *of, const char *name, guint depth)
{
    g_autoptr(Table) types = ask(finder, "python_exact", of, NULL);
    g_autoptr(Table) classes = types != NULL ? ask(finder, "python_source", of, "") : NULL;
    const char *base = types != NULL && table_size(types) > 0 ? table_get(types, 0, "base") : NULL;
    if (base != NULL)
        return step(finder, base, name, depth + 1);
    if (classes == NULL || table_size(classes) == 0 || strcmp(table_get(classes, 0, "kind"), "class") != 0 ||
        table_get(classes, 0, "target") == NULL)
        return NULL;
    g_auto(GStrv) bases = g_strsplit(table_get(classes, 0, "target"), " ", -1);
    char *found = NULL;
    for (guint i = 0; bases[i] != NULL && found == NULL; i++) {
        g_autofree char *class = find_target(finder, bases[i], depth + 1);
        found = class != NULL ? step(finder, class, name, depth + 1) : NULL;
    }
    return found;
}

/* What `name` is in the module, type or class `of`, under its own name; NULL: nothing. The caller frees it. */
static char *step(Finder *finder, const char *of, const char *name, guint depth)
{
    g_autofree char *full = g_strconcat(of, ".", name, NULL);
    if (depth > DEEPEST || finder->error != NULL)
        return NULL;
    g_autoptr(Table) exact = ask(finder, "python_exact", full, NULL);
    if (exact != NULL && table_size(exact) > 0)
        return g_steal_pointer(&full);
    char *found = step_in_source(finder, of, name, full, depth);
    if (found != NULL || finder->error != NULL)
        return found;
    found = step_in_bases(finder, of, name, depth);
    if (found != NULL && finder->inherited == NULL)
        finder->inherited = g_strdup(of);
    return found;
}

/* ---- a whole name ---- */

/* A name of the builtins is meant before a module. */
static char *find_whole(Finder *finder, const char *name)
{
    char *found = follow(finder, g_strdup(BUILTINS), name, 0);
    const char *dot = strchr(name, '.');
    if (found != NULL || finder->error != NULL)
        return found;
    g_clear_pointer(&finder->inherited, g_free);
    if (dot != NULL)
        return follow(finder, g_strndup(name, (gsize)(dot - name)), dot + 1, 0);
    g_autoptr(Table) module = ask(finder, "python_source", name, "");
    return module != NULL && table_size(module) > 0 ? g_strdup(name) : NULL;
}

/* Letters, digits and dots, none of them first or last. */
static gboolean can_be_name(const char *name)
{
    gboolean part_begins = TRUE;
    for (const char *at = name; *at != '\0'; at++) {
        if (*at == '.' ? part_begins : !g_ascii_isalnum(*at) && *at != '_' && !(*at & 0x80))
            return FALSE;
        part_begins = *at == '.';
    }
    return !part_begins && strlen(name) < 200;
}

/* The type of what stands before the last dot, where that is a literal: str of "".join, list of [].append; NULL: it is none. */
static const char *type_of_literal(const char *text, gsize length)
{
    static const struct {
        char first, last;
        const char *type;
    } literals[] = {{'"', '"', "str"}, {'\'', '\'', "str"}, {'[', ']', "list"}, {'(', ')', "tuple"}, {'{', '}', "dict"}};
    gboolean is_bytes = length > 2 && text[0] == 'b' && (text[1] == '"' || text[1] == '\'');
    const char *start = text + is_bytes, *last = text + length - 1;
    for (guint i = 0; i < G_N_ELEMENTS(literals); i++)
        if (last > start && *start == literals[i].first && *last == literals[i].last) {
            gboolean is_set = *start == '{' && last > start + 1 && memchr(start, ':', length) == NULL;
            return is_bytes ? "bytes" : is_set ? "set" : literals[i].type;
        }
    return NULL;
}

/* `name` as people also write it, with a literal for its type; the caller frees it. */
static char *without_literal(const char *name)
{
    const char *dot = strrchr(name, '.');
    const char *type = dot != NULL && dot > name ? type_of_literal(name, (gsize)(dot - name)) : NULL;
    return type != NULL ? g_strconcat(type, dot, NULL) : g_strdup(name);
}

GStrv python_namesakes(Index *index, const char *name, guint limit)
{
    GPtrArray *names = g_ptr_array_new();
    g_autofree char *most = g_strdup_printf("%u", limit), *plain = without_literal(name);
    g_autoptr(Table) found = can_be_name(plain) ? index_query(index, NULL, "python_tail", "tail", plain, "limit", most, NULL) : NULL;
    for (guint i = 0; found != NULL && i < table_size(found); i++) {
        const char *full = table_get(found, i, "name");
        g_ptr_array_add(names, g_strdup(full + (g_str_has_prefix(full, BUILTINS ".") ? strlen(BUILTINS ".") : 0)));
    }
    g_ptr_array_add(names, NULL);
    return (GStrv)g_ptr_array_free(names, FALSE);
}

char *python_module_file(Index *index, const char *name)
{
    const char *dot = strrchr(name, '.');
    g_autofree char *module = dot != NULL ? g_strndup(name, (gsize)(dot - name)) : NULL;
    g_autoptr(Table) found = module != NULL ? index_query(index, NULL, "python_source", "name", module, "of", "", NULL) : NULL;
    for (guint i = 0; found != NULL && i < table_size(found); i++)
        if (strcmp(table_get(found, i, "kind"), "module") == 0)
            return g_strdup(table_get(found, i, "path"));
    return NULL;
}

/* deque.append, as after "from collections import deque": where one name alone ends so. */
static char *find_tail(Finder *finder, const char *name)
{
    g_auto(GStrv) names = strchr(name, '.') != NULL && finder->error == NULL ? python_namesakes(finder->index, name, 2) : NULL;
    g_clear_pointer(&finder->inherited, g_free);
    return names != NULL && g_strv_length(names) == 1 ? g_strdup(names[0]) : NULL;
}

PythonFound *python_find(Index *index, const char *written, GError **error)
{
    Finder finder = {index, NULL, NULL};
    g_autofree char *name = without_literal(written);
    g_autofree char *whole = can_be_name(name) ? find_whole(&finder, name) : NULL;
    if (whole == NULL && can_be_name(name))
        whole = find_tail(&finder, name);
    g_autoptr(PythonFound) found = whole != NULL ? g_new0(PythonFound, 1) : NULL;
    if (found != NULL) {
        found->rows = ask(&finder, "python_exact", whole, NULL);
        found->source = ask(&finder, "python_source", whole, "");
        found->name = g_steal_pointer(&whole);
        found->inherited = g_steal_pointer(&finder.inherited);
    }
    g_free(finder.inherited);
    if (finder.error != NULL) {
        g_propagate_error(error, finder.error);
        return NULL;
    }
    return g_steal_pointer(&found);
}

void python_found_free(PythonFound *found)
{
    g_free(found->name);
    g_free(found->inherited);
    g_clear_pointer(&found->rows, table_free);
    g_clear_pointer(&found->source, table_free);
    g_free(found);
}

/* ---- what it stands for ---- */

/* A row of the view symbols for what has no symbol; `symbols` has its columns. */
static void add_place(Table *symbols, const char *name, const char *kind, const char *file, const char *line)
{
    g_autofree const char **values = g_new0(const char *, symbols->columns->len);
    values[table_column(symbols, "name")] = name;
    values[table_column(symbols, "kind")] = kind;
    values[table_column(symbols, "file")] = file;
    values[table_column(symbols, "line")] = line;
    values[table_column(symbols, "is_static")] = "0";
    values[table_column(symbols, "defined")] = "1";
    values[table_column(symbols, "external")] = "0";
    values[table_column(symbols, "generated")] = "0";
    table_add(symbols, values);
}

/* The id of what a row stands for; a setter stands behind its getter. */
static const char *id_of(const Table *rows, guint row)
{
    static const char *const columns[] = {"impl_id", "function_id", "symbol_id"};
    if (row > 0 && strcmp(table_get(rows, row, "kind"), "setter") == 0)
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++)
        if (table_get(rows, row, columns[i]) != NULL)
            return table_get(rows, row, columns[i]);
    return NULL;
}

Table *python_symbols(Index *index, const PythonFound *found, GError **error)
{
    g_autoptr(Table) symbols = index_query(index, error, "python_id", "id", "0", NULL);
    for (guint i = 0; symbols != NULL && i < table_size(found->rows); i++) {
        const char *id = id_of(found->rows, i);
        g_autoptr(Table) one = id != NULL ? index_query(index, error, "python_id", "id", id, NULL) : NULL;
        if (id != NULL && one == NULL)
            return NULL;
        if (one != NULL && table_size(one) > 0)
            table_add(symbols, (const char *const *)one->rows->pdata[0]);
    }
    if (symbols == NULL || table_size(symbols) > 0)
        return g_steal_pointer(&symbols);
    const Table *from = table_size(found->rows) > 0 ? found->rows : found->source;
    if (from != NULL && table_size(from) > 0) {
        g_autofree char *kind = g_strconcat("Python ", table_get(from, 0, "kind"), NULL);
        const char *file = table_get(from, 0, from == found->rows ? "file" : "path");
        add_place(symbols, found->name, kind, file, table_get(from, 0, "line"));
    }
    return g_steal_pointer(&symbols);
}
