/* man.c: manual pages; see man.h. The words are those of the help; here they only get their marks. */
#include "cmd/man.h"

#include "cmd/help.h"
#include "cmd/line.h"

#include <string.h>

/* A text as it is: no line of it is a request, a hyphen is the one that is typed, and no encoding needs a guess. */
static void append_text(GString *to, const char *text)
{
    gboolean is_start = TRUE;

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        if (is_start && strchr(".'", *text) != NULL)
            g_string_append(to, "\\&");
        if (*text == '\\')
            g_string_append(to, "\\e");
        else if (*text == '-')
            g_string_append(to, "\\-");
        else if ((guchar)*text >= 0x80)
            g_string_append_printf(to, "\\[u%04X]", g_utf8_get_char(text));
        else
            g_string_append_c(to, *text);
        is_start = *text == '\n';
    }
}

static void append_section(GString *to, const char *title, const char *text)
{
    g_string_append_printf(to, ".SH %s\n", title);
    append_text(to, text);
    g_string_append_c(to, '\n');
}

/* Lines that are not to be filled: an example. */
static void append_verbatim(GString *to, const char *title, const char *text)
{
    g_string_append_printf(to, ".SH %s\n.nf\n", title);
    append_text(to, text);
    g_string_append(to, "\n.fi\n");
}

static void append_entry(GString *to, const char *term, const char *text)
{
    g_string_append(to, ".TP\n.B ");
    append_text(to, term);
    g_string_append_c(to, '\n');
    append_text(to, text);
    g_string_append_c(to, '\n');
}

static void append_options(GString *to, const CommandOption *options)
{
    if (options == NULL)
        return;
    g_string_append(to, ".SH OPTIONS\n");
    for (const CommandOption *option = options; option->name != NULL; option++) {
        g_autofree char *both =
            option->short_name != 0 ? g_strdup_printf("-%c, ", option->short_name) : g_strdup("");
        g_autofree char *term =
            g_strdup_printf("%s--%s%s%s", both, option->name, option->argument != NULL ? " " : "",
                            option->argument != NULL ? option->argument : "");
        append_entry(to, term, option->help);
    }
}

static void append_head(GString *to, const char *title, const char *name, const char *summary)
{
    g_autofree char *capitals = g_ascii_strup(title, -1);

    g_string_append(to, ".TH ");
    append_text(to, capitals);
    g_string_append(to, " 1 \"\" cpyread cpyread\n.SH NAME\n");
    append_text(to, name);
    g_string_append(to, " \\- ");
    append_text(to, summary);
    g_string_append_c(to, '\n');
}

static char *page_of_command(const Command *command)
{
    GString *to = g_string_new(NULL);
    g_autofree char *title = g_strdup_printf("cpyread-%s", command->name);
    g_autofree char *synopsis =
        g_strdup_printf("cpyread %s%s%s", command->name, *command->usage != '\0' ? " " : "", command->usage);

    append_head(to, title, title, command->summary);
    append_section(to, "SYNOPSIS", synopsis);
    if (command->help != NULL)
        append_section(to, "DESCRIPTION", command->help);
    append_options(to, command->options);
    append_verbatim(to, "EXAMPLE", command->example);
    g_string_append(to, ".SH SEE ALSO\n.BR cpyread (1)\n");
    return g_string_free(to, FALSE);
}

static char *page_of_program(void)
{
    GString *to = g_string_new(NULL);

    append_head(to, "cpyread", "cpyread", "answers questions about a CPython source tree");
    append_section(to, "SYNOPSIS", "cpyread [OPTIONS] COMMAND …");
    g_string_append(to, ".SH COMMANDS\n");
    for (const Command *const *command = commands; *command != NULL; command++)
        append_entry(to, (*command)->name, (*command)->summary);
    append_options(to, global_options);
    g_string_append(to, ".SH ENVIRONMENT\n");
    for (const HelpEntry *entry = help_environment; entry->name != NULL; entry++)
        append_entry(to, entry->name, entry->text);
    append_section(to, "EXIT STATUS", "0 found, 1 nothing found, 2 wrong usage, 3 it could not be done.");
    g_string_append(to, ".SH SEE ALSO\n");
    for (const Command *const *command = commands; *command != NULL; command++)
        g_string_append_printf(to, ".BR cpyread\\-%s (1)%s\n", (*command)->name,
                               command[1] != NULL ? "," : "");
    return g_string_free(to, FALSE);
}

char *man_page(const Command *command)
{
    return command != NULL ? page_of_command(command) : page_of_program();
}
