/* py_warm.c: what an opcode becomes when it has run a few times, from 3.11: its specialised forms, each with what must hold. See
 * py_task.h. */
#include "cmd/py_task.h"

enum {
    BEHIND = 2,      /* levels behind the opcode */
    MOST_MEMBERS = 3 /* that get a strip of their own */
};

/* Whether a word stands between the underscores of an opcode's name. */
static gboolean has_word(const char *opcode, const char *word)
{
    g_autofree char *framed = g_strdup_printf("_%s_", opcode), *wanted = g_strdup_printf("_%s_", word);
    return strstr(framed, wanted) != NULL;
}

/* Whether a specialised form is of that argument (NB_ADD; NB_INPLACE_ADD becomes the same), of the method called, of a type
 * asked for. */
static gboolean suits_argument(const PyTask *task, const Table *members, guint row)
{
    const char *argument = task->emitted->argument, *word = argument != NULL ? strchr(argument, '_') : NULL;
    if (word != NULL && g_str_has_prefix(word, "_INPLACE_"))
        word += strlen("_INPLACE");
    return word == NULL || has_word(table_get(members, row, "opcode"), word + 1);
}

/* A call by the name that is called; an attribute by whether it is called as a method. */
static gboolean suits_name(const PyTask *task, const Table *members, guint row)
{
    const char *opcode = table_get(members, row, "opcode");
    const Snippet *snippet = task->emitted->snippet;
    if (g_str_has_prefix(task->emitted->opcode, "LOAD_ATTR"))
        return has_word(opcode, "METHOD") == (strcmp(snippet->form, "method") == 0);
    const char *name = strstr(task->emitted->opcode, "CALL") != NULL ? snippet->name : NULL;
    g_autofree char *word = name != NULL ? g_ascii_strup(name, -1) : NULL;
    return word == NULL || has_word(opcode, word);
}

/* Whether a specialised call asks for the METH_ flags of what is called: `meth->ml_flags != (METH_FASTCALL|METH_KEYWORDS)`. */
static gboolean suits_flags(const PyTask *task, const Table *members, guint row)
{
    g_autoptr(GString) guards = g_string_new(table_get(members, row, "falls back if"));
    g_autofree char *wanted = g_strdup_printf("%s!=%s;", py_is_method_call(task->emitted) ? "ml_flags" : "PyCFunction_GET_FLAGScallable",
                                              task->flags);
    static const char *const SKIPPED[] = {" ", "(", ")"};
    for (guint i = 0; i < G_N_ELEMENTS(SKIPPED); i++)
        g_string_replace(guards, SKIPPED[i], "", 0);
    g_string_append_c(guards, ';');
    return task->flags == NULL || strstr(guards->str, wanted) != NULL;
}

static gboolean names_type(const char *guards, const PyType *type)
{
    g_autofree char *check = g_strndup(type->variable, strcspn(type->variable, "_"));
    return strstr(guards, check) != NULL;
}

/* Whether a specialised form may be for the types that were asked for: it names one of them, of two operands both, or none. */
static gboolean suits_types(const PyTask *task, const Table *members, guint row)
{
    const char *guards = table_get(members, row, "falls back if");
    const GPtrArray *types = task->question->types;
    guint named = 0;
    for (guint i = 0; guards != NULL && i < types->len; i++)
        named += names_type(guards, types->pdata[i]);
    gboolean asks_type = guards != NULL && (strstr(guards, "_Check") != NULL || strstr(guards, "_Type") != NULL);
    gboolean needs_all = py_has_two_operands(task);
    return !task->question->has_types || !asks_type || (needs_all ? named == types->len : named > 0);
}

typedef gboolean (*Test)(const PyTask *task, const Table *members, guint row);

static gboolean any_suits(const PyTask *task, const Table *members, Test suits)
{
    gboolean any = FALSE;
    for (guint i = 0; i < table_size(members) && !any; i++)
        any = suits(task, members, i);
    return any;
}

static void say_stays(const PyTask *task)
{
    g_autofree char *text = g_strdup_printf("warm: no specialised form of %s is for %s: it stays as it is", task->emitted->opcode,
                                            context_option(task->question->context, "type"));
    answer_add_paragraph(task->answer, text);
}

/* The rows that a test lets through; all of them, where it lets through none. */
static Table *pick(const PyTask *task, Table *members, Test suits)
{
    Table *picked = table_new_like(members);
    for (guint i = 0; i < table_size(members); i++)
        if (suits(task, members, i))
            table_add(picked, members->rows->pdata[i]);
    if (table_size(picked) == 0) {
        table_free(picked);
        return members;
    }
    table_free(members);
    return picked;
}

static gboolean add_member_strip(PyTask *task, gint64 id, const char *opcode, GError **error)
{
    g_autofree char *title = g_strdup_printf("warm: %s", opcode);
    Strip *strip = strip_new(task->question->context, task->question->sources, error);
    if (strip == NULL)
        return FALSE;
    strip_start(strip, id, NULL, "opcode");
    strip_add_callees(strip, BEHIND);
    Table *rows = strip_finish(strip, NULL, error);
    if (rows != NULL)
        answer_add_table(task->answer, title, rows, NULL);
    return rows != NULL;
}

/* The columns that are read. */
static Table *member_table(const Table *members)
{
    static const char *const columns[] = {"opcode", "falls back if", "file", "line", NULL};
    Table *table = table_new(columns);
    for (guint i = 0; i < table_size(members); i++) {
        const char *cells[] = {table_get(members, i, columns[0]), table_get(members, i, columns[1]),
                               table_get(members, i, columns[2]), table_get(members, i, columns[3])};
        table_add(table, cells);
    }
    table_set_number(table, "line");
    return table;
}

gboolean py_add_warm(PyTask *task, Table *found, GError **error)
{
    Table *members = pick(task, found, suits_argument);
    guint all = table_size(members);
    members = pick(task, members, suits_name);
    if (table_size(members) == all)
        members = pick(task, members, suits_flags);
    if (!any_suits(task, members, suits_types)) {
        say_stays(task);
        table_free(members);
        return TRUE;
    }
    g_autoptr(Table) picked = pick(task, members, suits_types);
    g_autofree char *title = g_strdup_printf("warm: what %s becomes", task->emitted->opcode);
    gboolean ok = TRUE;
    answer_add_table(task->answer, title, member_table(picked), NULL);
    for (guint i = 0; i < table_size(picked) && table_size(picked) <= MOST_MEMBERS && ok; i++)
        ok = add_member_strip(task, table_get_int(picked, i, "id"), table_get(picked, i, "opcode"), error);
    return ok;
}
