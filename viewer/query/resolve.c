/* resolve.c: what a NAME means; see resolve.h. A NAME's form chooses the statement; what it finds is then
 * thinned out here, by one table of kinds, the same for every form. */
#include "query/resolve.h"

#include "query/nearest.h"
#include "query/python.h"

#include <stdlib.h>
#include <string.h>

/* Which kind wins where several things have one name (a struct and the macro that makes one, an opcode and the macro
 * that is its number). */
static const struct {
    const char *kind;
    int rank;
} kinds[] = {
    {"function", 0}, {"opcode", 1},  {"macro", 2},    {"struct", 3}, {"union", 3},
    {"enum", 3},     {"typedef", 4}, {"variable", 5}, {"field", 6},  {"enumerator", 6},
};

static int rank_of(const Table *symbols, guint row)
{
    int rank = table_get_int(symbols, row, "defined") ? 0 : 100;
    const char *kind = table_get(symbols, row, "kind");
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kind, kinds[i].kind) == 0)
            return rank + kinds[i].rank;
    return rank + 50;
}

static void keep_best(Table *symbols)
{
    int best = G_MAXINT;
    for (guint i = 0; i < table_size(symbols); i++)
        best = MIN(best, rank_of(symbols, i));
    for (guint i = table_size(symbols); i-- > 0;)
        if (rank_of(symbols, i) != best)
            g_ptr_array_remove_index(symbols->rows, i);
}

/* The modules that CPython tests its C API with (Modules/_testcapi/list.c, Modules/_testbuffer.c) have functions called as
 * those that they test. */
static gboolean is_for_tests(const char *file)
{
    return file != NULL && g_str_has_prefix(file, "Modules/_test");
}

/* What is for tests last, hand-written files before generated ones, then by place. */
static gint compare_places(gconstpointer a, gconstpointer b, gpointer data)
{
    const Table *table = data;
    char **x = *(char ***)a, **y = *(char ***)b;
    int generated = table_column(table, "generated"), file = table_column(table, "file"),
        line = table_column(table, "line");
    gint order = is_for_tests(x[file]) - is_for_tests(y[file]);
    if (order == 0)
        order = g_strcmp0(x[generated], y[generated]);
    if (order == 0)
        order = g_strcmp0(x[file], y[file]);
    if (order == 0 && x[line] != NULL && y[line] != NULL)
        order = atoi(x[line]) - atoi(y[line]);
    return order;
}

/* Of nested symbols (a macro defined in a function's body) the innermost; the rows come with it first. */
static void keep_innermost(Table *symbols)
{
    for (guint i = table_size(symbols); i-- > 1;)
        if (g_strcmp0(table_get(symbols, i, "line"), table_get(symbols, 0, "line")) != 0 ||
            g_strcmp0(table_get(symbols, i, "end_line"), table_get(symbols, 0, "end_line")) != 0)
            g_ptr_array_remove_index(symbols->rows, i);
}

static gboolean is_line_number(const char *text)
{
    return *text != '\0' && strlen(text) < 9 && strspn(text, "0123456789") == strlen(text);
}

gboolean resolve_is_place(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon != NULL && is_line_number(colon + 1);
}

/* "file.c:34-77" and "file.c:34:7", as they stand in answers and in compilers' messages, become "file.c:34". */
static void keep_first_line(char *name)
{
    char *colon = strchr(name, ':');
    gsize digits = colon != NULL ? strspn(colon + 1, "0123456789") : 0;
    if (digits == 0 || (colon[1 + digits] != '-' && colon[1 + digits] != ':'))
        return;
    if (is_line_number(colon + 2 + digits))
        colon[1 + digits] = '\0';
}

/* A name as people also write it: "struct _object", "PyDict_Copy()", "PyListObject->allocated". The caller frees it. */
static char *tidy(const char *name)
{
    static const char *const keywords[] = {"struct ", "union ", "enum "};
    g_autofree char *text = g_strstrip(g_strdup(name));
    const char *start = text;
    for (guint i = 0; i < G_N_ELEMENTS(keywords); i++)
        if (g_str_has_prefix(text, keywords[i]))
            start = text + strlen(keywords[i]);
    if (g_str_has_suffix(start, "()"))
        text[strlen(text) - 2] = '\0';
    char *arrow = strstr(text, "->");
    if (arrow != NULL) {
        *arrow = '.';
        memmove(arrow + 1, arrow + 2, strlen(arrow + 2) + 1);
    }
    keep_first_line(text);
    return g_strdup(start);
}

/* The one name of a record: its typedef, where `name` is the tag. The caller frees it; NULL with `error`. */
static char *record_name(Index *index, const char *name, GError **error)
{
    g_autoptr(Table) record = index_query(index, error, "resolve_tag", "name", name, NULL);
    if (record == NULL)
        return NULL;
    return g_strdup(table_size(record) > 0 ? table_get(record, 0, "name") : name);
}

static Table *find_field(Index *index, const char *name, const char *dot, GError **error)
{
    g_autofree char *parent = g_strndup(name, (gsize)(dot - name));
    Table *fields = index_query(index, error, "resolve_field", "parent", parent, "name", dot + 1, NULL);
    if (fields == NULL || table_size(fields) > 0)
        return fields;
    table_free(fields);
    g_autofree char *record = record_name(index, parent, error);
    if (record == NULL)
        return NULL;
    return index_query(index, error, "resolve_field", "parent", record, "name", dot + 1, NULL);
}

