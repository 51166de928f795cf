/* find.c: `cpyread find WORDS`: names by what one remembers of them. */
#include "cmd/command.h"

#include "query/resolve.h"
#include "query/search.h"

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    g_autofree char *all_words = g_strjoinv(" ", context->arguments);
    g_auto(GStrv) words = g_strsplit_set(all_words, " \t\n", -1);
    guint kept = 0;
    for (guint i = 0; words[i] != NULL; i++) { /* empty words would be found everywhere */
        char *word = words[i];
        words[i] = NULL;
        if (*word != '\0')
            words[kept++] = word;
        else
            g_free(word);
    }
    if (kept == 0) {
        answer->status = ANSWER_USAGE;
        answer_warn(answer, "find: no word to look for");
        return g_steal_pointer(&answer);
    }
    Table *found = search(context->index, (const char *const *)words, context->all, error);
    if (found == NULL)
        return NULL;
    if (table_size(found) > 0) {
        g_autofree char *title = g_strdup_printf("%s: %u found", all_words, table_size(found));
        answer_add_table(answer, title, found, NULL);
        return g_steal_pointer(&answer);
    }
    table_free(found);
    g_auto(GStrv) names = resolve_nearest(context->index, words[0], 5, NULL);
    g_autofree char *list = names != NULL && kept == 1 ? g_strjoinv(", ", names) : g_strdup("");
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "nothing has %s in it%s%s", all_words, *list != '\0' ? "; nearest: " : "", list);
    return g_steal_pointer(&answer);
}

const Command command_search = {
    .name = "find",
    .usage = "WORDS",
    .summary = "symbols, files and texts by parts of their names, or words in them",
    .help =
        "All words must occur, in any order and case. First come names that are just that, then those "
        "that begin\n"
        "so, those that have the words as parts (dict copy: PyDict_Copy), those that have them anywhere, "
        "paths of\n"
        "files, and symbols with the words in the comment above them. Where no name has the words, or with "
        "--all,\n"
        "string literals as well (unhashable type), by what holds them.",
    .example = "cpyread find dict copy",
    .min_arguments = 1,
    .max_arguments = -1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
