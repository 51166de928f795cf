/* warmup.c: `cpyread warmup`: a question of five minutes, from what the index knows. Which one is a matter of the seed, the date
 * where none is given: the same for all who ask that day. The answer stays behind, for --answer.
 *
 * A kind of question is a row of the table below: it puts a question and its answer together from the rows of a statement,
 * of which the seed chooses one. */
#include "cmd/line.h"
#include "cmd/past.h"
#include "graph/style.h"

#include <string.h>

enum { CHOICES = 4 };

typedef struct Warmup {
    const Context *context;
    Lang lang;
    guint seed;
    GString *question, *answer; /* empty as long as there is none */
} Warmup;

static const char *say(const Warmup *warmup, const char *english, const char *korean)
{
    return warmup->lang == LANG_KO ? korean : english;
}

static void append_choice(const Warmup *warmup, const char *name)
{
    g_string_append_printf(warmup->question, "    %s\n", name);
}

/* ---- the kinds -------------------------------------------------------------------------------------------------- */

static int by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean has_choice(GPtrArray *choices, const char *name)
{
    return g_ptr_array_find_with_equal_func(choices, name, g_str_equal, NULL);
}

/* Which Python raises this text? The others come from all over the list, in the order of the alphabet. */
static gboolean ask_message(Warmup *warmup, const Table *rows, guint chosen, GError **error)
{
    (void)error;
    g_autoptr(GPtrArray) choices = g_ptr_array_new();
    guint count = table_size(rows);

    for (guint i = 0; i < count && choices->len < CHOICES; i++) {
        guint row = (chosen + i * (count / CHOICES + 1)) % count;
        if (!has_choice(choices, table_get(rows, row, "python")))
            g_ptr_array_add(choices, (gpointer)table_get(rows, row, "python"));
    }
    g_ptr_array_sort(choices, by_text);
    g_string_append_printf(warmup->question, say(warmup, "%s: %s\nWhich of these says so, and when?\n",
                                                 "%s: %s\n이렇게 말하는 것은 어느 것이고, 언제 그럴까?\n"),
                           table_get(rows, chosen, "exception"), table_get(rows, chosen, "text"));
    for (guint i = 0; i < choices->len; i++)
        append_choice(warmup, choices->pdata[i]);
    g_string_append_printf(warmup->answer, "%s: %s, %s:%s\n", table_get(rows, chosen, "python"),
                           table_get(rows, chosen, "function"), table_get(rows, chosen, "file"),
                           table_get(rows, chosen, "line"));
    return TRUE;
}

static gboolean ask_gone(Warmup *warmup, const Table *rows, guint chosen, GError **error)
{
    (void)error;
    const char *name = table_get(rows, chosen, "function");
    g_autofree char *became = past_became(warmup->context, name, warmup->lang);

    g_string_append_printf(warmup->question,
                           say(warmup, "Where did it go? %s stood in %s, and is there no more.\nWhat does its work now, and why?\n",
                               "어디로 갔을까? %s 함수는 %s 파일에 있었는데 이제는 없다.\n지금은 무엇이 그 일을 하고, 왜 그럴까?\n"),
                           name, table_get(rows, chosen, "file"));
    g_string_append_printf(warmup->answer, "%s\n%s %s %s\ncpyread commit %s\n", became != NULL ? became : name,
                           table_get(rows, chosen, "commit"), table_get(rows, chosen, "date"),
                           table_get(rows, chosen, "subject"), table_get(rows, chosen, "commit"));
    return TRUE;
}

/* Of some commits the tree has no function with three neighbours: then there is no question. */
static gboolean ask_added(Warmup *warmup, const Table *rows, guint chosen, GError **error)
{
    const char *hash = table_get(rows, chosen, "hash");
    g_autoptr(Table) names = index_query(warmup->context->index, error, "draft_quiz", "hash", hash, NULL);

    if (names == NULL || table_size(names) < CHOICES)
        return names != NULL;
    g_string_append_printf(warmup->question, say(warmup, "%.10s %s %s\nWhich of these did the commit add?\n",
                                                 "%.10s %s %s\n이 커밋이 더한 함수는 어느 것일까?\n"),
                           hash, table_get(rows, chosen, "date"), table_get(rows, chosen, "subject"));
    for (guint i = 0; i < CHOICES; i++) {
        append_choice(warmup, table_get(names, i, "name"));
        if (table_get_int(names, i, "added"))
            g_string_append_printf(warmup->answer, "%s\ncpyread commit %.10s\n", table_get(names, i, "name"), hash);
    }
    return TRUE;
}

