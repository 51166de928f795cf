/* source.c: `cpyread source`: the text of functions as it stands in the tree, and nothing else; what handouts
 * print.
 *
 * A block in braces can be folded: its lines are left out, and counted. The answer then is one excerpt for
 * each piece; the title of a piece that goes on after a fold begins with "⋯ N lines". */
#include "cmd/either.h"
#include "cmd/line.h"
#include "cmd/subject.h"
#include "query/expand.h"
#include "query/head.h"

#include <string.h>

typedef struct Lines {
    GStrv text; /* of the lines `first`…`last` */
    int first, last;
    gboolean stale;
    gboolean *is_folded;
    const char **why; /* for the first line of a fold: its reason, or NULL */
} Lines;

static void lines_clear(Lines *lines)
{
    g_strfreev(lines->text);
    g_free(lines->is_folded);
    g_free(lines->why);
}

/* Reads the symbol's lines and those above that belong to its head ("static PyObject *"). */
static gboolean read_lines(const Context *context, const Table *symbol, Lines *lines, GError **error)
{
    int line = (int)table_get_int(symbol, 0, "line"), end = (int)table_get_int(symbol, 0, "end_line");
    g_autofree char *text = NULL;

    lines->first = head_line(context->index, symbol, 0);
    lines->last = MAX(line, end);
    text = index_read_source(context->index, table_get(symbol, 0, "file"), lines->first, lines->last,
                             &lines->stale, error);
    if (text == NULL)
        return FALSE;
    lines->text = g_strsplit(text, "\n", -1);
    lines->is_folded = g_new0(gboolean, g_strv_length(lines->text) + 1);
    lines->why = g_new0(const char *, g_strv_length(lines->text) + 1);
    return TRUE;
}

/* The line that closes the brace opened in line `i` or soon after (`*opened` says where); -1: none. */
static int closing_line(char **text, int i, int *opened)
{
    int depth = 0;

    for (*opened = -1; text[i] != NULL; i++) {
        for (const char *at = text[i]; *at != '\0'; at++) {
            if (*at == '{' && depth++ == 0)
                *opened = i;
            if (*at == '}' && --depth == 0)
                return i;
        }
    }
    return -1;
}

/* The first line from `from` on that holds `text`; -1: none. */
static int line_with(char **lines, int from, const char *text)
{
    for (int i = from; lines[i] != NULL; i++)
        if (strstr(lines[i], text) != NULL)
            return i;
    return -1;
}

static void fold_range(Lines *lines, int from, int to, const char *why)
{
    for (int i = from; i < to; i++)
        lines->is_folded[i] = TRUE;
    if (from < to)
        lines->why[from] = why;
}

/* Folds what `text` says: "TEXT", the inside of the block in braces that begins at the line with TEXT, or
 * "FROM .. TO", the lines from the one with FROM to before that with TO. FALSE: there are no such lines here.
 */
static gboolean fold(Lines *lines, const char *text, const char *why)
{
    g_auto(GStrv) ends = g_strsplit(text, " .. ", 2);
    int from = line_with(lines->text, 0, ends[0]), opened, closed;

    if (from < 0)
        return FALSE;
    if (ends[1] != NULL) {
        int to = line_with(lines->text, from + 1, ends[1]);
        fold_range(lines, from, to, why);
        return to >= 0;
    }
    closed = closing_line(lines->text, from, &opened);
    if (closed >= 0)
        fold_range(lines, opened + 1, closed, why);
    return closed >= 0;
}

/* Does what the options --fold='TEXT=>WHY' say; one with a ? in front may find nothing in this tree. */
static void fold_all(const Context *context, const Table *symbol, Lines *lines, Answer *answer)
{
    static const char option[] = "--fold=";

    for (guint i = 0; context->options[i] != NULL; i++) {
        const char *wanted = context->options[i] + strlen(option), *why;
        g_autofree char *text = NULL;
        gboolean may_miss;

        if (!g_str_has_prefix(context->options[i], option))
            continue;
        may_miss = wanted[0] == '?';
        wanted += may_miss;
        why = strstr(wanted, "=>");
        text = why != NULL ? g_strndup(wanted, (gsize)(why - wanted)) : g_strdup(wanted);
        if (!fold(lines, text, why != NULL ? why + 2 : NULL) && !may_miss)
            answer_warn(answer, "nothing to fold in %s: %s", table_get(symbol, 0, "name"), text);
    }
    /* What Argument Clinic leaves between a function's head and its body says nothing to a reader. */
    for (int i = 0; lines->text[i] != NULL; i++)
        if (g_str_has_prefix(lines->text[i], "/*[clinic end generated code"))
            fold_range(lines, i, i + 1, "Argument Clinic");
}

