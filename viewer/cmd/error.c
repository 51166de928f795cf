/* error.c: `cpyread error TEXT`: where an error is raised that says so, and what leads there. */
#include "cmd/command.h"
#include "query/messages.h"

#include <stdlib.h>
#include <string.h>

#define NEAREST 3
#define IN_FULL 20 /* of the closest messages: what leads to them is looked for */
#define LEAST   8  /* letters of a text that is looked for elsewhere */
#define ABOVE   4  /* that are named in a row */

/* Appends the first few names of a table; "LOAD_NAME, LOAD_GLOBAL, 3 more". */
static void append_names(GString *to, const Table *names)
{
    guint count = table_size(names), shown = count == ABOVE + 1 ? count : MIN(count, ABOVE);
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

static gboolean add_row(const Context *context, gint64 id, gboolean in_full, Table *table, GError **error)
{
    GError *problem = NULL;
    g_autofree char *key = g_strdup_printf("%" G_GINT64_FORMAT, id);
    g_autoptr(Table) message = index_query(context->index, error, "message", "id", key, NULL);
    if (message == NULL)
        return FALSE;
    g_autofree char *above = in_full ? find_above(context, message, &problem) : NULL;
    const char *cells[] = {table_get(message, 0, "text"), table_get(message, 0, "exception"),
                           table_get(message, 0, "function"), above, table_get(message, 0, "file"),
                           table_get(message, 0, "line")};
    table_add(table, cells);
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

static Table *tell(const Context *context, const GPtrArray *found, GError **error)
{
    static const char *const columns[] = {"text", "exception", "function", "above", "file", "line", NULL};
    g_autoptr(Table) table = table_new(columns);
    gboolean in_full = context->all;
    for (guint i = 0; i < found->len; i++)
        if (!add_row(context, ((const Message *)found->pdata[i])->id, in_full || i < IN_FULL, table, error))
            return NULL;
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

static gboolean say_nothing(const Context *context, const char *text, Answer *answer, GError **error)
{
    g_autofree char *shown = g_utf8_make_valid(text, (gssize)MIN(strlen(text), 200));
    if (strlen(text) >= LEAST && !add_literals(context, shown, answer, error))
        return FALSE;
    if (answer->blocks->len > 0)
        return TRUE;
    g_auto(GStrv) near = messages_nearest(context->index, text, NEAREST, error);
    if (near == NULL)
        return FALSE;
    g_autofree char *list = g_strjoinv("\"; \"", near);
    answer->status = ANSWER_NOTHING;
    if (near[0] != NULL)
        answer_warn(answer, "no error says \"%s\"; nearest: \"%s\"", shown, list);
    else
        answer_warn(answer, "no error says \"%s\" in %s; other texts: cpyread find WORDS", shown,
                    index_tree(context->index));
    return TRUE;
}

/* "'popitem(): dictionary is empty'", as a traceback has what a KeyError says; NULL: it is not in quotes. The caller frees it. */
static char *within_quotes(const char *text)
{
    gsize length = strlen(text);
    gboolean is_quoted = length > 2 && (*text == '\'' || *text == '"') && text[length - 1] == *text;
    return is_quoted ? g_strndup(text + 1, length - 2) : NULL;
}

/* "TypeError: can only …", as the last line of a traceback has it: what stands behind the exception; NULL: it is none, or
 * a single word stands there ("KeyError: 'x'"), which tells nothing. */
static const char *behind_exception(const char *text)
{
    gsize length = strspn(text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_.");
    gboolean is_one = g_ascii_isupper(*text) && g_str_has_prefix(text + length, ": ");
    return is_one && strchr(text + length + 2, ' ') != NULL ? text + length + 2 : NULL;
}

/* Takes out what is raised as another exception than the text begins with. */
static void keep_exception(Table *table, const char *text, const char *behind)
{
    g_autofree char *exception = g_strndup(text, (gsize)(behind - text) - 2);
    for (guint i = table_size(table); i > 0; i--) {
        const char *raised = table_get(table, i - 1, "exception");
        if (raised != NULL && strcmp(raised, exception) != 0)
            g_ptr_array_remove_index(table->rows, i - 1);
    }
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
    g_autoptr(GPtrArray) found = messages_find(context->index, text, error);
    if (found == NULL)
        return NULL;
    const char *behind = found->len == 0 ? behind_exception(text) : NULL;
    if (behind != NULL) {
        g_ptr_array_unref(found);
        found = messages_find(context->index, behind, error);
    }
    g_autofree char *inside = found != NULL && found->len == 0 ? within_quotes(behind != NULL ? behind : text) : NULL;
    if (inside != NULL) {
        g_ptr_array_unref(found);
        found = messages_find(context->index, inside, error);
    }
    g_autoptr(Table) table = found != NULL ? tell(context, found, error) : NULL;
    if (table == NULL)
        return NULL;
    if (behind != NULL)
        keep_exception(table, text, behind);
    guint count = table_size(table);
    if (count == 0)
        return say_nothing(context, text, answer, error) ? g_steal_pointer(&answer) : NULL;
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
