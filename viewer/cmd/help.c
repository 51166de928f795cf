/* help.c: `cpyread help [COMMAND]`, which is also `cpyread --help` and `cpyread COMMAND --help`. */
#include "cmd/help.h"

#include "cmd/line.h"

#include <string.h>

/* "  -o, --output FILE   where to write it" */
static void append_options(GString *to, const CommandOption *options)
{
    for (const CommandOption *option = options; option != NULL && option->name != NULL; option++) {
        g_autofree char *form =
            g_strconcat("--", option->name, option->argument != NULL ? " " : NULL, option->argument, NULL);
        g_autofree char *both =
            option->short_name != 0 ? g_strdup_printf("-%c, %s", option->short_name, form) : g_strdup(form);
        g_string_append_printf(to, "  %-16s %s\n", both, option->help);
    }
}

static Answer *help_on_all(void)
{
    Answer *answer = answer_new();
    g_autoptr(GString) list = g_string_new(NULL),
                       options = g_string_new("Options, before or after the command:\n");
    answer_add_paragraph(answer, "cpyread answers questions about a CPython source tree.\n"
                                 "Usage: cpyread [OPTIONS] COMMAND …");
    for (const Command *const *command = commands; *command != NULL; command++)
        g_string_append_printf(list, "  %-9s %s\n", (*command)->name, (*command)->summary);
    answer_add_paragraph(answer, list->str);
    append_options(options, global_options);
    answer_add_paragraph(answer, options->str);
    answer_add_paragraph(
        answer,
        "A NAME is a C name (PyDict_Copy), file.c:name, file.c:123 or a field (PyTypeObject.tp_new).\n"
        "Exit status: 0 found, 1 nothing found, 2 wrong usage, 3 it could not be done.\n"
        "More on a command, with an example: cpyread help COMMAND");
    return answer;
}

Answer *help_on(const Command *command)
{
    if (command == NULL)
        return help_on_all();
    Answer *answer = answer_new();
    g_autofree char *head =
        g_strdup_printf("Usage: cpyread %s%s%s\n%s", command->name, *command->usage != '\0' ? " " : "",
                        command->usage, command->summary);
    g_autofree char *example = g_strdup_printf("Example: %s", command->example);
    g_autoptr(GString) options = g_string_new("Options (those of every command: cpyread --help):\n");
    answer_add_paragraph(answer, head);
    if (command->help != NULL)
        answer_add_paragraph(answer, command->help);
    if (command->options != NULL) {
        append_options(options, command->options);
        answer_add_paragraph(answer, options->str);
    }
    answer_add_paragraph(answer, example);
    return answer;
}

static Answer *run(const Context *context, GError **error)
{
    const char *name = context->arguments[0];
    const Command *command = name != NULL ? command_find(name) : NULL;
    if (name != NULL && command == NULL) {
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "no command %s; all of them: cpyread --help", name);
        return NULL;
    }
    return help_on(command);
}

const Command command_help = {
    .name = "help",
    .usage = "[COMMAND]",
    .summary = "the commands, or what one of them does",
    .example = "cpyread help callers",
    .max_arguments = 1,
    .run = run,
};
