/* command.h: the table of commands, which gives dispatch, help and the README's list.
 *
 * A command is one file cmd/NAME.c with one `const Command command_NAME`; table.c lists them. */
#ifndef CPYREAD_COMMAND_H
#define CPYREAD_COMMAND_H

#include "page/block.h"
#include "query/index.h"

/* What a command is given. */
typedef struct Context {
    const IndexChoice *choice;
    Index *index;       /* opened; NULL for commands that need none */
    const char *format; /* "text", "json", "tsv", "vimgrep", "html" */
    gboolean all;       /* --all: what is hidden by default as well */
    GStrv arguments;    /* the positional ones */
    GStrv options;      /* the command's own options in canonical form: "--depth=2", "--callers" */
} Context;

typedef struct CommandOption {
    const char *name; /* "depth"; short_name 0 if it has none */
    char short_name;
    const char *argument; /* "N"; NULL: a flag */
    const char *help;
} CommandOption;

typedef struct Command {
    const char *name;
    const char *usage;                /* "NAME… [--callers] [--depth N]" */
    const char *summary;              /* one line: what it answers */
    const char *help;                 /* some lines more; what is left out where a reader would ask */
    const char *example;              /* "cpyread callers PyDict_Copy"; a test runs it */
    const CommandOption *options;     /* ended by a NULL name; NULL: none */
    int min_arguments, max_arguments; /* -1: any number */
    gboolean needs_index;
    gboolean looks_for_index; /* opens one itself where there is one */
    gboolean only_reads; /* may stand in a note's cpyread block */
    gboolean takes_code; /* a word such as -x, which is no option, is an argument */
    gboolean hands_over; /* its words are for another program: all go to `arguments` as they are */
    /* Answers, or NULL with `error` where it could not be done (status 3). "Not found" is an answer. */
    Answer *(*run)(const Context *context, GError **error);
} Command;

extern const Command *const commands[]; /* in the order of the help; NULL last */

const Command *command_find(const char *name);
const char *context_option(const Context *context,
                           const char *name); /* its value, "" for a flag, NULL if not given */

/* Runs a command line (of a note's block) against an index that is already open; refuses those that do more
 * than read. */
Answer *command_run_line(Index *index, const char *line, GError **error);

#endif
