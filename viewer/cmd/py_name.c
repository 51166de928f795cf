/* py_name.c: what a name of Python leads to: the C function, and what that calls. See py.h. */
#include "cmd/py.h"
#include "cmd/strip.h"

#include <string.h>

enum { LEVELS = 4, SHOWN_TYPES = 3, HANDED = 4 };

static const char *get(const Table *names, guint row, const char *column)
{
    return table_get(names, row, column);
}

/* "method, METH_O; Objects/listobject.c:2685" */
static char *facts_of(const Table *names, guint row)
{
    GString *facts = g_string_new(get(names, row, "kind"));
    if (get(names, row, "flags") != NULL)
        g_string_append_printf(facts, ", %s", get(names, row, "flags"));
    if (get(names, row, "slot") != NULL)
        g_string_append_printf(facts, ", %s", get(names, row, "slot"));
    if (get(names, row, "file") != NULL)
        g_string_append_printf(facts, "; %s:%s", get(names, row, "file"), get(names, row, "line"));
    if (get(names, row, "function") != NULL)
        g_string_append_printf(facts, "\nC: %s%s%s", get(names, row, "function"),
                               get(names, row, "impl") != NULL ? ", the wrapper of " : "",
                               get(names, row, "impl") != NULL ? get(names, row, "impl") : "");
    else if (get(names, row, "symbol") != NULL)
        g_string_append_printf(facts, "\nC: %s", get(names, row, "symbol"));
    return g_string_free(facts, FALSE);
}

/* "sqrt to math_1": what it hands to functions that may call it; NULL: nothing. The caller frees it. */
static char *handed_by(const PyQuestion *question, const char *id, GError **error)
{
    g_autoptr(Table) handed = index_query(question->context->index, error, "py_handed", "id", id, NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; handed != NULL && i < table_size(handed) && i < HANDED; i++)
        g_string_append_printf(text, "%s%s to %s", i > 0 ? ", " : "", get(handed, i, "name"), get(handed, i, "taker"));
    return text->len > 0 ? g_strdup(text->str) : NULL;
}

/* The opcodes that a call of it becomes, "LOAD_METHOD, CALL_METHOD"; NULL: it is called in other ways, too. */
static char *opcodes_of(const PyQuestion *question, const char *kind, GError **error)
{
    gboolean is_method = strcmp(kind, "method") == 0 || strcmp(kind, "classmethod") == 0 || strcmp(kind, "staticmethod") == 0;
    if (!is_method && strcmp(kind, "function") != 0)
        return NULL;
    g_autoptr(Table) steps = index_query(question->context->index, error, "py_steps", "node", "Call", "form",
                                         is_method ? "method" : "", "operator", "", NULL);
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; steps != NULL && i < table_size(steps); i++)
        if (get(steps, i, "opcode") != NULL)
            g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", get(steps, i, "opcode"));
    return list->len > 0 ? g_string_free(g_steal_pointer(&list), FALSE) : NULL;
}

static gboolean add_strip(const PyQuestion *question, gint64 id, const char *kind, Answer *answer, GError **error)
{
    Strip *strip = strip_new(question->context, question->sources, error);
    if (strip == NULL)
        return FALSE;
    strip_set_types(strip, question->types, question->has_types ? G_MAXUINT : SHOWN_TYPES, question->finder);
    strip_start(strip, id, NULL, kind);
    strip_add_callees(strip, LEVELS);
    Table *rows = strip_finish(strip, NULL, error);
    if (rows == NULL)
        return FALSE;
    answer_add_table(answer, "what it calls", rows, NULL);
    return TRUE;
}

static gboolean tell_one(const PyQuestion *question, const Table *names, guint row, Answer *answer, GError **error)
{
    GError *problem = NULL;
    g_autoptr(GString) facts = g_string_new(NULL);
    g_autofree char *known = facts_of(names, row), *opcodes = opcodes_of(question, get(names, row, "kind"), &problem);
    g_string_append(facts, known);
    if (opcodes != NULL)
        g_string_append_printf(facts, "\ncalled by: %s", opcodes);
    const char *function = get(names, row, get(names, row, "impl_id") != NULL ? "impl_id" : "function_id");
    g_autofree char *handed = function != NULL && problem == NULL ? handed_by(question, function, &problem) : NULL;
    if (handed != NULL)
        g_string_append_printf(facts, "\nhands on: %s", handed);
    answer_add_heading(answer, get(names, row, "name"));
    answer_add_paragraph(answer, facts->str);
    gint64 id = table_get_int(names, row, get(names, row, "impl_id") != NULL ? "impl_id" : "function_id");
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    return id == 0 || add_strip(question, id, get(names, row, "kind"), answer, error);
}

/* A type is called: what makes and fills the object. */
static gboolean tell_making(const PyQuestion *question, const char *type, Answer *answer, GError **error)
{
    static const char *const MAKING[] = {"__new__", "__init__"};
    for (guint i = 0; i < G_N_ELEMENTS(MAKING); i++) {
        g_autofree char *name = g_strconcat(type, ".", MAKING[i], NULL);
        g_autoptr(Table) names = index_query(question->context->index, error, "py_name", "name", name, NULL);
        if (names == NULL || (table_size(names) > 0 && !tell_one(question, names, 0, answer, error)))
            return FALSE;
    }
    return TRUE;
}

gboolean py_tell_name(const PyQuestion *question, const Table *names, Answer *answer, GError **error)
{
    for (guint i = 0; i < table_size(names); i++) {
        gboolean is_type = strcmp(get(names, i, "kind"), "type") == 0 || strcmp(get(names, i, "kind"), "exception") == 0;
        if (!tell_one(question, names, i, answer, error) ||
            (is_type && !tell_making(question, get(names, i, "name"), answer, error)))
            return FALSE;
    }
    return TRUE;
}
