/* stories.c: what `story` and `speedups` share: which story, which part of it, in which language. See stories.h. */
#include "cmd/stories.h"

#include "cmd/line.h"
#include "query/nearest.h"

#include <string.h>

#define NEAREST 5

const CommandOption stories_options[] = {
    {"by", 0, "ORDER", "the table by area, by claim (the largest first) or by size (changed lines)"},
    {"first", 0, NULL, "what to read first, in that order"},
    {"lang", 0, "LANG", "titles and texts in en or ko"},
    {NULL, 0, NULL, NULL},
};

const char *stories_say(const Telling *telling, const char *english, const char *korean)
{
    return telling->lang == LANG_KO ? korean : english;
}

/* ---- what is not there ----------------------------------------------------------------------------------------------- */

static gboolean say_no_story(const Context *context, const char *name, Answer *answer, GError **error)
{
    g_auto(GStrv) names = story_names(context->index, error);
    if (names == NULL)
        return FALSE;
    g_autofree char *list = g_strjoinv(", ", names);
    answer->status = ANSWER_NOTHING;
    if (names[0] != NULL)
        answer_warn(answer, "no story %s; there are: %s", name, list);
    else
        answer_warn(answer, "no story %s: a story is a file notes/stories/NAME.tsv", name);
    return TRUE;
}

static void say_unknown(const Telling *telling, const char *what, Answer *answer)
{
    g_auto(GStrv) near = story_nearest(telling->story, what, NEAREST);
    g_autofree char *list = g_strjoinv(", ", near);
    answer->status = ANSWER_NOTHING;
    answer_warn(answer, "nothing of %s is told under %s%s%s", telling->story->name, what, *list != '\0' ? "; nearest: " : "",
                list);
}

/* ---- what is asked for ----------------------------------------------------------------------------------------------- */

static gboolean tell_part(const Telling *telling, const char *what, Answer *answer, GError **error)
{
    g_autoptr(GPtrArray) unders = story_find(telling->story, what);
    if (unders->len == 0) {
        say_unknown(telling, what, answer);
        return TRUE;
    }
    if (unders->len == 1)
        return stories_add_issue(telling, unders->pdata[0], answer, error);
    answer_warn(answer, "%s is told under %u issues; one of them as a whole: cpyread %s %s%s%s", what, unders->len,
                telling->context->arguments[1] != NULL ? "story" : "speedups",
                telling->context->arguments[1] != NULL ? telling->story->name : "",
                telling->context->arguments[1] != NULL ? " " : "", (char *)unders->pdata[0]);
    return stories_add_table(telling, unders, answer, error);
}

static gboolean tell(const Telling *telling, const char *what, Answer *answer, GError **error)
{
    for (guint i = 0; i < telling->story->problems->len; i++)
        answer_warn(answer, "%s", (char *)telling->story->problems->pdata[i]);
    if (what != NULL)
        return tell_part(telling, what, answer, error);
    return context_option(telling->context, "first") != NULL ? stories_add_first(telling, answer, error)
                                                            : stories_add_table(telling, NULL, answer, error);
}

static gboolean check(const Context *context, const char *what, Lang *lang, GError **error)
{
    const char *wanted = context_option(context, "lang"), *by = context_option(context, "by");
    static const char *const orders[] = {"area", "claim", "size", NULL};
    const char *problem = NULL;
    *lang = LANG_EN;
    if (wanted != NULL && !lang_parse(wanted, lang))
        problem = "--lang is ko or en";
    else if (by != NULL && !g_strv_contains(orders, by))
        problem = "--by is area, claim or size";
    else if (what != NULL && (by != NULL || context_option(context, "first") != NULL))
        problem = "--by and --first are for the whole story, not for one issue";
    else if (what != NULL && what[strspn(what, " \t\n")] == '\0')
        problem = "the issue is empty";
    if (problem != NULL)
        g_set_error_literal(error, LINE_ERROR, LINE_ERROR_USAGE, problem);
    return problem == NULL;
}

Answer *stories_answer(const Context *context, const char *name, const char *what, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    Lang lang;
    GError *problem = NULL;
    if (!check(context, what, &lang, error))
        return NULL;
    g_autoptr(Story) story = story_open(context->index, name, &problem);
    const Telling telling = {context, story, lang};
    gboolean ok = problem == NULL && (story != NULL ? tell(&telling, what, answer, &problem)
                                                    : say_no_story(context, name, answer, &problem));
    if (ok)
        return g_steal_pointer(&answer);
    g_propagate_error(error, problem);
    return NULL;
}
