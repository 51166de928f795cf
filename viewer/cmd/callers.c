/* callers.c: `cpyread callers NAME`: who calls it, one row for each place. */
#include "cmd/subject.h"

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(Table) symbol = NULL;
    if (!subject_find(context, context->arguments[0], answer, &symbol, error))
        return NULL;
    if (symbol == NULL)
        return g_steal_pointer(&answer);
    Table *callers = index_query(context->index, error, "callers", "id", table_get(symbol, 0, "id"), NULL);
    if (callers == NULL)
        return NULL;
    if (table_size(callers) == 0) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "%s: nothing calls it by name", table_get(symbol, 0, "name"));
        table_free(callers);
        return g_steal_pointer(&answer);
    }
    g_autofree char *count = subject_count(table_size(callers), "place", "places");
    g_autofree char *place = subject_place(symbol);
    g_autofree char *title =
        g_strdup_printf("callers of %s (%s): %s", table_get(symbol, 0, "name"), place, count);
    answer_add_table(answer, title, callers, "file");
    return g_steal_pointer(&answer);
}

const Command command_callers = {
    .name = "callers",
    .usage = "NAME",
    .summary = "what calls a function or uses a macro, with the place of each call",
    .help = "One row for each call site, by file, hand-written code first. kind says how the call gets "
            "there; macro\n"
            "is the macro that carried it. A caller that is called in turn: cpyread callers THAT_NAME.",
    .example = "cpyread callers PyDict_Copy",
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
