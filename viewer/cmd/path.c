/* path.c: `cpyread path FROM TO`: how one function comes to call another. */
#include "query/path.h"
#include "cmd/subject.h"
#include "graph/noise.h"

#include <stdlib.h>
#include <string.h>

#define ALL_CHAINS 50 /* that --all gives at most */

/* ---- which functions are meant ------------------------------------------------------------------------ */

/* Appends the id of the one symbol that `name` means. FALSE without `error`: it means none or several, and `answer` says
 * so. */
static gboolean add_symbol(const Context *context, const char *name, GArray *ids, Answer *answer,
                           GError **error)
{
    g_autofree char *end = subject_end(context, name);
    g_autoptr(Table) symbol = NULL;
    if (!subject_find(context, end, answer, &symbol, error) ||
        symbol == NULL || subject_is_python(symbol, answer))
        return FALSE;
    gint64 id = table_get_int(symbol, 0, "id");
    g_array_append_val(ids, id);
    return TRUE;
}

/* The symbols of an option that may be given again. */
static gboolean add_option(const Context *context, const char *prefix, GArray *ids, Answer *answer,
                           GError **error)
{
    for (char **option = context->options; *option != NULL; option++)
        if (g_str_has_prefix(*option, prefix) &&
            !add_symbol(context, *option + strlen(prefix), ids, answer, error))
            return FALSE;
    return TRUE;
}

static gboolean has_id(const GArray *ids, gint64 id)
{
    for (guint i = 0; i < ids->len; i++)
        if (g_array_index(ids, gint64, i) == id)
            return TRUE;
    return FALSE;
}

/* A chain cannot begin where it ends, nor avoid what it passes. */
static gboolean check_stops(const GArray *stops, const GArray *avoid, Answer *answer)
{
    for (guint i = 0; i < stops->len; i++) {
        gint64 id = g_array_index(stops, gint64, i);
        const char *problem = has_id(avoid, id) ? "what is to be avoided is one of the ends, or on the way"
                              : i > 0 && g_array_index(stops, gint64, i - 1) == id
                                  ? "two of the names mean the same function"
                                  : NULL;
        if (problem == NULL)
            continue;
        answer->status = ANSWER_USAGE;
        answer_warn(answer, "path: %s", problem);
        return FALSE;
    }
    return TRUE;
}

/* ---- what is said of the chains ----------------------------------------------------------------------- */

/* Whether the recorded run made each step; FALSE also where none is taken in. */
static gboolean is_all_seen(const Table *chain)
{
    gboolean seen = TRUE;
    for (guint i = 0; i < table_size(chain); i++) {
        const char *run = table_get(chain, i, "run");
        seen = seen && run != NULL && strcmp(run, "static") != 0;
    }
    return seen;
}

/* "5 calls, 1 through a slot" */
static char *describe(const Table *chain)
{
    static const char *const through[] = {NULL, "through a slot", "through a pointer", NULL, "a guess"};
    guint count[G_N_ELEMENTS(through)] = {0};
    for (guint i = 0; i < table_size(chain); i++)
        count[path_certainty(table_get(chain, i, "kind"), table_get(chain, i, "via"))]++;
    GString *text = g_string_new(NULL);
    g_string_printf(text, "%u %s", table_size(chain), table_size(chain) == 1 ? "call" : "calls");
    for (guint i = PATH_SLOT; i < G_N_ELEMENTS(count); i++)
        if (count[i] > 0 && through[i] != NULL)
            g_string_append_printf(text, ", %u %s", count[i], through[i]);
    return g_string_free(text, FALSE);
}

/* The columns that are read; ids are for those who draw. In a terminal a row has one name: who calls stands in the row above,
 * and at first in the title, which says as well where the run made all of the calls. */
static Table *readable(const Context *context, const Table *chain)
{
    static const char *const all[] = {"caller", "callee", "kind", "via",  "macro", "file",
                                      "line",   "col",    "part", "run", NULL};
    static const char *const read[] = {"callee", "kind", "via", "macro", "part", "run", "file", "line", "col", NULL};
    static const char *const read_seen[] = {"callee", "kind", "via", "macro", "part", "file", "line", "col", NULL};
    gboolean is_text = strcmp(context->format, "text") == 0;
    const char *const *columns = !is_text ? all : is_all_seen(chain) ? read_seen : read;
    Table *table = table_new(columns);
    for (guint row = 0; row < table_size(chain); row++) {
        const char *cells[G_N_ELEMENTS(all)] = {NULL};
        for (guint i = 0; columns[i] != NULL; i++)
            cells[i] = table_get(chain, row, columns[i]);
        table_add(table, cells);
    }
    table_set_number(table, "line");
    table_set_number(table, "col");
    return table;
}