static Table *find_name(Index *index, const char *name, GError **error)
{
    Table *symbols = index_query(index, error, "resolve_name", "name", name, NULL);
    if (symbols == NULL || table_size(symbols) > 0)
        return symbols;
    table_free(symbols);
    return index_query(index, error, "resolve_tag", "name", name, NULL);
}

/* Each form of a name in C has its line here. */
static Table *find_symbols(Index *index, const char *name, GError **error)
{
    const char *colon = strrchr(name, ':'), *dot = strchr(name, '.');
    if (colon != NULL) {
        g_autofree char *file = g_strndup(name, (gsize)(colon - name));
        if (!is_line_number(colon + 1))
            return index_query(index, error, "resolve_file_name", "file", file, "name", colon + 1, NULL);
        Table *symbols = index_query(index, error, "resolve_place", "file", file, "line", colon + 1, NULL);
        if (symbols != NULL && table_size(symbols) > 0)
            keep_innermost(symbols);
        return symbols;
    }
    return dot != NULL ? find_field(index, name, dot, error) : find_name(index, name, error);
}

/* Whether C's meaning of a name comes before Python's: what a person wrote in the tree and called so is, but for a field without
 * its record, a variable, and what only declares a type; the builtins that people type stand before types of that name. */
static gboolean is_c_name(const Table *symbols, const char *name)
{
    if (table_size(symbols) == 0)
        return FALSE;
    const char *kind = table_get(symbols, 0, "kind");
    if (strpbrk(name, ".:") != NULL || strcmp(kind, "opcode") == 0)
        return TRUE;
    return table_get_int(symbols, 0, "defined") && !g_ascii_islower(*name);
}

/* A name that C has only by the way, as a macro of one file, and Python for everyone. */
static gboolean python_wins(const Table *symbols, const PythonFound *found)
{
    if (table_size(symbols) == 0)
        return TRUE;
    const char *kind = table_get(symbols, 0, "kind");
    gboolean is_function = table_size(found->rows) > 0 && strcmp(table_get(found->rows, 0, "kind"), "function") == 0;
    gboolean c_function = strcmp(kind, "function") == 0 && table_get_int(symbols, 0, "defined") &&
                          !table_get_int(symbols, 0, "generated");
    return table_size(found->rows) > 0 ? is_function || !c_function : !table_get_int(symbols, 0, "defined");
}

/* What Python means by a name: an operator, or a name of its own. Gives `symbols` back where that is nothing; takes it. */
static Table *prefer_python(Index *index, const char *name, Table *symbols, GError **error)
{
    const char *const *opcodes = python_operator(name);
    for (guint i = 0; opcodes != NULL && opcodes[i] != NULL; i++) {
        Table *opcode = find_name(index, opcodes[i], error);
        if (opcode == NULL || table_size(opcode) > 0) {
            table_free(symbols);
            return opcode;
        }
        table_free(opcode);
    }
    GError *problem = NULL;
    g_autoptr(PythonFound) found = is_c_name(symbols, name) ? NULL : python_find(index, name, &problem);
    if (problem == NULL && (found == NULL || !python_wins(symbols, found)))
        return symbols;
    table_free(symbols);
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL ? python_symbols(index, found, error) : NULL;
}

Table *resolve(Index *index, const char *name, GError **error)
{
    g_autofree char *tidied = tidy(name);
    g_autoptr(Table) symbols = find_symbols(index, tidied, error);
    if (symbols == NULL)
        return NULL;
    keep_best(symbols);
    symbols = prefer_python(index, tidied, g_steal_pointer(&symbols), error);
    if (symbols == NULL)
        return NULL;
    keep_best(symbols);
    g_ptr_array_sort_with_data(symbols->rows, compare_places, symbols);
    return g_steal_pointer(&symbols);
}

/* The fields of the record that `name` has before its dot, which may be a tag; NULL: it has none. */
static Statement *field_names(Index *index, const char *name)
{
    const char *dot = strchr(name, '.');
    if (dot == NULL || strchr(name, ':') != NULL)
        return NULL;
    g_autofree char *parent = g_strndup(name, (gsize)(dot - name));
    Statement *fields = index_prepare(index, "field_names", NULL);
    if (fields != NULL)
        statement_bind_text(fields, "parent", parent);
    return fields;
}

static GStrv nearest_fields(Index *index, const char *name, guint limit)
{
    g_autoptr(Statement) fields = field_names(index, name);
    NearestNames *near = nearest_new(name, limit);
    while (fields != NULL && statement_step(fields, NULL))
        nearest_offer(near, statement_text(fields, 0));
    return nearest_finish(near);
}

GStrv resolve_nearest(Index *index, const char *written, guint limit, GError **error)
{
    g_autofree char *name = tidy(written);
    g_auto(GStrv) fields = nearest_fields(index, name, limit);
    const char *last = strchr(name, ':') == NULL ? strrchr(name, '.') : NULL; /* sha256 of hashlib.sha256 */
    if (fields[0] == NULL && last != NULL) {
        g_strfreev(fields);
        fields = python_namesakes(index, last + 1, limit);
    }
    g_autoptr(Statement) names = fields[0] == NULL ? index_prepare(index, "names", error) : NULL;
    if (fields[0] != NULL)
        return g_steal_pointer(&fields);
    if (names == NULL)
        return NULL;
    const char *colon = strrchr(name, ':'); /* of file.c:name it is the name that can be mended */
    NearestNames *near = nearest_new(colon != NULL ? colon + 1 : name, limit);
    while (statement_step(names, NULL))
        nearest_offer(near, statement_text(names, 0));
    return nearest_finish(near);
}