static const struct {
    const char *name, *statement;
    gboolean (*ask)(Warmup *warmup, const Table *rows, guint chosen, GError **error);
} kinds[] = {
    {"message", "warmup_messages", ask_message},
    {"gone", "warmup_gone", ask_gone},
    {"added", "warmup_added", ask_added},
};

/* Dates that follow one another must not lead to questions that do. */
static guint mix(const char *seed)
{
    guint hash = g_str_hash(seed) * 2654435761u;

    return hash ^ hash >> 15;
}

/* ---- the command ------------------------------------------------------------------------------------------------ */

/* Puts a question of that kind together, if the index knows enough for one. */
static gboolean ask(Warmup *warmup, guint kind, GError **error)
{
    g_autoptr(Table) rows = index_query(warmup->context->index, error, kinds[kind].statement, NULL);
    guint count = rows != NULL ? table_size(rows) : 0;

    for (guint i = 0; i < count && warmup->question->len == 0; i++)
        if (!kinds[kind].ask(warmup, rows, (warmup->seed / G_N_ELEMENTS(kinds) + i) % count, error))
            return FALSE;
    return rows != NULL;
}

static gboolean read_options(Warmup *warmup, int *kind, GError **error)
{
    const char *lang = context_option(warmup->context, "lang"), *name = context_option(warmup->context, "kind");

    *kind = -1;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_strcmp0(name, kinds[i].name) == 0)
            *kind = (int)i;
    if (lang != NULL && !lang_parse(lang, &warmup->lang))
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "--lang is ko or en, not \"%s\"", lang);
    else if (name != NULL && *kind < 0)
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "--kind is message, gone or added, not \"%s\"", name);
    else
        return TRUE;
    return FALSE;
}

/* Asks by the kind wanted, else by the seed; where the index has no story, by what it has. */
static gboolean ask_any(Warmup *warmup, int kind, GError **error)
{
    guint first = kind >= 0 ? (guint)kind : warmup->seed % G_N_ELEMENTS(kinds);

    for (guint i = 0; i < (kind >= 0 ? 1 : G_N_ELEMENTS(kinds)) && warmup->question->len == 0; i++)
        if (!ask(warmup, (first + i) % G_N_ELEMENTS(kinds), error))
            return FALSE;
    return TRUE;
}

static void add_question(const Warmup *warmup, const char *seed, Answer *answer)
{
    g_autofree char *title = g_strdup_printf(say(warmup, "Warm-up %s", "몸풀기 %s"), seed);
    g_autofree char *options = g_strjoinv(" ", warmup->context->options);
    g_autofree char *behind = g_strdup_printf("%s: cpyread warmup %s%s%s --answer", say(warmup, "the answer", "답"), seed,
                                              *options != '\0' ? " " : "", options);

    if (warmup->question->len == 0) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "the index knows too little for such a question; gone and added need a story (cpyread story)");
        return;
    }
    answer_add_heading(answer, title);
    answer_add_paragraph(answer, warmup->question->str);
    if (context_option(warmup->context, "answer") != NULL)
        answer_add_paragraph(answer, warmup->answer->str);
    else
        answer_add_paragraph(answer, behind);
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    g_autofree char *today = g_date_time_format(now, "%Y-%m-%d");
    g_autoptr(GString) question = g_string_new(NULL), reply = g_string_new(NULL);
    const char *seed = context->arguments[0] != NULL ? context->arguments[0] : today;
    Warmup warmup = {context, LANG_EN, mix(seed), question, reply};
    int kind;

    if (!read_options(&warmup, &kind, error) || !ask_any(&warmup, kind, error))
        return NULL;
    add_question(&warmup, seed, answer);
    return g_steal_pointer(&answer);
}

static const CommandOption options[] = {
    {"answer", 0, NULL, "with the answer"},
    {"kind", 0, "KIND", "message: what raises a text; gone: where a function went; added: what a commit added"},
    {"lang", 0, "LANG", "ko or en"},
    {NULL, 0, NULL, NULL},
};

const Command command_warmup = {
    .name = "warmup",
    .usage = "[SEED] [--kind message|gone|added] [--answer]",
    .summary = "a question of five minutes for the beginning of a meeting, and its answer",
    .help = "The same question for the same SEED, which is today's date where none is given.",
    .example = "cpyread warmup 2018-01-22",
    .options = options,
    .min_arguments = 0,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
