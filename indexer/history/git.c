/* git.c: see git.h.
 *
 * A checkout may come from anywhere. Its .git/config could name programs for git to run (core.fsmonitor, diff.external,
 * textconv, a pager, gpg) or servers to ask for objects that are missing (a partial clone): all that is switched off here,
 * on the command line and in the environment. Of the user's own configuration safe.directory still counts. */
#include "history/git.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct Git {
    GPid pid;
    FILE *output;
};

static const char *const OPTIONS[] = {
    "git",                      "--no-pager",
    "-c", "core.fsmonitor=false", "-c", "core.pager=cat",
    "-c", "core.hooksPath=/dev/null", "-c", "core.commitGraph=true",
    "-c", "core.attributesFile=/dev/null", "-c", "core.quotePath=false",
    "-c", "diff.external=", "-c", "diff.orderFile=/dev/null",
    "-c", "log.showSignature=false", "-c", "log.showRoot=true",
    "-c", "log.mailmap=false", "-c", "gpg.program=false",
    "-c", "protocol.allow=never", "-c", "gc.auto=0",
};

/* What of the environment would lead to another repository. */
static const char *const LEFT_OUT[] = {
    "GIT_DIR",           "GIT_WORK_TREE",     "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",    "GIT_NAMESPACE",     "GIT_CONFIG",     "GIT_CONFIG_COUNT",     "GIT_CONFIG_PARAMETERS",
    "GIT_EXTERNAL_DIFF", "GIT_SHALLOW_FILE",  "GIT_PAGER",      "GIT_TRACE",            "GIT_CEILING_DIRECTORIES",
    "GIT_DIFF_OPTS",     "GIT_GRAFT_FILE",
};

static char **environment(void)
{
    char **list = g_get_environ();
    for (guint i = 0; i < G_N_ELEMENTS(LEFT_OUT); i++)
        list = g_environ_unsetenv(list, LEFT_OUT[i]);
    list = g_environ_setenv(list, "GIT_CONFIG_NOSYSTEM", "1", TRUE);
    list = g_environ_setenv(list, "GIT_OPTIONAL_LOCKS", "0", TRUE);
    list = g_environ_setenv(list, "GIT_TERMINAL_PROMPT", "0", TRUE);
    list = g_environ_setenv(list, "GIT_NO_LAZY_FETCH", "1", TRUE);
    list = g_environ_setenv(list, "GIT_NO_REPLACE_OBJECTS", "1", TRUE);
    list = g_environ_setenv(list, "GIT_ALLOW_PROTOCOL", "", TRUE);
    return g_environ_setenv(list, "LC_ALL", "C", TRUE);
}

/* The caller frees the array, not the words. */
static char **whole_command(const char *root, const char *const *words)
{
    GPtrArray *all = g_ptr_array_new();
    for (guint i = 0; i < G_N_ELEMENTS(OPTIONS); i++)
        g_ptr_array_add(all, (char *)OPTIONS[i]);
    g_ptr_array_add(all, (char *)"-C");
    g_ptr_array_add(all, (char *)root);
    for (; *words != NULL; words++)
        g_ptr_array_add(all, (char *)*words);
    g_ptr_array_add(all, NULL);
    return (char **)g_ptr_array_free(all, FALSE);
}

gboolean git_is_there(const char *root)
{
    g_autofree char *git = g_build_filename(root, ".git", NULL);
    return g_file_test(git, G_FILE_TEST_EXISTS);
}

/* git's own words, the first line of them, and the kind of error they speak of. */
static void set_error(GError **error, const char *root, const char *said)
{
    const char *fatal = strstr(said, "fatal: ");
    fatal = fatal == NULL ? said : fatal + strlen("fatal: ");
    g_autofree char *line = g_strndup(fatal, strcspn(fatal, "\n"));
    if (strstr(said, "dubious ownership") != NULL || strstr(said, "unsafe repository") != NULL)
        g_set_error(error, GIT_ERROR, GIT_ERROR_FOREIGN,
                    "the repository belongs to someone else, so git does not read it; if you trust it: "
                    "git config --global --add safe.directory %s",
                    root);
    else if (strstr(said, "not a git repository") != NULL)
        g_set_error(error, GIT_ERROR, GIT_ERROR_ABSENT, "not a git repository: %s", root);
    else if (strstr(said, "unable to read") != NULL || strstr(said, "bad object") != NULL || strstr(said, "missing") != NULL)
        g_set_error(error, GIT_ERROR, GIT_ERROR_OBJECT, "git: %s", line);
    else
        g_set_error(error, GIT_ERROR, GIT_ERROR_FAILED, "git: %s", *line != '\0' ? line : "it failed and did not say why");
}

