/* py.c: `cpyread py NAME | OPERATOR | SNIPPET`: from Python to the C that runs. Here it is told what was asked; py_name.c and
 * py_snippet.c answer. */
#include "cmd/py.h"

#include "query/nearest.h"
#include "query/python.h"

#include <string.h>

#define NEAREST 5
#define LONGEST 300 /* bytes of a snippet */

/* list.append, len: words with dots. */
static gboolean is_dotted(const char *text)
{
    const char *at = text;
    do {
        gsize length = strspn(at, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_");
        if (length == 0 || g_ascii_isdigit(*at))
            return FALSE;
        at += length;
    } while (*at++ == '.');
    return at[-1] == '\0';
}

static Table *find_name(const Context *context, const char *name, GError **error)
{
    return index_query(context->index, error, "py_name", "name", name, NULL);
}

/* Whether what stands before the last dot is something that Python knows: list of list.appendd. */
static gboolean is_known_owner(const Context *context, const char *name)
{
    const char *dot = strrchr(name, '.');
    if (dot == NULL)
        return FALSE;
    g_autofree char *owner = g_strndup(name, (gsize)(dot - name));
    g_autoptr(Table) found = index_query(context->index, NULL, "py_owner", "owner", owner, NULL);
    return found != NULL && table_size(found) > 0;
}

static GStrv nearest_names(const Context *context, const char *asked)
{
    const char *dot = strrchr(asked, '.');
    g_auto(GStrv) namesakes = dot != NULL ? python_namesakes(context->index, dot + 1, NEAREST) : NULL;
    if (namesakes != NULL && namesakes[0] != NULL)
        return g_steal_pointer(&namesakes);
    g_autoptr(Statement) names = index_prepare(context->index, "py_names", NULL);
    g_auto(GStrv) words = snippet_words();
    NearestNames *near = nearest_new(asked, NEAREST);
    for (char **word = words; *word != NULL; word++)
        nearest_offer(near, *word);
    while (names != NULL && statement_step(names, NULL)) {
        const char *name = statement_text(names, 0);
        nearest_offer(near, g_str_has_prefix(name, "builtins.") ? name + strlen("builtins.") : name);
    }
    return nearest_finish(near);
}

static void say_unknown(const Context *context, const char *what, const char *asked, Answer *answer)
{
    g_auto(GStrv) names = nearest_names(context, asked);
    g_autofree char *list = g_strjoinv(", ", names);
    answer->status = ANSWER_NOTHING;
    g_autofree char *file = *list == '\0' ? python_module_file(context->index, asked) : NULL;
    answer_warn(answer, "%s %s in %s%s%s%s%s", what, asked, index_tree(context->index), *list != '\0' ? "; nearest: " : "", list,
                file != NULL ? "; what sets it, if anything: " : "", file != NULL ? file : "");
}

static gboolean tell_snippet(const PyQuestion *question, const char *shown, const char *text, Answer *answer, GError **error)
{
    g_autoptr(GError) problem = NULL;
    g_autoptr(Snippet) snippet = snippet_parse(text, &problem);
    if (snippet != NULL)
        return py_tell_snippet(question, shown, snippet, answer, error);
    g_auto(GStrv) near = nearest_names(question->context, text);
    g_autofree char *list = g_strjoinv(", ", near);
    answer->status = ANSWER_USAGE;
    answer_warn(answer, "%s: %s%s%s", text, problem->message, *list != '\0' ? "; nearest: " : "", list);
    return TRUE;
}

/* What only Lib has: its file and line. */
static void tell_source(const PythonFound *found, Answer *answer)
{
    static const char *const columns[] = {"name", "kind", "file", "line", NULL};
    Table *table = table_new(columns);
    for (guint i = 0; i < table_size(found->source); i++) {
        const char *cells[] = {table_get(found->source, i, "name"), table_get(found->source, i, "kind"),
                               table_get(found->source, i, "path"), table_get(found->source, i, "line")};
        table_add(table, cells);
    }
    table_set_number(table, "line");
    g_autofree char *title = g_strdup_printf("%s is written in Python", found->name);
    answer_add_table(answer, title, table, NULL);
}

/* A name as it stands in the index, or as people type it: os.stat. `*is_told` where it was found; FALSE also with `error`. */
static gboolean tell_name(const PyQuestion *question, const char *text, Answer *answer, gboolean *is_told, GError **error)
{
    GError *problem = NULL;
    g_autoptr(Table) names = find_name(question->context, text, error);
    if (names == NULL)
        return FALSE;
    g_autoptr(PythonFound) found = table_size(names) == 0 ? python_find(question->context->index, text, &problem) : NULL;
    g_autoptr(Table) known = found != NULL ? find_name(question->context, found->name, &problem) : NULL;
    gboolean ok = problem == NULL;
    *is_told = table_size(names) > 0 || (known != NULL && table_size(known) > 0);
    if (ok && *is_told)
        ok = py_tell_name(question, table_size(names) > 0 ? names : known, answer, &problem);
    else if (ok && found != NULL && found->source != NULL && table_size(found->source) > 0) {
        tell_source(found, answer);
        *is_told = TRUE;
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return ok;
}

static gboolean tell(const PyQuestion *question, const char *text, Answer *answer, GError **error)
{
    const Context *context = question->context;
    const char *sample = snippet_sample(text);
    if (sample != NULL) {
        g_autofree char *shown = g_strdup_printf("%s: %s", text, sample);
        return tell_snippet(question, shown, sample, answer, error);
    }
    if (!is_dotted(text))
        return tell_snippet(question, text, text, answer, error);
    gboolean is_told = FALSE;
    if (!tell_name(question, text, answer, &is_told, error) || is_told)
        return is_told;
    if (strchr(text, '.') != NULL && !is_known_owner(context, text))
        return tell_snippet(question, text, text, answer, error);
    say_unknown(context, "nothing in Python is called", text, answer);
    return TRUE;
}

/* The types of --type, or the usual ones. NULL: `answer` or `error` says why. */
static GPtrArray *read_types(const Context *context, gboolean *has_types, Answer *answer, GError **error)
{
    const char *list = context_option(context, "type");
    g_autofree char *unknown = NULL;
    *has_types = list != NULL && *list != '\0';
    if (!*has_types)
        return types_usual(context->index, FALSE, error);
    g_autoptr(GPtrArray) types = types_read(context->index, list, &unknown, error);
    if (unknown != NULL) {
        say_unknown(context, "no type", unknown, answer);
        return NULL;
    }
    return g_steal_pointer(&types);
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    PyQuestion question = {.context = context};
    GError *problem = NULL;
    g_autofree char *joined = g_strjoinv(" ", context->arguments), *text = g_utf8_make_valid(g_strstrip(joined), -1);
    if (*text == '\0' || strlen(text) > LONGEST) {
        answer->status = ANSWER_USAGE;
        answer_warn(answer, "py: %s", *text == '\0' ? "no name and no piece of Python" : "a short piece of Python is asked for");
        return g_steal_pointer(&answer);
    }
    g_autoptr(GPtrArray) types = question.types = read_types(context, &question.has_types, answer, &problem);
    g_autoptr(SlotFinder) finder = question.finder = types != NULL ? slot_finder_new(context->index, &problem) : NULL;
    g_autoptr(SourceLines) sources = question.sources = source_lines_new(context->index);
    if (finder != NULL)
        tell(&question, text, answer, &problem);
    if (problem == NULL)
        return g_steal_pointer(&answer);
    g_propagate_error(error, problem);
    return NULL;
}

static const CommandOption options[] = {
    {"type", 't', "TYPES", "of what type the objects are, as in int or int,float: what is tried, in that order"},
    {NULL, 0, NULL, NULL},
};

const Command command_py = {
    .name = "py",
    .usage = "NAME | OPERATOR | SNIPPET [--type TYPES]",
    .summary = "from a name, an operator or a piece of Python to the opcodes and the C that runs",
    .help = "NAME as list.append, len, math.sqrt; OPERATOR as + or in, or a keyword: for, with, import; SNIPPET as 'f(x)' or 'a + b'.\n"
            "The opcodes are what the tree's own compiler makes of it in a module. A strip goes down from each: a row is a call,\n"
            "below the function that makes it, with its place and the if that it stands behind; for is the type whose function it\n"
            "is. An opcode that calls nothing has none: body says where it stands. From 3.11 cold is what is compiled, warm what\n"
            "it becomes when it has run a few times. Hidden without --all: what pictures hide, and what would be too much for a\n"
            "screen.",
    .example = "cpyread py 'a + b' --type int",
    .options = options,
    .min_arguments = 1,
    .max_arguments = -1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .takes_code = TRUE,
    .run = run,
};
