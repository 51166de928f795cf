/* error.c: `cpyread error TEXT`: where an error is raised that says so, and what leads there. */
#include "cmd/command.h"
#include "query/messages.h"

#include <stdlib.h>
#include <string.h>

#define NEAREST 3
#define IN_FULL 20 /* of the closest messages: what leads to them is looked for */
#define LEAST   8  /* letters of a text that is looked for elsewhere */
#define ABOVE   4  /* that are named in a row */

/* What was seen, as the last line of a traceback has it: "TypeError: can only …". */
typedef struct Seen {
    const char *text;      /* all of it */
    const char *said;      /* what stands behind the exception; all of it, where there is none */
    const char *exception; /* without its module; NULL: none */
} Seen;

#define DOTTED_NAME G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_."

/* The exception that the text begins with, its module taken off ("json.decoder.JSONDecodeError: …"), or that is all of the
 * text; NULL: none. The caller frees it. */
static char *exception_of(const char *text)
{
    gsize length = strspn(text, DOTTED_NAME);
    g_autofree char *name = g_strndup(text, length);
    const char *dot = strrchr(name, '.'), *last = dot != NULL ? dot + 1 : name;
    gboolean is_one = g_ascii_isupper(*last) && (text[length] == '\0' || g_str_has_prefix(text + length, ": "));
    return is_one ? g_strdup(last) : NULL;
}

/* What stands behind the exception; all, where nothing does. */
static const char *behind(const char *text)
{
    const char *colon = text + strspn(text, DOTTED_NAME);
    return *colon == ':' ? colon + 2 : text;
}

/* What people meet first: opcodes and public names, then what a leading _ hides, then what is there to test CPython (the modules
 * _test…, and xx… of examples). */
static int rank_of(const char *name)
{
    if (g_str_has_prefix(name, "_test") || g_str_has_prefix(name, "_xx") || g_str_has_prefix(name, "xx"))
        return 3;
    if (g_ascii_isupper(*name) && strchr(name, '.') == NULL)
        return 0;
    return *name != '_' || g_str_has_prefix(name, "__") ? 1 : 2;
}

/* Tests last, however near; then the fewest calls between. */
static gint compare_names(gconstpointer a, gconstpointer b)
{
    char *const *x = *(char *const *const *)a, *const *y = *(char *const *const *)b;
    int rank = rank_of(x[0]), other = rank_of(y[0]), steps = atoi(x[1]) - atoi(y[1]);
    if (rank != other && (rank == 3 || other == 3 || steps == 0))
        return rank - other;
    return steps != 0 ? steps : strcmp(x[0], y[0]);
}

/* Appends the first few names of a table (name, steps); "LOAD_NAME, LOAD_GLOBAL, 3 more". */
static void append_names(GString *to, Table *names)
{
    guint count = table_size(names), shown = count == ABOVE + 1 ? count : MIN(count, ABOVE);
    g_ptr_array_sort(names->rows, compare_names);
    for (guint i = 0; i < shown; i++)
        g_string_append_printf(to, "%s%s", to->len > 0 ? ", " : "", table_get(names, i, "name"));
    if (count > shown)
        g_string_append_printf(to, ", %u more", count - shown);
}

/* What leads to a message: the opcode that raises it, or names and opcodes that come to its function. NULL: nothing is known. */
static char *find_above(const Context *context, const Table *message, GError **error)
{
    if (table_get(message, 0, "function_id") == NULL) /* Lib raises it */
        return NULL;
    gboolean is_message = table_find(message, "opcode") >= 0;
    g_autoptr(GString) above = g_string_new(is_message ? table_get(message, 0, "opcode") : NULL);
    static const char *const STEPS[] = {"2", "5"}; /* further only where nobody is near */
    for (guint i = 0; above->len == 0 && i < G_N_ELEMENTS(STEPS); i++) {
        g_autoptr(Table) names = index_query(context->index, error, "message_above", "id",
                                             table_get(message, 0, "function_id"), "steps", STEPS[i], NULL);
        if (names == NULL)
            return NULL;
        append_names(above, names);
    }
    return above->len > 0 ? g_string_free(g_steal_pointer(&above), FALSE) : NULL;
}

/* A function of a header is one in each unit that includes it: what would be told again word for word is left out. */
static gboolean is_new(GHashTable *known, const Table *message)
{
    return g_hash_table_add(known, g_strjoin("\n", table_get(message, 0, "file"), table_get(message, 0, "line"),
                                             table_get(message, 0, "function"), table_get(message, 0, "text"),
                                             table_get(message, 0, "exception"), NULL));
}

