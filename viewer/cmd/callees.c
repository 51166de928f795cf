/* callees.c: `cpyread callees NAME`: what it calls, in the order of its lines. */
#include "cmd/subject.h"

#include <string.h>

static Table *ask(const Context *context, const Table *symbol, const char *constants, GError **error)
{
    return index_query(context->index, error, "callees", "id", table_get(symbol, 0, "id"), "constants",
                       constants, NULL);
}

/* How many uses of constants were left out, and of which. */
static gboolean say_hidden(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    g_autoptr(Table) hidden = ask(context, symbol, "alone", error);
    guint uses = hidden != NULL ? table_size(hidden) : 0;
    gboolean has_others = FALSE;
    for (guint i = 1; i < uses; i++)
        has_others |= strcmp(table_get(hidden, i, "callee"), table_get(hidden, 0, "callee")) != 0;
    if (uses > 0)
        answer_warn(answer, "%u use%s of constants (%s%s) left out: --all", uses, uses == 1 ? "" : "s",
                    table_get(hidden, 0, "callee"), has_others ? " …" : "");
    return hidden != NULL;
}

static gboolean tell(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    g_autoptr(Table) callees = ask(context, symbol, context->all ? "with" : "without", error);
    if (callees == NULL || (!context->all && !say_hidden(context, symbol, answer, error)))
        return FALSE;
    if (table_size(callees) > 0)
        subject_add_calls(symbol, "callees", g_steal_pointer(&callees), answer);
    else if (subject_has_calls(symbol, "call", answer))
        answer_warn(answer, "%s calls nothing by name", table_get(symbol, 0, "name"));
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    return subject_answer(context, tell, error);
}

const Command command_callees = {
    .name = "callees",
    .usage = "NAME",
    .summary = "what a function or a macro calls, in the order of its lines",
    .help = "One row for each call site. kind says how the call is made, macro which macro carried it, "
            "callee_file where\n"
            "the callee stands. Left out without --all: the uses of constants (macros without parameters "
            "that carry no\n"
            "call); their number is said. The sources are read with NDEBUG, as Python is built: calls inside "
            "assert()\n"
            "are not listed.",
    .example = "cpyread callees PyDict_Copy",
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
