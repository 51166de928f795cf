/* sql.c: `cpyread sql QUERY`: the index in plain SQL, for reading alone. */
#include "cmd/command.h"

#include "store/database.h"

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    GError *problem = NULL;
    Table *rows = index_sql(context->index, context->arguments[0], &problem);
    if (rows == NULL && problem->domain == DATABASE_ERROR && problem->code == DATABASE_ERROR_SQL) {
        answer->status = ANSWER_USAGE;
        answer_warn(answer, "sql: %s", problem->message);
        g_error_free(problem);
        return g_steal_pointer(&answer);
    }
    if (rows == NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    if (table_size(rows) == 0)
        answer->status = ANSWER_NOTHING;
    answer_add_rows(answer, rows);
    return g_steal_pointer(&answer);
}

const Command command_sql = {
    .name = "sql",
    .usage = "QUERY",
    .summary = "the index in plain SQL, read-only",
    .help =
        "The views meta, files, skipped, symbols, refs, sites, calls, python_names, opcodes, opcode_parts, messages,\n"
        "commits, commit_issues, commit_functions, stories and diagnostics are there to be asked; their columns stay.\n"
        "SELECT * FROM calls LIMIT 1 shows them; what they mean stands in indexer/store/schema.sql. calls and refs are\n"
        "quick where what is sought is written out, a name, a number or a list of them: caller = 'PyDict_Copy',\n"
        "caller_id = 123, via IN ('PyTypeObject.tp_new', 'PyTypeObject.tp_init'). With a join or a subselect in its\n"
        "place SQLite reads every call, which takes seconds: ask for the id first. A statement that would write, or\n"
        "gives more than 3 million rows, is refused.",
    .example = "cpyread sql \"SELECT line, callee, kind FROM calls WHERE caller = 'PyDict_Copy'\"",
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
