/* stories.h: a story told: as a table of its commits, or one issue of it as a whole. `story` and `speedups` share it. */
#ifndef CPYREAD_STORIES_CMD_H
#define CPYREAD_STORIES_CMD_H

#include "cmd/command.h"
#include "graph/style.h"
#include "query/story.h"

typedef struct Telling {
    const Context *context;
    const Story *story;
    Lang lang;
} Telling;

extern const CommandOption stories_options[];

/* The answer of `story NAME [WHAT]`: without `what` (NULL) the table, else what it means. NULL with `error`. */
Answer *stories_answer(const Context *context, const char *name, const char *what, GError **error);

/* The table of the commits, by --by; or, with --first, of what to read first. `only` (NULL: all) are issues. FALSE with
 * `error`. */
gboolean stories_add_table(const Telling *telling, const GPtrArray *only, Answer *answer, GError **error);
gboolean stories_add_first(const Telling *telling, Answer *answer, GError **error);

/* All that is known of one issue; of that, the functions: what its commits changed, and what to look at, as they stand now.
 * FALSE with `error`. */
gboolean stories_add_issue(const Telling *telling, const char *under, Answer *answer, GError **error);
gboolean stories_add_functions(const Telling *telling, const char *under, Answer *answer, GError **error);

/* The way from Python to the functions of that issue, as a strip. FALSE with `error`. */
gboolean stories_add_way(const Telling *telling, const char *under, Answer *answer, GError **error);

/* What the story says under that key, in its language; NULL: nothing. The caller frees it. */
char *stories_text(const Telling *telling, const char *under, const char *key);

/* The one symbol of that name, a row of the view symbols; NULL, with or without `error`: there is none, or several. */
Table *stories_symbol(const Telling *telling, const char *name, GError **error);

/* Marks in a picture what the commits of the story `name` changed, each with its issue (graph --story). FALSE with `error`: it
 * could not be asked, or there is no such story. */
gboolean stories_mark(const Context *context, const char *name, Graph *graph, Answer *answer, GError **error);

const char *stories_say(const Telling *telling, const char *english, const char *korean);

#endif
