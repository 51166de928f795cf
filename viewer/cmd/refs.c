/* refs.c: `cpyread refs NAME`: every place that names it, a table for each kind of use. */
#include "cmd/line.h"
#include "cmd/subject.h"

#include <string.h>

/* In the order of the answer; the kinds of the view refs. */
static const struct {
    const char *name, *title;
} kinds[] = {
    {"read", "read"},       {"write", "written"},       {"call", "called"}, {"address", "address taken"},
    {"expand", "expanded"}, {"type", "used as a type"},
};

static gboolean is_kind(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(kinds[i].name, name) == 0)
            return TRUE;
    return FALSE;
}

/* The rows of one kind, as a table of their own; NULL: there are none. */
static Table *rows_of(const Table *references, const char *kind)
{
    g_autoptr(Table) table = table_new_like(references);
    for (guint i = 0; i < table_size(references); i++)
        if (strcmp(table_get(references, i, "kind"), kind) == 0)
            table_add(table, references->rows->pdata[i]);
    return table_size(table) > 0 ? g_steal_pointer(&table) : NULL;
}

static void add_kind(const Table *symbol, const Table *references, guint kind, Answer *answer)
{
    Table *table = rows_of(references, kinds[kind].name);
    if (table == NULL)
        return;
    g_autofree char *count = subject_count(table_size(table), "place", "places");
    g_autofree char *name = subject_name(symbol), *place = subject_place(symbol);
    g_autofree char *title = g_strdup_printf("%s (%s) %s: %s", name, place, kinds[kind].title, count);
    answer_add_table(answer, title, table, "file");
}

/* The places that name the symbol; those that name a record say PyObject rather than struct _object. */
static Table *find_references(const Context *context, const Table *symbol, GError **error)
{
    const char *id = table_get(symbol, 0, "id");
    g_autoptr(Table) type = index_query(context->index, error, "record_typedef", "id", id, NULL);
    if (type == NULL)
        return NULL;
    return index_query(context->index, error, "refs", "id", id, "type",
                       table_size(type) > 0 ? table_get(type, 0, "id") : NULL, NULL);
}

static gboolean tell(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    const char *wanted = context_option(context, "kind");
    g_autoptr(Table) references = find_references(context, symbol, error);
    if (references == NULL)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (wanted == NULL || strcmp(wanted, kinds[i].name) == 0)
            add_kind(symbol, references, i, answer);
    if (answer->blocks->len > 0)
        return TRUE;
    g_autofree char *name = subject_name(symbol);
    answer->status = ANSWER_NOTHING;
    if (table_size(references) == 0)
        answer_warn(answer, "%s: nothing names it", name);
    else
        answer_warn(answer, "%s: %u references, none of kind %s", name, table_size(references), wanted);
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    const char *wanted = context_option(context, "kind");
    if (wanted == NULL || is_kind(wanted))
        return subject_answer(context, tell, error);
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                "refs: --kind is read, write, call, address, expand or type, not \"%s\"", wanted);
    return NULL;
}

static const CommandOption options[] = {
    {"kind", 0, "KIND", "only these: read, write, call, address, expand or type"},
    {NULL, 0, NULL, NULL},
};

const Command command_refs = {
    .name = "refs",
    .usage = "NAME [--kind KIND]",
    .summary = "every place that names it: read, written, called, its address taken, a macro expanded",
    .help =
        "A table for each kind of use, by file, hand-written code first; in_name is the function, macro, "
        "record or\n"
        "variable that holds the place. x += 1 reads and writes; a function used as a value is an address. A record is\n"
        "named by its typedef as well.",
    .example = "cpyread refs PyListObject.allocated",
    .options = options,
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
