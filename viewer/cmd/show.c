/* show.c: `cpyread show NAME`: one symbol on one screen: where it is, what its comment says, its source, who
 * calls it and what it calls in short. Each part is a query of its own and may be empty. */
#include "cmd/past.h"
#include "cmd/subject.h"
#include "query/expand.h"
#include "query/head.h"
#include "query/prose.h"
#include "query/refcounts.h"

#include <string.h>

#define IN_SHORT 10 /* rows of callers and of callees */
#define COMMITS_IN_SHORT 5

static void append_fact(GString *to, const char *before, const char *value)
{
    if (value != NULL)
        g_string_append_printf(to, "%s%s\n", before, value);
}

static char *lines_of(const Table *symbol)
{
    const char *line = table_get(symbol, 0, "line"), *end = table_get(symbol, 0, "end_line");
    return end == NULL || strcmp(line, end) == 0 ? g_strdup(line) : g_strdup_printf("%s-%s", line, end);
}

/* "static function, generated" */
static char *describe_kind(const Table *symbol)
{
    return g_strconcat(table_get_int(symbol, 0, "is_static") ? "static " : "", table_get(symbol, 0, "kind"),
                       table_get_int(symbol, 0, "external")       ? ", outside the tree"
                       : table_get_int(symbol, 0, "defined") == 0 ? ", only declared"
                                                                  : "",
                       table_get_int(symbol, 0, "generated") ? ", in a generated file" : "", NULL);
}

/* The comment without the lines that Argument Clinic reads. */
static void add_doc(Answer *answer, const char *doc)
{
    g_auto(GStrv) lines = g_strsplit(doc, "\n", -1);
    g_autoptr(GString) text = g_string_new(NULL);
    for (char **line = lines; *line != NULL; line++)
        if (!g_str_has_prefix(*line, "[clinic "))
            g_string_append_printf(text, "%s\n", *line);
    answer_add_paragraph(answer, g_strstrip(text->str));
}

/* What is known without reading a source file. */
static void add_facts(const Context *context, Answer *answer, const Table *symbol)
{
    gboolean may_be_api = strcmp(table_get(symbol, 0, "kind"), "function") == 0 && !table_get_int(symbol, 0, "is_static");
    g_autofree char *result =
        may_be_api && index_source(context->index) != NULL
            ? refcounts_result(context->index, table_get(symbol, 0, "name"))
            : NULL;
    g_autoptr(GString) facts = g_string_new(NULL);
    g_autofree char *kind = describe_kind(symbol);
    g_autofree char *name = subject_name(symbol);
    const char *file = table_get(symbol, 0, "file");
    const char *unit = table_get(symbol, 0, "unit");
    append_fact(facts, "", kind);
    if (file != NULL && table_get(symbol, 0, "line") != NULL) {
        g_autofree char *lines = lines_of(symbol);
        g_string_append_printf(facts, "%s:%s\n", file, lines);
    }
    append_fact(facts, "", table_get(symbol, 0, "signature"));
    append_fact(facts, "", result);
    append_fact(facts, "part of ", table_get(symbol, 0, "parent"));
    append_fact(facts, "made by the macro ", table_get(symbol, 0, "by_macro"));
    append_fact(facts, "written in the source as ", table_get(symbol, 0, "spelled"));
    if (unit != NULL && table_get(symbol, 0, "spelled") != NULL && g_strcmp0(unit, file) != 0)
        append_fact(facts, "seen in the unit ", unit);
    answer_add_heading(answer, name);
    answer_add_paragraph(answer, facts->str);
    if (table_get(symbol, 0, "doc") != NULL)
        add_doc(answer, table_get(symbol, 0, "doc"));
}

/* A missing tree costs the excerpt and is said; everything else stands in the index. */
static void add_source(const Context *context, const Table *symbol, Answer *answer)
{
    const char *file = table_get(symbol, 0, "file");
    int line = (int)table_get_int(symbol, 0, "line"), end = (int)table_get_int(symbol, 0, "end_line");
    gboolean is_stale = FALSE;
    g_autoptr(GError) problem = NULL;
    if (file == NULL || line < 1)
        return;
    line = head_line(context->index, symbol, 0);
    char *text = index_read_source(context->index, file, line, MAX(line, end), &is_stale, &problem);
    if (text == NULL) {
        answer_warn(answer, "no source to show: %s", problem->message);
        return;
    }
    answer_add_source(answer, NULL, excerpt_new(file, index_tree(context->index), line, text, is_stale));
}

/* The text of the macro that made it, with the arguments filled in. */
static gboolean add_expansion(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    const char *macro = table_get(symbol, 0, "by_macro"), *file = table_get(symbol, 0, "file");
    if (macro == NULL || file == NULL || index_source(context->index) == NULL)
        return TRUE;
    GError *problem = NULL;
    g_autoptr(Expansion) expansion =
        expand_use(context->index, macro, file, (int)table_get_int(symbol, 0, "line"), &problem);
    if (problem != NULL && problem->domain == DATABASE_ERROR) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    g_clear_error(&problem); /* a source that is gone: said already */
    if (expansion == NULL)
        return TRUE;
    g_autofree char *title = g_strdup_printf("%s with the arguments filled in", expansion->macro);
    answer_add_source(answer, title,
                      excerpt_new(expansion->file, index_tree(context->index), expansion->line,
                                  g_steal_pointer(&expansion->text), expansion->is_stale));
    return TRUE;
}