static gboolean add_row(const Context *context, const Table *message, gboolean in_full, Table *table, GError **error)
{
    GError *problem = NULL;
    g_autofree char *above = in_full ? find_above(context, message, &problem) : NULL;
    const char *cells[] = {table_get(message, 0, "text"), table_get(message, 0, "exception"),
                           table_get(message, 0, "function"), above, table_get(message, 0, "file"),
                           table_get(message, 0, "line")};
    table_add(table, cells);
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

/* The messages as rows; with `exception` what is raised as another is left out. */
static Table *tell(const Context *context, const GPtrArray *found, const char *exception, GError **error)
{
    static const char *const columns[] = {"text", "exception", "function", "above", "file", "line", NULL};
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(Table) table = table_new(columns);
    for (guint i = 0; i < found->len; i++) {
        g_autofree char *key = g_strdup_printf("%" G_GINT64_FORMAT, ((const Message *)found->pdata[i])->id);
        g_autoptr(Table) message = index_query(context->index, error, "message", "id", key, NULL);
        if (message == NULL)
            return NULL;
        const char *raised = table_get(message, 0, "exception");
        gboolean is_other = exception != NULL && raised != NULL && strcmp(raised, exception) != 0;
        gboolean in_full = context->all || table_size(table) < IN_FULL;
        if (!is_other && is_new(known, message) && !add_row(context, message, in_full, table, error))
            return NULL;
    }
    table_set_number(table, "line");
    return g_steal_pointer(&table);
}

/* A literal as it reads, on one line. The caller frees it. */
static char *literal_text(const char *literal)
{
    const char *open = strchr(literal, '"');
    char *text = g_strcompress(open != NULL ? open + 1 : literal);
    gsize length = strlen(text);
    if (open != NULL && length > 0)
        text[length - 1] = '\0';
    return g_strdelimit(text, "\n\t", ' ');
}

static gboolean add_literal(const Context *context, const Table *literals, guint row, const char *text, Table *table,
                            GError **error)
{
    g_autoptr(Table) one = table_new_like(literals);
    table_add(one, (const char *const *)literals->rows->pdata[row]);
    GError *problem = NULL;
    g_autofree char *above = find_above(context, one, &problem);
    const char *cells[] = {text, table_get(one, 0, "function"), above, table_get(one, 0, "file"), table_get(one, 0, "line")};
    table_add(table, cells);
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

static gint compare_lengths(gconstpointer a, gconstpointer b)
{
    gsize x = strlen(*(char *const *)a), y = strlen(*(char *const *)b);
    return x > y ? -1 : x < y;
}

/* The literals that have one of the two longest words of `part`. */
static Table *find_literals(const Context *context, const char *part, GError **error)
{
    g_auto(GStrv) words = g_strsplit_set(part, " '\"():,.;%\\", -1);
    qsort(words, g_strv_length(words), sizeof *words, compare_lengths);
    g_autofree char *word = g_strconcat("%", words[0], "%", NULL);
    gboolean has_other = words[1] != NULL && *words[1] != '\0'; /* else NULL: nothing is LIKE that */
    g_autofree char *other = has_other ? g_strconcat("%", words[1], "%", NULL) : NULL;
    return index_query(context->index, error, "message_literals", "word", word, "other", other, NULL);
}

/* The text may be raised in another way: put together in a buffer, or by the method that gives an exception its text. */
static gboolean add_literals(const Context *context, const char *part, Answer *answer, GError **error)
{
    static const char *const columns[] = {"text", "function", "above", "file", "line", NULL};
    g_autoptr(Table) table = table_new(columns);
    g_autoptr(Table) literals = find_literals(context, part, error);
    if (literals == NULL)
        return FALSE;
    for (guint i = 0; i < table_size(literals) && table_size(table) < IN_FULL; i++) {
        g_autofree char *text = literal_text(table_get(literals, i, "text"));
        int same = messages_match(text, part);
        if (same >= LEAST && (gsize)same * 2 >= strlen(part) && !add_literal(context, literals, i, text, table, error))
            return FALSE;
    }
    table_set_number(table, "line");
    g_autofree char *title = g_strdup_printf("\"%s\": no call was seen to raise it; functions that have the text", part);
    if (table_size(table) > 0)
        answer_add_table(answer, title, g_steal_pointer(&table), NULL);
    return TRUE;
}

/* "; what raises KeyError: cpyread refs PyExc_KeyError", where the text begins with an exception of C's, whose text may be nothing
 * but what was asked for, or the system's; "" else. */
static char *hint_at(const Context *context, const char *exception, GError **error)
{
    g_autofree char *variable = g_strconcat("PyExc_", exception, NULL);
    g_autoptr(Table) found = exception != NULL ? index_query(context->index, error, "resolve_name", "name", variable, NULL) : NULL;
    if (exception != NULL && found == NULL)
        return NULL;
    return found != NULL && table_size(found) > 0
               ? g_strdup_printf("; what raises %s: cpyread refs %s", exception, variable) : g_strdup("");
}

static gboolean say_nothing(const Context *context, const Seen *seen, Answer *answer, GError **error)
{
    const char *text = seen->text;
    g_autofree char *shown = g_utf8_make_valid(text, (gssize)MIN(strlen(text), 200));
    if (strlen(seen->said) >= LEAST && !add_literals(context, seen->said, answer, error))
        return FALSE;
    if (answer->blocks->len > 0)
        return TRUE;
    g_autofree char *hint = hint_at(context, seen->exception, error);
    if (hint == NULL)
        return FALSE;
    g_auto(GStrv) near = messages_nearest(context->index, seen->said, NEAREST, error);
    if (near == NULL)
        return FALSE;
    g_autofree char *list = g_strjoinv("\"; \"", near);
    answer->status = ANSWER_NOTHING;
    if (near[0] != NULL)
        answer_warn(answer, "no error says \"%s\"%s; nearest: \"%s\"", shown, hint, list);
    else
        answer_warn(answer, "no error says \"%s\" in %s%s%s", shown, index_tree(context->index), hint,
                    *hint == '\0' ? "; other texts: cpyread find WORDS" : "");
    return TRUE;
}

/* "'popitem(): dictionary is empty'", as a traceback has what a KeyError says; NULL: it is not in quotes. The caller frees it. */
static char *within_quotes(const char *text)
{
    gsize length = strlen(text);
    gboolean is_quoted = length > 2 && (*text == '\'' || *text == '"') && text[length - 1] == *text;
    return is_quoted ? g_strndup(text + 1, length - 2) : NULL;
}

/* Looks for one reading of the text; NULL with `error`. */
static Table *find_part(const Context *context, const char *part, const char *exception, GError **error)
{
    g_autoptr(GPtrArray) found = messages_find(context->index, part, error);
    return found != NULL ? tell(context, found, exception, error) : NULL;
}

/* The readings of the text, one after the other, until one finds anything: what stands behind the exception and is raised as it,
 * since a text that begins with a hole would take the exception's name for what fills it; then what is raised as another. */
static Table *find_seen(const Context *context, const Seen *seen, Answer *answer, GError **error)
{
    gboolean is_bare = seen->said == seen->text, is_word = !is_bare && strchr(seen->said, ' ') == NULL; /* "KeyError: 'x'" */
    const char *exception = is_bare ? NULL : seen->exception;
    g_autofree char *inside = within_quotes(seen->said);
    const char *parts[] = {is_word ? NULL : seen->said, is_word ? NULL : inside, seen->said};
    guint readings = exception != NULL && !is_word ? 3 : 2;
    g_autoptr(Table) table = table_new((const char *const[]){"text", NULL});
    for (guint i = 0; i < readings && table != NULL && table_size(table) == 0; i++) {
        if (parts[i] == NULL)
            continue;
        table_free(table);
        table = find_part(context, parts[i], i < 2 ? exception : NULL, error);
        if (i == 2 && table != NULL && table_size(table) > 0)
            answer_warn(answer, "nothing that is raised as %s says so; what says so is raised as another", exception);
    }
    return g_steal_pointer(&table);
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    g_autofree char *joined = g_strjoinv(" ", context->arguments), *text = g_utf8_make_valid(g_strstrip(joined), -1);
    if (*text == '\0') {
        answer->status = ANSWER_USAGE;
        answer_warn(answer, "error: no text to look for");
        return g_steal_pointer(&answer);
    }
    g_autofree char *exception = exception_of(text);
    const Seen seen = {text, exception != NULL ? behind(text) : text, exception};
    g_autoptr(Table) table = find_seen(context, &seen, answer, error);
    if (table == NULL)
        return NULL;
    guint count = table_size(table);
    if (count == 0)
        return say_nothing(context, &seen, answer, error) ? g_steal_pointer(&answer) : NULL;
    g_autofree char *title = g_strdup_printf("\"%s\": raised in %u %s", text, count, count == 1 ? "place" : "places");
    answer_add_table(answer, title, g_steal_pointer(&table), NULL);
    return g_steal_pointer(&answer);
}

const Command command_error = {
    .name = "error",
    .usage = "TEXT",
    .summary = "where an error is raised that says so, and what leads there; by any part of its text",
    .help = "TEXT is what was seen, or a part of it: what a format fills in (%s) matches anything. The closest come first:\n"
            "those of which most stands in the source itself. A traceback's last line will do. above: the opcode that raises it, or what Python calls\n"
            "its function, and what comes there by calls by name: names, opcodes. Warnings are found, too. What Lib raises is\nlisted where C has nothing as close. What is only put together at run time is not known; functions that have the text are.",
    .example = "cpyread error 'list index out of range'",
    .min_arguments = 1,
    .max_arguments = -1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
