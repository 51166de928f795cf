/* table.c: the table of commands, in the order of the help, and what everybody asks of it. A new command is a
 * file cmd/NAME.c with a `const Command command_NAME`, and its line here. */
#include "cmd/command.h"
#include "cmd/help.h"
#include "cmd/line.h"

#include <string.h>

extern const Command command_callees, command_callers, command_commit, command_commits, command_diff,
    command_doctor, command_error, command_graph, command_handout, command_help, command_index, command_notes,
    command_opcode, command_path, command_py, command_refs, command_search, command_seen, command_show,
    command_slot, command_source, command_speedups, command_sql, command_status, command_story, command_type,
    command_use, command_warmup;

/* clang-format off */
const Command *const commands[] = {
    &command_index,
    &command_use,
    &command_status,
    &command_doctor,
    &command_search,
    &command_show,
    &command_refs,
    &command_callers,
    &command_callees,
    &command_path,
    &command_py,
    &command_type,
    &command_slot,
    &command_source,
    &command_opcode,
    &command_error,
    &command_commits,
    &command_commit,
    &command_diff,
    &command_graph,
    &command_seen,
    &command_story,
    &command_speedups,
    &command_handout,
    &command_notes,
    &command_warmup,
    &command_sql,
    &command_help,
    NULL,
};
/* clang-format on */

const Command *command_find(const char *name)
{
    for (const Command *const *command = commands; *command != NULL; command++)
        if (strcmp((*command)->name, name) == 0)
            return *command;
    return NULL;
}

const char *context_option(const Context *context, const char *name)
{
    gsize length = strlen(name);
    const char *value = NULL;
    for (char **option = context->options; *option != NULL; option++) /* the last one holds */
        if (strncmp(*option, "--", 2) == 0 && strncmp(*option + 2, name, length) == 0) {
            const char *rest = *option + 2 + length;
            if (*rest == '\0' || *rest == '=')
                value = *rest == '=' ? rest + 1 : "";
        }
    return value;
}

/* What a note's block must not say: it is asked of the index that the note is printed with. */
static gboolean check_for_note(const Line *line, const char *text, GError **error)
{
    const char *problem = NULL;
    if (line->command == NULL)
        problem = "no command is named";
    else if (!line->command->only_reads)
        problem = "this command does more than read";
    else if (line->choice.db != NULL || line->choice.at != NULL || line->choice.src != NULL)
        problem = "a note cannot choose another index (--db, --at, --src)";
    if (problem == NULL)
        return TRUE;
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "%s: %s", text, problem);
    return FALSE;
}

Answer *command_run_line(Index *index, const char *text, GError **error)
{
    g_auto(GStrv) words = NULL;
    if (!g_shell_parse_argv(text, NULL, &words, error))
        return NULL;
    gboolean names_us = strcmp(words[0], "cpyread") == 0;
    g_autoptr(Line) line = line_parse((const char *const *)words + names_us, error);
    if (line == NULL || !check_for_note(line, text, error))
        return NULL;
    if (line->help)
        return help_on(line->command);
    return line_run(line, line->command->needs_index ? index : NULL, error);
}
