/* index.c: `cpyread index …`: hands over to cpyread-index, as git does with its subcommands, so that this
 * program never loads libclang. */
#include "cmd/command.h"
#include "cmd/indexer.h"

#include <errno.h>
#include <unistd.h>

static char **indexer_words(const Context *context)
{
    GPtrArray *words = g_ptr_array_new();
    g_ptr_array_add(words, (char *)"cpyread-index");
    if (context->choice->db != NULL) { /* given before the command's name */
        g_ptr_array_add(words, (char *)"--db");
        g_ptr_array_add(words, (char *)context->choice->db);
    }
    for (char **argument = context->arguments; *argument != NULL; argument++)
        g_ptr_array_add(words, *argument);
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

static Answer *run(const Context *context, GError **error)
{
    (void)error;
    g_autoptr(Answer) answer = answer_new();
    g_autofree char *indexer = indexer_find();
    answer->status = ANSWER_FAILED;
    if (indexer == NULL) {
        answer_warn(
            answer,
            "the indexer, cpyread-index, was not built: it needs libclang-dev and llvm (" INDEXER_MENDING
            ")");
        return g_steal_pointer(&answer);
    }
    g_autofree char **words = indexer_words(context);
    execv(indexer, words);
    answer_warn(answer, "%s: %s", indexer, g_strerror(errno));
    return g_steal_pointer(&answer);
}

const Command command_index = {
    .name = "index",
    .usage = "[SRC] [--db FILE] [-j N] [--force]",
    .summary = "makes the index of a CPython tree, or brings it up to date",
    .help = "Done by cpyread-index, which gets all the words as they are: cpyread index --help shows its own "
            "help.\n"
            "Its progress and summary are plain text: --json changes nothing.",
    .example = "cpyread index cpython-src/3.7",
    .max_arguments = -1,
    .hands_over = TRUE,
    .run = run,
};
