/* callers.c: `cpyread callers NAME`: who calls it, one row for each place. */
#include "cmd/subject.h"

#include <string.h>

/* How many places the rows are: those without a file stand for many, which is said. */
static guint count_places(const Table *callers, Answer *answer)
{
    guint places = 0;
    for (guint row = 0; row < table_size(callers); row++) {
        const char *via = table_get(callers, row, "via");
        gboolean is_many = table_get(callers, row, "file") == NULL;
        places += is_many ? (guint)table_get_int(callers, row, "caller") : 1;
        if (is_many && strcmp(table_get(callers, row, "kind"), "slot") == 0)
            answer_warn(answer, "the %s that call through %s: cpyread slot %s, or --all",
                        table_get(callers, row, "caller"), via, via);
        else if (is_many && strcmp(table_get(callers, row, "kind"), "name") == 0)
            answer_warn(answer, "the %s that look up %s by name: --all", table_get(callers, row, "caller"), via);
        else if (is_many)
            answer_warn(answer, "the %s that call through %s: --all", table_get(callers, row, "caller"), via);
    }
    return places;
}

static Table *callers_of(const Context *context, const char *id, GError **error)
{
    gboolean open = context->all || strcmp(context->format, "text") != 0;
    return index_query(context->index, error, "callers", "id", id, "open", open ? "1" : "0", NULL);
}

/* The rows that are not the wrapper's own call. */
static void drop_wrapper(Table *callers, const Table *wrappers, guint wrapper)
{
    for (guint i = table_size(callers); i > 0; i--)
        if (g_strcmp0(table_get(callers, i - 1, "caller"), table_get(wrappers, wrapper, "name")) == 0 &&
            g_strcmp0(table_get(callers, i - 1, "file"), table_get(wrappers, wrapper, "file")) == 0)
            g_ptr_array_remove_index(callers->rows, i - 1);
}

/* Who calls a wrapper of Argument Clinic calls what it wraps. */
static gboolean fold_wrappers(const Context *context, const Table *symbol, Table *callers, Answer *answer, GError **error)
{
    if (context_option(context, "wrappers") != NULL)
        return TRUE;
    g_autoptr(Table) wrappers = index_query(context->index, error, "callers_wrapper", "id", table_get(symbol, 0, "id"), NULL);
    for (guint i = 0; wrappers != NULL && i < table_size(wrappers); i++) {
        g_autoptr(Table) more = callers_of(context, table_get(wrappers, i, "id"), error);
        if (more == NULL)
            return FALSE;
        drop_wrapper(callers, wrappers, i);
        for (guint row = 0; row < table_size(more); row++)
            table_add(callers, more->rows->pdata[row]);
        answer_warn(answer, "%s is called by its wrapper %s, these call that: --wrappers", table_get(symbol, 0, "name"),
                    table_get(wrappers, i, "name"));
    }
    return wrappers != NULL;
}

static gboolean tell(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    g_autoptr(Table) callers = callers_of(context, table_get(symbol, 0, "id"), error);
    if (callers == NULL || !fold_wrappers(context, symbol, callers, answer, error))
        return FALSE;
    guint places = count_places(callers, answer);
    if (places > 0)
        subject_add_calls(symbol, "callers", g_steal_pointer(&callers), places, answer);
    else if (subject_has_calls(symbol, "are called", answer))
        answer_warn(answer, "%s: nothing calls it by name", table_get(symbol, 0, "name"));
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    return subject_answer(context, tell, error);
}

static const CommandOption options[] = {
    {"wrappers", 0, NULL, "Argument Clinic's wrapper in the place of those that call it"},
    {NULL, 0, NULL, NULL},
};

const Command command_callers = {
    .name = "callers",
    .usage = "NAME [--wrappers]",
    .summary = "what calls a function or uses a macro, with the place of each call",
    .help = "One row for each call site, by file, hand-written code first. kind says how the call gets "
            "there; macro\n"
            "is the macro that carried it. Where more than 40 places call through one slot they are one row, "
            "\"7537\n"
            "places\"; cpyread slot lists them, or --all. A caller that is called in turn: cpyread callers THAT_NAME.\n"
            "The sources are read with NDEBUG, as Python is built: calls inside assert() are not listed.",
    .example = "cpyread callers PyDict_Copy",
    .options = options,
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
