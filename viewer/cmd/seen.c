/* seen.c: `cpyread seen RECORD…`: marks the calls that a run executed. The index is written by cpyread-index. */
#include "cmd/command.h"
#include "cmd/indexer.h"

static Answer *run(const Context *context, GError **error)
{
    (void)error;
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    const char *head[] = {"seen", "--db", index_path(context->index), "--"};
    for (guint i = 0; i < G_N_ELEMENTS(head); i++)
        g_ptr_array_add(words, (char *)head[i]);
    for (char **argument = context->arguments; *argument != NULL; argument++)
        g_ptr_array_add(words, *argument);
    g_ptr_array_add(words, NULL);
    return indexer_become((const char *const *)words->pdata);
}

const Command command_seen = {
    .name = "seen",
    .usage = "RECORD…",
    .summary = "marks the calls that a recorded run executed",
    .help = "RECORD is what valgrind --tool=callgrind writes for a Python of this tree that was built with -g (make "
            "python), or\na recording of notes/recordings/. Several are the processes of one run. calls.seen is then how "
            "often a\nfunction called another, whichever of its lines did; no call is added. What was taken in before is "
            "replaced.\nThe marks stay when the index is changed or made anew, but for those of functions that are gone. A "
            "recording of\nanother version, or of which more than one function in twenty is not in the index, is refused.",
    .example = "cpyread seen notes/recordings/3.7.recording",
    .min_arguments = 1,
    .max_arguments = -1,
    .needs_index = TRUE,
    .run = run,
};
