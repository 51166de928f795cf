/* story.c: `cpyread story [NAME [ISSUE]]`: a curated story, notes/stories/NAME.tsv. */
#include "cmd/stories.h"

static Answer *list(const Context *context, GError **error)
{
    static const char *const columns[] = {"story", "commits", "title", NULL};
    g_auto(GStrv) names = story_names(context->index, error);
    g_autoptr(Answer) answer = answer_new();
    g_autoptr(Table) table = table_new(columns);
    for (guint i = 0; names != NULL && names[i] != NULL; i++) {
        g_autoptr(Story) story = story_open(context->index, names[i], error);
        if (story == NULL)
            return NULL;
        g_autofree char *count = g_strdup_printf("%u", table_size(story->commits));
        g_autofree char *title = story_text(story, "story", "title", "en");
        table_add(table, (const char *const[]){names[i], count, title});
    }
    if (names == NULL)
        return NULL;
    if (table_size(table) == 0) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "there is no story: a story is a file notes/stories/NAME.tsv");
        return g_steal_pointer(&answer);
    }
    table_set_number(table, "commits");
    answer_add_table(answer, "stories", g_steal_pointer(&table), NULL);
    return g_steal_pointer(&answer);
}

static Answer *run(const Context *context, GError **error)
{
    const char *name = context->arguments[0];
    return name == NULL ? list(context, error) : stories_answer(context, name, context->arguments[1], error);
}

const Command command_story = {
    .name = "story",
    .usage = "[NAME [ISSUE]] [--by area|claim|size] [--first] [--lang LANG]",
    .summary = "a story of commits: all of them, what to read first, one issue as a whole",
    .help = "A story is notes/stories/NAME.tsv, a line a commit, and NAME.story, the longer texts; both are looked for from the\n"
            "current folder upwards. ISSUE is a number, bpo-26110, the first digits of a commit, or words of a title. Of\n"
            "commits that change no C, and of those outside the history that was read, no functions are known.",
    .example = "cpyread story 3.7-speedups --first",
    .options = stories_options,
    .min_arguments = 0,
    .max_arguments = 2,
    .needs_index = TRUE,
    .only_reads = TRUE,
    .run = run,
};