/* With --most N the rest of a long function is left out: its first lines stay, and the brace that closes it. */
static gboolean cut(const Context *context, Lines *lines, GError **error)
{
    const char *text = context_option(context, "most");
    int shown = 0, last = lines->last - lines->first;
    gint64 most;

    if (text == NULL)
        return TRUE;
    if (!g_ascii_string_to_signed(text, 10, 4, 1000, &most, NULL)) {
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "--most takes a number from 4 to 1000, not \"%s\"", text);
        return FALSE;
    }
    for (int i = 0; i < last; i++) {
        shown += !lines->is_folded[i];
        if (shown >= most) {
            fold_range(lines, i, last, lines->why[i]);
            return TRUE;
        }
    }
    return TRUE;
}

static void add_pieces(const Context *context, const Table *symbol, const Lines *lines, Answer *answer)
{
    const char *path = table_get(symbol, 0, "file");
    g_autofree char *title = g_strdup(table_get(symbol, 0, "name"));
    int count = lines->last - lines->first + 1;

    for (int i = 0; i < count && lines->text[i] != NULL;) {
        g_autoptr(GString) piece = g_string_new(NULL);
        const char *why;
        int start = i;

        for (; i < count && lines->text[i] != NULL && !lines->is_folded[i]; i++)
            g_string_append_printf(piece, "%s\n", lines->text[i]);
        answer_add_source(answer, title,
                          excerpt_new(path, index_tree(context->index), lines->first + start,
                                      g_strdup(piece->str), lines->stale));
        why = lines->why[i];
        start = i;
        while (i < count && lines->text[i] != NULL && lines->is_folded[i])
            i++;
        g_free(title);
        title = g_strdup_printf("⋯ %d lines%s%s", i - start, why != NULL ? ": " : "", why != NULL ? why : "");
    }
}

/* Of what a macro made the use is not enough to read: its text with the arguments filled in comes behind it. */
static gboolean add_expansion(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    const char *macro = table_get(symbol, 0, "by_macro");
    GError *problem = NULL;
    g_autoptr(Expansion) expansion =
        macro == NULL ? NULL
                      : expand_use(context->index, macro, table_get(symbol, 0, "file"),
                                   (int)table_get_int(symbol, 0, "line"), &problem);

    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    if (expansion == NULL)
        return TRUE;
    g_autofree char *title = g_strdup_printf("%s → %s", expansion->macro, table_get(symbol, 0, "name"));
    answer_add_source(answer, title,
                      excerpt_new(expansion->file, index_tree(context->index), expansion->line,
                                  g_steal_pointer(&expansion->text), expansion->is_stale));
    return TRUE;
}

static gboolean add_symbol(const Context *context, const Table *symbol, Answer *answer, GError **error)
{
    Lines lines = {0};

    if (table_get(symbol, 0, "file") == NULL) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "%s is not in the tree", table_get(symbol, 0, "name"));
        return TRUE;
    }
    if (!read_lines(context, symbol, &lines, error))
        return FALSE;
    fold_all(context, symbol, &lines, answer);
    gboolean is_cut = cut(context, &lines, error);
    if (is_cut)
        add_pieces(context, symbol, &lines, answer);
    lines_clear(&lines);
    return is_cut && add_expansion(context, symbol, answer, error);
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();

    for (guint i = 0; context->arguments[i] != NULL; i++) {
        g_autoptr(Table) symbol = NULL;
        if (!either_find(context, context->arguments[i], answer, &symbol, error))
            return NULL;
        if (symbol == NULL && either_may_miss(context->arguments[i]))
            continue;
        if (symbol == NULL)
            return g_steal_pointer(&answer);
        if (!add_symbol(context, symbol, answer, error))
            return NULL;
    }
    if (answer->blocks->len == 0 && answer->status == ANSWER_FOUND) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "none of these names is here");
    }
    return g_steal_pointer(&answer);
}

static const CommandOption options_of_source[] = {
    {"fold", 0, "TEXT=>WHY",
     "leave out the block in braces at the line with TEXT (or FROM .. TO); may be given again"},
    {"most", 0, "N", "leave out what is beyond N lines of a function"},
    {NULL, 0, NULL, NULL},
};

const Command command_source = {
    .name = "source",
    .usage = "NAME… [--fold 'TEXT=>WHY'] [--most N]",
    .summary = "the text of a function as it stands in the tree, with its line numbers",
    .help = "For handouts. NAME|NAME is the first that this tree has, NAME| may be missing. Lines left out "
            "by --fold are counted; a\n"
            "fold with a ? in front may find nothing. Of a function that a macro makes it is the use, and the macro's text with "
            "the\narguments filled in.",
    .example = "cpyread source PyDict_Copy",
    .options = options_of_source,
    .min_arguments = 1,
    .max_arguments = -1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