static void add_chains(const Context *context, const PathAnswer *found, const char *what, Answer *answer)
{
    for (guint i = 0; i < found->chains->len; i++) {
        const Table *chain = found->chains->pdata[i];
        g_autofree char *description = describe(chain);
        guint last = table_size(chain) - 1;
        g_autofree char *title =
            g_strdup_printf("%s from %s to %s%s%s", description, table_get(chain, 0, "caller"),
                            table_get(chain, last, "callee"), is_all_seen(chain) ? "; seen in a run" : "", what);
        answer_add_table(answer, title, readable(context, chain), NULL);
    }
}

/* Where a certain way is long, the shortest one, if it is shorter. */
static gboolean add_shorter(const Context *context, PathQuestion question, const Table *best, Answer *answer,
                            GError **error)
{
    question.by_length = TRUE;
    question.shorter_than = table_size(best);
    question.limit = 1;
    g_autoptr(PathAnswer) shorter = path_find(context->index, &question, error);
    if (shorter == NULL)
        return FALSE;
    if (shorter->chains->len > 0 && table_size(shorter->chains->pdata[0]) < question.shorter_than)
        add_chains(context, shorter, "; shorter, less certain", answer);
    return TRUE;
}

static char *name_of(const Context *context, gint64 id)
{
    g_autofree char *text = g_strdup_printf("%" G_GINT64_FORMAT, id);
    g_autoptr(Table) symbol = index_query(context->index, NULL, "path_name", "id", text, NULL);
    return g_strdup(symbol != NULL && table_size(symbol) > 0 ? table_get(symbol, 0, "name") : text);
}

/* Why there is no way, as far as it is known. */
static void say_none(const Context *context, const PathQuestion *question, const PathAnswer *found,
                     Answer *answer)
{
    g_autofree char *from = name_of(context, question->stops[found->missing_leg]);
    g_autofree char *to = name_of(context, question->stops[found->missing_leg + 1]);
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "no way from %s to %s%s", from, to,
                question->avoid_count > 0 ? " that avoids these" : "");
    if (found->reached[1] == 0 && question->avoid_count == 0)
        answer_warn(answer, "no call of %s is known", to);
    if (found->reached[0] == 0 && question->avoid_count == 0)
        answer_warn(answer, "no call in %s is known", from);
    if (found->passed_over > 0)
        answer_warn(
            answer,
            "passed over, as in pictures: %u of reference counting, errors, memory and the like; --all goes "
            "through them",
            found->passed_over);
}

/* ---- the command -------------------------------------------------------------------------------------- */

static gboolean answer_question(const Context *context, const PathQuestion *question, Answer *answer,
                                GError **error)
{
    g_autoptr(PathAnswer) found = path_find(context->index, question, error);
    if (found == NULL)
        return FALSE;
    if (found->chains->len == 0) {
        say_none(context, question, found, answer);
        return TRUE;
    }
    add_chains(context, found, "", answer);
    if (found->has_more)
        answer_warn(answer, "there are more chains as good as these%s", context->all ? "" : ": --all");
    return add_shorter(context, *question, found->chains->pdata[0], answer, error);
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(GArray) stops = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autoptr(GArray) avoid = g_array_new(FALSE, FALSE, sizeof(gint64));
    GError *problem = NULL;
    gboolean named = add_symbol(context, context->arguments[0], stops, answer, &problem) &&
                     add_option(context, "--via=", stops, answer, &problem) &&
                     add_symbol(context, context->arguments[1], stops, answer, &problem) &&
                     add_option(context, "--avoid=", avoid, answer, &problem) &&
                     check_stops(stops, avoid, answer);
    PathQuestion question = {
        .stops = (const gint64 *)(void *)stops->data,
        .stop_count = stops->len,
        .avoid = (const gint64 *)(void *)avoid->data,
        .avoid_count = avoid->len,
        .noise = context->all ? NULL : noise_group,
        .limit = context->all ? ALL_CHAINS : 0,
    };
    if (named)
        answer_question(context, &question, answer, &problem);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    return g_steal_pointer(&answer);
}

static const CommandOption options[] = {
    {"via", 0, "NAME", "only chains that pass it; again: then this one"},
    {"avoid", 0, "NAME", "only chains that do not; may be given again"},
    {NULL, 0, NULL, NULL},
};

const Command command_path = {
    .name = "path",
    .usage = "FROM TO [--via NAME] [--avoid NAME]",
    .summary = "how one function comes to call another: the best chains of calls",
    .help =
        "A row is a call, with its place in the function of the row above. What a recorded run did (cpyread seen) comes\n"
        "first, and run says which step it made, if not all; then chains of calls by name, then those with a slot, a\n"
        "pointer, a guess in them; of equally certain ones the shortest; and where one is shorter though less certain,\n"
        "that one too. A call by name that is but the short way of a slot counts as a slot: PyObject_Call of a function\n"
        "written in Python. Of equals those come first that need no macro, that change files least, whose functions are\n"
        "called by many.\n"
        "Passed over without --all, but for the names given: what pictures hide, reference counting, errors, memory.",
    .example = "cpyread path main PyDict_New",
    .options = options,
    .min_arguments = 2,
    .max_arguments = 2,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
