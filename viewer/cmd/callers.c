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
        else if (is_many)
            answer_warn(answer, "the %s that call through %s: --all", table_get(callers, row, "caller"), via);
    }
    return places;
}

static gboolean tell(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    gboolean open = context->all || strcmp(context->format, "text") != 0;
    g_autoptr(Table) callers = index_query(context->index, error, "callers", "id", table_get(symbol, 0, "id"), "open",
                                           open ? "1" : "0", NULL);
    if (callers == NULL)
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

const Command command_callers = {
    .name = "callers",
    .usage = "NAME",
    .summary = "what calls a function or uses a macro, with the place of each call",
    .help = "One row for each call site, by file, hand-written code first. kind says how the call gets "
            "there; macro\n"
            "is the macro that carried it. Where more than 40 places call through one slot they are one row, "
            "\"7537\n"
            "places\"; cpyread slot lists them, or --all. A caller that is called in turn: cpyread callers THAT_NAME.\n"
            "The sources are read with NDEBUG, as Python is built: calls inside assert() are not listed.",
    .example = "cpyread callers PyDict_Copy",
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
