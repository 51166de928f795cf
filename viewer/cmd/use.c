/* use.c: `cpyread use VERSION`: which of the study folder's indexes is asked from now on. The choice is one
 * line in .cpyread beside cpython-src/. */
#include "cmd/command.h"

#include "query/locate.h"

static void say_absent(const char *study, const char *version, GStrv versions, Answer *answer)
{
    g_autofree char *list = g_strjoinv(", ", versions);
    g_autofree char *advice = index_advice(study, version);
    answer->status = ANSWER_FAILED;
    answer_warn(answer, "no index of %s%s%s; %s", version, *list != '\0' ? "; there are: " : "", list,
                advice);
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    const char *version = context->arguments[0];
    g_autofree char *study = index_study_folder();
    if (study == NULL) {
        answer->status = ANSWER_FAILED;
        answer_warn(answer, "not in a study folder: there is no cpython-src/ here or above");
        return g_steal_pointer(&answer);
    }
    g_auto(GStrv) versions = index_versions(study);
    if (!g_strv_contains((const char *const *)versions, version)) {
        say_absent(study, version, versions, answer);
        return g_steal_pointer(&answer);
    }
    g_autofree char *path = g_build_filename(study, ".cpyread", NULL);
    g_autofree char *line = g_strconcat(version, "\n", NULL);
    if (!g_file_set_contents(path, line, -1, error))
        return NULL;
    g_autofree char *text =
        g_strdup_printf("cpython-src/%s.db is asked from now on (another one once: --at VERSION)", version);
    answer_add_paragraph(answer, text);
    return g_steal_pointer(&answer);
}

const Command command_use = {
    .name = "use",
    .usage = "VERSION",
    .summary = "chooses the index that is asked, where there are several",
    .help = "Kept in the study folder's .cpyread. --db, --at and $CPYREAD_DB go before it.",
    .example = "cpyread use 3.7",
    .min_arguments = 1,
    .max_arguments = 1,
    .run = run,
};
