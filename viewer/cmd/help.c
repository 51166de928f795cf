/* help.c: `cpyread help [COMMAND]`, which is also `cpyread --help` and `cpyread COMMAND --help`; and what else is made of
 * the table of commands: manual pages, completion, the README's list. */
#include "cmd/help.h"

#include "cmd/completion.h"
#include "cmd/line.h"
#include "cmd/man.h"

#include <string.h>

const HelpEntry help_environment[] = {
    {"CPYREAD_DB", "the index to ask, if neither --db nor --at says it"},
    {"CPYREAD_PAGER, PAGER", "the pager on a terminal (else less -FRX); \"\" or cat: none"},
    {"CPYREAD_LINKS", "1: the terminal knows links to files (OSC 8); 0: none, also where it is known to"},
    {"NO_COLOR", "if it is not empty: no colours"},
    {NULL, NULL},
};

/* "-o, --output FILE"; the caller frees it. */
static char *form_of(const CommandOption *option)
{
    g_autofree char *form =
        g_strconcat("--", option->name, option->argument != NULL ? " " : NULL, option->argument, NULL);
    return option->short_name != 0 ? g_strdup_printf("-%c, %s", option->short_name, form)
                                   : g_steal_pointer(&form);
}

/* A line for each, what they do one below the other. */
static void append_options(GString *to, const CommandOption *options)
{
    int width = 16;
    for (const CommandOption *option = options; option != NULL && option->name != NULL; option++) {
        g_autofree char *form = form_of(option);
        width = MAX(width, (int)strlen(form));
    }
    for (const CommandOption *option = options; option != NULL && option->name != NULL; option++) {
        g_autofree char *form = form_of(option);
        g_string_append_printf(to, "  %-*s %s\n", width, form, option->help);
    }
}

static void append_environment(GString *to)
{
    for (const HelpEntry *entry = help_environment; entry->name != NULL; entry++)
        g_string_append_printf(to, "  %-20s %s\n", entry->name, entry->text);
}

static Answer *help_on_all(void)
{
    Answer *answer = answer_new();
    g_autoptr(GString) list = g_string_new(NULL),
                       options = g_string_new("Options, before or after the command:\n"),
                       environment = g_string_new("Environment:\n");
    answer_add_paragraph(answer, "cpyread answers questions about a CPython source tree.\n"
                                 "Usage: cpyread [OPTIONS] COMMAND …");
    for (const Command *const *command = commands; *command != NULL; command++)
        g_string_append_printf(list, "  %-9s %s\n", (*command)->name, (*command)->summary);
    answer_add_paragraph(answer, list->str);
    append_options(options, global_options);
    answer_add_paragraph(answer, options->str);
    append_environment(environment);
    answer_add_paragraph(answer, environment->str);
    answer_add_paragraph(
        answer,
        "A NAME is a C name (PyDict_Copy), file.c:name, file.c:123, a field (PyTypeObject.tp_new) or an opcode\n"
        "(LOAD_METHOD).\n"
        "Exit status: 0 found, 1 nothing found, or several that a name may mean, 2 wrong usage, 3 it could not be done.\n"
        "More on a command, with an example: cpyread help COMMAND");
    return answer;
}

Answer *help_on(const Command *command)
{
    if (command == NULL)
        return help_on_all();
    Answer *answer = answer_new();
    g_autofree char *head =
        g_strdup_printf("Usage: cpyread %s%s%s", command->name, *command->usage != '\0' ? " " : "", command->usage);
    g_autofree char *example = g_strdup_printf("Example: %s", command->example);
    g_autoptr(GString) options = g_string_new("Options (those of every command: cpyread --help):\n");
    answer_add_paragraph(answer, head);
    answer_add_paragraph(answer, command->summary);
    if (command->help != NULL)
        answer_add_paragraph(answer, command->help);
    if (command->options != NULL) {
        append_options(options, command->options);
        answer_add_paragraph(answer, options->str);
    }
    answer_add_paragraph(answer, example);
    return answer;
}

/* The README's table. */
static char *markdown(void)
{
    GString *to = g_string_new("| command | what it answers |\n|---|---|\n");
    for (const Command *const *command = commands; *command != NULL; command++)
        g_string_append_printf(to, "| `%s` | %s |\n", (*command)->name, (*command)->summary);
    return g_string_free(to, FALSE);
}

/* One of the other forms that the table comes in; NULL without `error`: none is asked for. */
static char *other_form(const Context *context, const Command *command, GError **error)
{
    const char *shell = context_option(context, "completion");
    guint forms = (shell != NULL) + (context_option(context, "man") != NULL) +
                  (context_option(context, "markdown") != NULL);
    if (forms > 1 || (command != NULL && forms > 0 && context_option(context, "man") == NULL)) {
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                    "help: one of --man, --completion, --markdown at a time; only --man is of a command");
        return NULL;
    }
    if (context_option(context, "man") != NULL)
        return man_page(command);
    if (context_option(context, "markdown") != NULL)
        return markdown();
    char *script = shell != NULL ? completion_script(shell) : NULL;
    if (shell != NULL && script == NULL)
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                    "help: --completion is for bash, zsh or fish, not \"%s\"", shell);
    return script;
}

static Answer *run(const Context *context, GError **error)
{
    const char *name = context->arguments[0];
    const Command *command = name != NULL ? command_find(name) : NULL;
    GError *problem = NULL;
    if (name != NULL && command == NULL) {
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "no command %s; all of them: cpyread --help", name);
        return NULL;
    }
    g_autofree char *text = other_form(context, command, &problem);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return NULL;
    }
    if (text == NULL)
        return help_on(command);
    Answer *answer = answer_new();
    answer_add_paragraph(answer, text);
    return answer;
}

static const CommandOption options[] = {
    {"man", 0, NULL, "as a manual page: cpyread help --man graph | man -l -"},
    {"completion", 0, "SHELL",
     "a script that completes command lines, for bash, zsh or fish (make install puts it there)"},
    {"markdown", 0, NULL, "the table of commands, as the README has it"},
    {NULL, 0, NULL, NULL},
};

const Command command_help = {
    .name = "help",
    .usage = "[COMMAND] [--man] [--completion SHELL] [--markdown]",
    .summary = "the commands, or what one of them does",
    .help = "For this shell alone: eval \"$(cpyread help --completion bash)\"",
    .example = "cpyread help callers",
    .options = options,
    .max_arguments = 1,
    .run = run,
};
