/* index.c: `cpyread index …`: hands over to cpyread-index, so that this program never loads libclang. */
#include "cmd/command.h"
#include "cmd/indexer.h"

static Answer *run(const Context *context, GError **error)
{
    (void)error;
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    if (context->choice->db != NULL) { /* given before the command's name */
        g_ptr_array_add(words, (char *)"--db");
        g_ptr_array_add(words, (char *)context->choice->db);
    }
    for (char **argument = context->arguments; *argument != NULL; argument++)
        g_ptr_array_add(words, *argument);
    g_ptr_array_add(words, NULL);
    return indexer_become((const char *const *)words->pdata);
}

const Command command_index = {
    .name = "index",
    .usage = "[SRC] [--db FILE] [-j N] [--force] [--history RANGE]",
    .summary = "makes the index of a CPython tree, or brings it up to date",
    .help = "Done by cpyread-index, which gets all the words as they are: cpyread index --help shows its own "
            "help.\n"
            "Its progress and summary are plain text: --json changes nothing.",
    .example = "cpyread index cpython-src/3.7",
    .max_arguments = -1,
    .hands_over = TRUE,
    .run = run,
};
