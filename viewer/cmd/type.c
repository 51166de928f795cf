/* type.c: `cpyread type NAME`: how a record lies in memory, what an enum or a typedef stands for, and what a static
 * object is filled with; of a type of Python's what it has. */
#include "cmd/layout.h"
#include "cmd/subject.h"
#include "cmd/type_python.h"
#include "query/resolve.h"

#include <string.h>

/* "struct _object, 16 bytes", its place, its comment. */
static void add_facts(const Table *symbol, Answer *answer)
{
    gint64 bits = table_get_int(symbol, 0, "bits");
    const char *signature = table_get(symbol, 0, "signature");
    g_autofree char *place = subject_place(symbol);
    g_autofree char *size =
        bits > 0 ? g_strdup_printf(", %" G_GINT64_FORMAT " bytes", bits / 8) : g_strdup("");
    g_autofree char *facts =
        g_strdup_printf("%s%s%s\n%s", signature != NULL ? signature : table_get(symbol, 0, "kind"), size,
                        table_get_int(symbol, 0, "defined") ? "" : ", only declared", place);
    answer_add_heading(answer, table_get(symbol, 0, "name"));
    answer_add_paragraph(answer, facts);
    if (table_get(symbol, 0, "doc") != NULL)
        answer_add_paragraph(answer, table_get(symbol, 0, "doc"));
}

static void add_if_any(Answer *answer, const char *title, Table *table)
{
    if (table_size(table) > 0)
        answer_add_table(answer, title, table, NULL);
    else
        table_free(table);
}

static gboolean add_fields(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    Table *fields = layout_fields(context->index, symbol, context->all, error);
    if (fields != NULL)
        add_if_any(answer, "fields (offset and size in bytes)", fields);
    return fields != NULL;
}

static gboolean add_query(const Context *context, const char *query, const char *name, const char *value,
                          const char *title, Answer *answer, GError **error)
{
    Table *table = index_query(context->index, error, query, name, value, NULL);
    if (table != NULL)
        add_if_any(answer, title, table);
    return table != NULL;
}

static gboolean add_uses(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    return type_python_add_uses(context, table_get(symbol, 0, "name"), answer, error);
}

static gboolean tell_record(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    return add_fields(context, symbol, answer, error) && add_uses(context, symbol, answer, error);
}

static gboolean tell_enum(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    return add_query(context, "type_enumerators", "id", table_get(symbol, 0, "id"), "enumerators", answer,
                     error) &&
           add_uses(context, symbol, answer, error);
}

static gboolean tell_typedef(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    return add_query(context, "type_holders", "name", table_get(symbol, 0, "name"), "fields of that type",
                     answer, error) &&
           add_uses(context, symbol, answer, error);
}

static gboolean tell_variable(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    return layout_add_cells(context->index, symbol, answer, error);
}

static const struct {
    const char *kind;
    SubjectTell tell;
} kinds[] = {
    {"struct", tell_record},   {"union", tell_record},      {"enum", tell_enum},
    {"typedef", tell_typedef}, {"variable", tell_variable},
};

/* NULL: it is nothing that could be a type. */
static SubjectTell find_tell(const Table *symbol)
{
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(table_get(symbol, 0, "kind"), kinds[i].kind) == 0)
            return kinds[i].tell;
    return NULL;
}

/* A record of which several types have their objects says so, and then what it is itself. */
static gboolean tell(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    SubjectTell tell_it = find_tell(symbol);
    g_autoptr(Table) types = type_python_of(context, symbol, error);
    if (types == NULL)
        return FALSE;
    if (table_size(types) == 1)
        return type_python_tell(context, table_get(types, 0, "name"), answer, error);
    if (tell_it != NULL) {
        add_facts(symbol, answer);
        add_if_any(answer, "types whose objects it is", g_steal_pointer(&types));
        return tell_it(context, symbol, answer, error);
    }
    g_autofree char *name = subject_name(symbol), *kind = subject_kind(symbol);
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "%s is %s, no type: cpyread show %s", name, kind, name);
    return TRUE;
}

/* Whether the name means one thing, and that may be a type. */
static gboolean is_meant(const Table *symbols)
{
    return table_size(symbols) == 1 && (find_tell(symbols) != NULL || table_get(symbols, 0, "id") == NULL);
}

/* Tells of the type whose name ends in it, collections.deque of deque, or which there are; *is_told is FALSE if none. */
static gboolean tell_called(const Context *context, const char *name, Answer *answer, gboolean *is_told, GError **error)
{
    g_autoptr(Table) types = index_query(context->index, error, "type_called", "name", name, NULL);
    if (types == NULL)
        return FALSE;
    *is_told = table_size(types) > 0;
    if (table_size(types) == 1)
        return type_python_tell(context, table_get(types, 0, "name"), answer, error);
    if (table_size(types) == 0)
        return TRUE;
    g_autofree char *title = g_strdup_printf("%s: %u types", name, table_size(types));
    answer->is_ambiguous = TRUE;
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "%s is ambiguous; pick one as in: %s", name, table_get(types, 0, "name"));
    answer_add_table(answer, title, g_steal_pointer(&types), NULL);
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    const char *name = context->arguments[0];
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(Table) symbols = resolve(context->index, name, error);
    gboolean is_told = FALSE;
    if (symbols == NULL)
        return NULL;
    if (is_meant(symbols))
        return tell(context, symbols, answer, error) ? g_steal_pointer(&answer) : NULL;
    gboolean is_plain = *name != '\0' && strpbrk(name, ".:*?[ ") == NULL;
    if (is_plain && !tell_called(context, name, answer, &is_told, error))
        return NULL;
    return is_told ? g_steal_pointer(&answer) : subject_answer(context, tell, error);
}

static const CommandOption options[] = {
    {"cells", 0, NULL, "what the initialiser of a type says, as well"},
    {"wrappers", 0, NULL, "Argument Clinic's functions in the place of those that they wrap"},
    {NULL, 0, NULL, NULL},
};

const Command command_type = {
    .name = "type",
    .usage = "NAME [--cells] [--wrappers]",
    .summary = "a type: base, slots, methods, members, its objects in memory; a record, an enum",
    .help =
        "Of a type of Python's (list, PyList_Type, PyListObject alike) base, sizes, flags, its own slots by their names in Python, "
        "methods, getters\nand members (offset in bytes) with the functions behind them, the slots that it has from its bases, and its "
        "objects in memory.\nOf another struct the\nfields as they lie in memory, in bytes; bits says which bits of that byte a bit-field has. What it begins "
        "with is\ntaken apart, every record in it with --all. Of another variable what its initialiser says, and the tables "
        "that it\nnames. NULL is left out.",
    .options = options,
    .example = "cpyread type list",
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
