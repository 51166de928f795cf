/* speedups.c: `cpyread speedups [ISSUE]`: the story of what made 3.7 faster. */
#include "cmd/stories.h"

#define STORY "3.7-speedups"

static Answer *run(const Context *context, GError **error)
{
    return stories_answer(context, STORY, context->arguments[0], error);
}

const Command command_speedups = {
    .name = "speedups",
    .usage = "[ISSUE or COMMIT] [--by area|claim|size] [--first] [--lang LANG]",
    .summary = "what made Python 3.7 faster: the commits, what to read first, one of them as a whole",
    .help = "The same as cpyread story 3.7-speedups. ISSUE is a number, bpo-26110, the first digits of a commit, or words of a\n"
            "title or of a function to look at. Claims are their authors', with the place where they stand; what was measured\n"
            "is said apart. The functions are those of the index at hand: what is not there any more is said to be gone.",
    .example = "cpyread speedups 31179",
    .options = stories_options,
    .min_arguments = 0,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
