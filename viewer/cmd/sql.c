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
    .help = "The views files, symbols, refs, sites, calls, opcodes, opcode_parts, skipped, diagnostics and meta "
            "are there\n"
            "to be asked; their columns stay. SELECT * FROM calls LIMIT 1 shows them; what they mean stands in\n"
            "indexer/store/schema.sql. A statement that would write, or gives more than 3 million rows, is "
            "refused.",
    .example = "cpyread sql 'SELECT name, line FROM symbols WHERE name = \"PyDict_Copy\"'",
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
