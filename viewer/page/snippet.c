/* snippet.c: see snippet.h. The limits are the shell's (ulimit) and those of the program timeout. */
#include "page/snippet.h"

#include <glib/gstdio.h>
#include <string.h>

#define OUTPUT 65536         /* bytes that are kept */
#define MOST   (2048 * 512) /* bytes that a snippet may write into one file */
#define REASON 200          /* characters of an error */

/* $0 Python, $1 the snippet, $2 seconds. The limit is in blocks of 512 bytes. What timeout runs is a process group of its own,
 * of which nothing stays when the snippet has ended. */
static const char script[] = "ulimit -f 2048; ulimit -c 0; timeout -k 2 \"$2\" \"$0\" -I \"$1\" > output 2>&1 < /dev/null & "
                             "wait $!; status=$?; kill -9 -$! 2> /dev/null; exit $status";

static void run_free(gpointer data)
{
    SnippetRun *run = data;

    g_free(run->output);
    g_free(run->why);
    g_free(run);
}

/* The program by its full path, since snippets run in another folder. */
static char *find_python(const char *python, GError **error)
{
    g_autofree char *found = g_find_program_in_path(python);
    char *path = found != NULL ? g_canonicalize_filename(found, NULL) : NULL;

    if (path == NULL)
        g_set_error(error, NOTE_ERROR, NOTE_ERROR_READ, "--run takes a Python to run; there is no program %s", python);
    return path;
}

char *snippet_version(const char *python, GError **error)
{
    g_autofree char *path = find_python(python, error), *said = NULL;
    const char *const arguments[] = {
        path, "-I", "-c", "import sys; print('Python', '.'.join(map(str, sys.version_info[:3])))", NULL};
    int status;

    if (path == NULL || !g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &said, NULL,
                                      &status, error))
        return NULL;
    if (g_spawn_check_wait_status(status, NULL) && g_str_has_prefix(g_strstrip(said), "Python "))
        return g_steal_pointer(&said);
    g_set_error(error, NOTE_ERROR, NOTE_ERROR_READ, "%s is no Python", python);
    return NULL;
}

/* What the snippet printed, as text, and not more than anyone reads; its whole size in `*size`. */
static char *read_output(const char *folder, gsize *size)
{
    g_autofree char *path = g_build_filename(folder, "output", NULL), *text = NULL;

    *size = 0;
    if (!g_file_get_contents(path, &text, size, NULL))
        return g_strdup("");
    return g_utf8_make_valid(text, (gssize)MIN(*size, OUTPUT));
}

/* Why it failed: the last line of what it printed, which of a traceback is the error. */
static char *reason(int status, const char *output, gsize size)
{
    g_autofree char *text = g_strchomp(g_strdup(output)), *error = NULL;
    const char *last = strrchr(text, '\n');

    if (g_spawn_check_wait_status(status, NULL))
        return NULL;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 124)
        return g_strdup_printf("the snippet takes more than %d seconds", SNIPPET_SECONDS);
    if (size >= MOST)
        return g_strdup_printf("the snippet prints more than %d bytes", MOST);
    last = last != NULL ? last + 1 : *text != '\0' ? text : "it did not say why";
    error = g_utf8_substring(last, 0, MIN(g_utf8_strlen(last, -1), REASON));
    return g_strdup_printf("the snippet fails: %s", error);
}

static gboolean run_in(const char *folder, const char *python, const NoteFence *fence, SnippetRun *run, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "snippet.py", NULL);
    g_autofree char *seconds = g_strdup_printf("%d", SNIPPET_SECONDS);
    const char *const arguments[] = {"sh", "-c", script, python, "snippet.py", seconds, NULL};
    gsize size;
    int status;

    if (!g_file_set_contents(path, fence->text, -1, error) ||
        !g_spawn_sync(folder, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, error))
        return FALSE;
    run->line = fence->line;
    run->output = read_output(folder, &size);
    run->why = reason(status, run->output, size);
    return TRUE;
}

static void remove_folder(const char *folder)
{
    const char *const arguments[] = {"rm", "-rf", "--", folder, NULL};

    g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* NULL with `error`. */
static SnippetRun *run_one(const char *python, const NoteFence *fence, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("cpyread-XXXXXX", error);
    SnippetRun *run = g_new0(SnippetRun, 1);
    gboolean is_done = folder != NULL && run_in(folder, python, fence, run, error);

    if (folder != NULL)
        remove_folder(folder);
    if (is_done)
        return run;
    run_free(run);
    return NULL;
}

/* ```python, ```python gdb; not ```python norun, ```pycon. */
static gboolean is_wanted(const NoteFence *fence)
{
    g_auto(GStrv) words = g_strsplit_set(fence->info, " \t", -1);

    return g_strcmp0(words[0], "python") == 0 && !g_strv_contains((const char *const *)words, "norun");
}

GPtrArray *snippet_run_all(const Note *note, const char *python, GError **error)
{
    g_autofree char *version = snippet_version(python, error);
    g_autofree char *path = version != NULL ? find_python(python, error) : NULL;
    g_autoptr(GPtrArray) fences = path != NULL ? note_fences(note, error) : NULL;
    g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func(run_free);

    for (guint i = 0; fences != NULL && i < fences->len; i++) {
        SnippetRun *run = is_wanted(fences->pdata[i]) ? run_one(path, fences->pdata[i], error) : NULL;
        if (run == NULL && is_wanted(fences->pdata[i]))
            return NULL;
        if (run != NULL)
            g_ptr_array_add(runs, run);
    }
    return fences != NULL ? g_steal_pointer(&runs) : NULL;
}
