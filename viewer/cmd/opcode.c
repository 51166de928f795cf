/* opcode.c: `cpyread opcode NAME`: one opcode on one screen: its number, its family, what it is made of, where a person
 * reads it and where it runs, what it calls. Without a name: all of them. */
#include "cmd/subject.h"
#include "query/nearest.h"

#include <string.h>

#define IN_SHORT 20 /* rows of guards and of callees */
#define NEAREST  5

/* ---- facts ---- */

static char *names_in(const Table *table, const char *column)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < table_size(table); i++)
        g_string_append_printf(names, "%s%s", i > 0 ? " or " : "", table_get(table, i, column));
    return g_string_free(g_steal_pointer(&names), FALSE);
}

/* What is said of an opcode that has no text which runs; NULL: it has one. The caller frees. */
static char *why_no_body(const Context *context, const Table *opcode, GError **error)
{
    const char *kind = table_get(opcode, 0, "kind");
    if (table_get(opcode, 0, "run_line") != NULL)
        return NULL;
    if (strcmp(kind, "marker") == 0)
        return g_strdup("no opcode, but a number in the header");
    if (strcmp(kind, "pseudo") != 0)
        return g_strdup("it has no body");
    g_autoptr(Table) targets =
        index_query(context->index, error, "opcode_targets", "name", table_get(opcode, 0, "name"), NULL);
    g_autofree char *names = targets == NULL ? NULL : names_in(targets, "target");
    if (targets == NULL || table_size(targets) == 0)
        return g_strdup("it has no body: the compiler replaces it before anything runs");
    return g_strdup_printf("it has no body: the compiler puts %s in its place", names);
}

/* "runs in FILE:LINE-LINE"; `prefix` is that of the columns. */
static void append_place(GString *facts, const char *what, const Table *opcode, const char *prefix)
{
    g_autofree char *file = g_strconcat(prefix, "file", NULL), *first = g_strconcat(prefix, "line", NULL),
                    *last = g_strconcat(prefix, "end_line", NULL);
    const char *line = table_get(opcode, 0, first), *end = table_get(opcode, 0, last);
    if (line == NULL)
        return;
    g_string_append_printf(facts, "%s %s:%s", what, table_get(opcode, 0, file), line);
    if (strcmp(line, end) != 0)
        g_string_append_printf(facts, "-%s", end);
    g_string_append_c(facts, '\n');
}

/* Whether it runs in another place than the one where a person reads it. */
static gboolean runs_elsewhere(const Table *opcode)
{
    return table_get(opcode, 0, "run_line") != NULL &&
           (g_strcmp0(table_get(opcode, 0, "file"), table_get(opcode, 0, "run_file")) != 0 ||
            g_strcmp0(table_get(opcode, 0, "line"), table_get(opcode, 0, "run_line")) != 0);
}

static gboolean add_facts(const Context *context, const Table *opcode, Answer *answer, GError **error)
{
    GError *problem = NULL;
    g_autofree char *why = why_no_body(context, opcode, &problem);
    g_autoptr(GString) facts = g_string_new(table_get(opcode, 0, "kind"));
    const char *value = table_get(opcode, 0, "value"), *family = table_get(opcode, 0, "family");
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    g_string_append_printf(facts, "%s%s%s%s\n", value != NULL ? ", number " : "", value != NULL ? value : "",
                           family != NULL ? ", a form of " : "", family != NULL ? family : "");
    if (table_get(opcode, 0, "head") != NULL)
        g_string_append_printf(facts, "%s\n", table_get(opcode, 0, "head"));
    append_place(facts, runs_elsewhere(opcode) ? "written in" : "in", opcode, "");
    if (runs_elsewhere(opcode))
        append_place(facts, "runs in", opcode, "run_");
    if (why != NULL)
        g_string_append_printf(facts, "%s\n", why);
    answer_add_heading(answer, table_get(opcode, 0, "name"));
    answer_add_paragraph(answer, facts->str);
    return TRUE;
}

/* ---- sources ---- */

/* A missing tree costs the excerpt and is said. */
static gboolean add_lines(const Context *context, const char *title, const char *file, gint64 line,
                          gint64 end, Answer *answer)
{
    gboolean is_stale = FALSE;
    g_autoptr(GError) problem = NULL;
    char *text = index_read_source(context->index, file, (int)line, (int)MAX(line, end), &is_stale, &problem);
    if (text == NULL)
        answer_warn(answer, "no source to show: %s", problem->message);
    else
        answer_add_source(answer, title,
                          excerpt_new(file, index_tree(context->index), (int)line, text, is_stale));
    return text != NULL;
}

/* What a person reads: the definition, and the parts it is made of; then what runs. */
static void add_sources(const Context *context, const Table *opcode, const Table *parts, Answer *answer)
{
    if (table_get(opcode, 0, "line") == NULL ||
        !add_lines(context, NULL, table_get(opcode, 0, "file"), table_get_int(opcode, 0, "line"),
                   table_get_int(opcode, 0, "end_line"), answer))
        return;
    for (guint i = 0; i < table_size(parts); i++)
        if (table_get(parts, i, "line") != NULL)
            add_lines(context, table_get(parts, i, "part"), table_get(parts, i, "file"),
                      table_get_int(parts, i, "line"), table_get_int(parts, i, "end_line"), answer);
    if (runs_elsewhere(opcode))
        add_lines(context, "what runs", table_get(opcode, 0, "run_file"),
                  table_get_int(opcode, 0, "run_line"), table_get_int(opcode, 0, "run_end_line"), answer);
}

/* ---- tables ---- */

