/* callees.c: `cpyread callees NAME`: what it calls, in the order of its lines. */
#include "cmd/subject.h"

/* How many uses of constants were left out, and of which. */
static gboolean say_hidden(const Context *context, const char *id, Answer *answer, GError **error)
{
    g_autoptr(Table) hidden = index_query(context->index, error, "callees_hidden", "id", id, NULL);
    if (hidden == NULL)
        return FALSE;
    gint64 uses = 0;
    for (guint i = 0; i < table_size(hidden); i++)
        uses += table_get_int(hidden, i, "uses");
    if (uses > 0)
        answer_warn(answer, "%d use%s of constants (%s%s) left out: --all", (int)uses, uses == 1 ? "" : "s",
                    table_get(hidden, 0, "name"), table_size(hidden) > 1 ? " …" : "");
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(Table) symbol = NULL;
    if (!subject_find(context, context->arguments[0], answer, &symbol, error))
        return NULL;
    if (symbol == NULL)
        return g_steal_pointer(&answer);

    const char *id = table_get(symbol, 0, "id"), *name = table_get(symbol, 0, "name");
    g_autoptr(Table) callees =
        index_query(context->index, error, "callees", "id", id, "all", context->all ? "1" : "0", NULL);
    if (callees == NULL || (!context->all && !say_hidden(context, id, answer, error)))
        return NULL;
    if (table_size(callees) == 0) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "%s calls nothing by name", name);
        return g_steal_pointer(&answer);
    }
    g_autofree char *count = subject_count(table_size(callees), "place", "places");
    g_autofree char *place = subject_place(symbol);
    g_autofree char *title = g_strdup_printf("callees of %s (%s): %s", name, place, count);
    answer_add_table(answer, title, g_steal_pointer(&callees), "file");
    return g_steal_pointer(&answer);
}

const Command command_callees = {
    .name = "callees",
    .usage = "NAME",
    .summary = "what a function or a macro calls, in the order of its lines",
    .help = "One row for each call site. kind says how the call is made, macro which macro carried it, "
            "callee_file where\n"
            "the callee stands. Left out without --all: the uses of constants (macros without parameters "
            "that carry no\n"
            "call); their number is said.",
    .example = "cpyread callees PyDict_Copy",
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
