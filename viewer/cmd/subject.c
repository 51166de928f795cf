/* subject.c: the symbol that a command is about; see subject.h. */
#include "cmd/subject.h"

#include "cmd/unknown.h"
#include "query/resolve.h"

#include <string.h>

#define INTERPRETER_MAIN "Programs/python.c:main"

/* A field with its record; the caller frees it. */
static char *name_in_row(const Table *symbols, guint row)
{
    const char *name = table_get(symbols, row, "name"), *parent = table_get(symbols, row, "parent");
    gboolean is_field = strcmp(table_get(symbols, row, "kind"), "field") == 0 && parent != NULL;
    return is_field ? g_strdup_printf("%s.%s", parent, name) : g_strdup(name);
}

/* "listobject.c:list_append" is enough to pick one; candidates of one file have other names or other lines. */
static char *how_to_pick(const Table *candidates)
{
    g_autofree char *name = name_in_row(candidates, 0), *other = name_in_row(candidates, 1);
    const char *file = table_get(candidates, 0, "file");
    if (file == NULL || strcmp(name, other) != 0)
        return g_steal_pointer(&name);
    g_autofree char *base = g_path_get_basename(file);
    gboolean same_file = g_strcmp0(file, table_get(candidates, 1, "file")) == 0;
    return g_strdup_printf("%s:%s", base, same_file ? table_get(candidates, 0, "line") : name);
}

static void say_ambiguous(const char *name, const Table *candidates, Answer *answer)
{
    const char *columns[] = {"name", "kind", "file", "line", "signature", NULL};
    Table *table = table_new(columns);
    for (guint i = 0; i < table_size(candidates); i++) {
        const char *cells[G_N_ELEMENTS(columns)] = {NULL};
        for (guint c = 0; columns[c] != NULL; c++)
            cells[c] = table_get(candidates, i, columns[c]);
        g_autofree char *full = name_in_row(candidates, i);
        cells[0] = full;
        table_add(table, cells);
    }
    table_set_number(table, "line");
    g_autofree char *title = g_strdup_printf("%s: %u candidates", name, table_size(table));
    g_autofree char *pick = how_to_pick(candidates);
    answer_add_table(answer, title, table, NULL);
    answer->is_ambiguous = TRUE;
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "%s is ambiguous; pick one as in: %s", name, pick);
}

/* CPython's Makefile builds several programs (_PROGRAM names one each: pgen, _testembed, _freeze_importlib), and each has a
 * main(). Where a plain "main" is asked for, it is the interpreter's; NULL: another name, or there is none. */
static Table *find_interpreters(const Context *context, const char *name)
{
    g_autoptr(Table) here =
        strcmp(name, "main") == 0 ? resolve(context->index, INTERPRETER_MAIN, NULL) : NULL;
    return here != NULL && table_size(here) == 1 ? g_steal_pointer(&here) : NULL;
}

gboolean subject_find(const Context *context, const char *name, Answer *answer, Table **symbol,
                      GError **error)
{
    g_autoptr(Table) symbols = resolve(context->index, name, error);
    *symbol = NULL;
    if (symbols == NULL)
        return FALSE;
    if (name[strspn(name, " \t\n")] == '\0') {
        answer->status = ANSWER_USAGE;
        answer_warn(answer, "the name is empty");
        return TRUE;
    }
    if (table_size(symbols) == 1)
        *symbol = g_steal_pointer(&symbols);
    else if (table_size(symbols) == 0)
        unknown_say(context, name, answer);
    else if ((*symbol = find_interpreters(context, name)) != NULL)
        answer_warn(answer, "%s is that of %s; others: cpyread find %s", name, table_get(*symbol, 0, "file"),
                    name);
    else
        say_ambiguous(name, symbols, answer);
    return TRUE;
}

char *subject_end(const Context *context, const char *name)
{
    g_autoptr(Table) here = find_interpreters(context, name);
    return g_strdup(here != NULL ? INTERPRETER_MAIN : name);
}

Answer *subject_answer(const Context *context, SubjectTell tell, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(Table) symbol = NULL;
    if (!subject_find(context, context->arguments[0], answer, &symbol, error) ||
        (symbol != NULL && !tell(context, symbol, answer, error)))
        return NULL;
    return g_steal_pointer(&answer);
}

void subject_add_calls(const Table *symbol, const char *what, Table *calls, guint places, Answer *answer)
{
    g_autofree char *count = subject_count(places, "place", "places");
    g_autofree char *place = subject_place(symbol);
    g_autofree char *title =
        g_strdup_printf("%s of %s (%s): %s", what, table_get(symbol, 0, "name"), place, count);
    answer_add_table(answer, title, calls, "file");
}

gboolean subject_has_calls(const Table *symbol, const char *what, Answer *answer)
{
    const char *kind = table_get(symbol, 0, "kind"), *parent = table_get(symbol, 0, "parent");
    answer->status = ANSWER_NOTHING;
    if (strcmp(kind, "function") == 0 || strcmp(kind, "macro") == 0 || strcmp(kind, "opcode") == 0)
        return TRUE;
    g_autofree char *described = subject_kind(symbol);
    g_autofree char *slot = strcmp(kind, "field") == 0 && parent != NULL
                                ? g_strdup_printf("; if it holds functions: cpyread slot %s.%s", parent,
                                                  table_get(symbol, 0, "name"))
                                : g_strdup("");
    answer_warn(answer, "%s is %s%s%s; only functions, macros and opcodes %s%s", table_get(symbol, 0, "name"),
                described, parent != NULL ? " of " : "", parent != NULL ? parent : "", what, slot);
    return FALSE;
}

gboolean subject_is_python(const Table *symbol, Answer *answer)
{
    if (table_get(symbol, 0, "id") != NULL)
        return FALSE;
    g_autofree char *described = subject_kind(symbol), *place = subject_place(symbol);
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "%s is %s (%s): no C calls it or is called by it", table_get(symbol, 0, "name"), described, place);
    return TRUE;
}

char *subject_kind(const Table *symbol)
{
    const char *kind = table_get(symbol, 0, "kind");
    return g_strdup_printf("%s %s", strchr("aeiou", *kind) != NULL ? "an" : "a", kind);
}

char *subject_name(const Table *symbol)
{
    return name_in_row(symbol, 0);
}

char *subject_place(const Table *symbol)
{
    const char *file = table_get(symbol, 0, "file"), *line = table_get(symbol, 0, "line");
    if (file == NULL)
        return g_strdup("outside the tree");
    return line != NULL ? g_strdup_printf("%s:%s", file, line) : g_strdup(file);
}

char *subject_count(guint count, const char *one, const char *many)
{
    if (count == 0)
        return g_strdup_printf("no %s", many);
    return g_strdup_printf("%u %s", count, count == 1 ? one : many);
}
