/* main.c: cpyread: takes a command line apart, lets the command answer, prints the answer.
 *
 *     words ──> line_parse ──> command's run ──> Answer ──> a renderer ──> stdout
 *                                                  └─ warnings ──────────> stderr
 *
 * The only file here that prints. A query must not pay for what it does not use: nothing is set up in
 * advance, neither Graphviz nor Markdown, and the index is opened only for commands that ask it. */
#include "cmd/help.h"
#include "cmd/line.h"
#include "page/html.h"
#include "page/json.h"
#include "page/text.h"
#include "page/tsv.h"
#include "page/width.h"
#include "pager.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define PROGRAM_VERSION "0.1"

/* A message as one line that a terminal can print; the caller frees it. */
static char *one_line(const char *message)
{
    g_autofree char *line = g_strdelimit(g_strchomp(g_strdup(message)), "\n", ' ');
    return width_printable(line, strlen(line));
}

static void complain(const char *message)
{
    g_autofree char *line = one_line(message);
    fprintf(stderr, "cpyread: %s\n", line);
}

/* The width of the terminal; 0 if it does not say. */
static guint terminal_width(void)
{
    struct winsize size = {0};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/* Whether the terminal is one of those that know links (OSC 8): there is no way to ask it. $CPYREAD_LINKS says 1 or 0. */
static gboolean has_links(const char *term)
{
    static const char *const names[] = {"VTE_VERSION",          "KITTY_WINDOW_ID", "WT_SESSION",
                                        "KONSOLE_VERSION",      "WEZTERM_PANE",    "ITERM_SESSION_ID",
                                        "GHOSTTY_RESOURCES_DIR"};
    static const char *const terms[] = {"xterm-kitty", "alacritty",     "foot",    "foot-extra",
                                        "contour",     "xterm-ghostty", "wezterm", NULL};
    const char *said = g_getenv("CPYREAD_LINKS");
    if (said != NULL && *said != '\0')
        return strcmp(said, "0") != 0 && strcmp(said, "no") != 0;
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_getenv(names[i]) != NULL)
            return g_strcmp0(term, "dumb") != 0;
    return term != NULL && g_strv_contains(terms, term);
}

static TextStyle text_style(const Line *line, Index *index)
{
    const char *no_color = g_getenv("NO_COLOR"), *term = g_getenv("TERM");
    TextStyle style = {.terminal = isatty(STDOUT_FILENO), .all = line->all};
    if (style.terminal && index != NULL && has_links(term))
        style.links = index_source(index);
    style.colour = style.terminal && !line->no_color && (no_color == NULL || *no_color == '\0') &&
                   g_strcmp0(term, "dumb") != 0;
    style.width = style.terminal ? terminal_width() : 0;
    return style;
}

/* The tree's folder as an editor started here would name it. */
static char *source_from_here(Index *index)
{
    const char *source = index != NULL ? index_source(index) : NULL;
    g_autofree char *here = g_get_current_dir();
    if (source != NULL && g_str_has_prefix(source, here) && source[strlen(here)] == '/')
        return g_strdup(source + strlen(here) + 1);
    return g_strdup(source);
}

/* NULL with `error`: a picture in the page could not be drawn. */
static char *render(const Answer *answer, const Line *line, Index *index, GError **error)
{
    TextStyle style = text_style(line, index);
    g_autofree char *source = source_from_here(index);
    if (strcmp(line->format, "json") == 0)
        return json_render(answer);
    if (strcmp(line->format, "tsv") == 0)
        return tsv_render(answer);
    if (strcmp(line->format, "vimgrep") == 0)
        return vimgrep_render(answer, source);
    if (strcmp(line->format, "html") == 0)
        return html_render(answer, error);
    return text_render(answer, &style);
}

/* A reader that has seen enough (`| head`) is no error; a full disk is. Most often SIGPIPE ends the program in here; a
 * parent that ignores the signal leaves EPIPE. */
static int print(const char *text, int status)
{
    if (fwrite(text, 1, strlen(text), stdout) == strlen(text) && fflush(stdout) == 0)
        return status;
    if (errno == EPIPE)
        return status;
    g_autofree char *message = g_strdup_printf("cannot write the answer: %s", g_strerror(errno));
    complain(message);
    return ANSWER_FAILED;
}

/* The same for eyes: by the pager, if stdout is a terminal. */
static int print_pages(const char *text, const Line *line, int status)
{
    gboolean is_for_eyes = isatty(STDOUT_FILENO) && !line->no_pager && strcmp(line->format, "text") == 0;
    g_autofree char *command = is_for_eyes ? pager_command() : NULL;
    return command != NULL && pager_show(command, text) ? status : print(text, status);
}

/* What could not be done: a line on stderr; and who asked for JSON finds it on stdout as well. */
static int fail(const GError *error, const char *command, gboolean wants_json)
{
    int status = error->domain == LINE_ERROR ? ANSWER_USAGE : ANSWER_FAILED;
    complain(error->message);
    if (!wants_json)
        return status;
    g_autofree char *message = one_line(error->message);
    g_autofree char *text = json_error(command, (AnswerStatus)status, message);
    return print(text, status);
}

static int fail_words(const char *const *words, const GError *error)
{
    gboolean wants_json;
    const char *command = line_glance(words, &wants_json);
    return fail(error, command, wants_json);
}

static int fail_line(const Line *line, const GError *error)
{
    return fail(error, line->command != NULL ? line->command->name : NULL, strcmp(line->format, "json") == 0);
}

/* An answer that has nothing for a format that takes rows or places alone. */
static void warn_if_empty(Answer *answer, const Line *line, const char *text)
{
    if (*text != '\0' || answer->blocks->len == 0)
        return;
    if (strcmp(line->format, "vimgrep") == 0)
        answer_warn(answer, "nothing here has a place: --vimgrep prints what has a file and a line");
    else if (strcmp(line->format, "tsv") == 0)
        answer_warn(answer, "nothing here is a table: --tsv prints rows");
}

static int print_answer(Answer *answer, const Line *line, Index *index)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = render(answer, line, index, &error);
    int status = text != NULL ? print_pages(text, line, (int)answer->status) : fail_line(line, error);
    if (text != NULL)
        warn_if_empty(answer, line, text);
    for (guint i = 0; i < answer->warnings->len; i++)
        complain(answer->warnings->pdata[i]);
    return status;
}

/* What a line without a command asks for, and `COMMAND --help`; it has neither rows nor places. */
static int print_help(Line *line)
{
    g_autoptr(Answer) answer = help_on(line->command);
    if (strcmp(line->format, "tsv") == 0 || strcmp(line->format, "vimgrep") == 0)
        line->format = "text";
    return print_answer(answer, line, NULL);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    const char *const *words = (const char *const *)argv + (argc > 0);
    g_autoptr(Line) line = line_parse(words, &error);
    if (line == NULL)
        return fail_words(words, error);
    if (line->version)
        return print("cpyread " PROGRAM_VERSION "\n", ANSWER_FOUND);
    if (line->help || line->command == NULL)
        return print_help(line);

    database_read_once();
    g_autoptr(Index) index = NULL;
    if (line->command->needs_index && (index = index_open(&line->choice, &error)) == NULL)
        return fail_line(line, error);
    g_autoptr(Answer) answer = line_run(line, index, &error);
    return answer != NULL ? print_answer(answer, line, index) : fail_line(line, error);
}
