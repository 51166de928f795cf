/* line.h: the words of a command line, sorted out by the command table. */
#ifndef CPYREAD_LINE_H
#define CPYREAD_LINE_H

#include "cmd/command.h"

/* Options of every command; they may stand before or after its name. */
extern const CommandOption global_options[]; /* ended by a NULL name */

typedef struct Line {
    const Command *command; /* NULL: none is named */
    IndexChoice choice;     /* points into `words` */
    const char *format;     /* "text" if nothing else is asked for */
    gboolean all, no_color, no_pager, help, version;
    GPtrArray *arguments; /* of char *, NULL last */
    GPtrArray *options;   /* of char *: "--depth=2", "--callers"; NULL last */
    GStrv words;          /* a copy of all */
} Line;

#define LINE_ERROR (g_quark_from_static_string("cpyread-line"))
typedef enum { LINE_ERROR_USAGE } LineError;

/* Sorts out `words` (without the program's name). NULL with `error`: wrong usage; its message names the
 * option or the command that is meant. */
Line *line_parse(const char *const *words, GError **error);
void line_free(Line *line);

/* What words that were refused still tell: the command's name (NULL: none, or no such command), and whether JSON was
 * asked for. */
const char *line_glance(const char *const *words, gboolean *wants_json);

/* Runs the command on `index` (NULL: for a command that needs none). The answer names its command and its
 * tree. */
Answer *line_run(const Line *line, Index *index, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Line, line_free)

#endif
