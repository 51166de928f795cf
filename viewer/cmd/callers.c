/* callers.c: `cpyread callers NAME`: who calls it, one row for each place. */
#include "cmd/subject.h"

#include <string.h>

static gboolean tell(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    g_autoptr(Table) callers =
        index_query(context->index, error, "callers", "id", table_get(symbol, 0, "id"), NULL);
    if (callers == NULL)
        return FALSE;
    if (table_size(callers) > 0)
        subject_add_calls(symbol, "callers", g_steal_pointer(&callers), answer);
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
            "is the macro that carried it. A caller that is called in turn: cpyread callers THAT_NAME.\n"
            "The sources are read with NDEBUG, as Python is built: calls inside assert() are not listed.",
    .example = "cpyread callers PyDict_Copy",
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
