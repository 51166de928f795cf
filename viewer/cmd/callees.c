/* callees.c: `cpyread callees NAME`: what it calls, in the order of its lines. */
#include "cmd/subject.h"

#include <string.h>

/* Takes the uses of constants out, and says how many there were, and of which. */
static void leave_out_constants(Table *callees, Answer *answer)
{
    g_autofree char *name = NULL;
    guint uses = 0;
    gboolean has_others = FALSE;
    for (guint i = table_size(callees); i-- > 0;) {
        if (table_get(callees, i, "constant") == NULL)
            continue;
        const char *callee = table_get(callees, i, "callee");
        has_others |= name != NULL && strcmp(callee, name) != 0;
        g_free(name);
        name = g_strdup(callee);
        uses++;
        g_ptr_array_remove_index(callees->rows, i);
    }
    if (uses > 0)
        answer_warn(answer, "%u use%s of constants (%s%s) left out: --all", uses, uses == 1 ? "" : "s", name,
                    has_others ? " …" : "");
}

/* A wrapper of Argument Clinic takes arguments apart and calls one function, which is meant. NULL with `error`, or `symbol` is
 * none. */
static Table *find_wrapped(const Context *context, const Table *symbol, GError **error)
{
    const char *id = table_get(symbol, 0, "id");
    if (context_option(context, "wrappers") != NULL || id == NULL)
        return NULL;
    g_autoptr(Table) wrapped = index_query(context->index, error, "callees_wrapped", "id", id, NULL);
    return wrapped != NULL && table_size(wrapped) > 0 ? g_steal_pointer(&wrapped) : NULL;
}

static gboolean tell(const Context *context, const Table *asked, Answer *answer, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Table) wrapped = find_wrapped(context, asked, &problem);
    const Table *symbol = wrapped != NULL ? wrapped : asked;
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    if (wrapped != NULL)
        answer_warn(answer, "%s is the wrapper of %s, which these are called by: --wrappers", table_get(asked, 0, "name"),
                    table_get(wrapped, 0, "name"));
    gboolean open = context->all || strcmp(context->format, "text") != 0;
    gboolean is_opcode = strcmp(table_get(symbol, 0, "kind"), "opcode") == 0;
    g_autoptr(Table) callees = index_query(context->index, error, is_opcode ? "callees_opcode" : "callees", "id",
                                           table_get(symbol, 0, "id"), "open", open ? "1" : "0", NULL);
    if (callees == NULL)
        return FALSE;
    if (!context->all)
        leave_out_constants(callees, answer);
    guint places = table_size(callees);
    if (places > 0)
        subject_add_calls(symbol, "callees", g_steal_pointer(&callees), places, answer);
    else if (subject_has_calls(symbol, "call", answer))
        answer_warn(answer, "%s calls nothing by name", table_get(symbol, 0, "name"));
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    return subject_answer(context, tell, error);
}

static const CommandOption options[] = {
    {"wrappers", 0, NULL, "what Argument Clinic's wrapper itself calls"},
    {NULL, 0, NULL, NULL},
};

const Command command_callees = {
    .name = "callees",
    .usage = "NAME [--wrappers]",
    .summary = "what a function or a macro calls, in the order of its lines",
    .help =
        "One row for each call site. kind says how the call is made, macro which macro carried it, "
        "callee_file where\n"
        "the callee stands. Left out without --all: the uses of constants (macros without parameters "
        "that carry no\n"
        "call); their number is said, and with --all the column constant marks them. Functions that a call "
        "may reach\n"
        "through a slot are one row, \"14 functions\"; cpyread slot names them, or --all. The sources are read "
        "with\n"
        "NDEBUG, as Python is built: calls inside assert() are not listed.",
    .example = "cpyread callees PyDict_Copy",
    .options = options,
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