/* Adds what a query says of `key`, if it says anything; "guards: 23, the first 20 (--all)". */
static gboolean add_table(const Context *context, const char *query, const char *key, const char *value,
                          const char *what, Answer *answer, GError **error)
{
    g_autoptr(Table) table = index_query(context->index, error, query, key, value, NULL);
    if (table == NULL)
        return FALSE;
    guint count = table_size(table);
    gboolean is_cut = !context->all && count > IN_SHORT;
    g_autofree char *title = is_cut ? g_strdup_printf("%s: %u, the first %d (--all)", what, count, IN_SHORT)
                                    : g_strdup_printf("%s: %u", what, count);
    if (is_cut)
        g_ptr_array_set_size(table->rows, IN_SHORT);
    if (count > 0)
        answer_add_table(answer, title, g_steal_pointer(&table), NULL);
    return TRUE;
}

static gboolean tell(const Context *context, const Table *opcode, Answer *answer, GError **error)
{
    const char *name = table_get(opcode, 0, "name"), *symbol = table_get(opcode, 0, "symbol_id");
    g_autoptr(Table) parts = index_query(context->index, error, "opcode_parts", "name", name, NULL);
    if (parts == NULL || !add_facts(context, opcode, answer, error))
        return FALSE;
    if (context_option(context, "no-source") == NULL)
        add_sources(context, opcode, parts, answer);
    return add_table(context, "opcode_parts", "name", name, "made of", answer, error) &&
           add_table(context, "opcode_guards", "name", name, "falls back where", answer, error) &&
           add_table(context, "opcode_members", "name", name, "specialised forms", answer, error) &&
           add_table(context, "opcode_labels", "name", name, "goes on to", answer, error) &&
           (symbol == NULL || add_table(context, "show_callees", "id", symbol, "callees", answer, error));
}

/* ---- names ---- */

/* A part is no opcode; but who reads one wants to know what it is part of. */
static gboolean tell_part(const Context *context, const char *name, Answer *answer, gboolean *is_part,
                          GError **error)
{
    g_autoptr(Table) users = index_query(context->index, error, "opcode_users", "name", name, NULL);
    if (users == NULL)
        return FALSE;
    *is_part = table_size(users) > 0;
    if (!*is_part)
        return TRUE;
    answer_add_heading(answer, name);
    answer_add_paragraph(answer, "part of opcodes, no opcode itself\n");
    if (context_option(context, "no-source") == NULL && table_get(users, 0, "line") != NULL)
        add_lines(context, NULL, table_get(users, 0, "file"), table_get_int(users, 0, "line"),
                  table_get_int(users, 0, "end_line"), answer);
    g_autofree char *title = g_strdup_printf("part of: %u", table_size(users));
    answer_add_table(answer, title, g_steal_pointer(&users), NULL);
    return TRUE;
}

static gboolean say_unknown(const Context *context, const char *name, Answer *answer, GError **error)
{
    g_autoptr(Statement) names = index_prepare(context->index, "opcode_names", error);
    if (names == NULL)
        return FALSE;
    NearestNames *near = nearest_new(name, NEAREST);
    while (statement_step(names, NULL))
        nearest_offer(near, statement_text(names, 0));
    g_auto(GStrv) found = nearest_finish(near);
    g_autofree char *list = g_strjoinv(", ", found);
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "no opcode %s in %s%s%s", name, index_tree(context->index),
                *list != '\0' ? "; nearest: " : "", list);
    return TRUE;
}

static gboolean tell_one(const Context *context, const char *name, Answer *answer, GError **error)
{
    gboolean is_part = FALSE;
    if (*name == '\0') {
        answer->status = ANSWER_USAGE;
        answer_warn(answer, "the name is empty");
        return TRUE;
    }
    g_autoptr(Table) opcode = index_query(context->index, error, "opcode", "name", name, NULL);
    if (opcode == NULL)
        return FALSE;
    if (table_size(opcode) > 0)
        return tell(context, opcode, answer, error);
    return tell_part(context, name, answer, &is_part, error) &&
           (is_part || say_unknown(context, name, answer, error));
}

static gboolean tell_all(const Context *context, Answer *answer, GError **error)
{
    g_autoptr(Table) opcodes = index_query(context->index, error, "opcode_list", NULL);
    if (opcodes == NULL)
        return FALSE;
    g_autofree char *title = g_strdup_printf("opcodes: %u", table_size(opcodes));
    if (table_size(opcodes) > 0)
        answer_add_table(answer, title, g_steal_pointer(&opcodes), "kind");
    else {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "no opcodes were found in %s", index_tree(context->index));
    }
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    const char *name = context->arguments[0];
    gboolean ok = name != NULL ? tell_one(context, name, answer, error) : tell_all(context, answer, error);
    return ok ? g_steal_pointer(&answer) : NULL;
}

static const CommandOption options[] = {
    {"no-source", 0, NULL, "without the source"},
    {NULL, 0, NULL, NULL},
};

const Command command_opcode = {
    .name = "opcode",
    .usage = "[NAME] [--no-source]",
    .summary = "an opcode: number, family, parts, where it is written and where it runs; or all of them",
    .help = "NAME may be a number, or a part of opcodes (_GUARD_BOTH_INT). From 3.12 an opcode is written in "
            "Python/bytecodes.c\n"
            "and runs in Python/generated_cases.c.h: both are shown. What most opcodes share, such as the "
            "label error, "
            "is left\n"
            "out of callees. callees, callers and graph take an opcode, too.",
    .example = "cpyread opcode LOAD_FAST",
    .options = options,
    .min_arguments = 0,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
