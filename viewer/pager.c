/* pager.c: runs the pager; see pager.h. A reader who leaves it early is no error, so nothing is said of a broken pipe. */
#include "pager.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whether the first word of a command is a program of this machine; the shell would say that it is not, and eat the answer. */
static gboolean is_there(const char *command)
{
    g_auto(GStrv) words = NULL;
    g_autofree char *program = NULL;

    if (!g_shell_parse_argv(command, NULL, &words, NULL))
        return FALSE;
    program = g_find_program_in_path(words[0]);
    return program != NULL;
}

char *pager_command(void)
{
    const char *command = g_getenv("CPYREAD_PAGER");

    if (command == NULL)
        command = g_getenv("PAGER");
    if (command == NULL)
        command = "less";
    return *command == '\0' || strcmp(command, "cat") == 0 || !is_there(command) ? NULL : g_strdup(command);
}

/* What less does unless told otherwise: quit if it fits the screen, show colours, leave the screen as it is. */
static char **environment(void)
{
    char **names = g_environ_setenv(g_get_environ(), "LESS", "FRX", FALSE);

    return g_environ_setenv(names, "LV", "-c", FALSE);
}

static void write_all(int to, const char *text)
{
    for (size_t left = strlen(text); left > 0;) {
        ssize_t written = write(to, text, left);
        if (written < 0)
            break;
        text += written;
        left -= (size_t)written;
    }
    close(to);
}

gboolean pager_show(const char *command, const char *text)
{
    char *words[] = {(char *)"sh", (char *)"-c", (char *)command, NULL};
    g_auto(GStrv) names = environment();
    GPid pager;
    int input;

    if (!g_spawn_async_with_pipes(NULL, words, names, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                                  NULL, &pager, &input, NULL, NULL, NULL))
        return FALSE;
    signal(SIGPIPE, SIG_IGN); /* it may be left early; and what an interrupt means, it decides */
    signal(SIGINT, SIG_IGN);
    write_all(input, text);
    waitpid(pager, NULL, 0);
    g_spawn_close_pid(pager);
    return TRUE;
}
