/* find.c: `cpyread find WORDS`: names by what one remembers of them. */
#include "cmd/command.h"

#include "cmd/notes.h"
#include "page/glossary.h"
#include "query/resolve.h"
#include "query/search.h"

#include <string.h>

#define LONGEST 1000 /* bytes of all words: longer than any name, and what one remembers of a text */

/* The words, without empty ones, which would be found everywhere. */
static GStrv split_words(const char *text)
{
    GPtrArray *kept = g_ptr_array_new();
    g_auto(GStrv) words = g_strsplit_set(text, " \t\n", -1);
    for (char **word = words; *word != NULL; word++)
        if (**word != '\0')
            g_ptr_array_add(kept, g_strdup(*word));
    g_ptr_array_add(kept, NULL);
    return (GStrv)g_ptr_array_free(kept, FALSE);
}

static void say_nothing(const Context *context, const char *text, GStrv words, Answer *answer)
{
    gboolean is_one = words[1] == NULL && g_utf8_validate(text, -1, NULL);
    g_auto(GStrv) names = is_one ? resolve_nearest(context->index, words[0], 5, NULL) : NULL;
    g_autofree char *list = names != NULL ? g_strjoinv(", ", names) : g_strdup("");
    g_autofree char *shown = g_utf8_make_valid(text, (gssize)MIN(strlen(text), 200));
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "nothing has %s in it%s%s", shown, *list != '\0' ? "; nearest: " : "", list);
}

/* The terms of the group's glossary that are meant, in English or Korean. */
static Table *find_terms(const char *text)
{
    g_autofree char *folder = notes_folder();

    return glossary_find(folder, text);
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    g_autofree char *text = g_strjoinv(" ", context->arguments);
    g_auto(GStrv) words = split_words(text);
    if (words[0] == NULL) {
        answer->status = ANSWER_USAGE;
        answer_warn(answer, "find: no word to look for");
        return g_steal_pointer(&answer);
    }
    if (strlen(text) > LONGEST || !g_utf8_validate(text, -1, NULL)) { /* all texts of an index are valid */
        say_nothing(context, text, words, answer);
        return g_steal_pointer(&answer);
    }
    g_autoptr(Table) found = search(context->index, (const char *const *)words, context->all, error);
    if (found == NULL)
        return NULL;
    g_autoptr(Table) terms = find_terms(text);
    g_autofree char *title = g_strdup_printf("%s: %u found", text, table_size(found));
    if (table_size(found) > 0)
        answer_add_table(answer, title, g_steal_pointer(&found), NULL);
    else if (table_size(terms) == 0)
        say_nothing(context, text, words, answer);
    if (table_size(terms) > 0)
        answer_add_table(answer, "in the glossary", g_steal_pointer(&terms), NULL);
    return g_steal_pointer(&answer);
}

const Command command_search = {
    .name = "find",
    .usage = "WORDS",
    .summary = "symbols, Python names, commits, files and texts by parts of their names, or words in them",
    .help =
        "All words must occur, in any order and case. First come names that are just that, then those "
        "that begin\n"
        "so, those that have the words as parts (dict copy: PyDict_Copy), those that have them anywhere, "
        "paths of\n"
        "files, and symbols with the words in the comment above them. Where no name has the words, or with "
        "--all,\n"
        "messages of errors (unhashable type), other literals, by what holds them, and commits by their subjects. A commit\n"
        "is found by its hash, or its issue (bpo-31179), too; a term of notes/glossary.md by its English or either Korean name.",
    .example = "cpyread find dict copy",
    .min_arguments = 1,
    .max_arguments = -1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