static gboolean spawn_failed(GError *problem, GError **error)
{
    if (g_error_matches(problem, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
        g_set_error(error, GIT_ERROR, GIT_ERROR_ABSENT, "there is no git here; apt-get install git");
    else
        g_set_error(error, GIT_ERROR, GIT_ERROR_FAILED, "git: %s", problem->message);
    g_error_free(problem);
    return FALSE;
}

/* stdout first, then stderr: git says little there. */
char *git_run(const char *root, const char *const *words, gsize *length, GError **error)
{
    g_autofree char **command = whole_command(root, words);
    g_auto(GStrv) env = environment();
    g_autofree char *said = NULL;
    GError *problem = NULL;
    GPid pid;
    int output = -1, errors = -1, status = 0;
    if (!g_spawn_async_with_pipes(NULL, command, env, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL,
                                  &output, &errors, &problem)) {
        spawn_failed(problem, error);
        return NULL;
    }
    GString *text = g_string_new(NULL);
    char buffer[65536];
    for (gssize n; (n = read(output, buffer, sizeof buffer)) > 0;)
        g_string_append_len(text, buffer, n);
    GString *complaint = g_string_new(NULL);
    for (gssize n; (n = read(errors, buffer, sizeof buffer)) > 0;)
        g_string_append_len(complaint, buffer, n);
    said = g_string_free(complaint, FALSE);
    close(output);
    close(errors);
    waitpid(pid, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        set_error(error, root, said);
        g_string_free(text, TRUE);
        return NULL;
    }
    if (length != NULL)
        *length = text->len;
    return g_string_free(text, FALSE);
}

char *git_line(const char *root, const char *const *words, GError **error)
{
    char *text = git_run(root, words, NULL, error);
    return text == NULL ? NULL : g_strchomp(text);
}

/* ---- one that is read while it runs ---- */

/* An unnamed file in memory: a pipe would fill up while both sides wait. */
static int input_file(const char *text, GError **error)
{
    int file = memfd_create("cpyread", MFD_CLOEXEC);
    gsize size = strlen(text), done = 0;
    while (file >= 0 && done < size) {
        gssize n = write(file, text + done, size - done);
        if (n <= 0)
            break;
        done += (gsize)n;
    }
    if (file >= 0 && done == size && lseek(file, 0, SEEK_SET) == 0)
        return file;
    g_set_error(error, GIT_ERROR, GIT_ERROR_FAILED, "no room to ask git: %s", g_strerror(errno));
    if (file >= 0)
        close(file);
    return -1;
}

Git *git_start(const char *root, const char *const *words, const char *input, GError **error)
{
    g_autofree char **command = whole_command(root, words);
    g_auto(GStrv) env = environment();
    GError *problem = NULL;
    GPid pid;
    int from = -1, output = -1;
    if (input != NULL && (from = input_file(input, error)) < 0)
        return NULL;
    gboolean ok = g_spawn_async_with_pipes_and_fds(
        NULL, (const char *const *)command, (const char *const *)env,
        G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, from, -1, -1, NULL, NULL, 0,
        &pid, NULL, &output, NULL, &problem);
    if (from >= 0)
        close(from);
    if (!ok) {
        spawn_failed(problem, error);
        return NULL;
    }
    Git *git = g_new0(Git, 1);
    git->pid = pid;
    git->output = fdopen(output, "r");
    setvbuf(git->output, NULL, _IOFBF, 1 << 20);
    return git;
}

FILE *git_output(Git *git)
{
    return git->output;
}

void git_stop(Git *git)
{
    fclose(git->output);
    kill(git->pid, SIGTERM);
    waitpid(git->pid, NULL, 0);
    g_free(git);
}