/* How often it is named, by kind. */
static gboolean add_references(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    g_autoptr(Table) kinds =
        index_query(context->index, error, "show_references", "id", table_get(symbol, 0, "id"), NULL);
    if (kinds == NULL)
        return FALSE;
    gint64 count = 0;
    for (guint i = 0; i < table_size(kinds); i++)
        count += table_get_int(kinds, i, "places");
    g_autofree char *title = g_strdup_printf("references: %" G_GINT64_FORMAT " (where: cpyread refs %s)",
                                             count, context->arguments[0]);
    if (count > 0)
        answer_add_table(answer, title, g_steal_pointer(&kinds), NULL);
    return TRUE;
}

/* What Python code calls it. */
static gboolean add_python(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    g_autoptr(Table) names = index_query(context->index, error, "show_python", "id", table_get(symbol, 0, "id"), NULL);
    if (names == NULL)
        return FALSE;
    guint count = table_size(names);
    gboolean is_cut = !context->all && count > IN_SHORT;
    g_autofree char *title = is_cut ? g_strdup_printf("Python: %u names, the first %d (all: --all)", count, IN_SHORT)
                                    : g_strdup("Python");
    if (is_cut)
        g_ptr_array_set_size(names->rows, IN_SHORT);
    if (count > 0)
        answer_add_table(answer, title, g_steal_pointer(&names), NULL);
    return TRUE;
}

static void add_prose(const Context *context, const Table *symbol, Answer *answer)
{
    Table *prose = prose_find(context->index, symbol);
    if (table_size(prose) > 0)
        answer_add_table(answer, "worth reading", prose, NULL);
    else
        table_free(prose);
}

/* The table of callers or callees (`what`), its first rows; the title says how many there are and how to see them. */
static gboolean add_neighbours(const Context *context, const Table *symbol, const char *what, const char *query,
                               Answer *answer, GError **error)
{
    g_autoptr(Table) table =
        index_query(context->index, error, query, "id", table_get(symbol, 0, "id"), NULL);
    if (table == NULL)
        return FALSE;
    guint count = table_size(table);
    if (count == 0)
        return TRUE;
    gboolean is_cut = !context->all && count > IN_SHORT;
    g_autofree char *title = is_cut ? g_strdup_printf("%s: %u, the first %d (all: cpyread %s %s)", what,
                                                      count, IN_SHORT, what, context->arguments[0])
                                    : g_strdup_printf("%s: %u", what, count);
    if (is_cut)
        g_ptr_array_set_size(table->rows, IN_SHORT);
    answer_add_table(answer, title, g_steal_pointer(&table), NULL);
    return TRUE;
}

/* As the history of a name has it: as it stands in the text. */
static const char *written_name(const Table *symbol)
{
    const char *spelled = table_get(symbol, 0, "spelled");
    return spelled != NULL ? spelled : table_get(symbol, 0, "name");
}

/* Most of what there is no commit touched, and asking which ones did takes a tenth of the answer's time. */
static gboolean has_past(const Context *context, const Table *symbol)
{
    g_autoptr(Table) row = index_query(context->index, NULL, "past_of", "name", written_name(symbol), NULL);
    return row == NULL || table_size(row) > 0;
}

/* The newest commits that changed it, where the index holds any. */
static gboolean add_commits(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    g_autoptr(Table) commits = past_commits(context, symbol, NULL, error);
    if (commits == NULL)
        return FALSE;
    guint count = table_size(commits);
    gboolean is_cut = !context->all && count > COMMITS_IN_SHORT;
    g_autofree char *more = is_cut ? g_strdup_printf(", the newest %d (all: cpyread commits %s)", COMMITS_IN_SHORT,
                                                     context->arguments[0])
                                   : g_strdup("");
    g_autofree char *title = g_strdup_printf("commits: %u%s", count, more);
    if (is_cut)
        g_ptr_array_set_size(commits->rows, COMMITS_IN_SHORT);
    if (count > 0)
        answer_add_table(answer, title, g_steal_pointer(&commits), NULL);
    return TRUE;
}

/* The commits of stories that changed it. */
static gboolean add_stories(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    g_autoptr(Table) stories = index_query(context->index, error, "story_of_function", "name", written_name(symbol),
                                           "file", table_get(symbol, 0, "file"), NULL);
    if (stories == NULL)
        return FALSE;
    if (table_size(stories) > 0)
        answer_add_table(answer, "in stories (cpyread story NAME ISSUE)", g_steal_pointer(&stories), NULL);
    return TRUE;
}

static gboolean tell(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    gboolean is_opcode = strcmp(table_get(symbol, 0, "kind"), "opcode") == 0;
    const char *callees = is_opcode ? "show_opcode_callees" : "show_callees";
    add_facts(context, answer, symbol);
    if (context_option(context, "no-source") == NULL)
        add_source(context, symbol, answer);
    if (!add_expansion(context, symbol, answer, error) || !add_python(context, symbol, answer, error) ||
        !add_neighbours(context, symbol, "callers", "show_callers", answer, error) ||
        !add_neighbours(context, symbol, "callees", callees, answer, error) ||
        !add_references(context, symbol, answer, error))
        return FALSE;
    if (has_past(context, symbol) &&
        (!add_commits(context, symbol, answer, error) || !add_stories(context, symbol, answer, error)))
        return FALSE;
    add_prose(context, symbol, answer);
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    return subject_answer(context, tell, error);
}

static const CommandOption options[] = {
    {"no-source", 0, NULL, "without the source"},
    {NULL, 0, NULL, NULL},
};

const Command command_show = {
    .name = "show",
    .usage = "NAME [--no-source]",
    .summary = "a symbol: where, comment, source, names in Python; callers, callees, references in short",
    .help =
        "The lines are numbered as in the file. A long source is cut on the screen: --all. A source that "
        "changed\n"
        "since it was indexed is marked. Of what a macro made, the macro's text with the arguments filled in "
        "as well.\n"
        "Last come texts of the tree that name it, or are about its file.",
    .example = "cpyread show PyDict_Copy",
    .options = options,
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
