/* history.h: puts into an index which commits made its tree, and what each did to functions, macros, types, variables
 * and opcodes, at that commit. README.md draws the way. */
#ifndef CPYREAD_HISTORY_HISTORY_H
#define CPYREAD_HISTORY_HISTORY_H

#include "history/git.h"
#include "store/database.h"

#define HISTORY_NONE "none" /* a range: no history at all */

typedef struct HistoryOptions {
    const char *root;    /* the checkout */
    const char *version; /* "3.7.0b3+" */
    const char *range;   /* as --history gives it; NULL: the version's own line */
    const char *old;     /* an index whose history may serve; NULL: none */
    gboolean (*is_generated)(const char *path, const char *text, gsize size);
    void (*progress)(guint done, guint total, gpointer data);
    gboolean (*go_on)(gpointer data, GError **error);
    gpointer data;
} HistoryOptions;

typedef struct HistorySummary {
    char *range;        /* "FROM..TIP"; NULL: the index holds no history */
    guint commits, fresh; /* all; those that were read now */
    guint missing;      /* files that the repository lacks */
    char *notice;       /* what it could not do; NULL */
} HistorySummary;

/* The commits that an index is to hold. */
typedef struct HistoryLine HistoryLine;

/* Asks git for them, as `options` say; in a thread, if that suits. What git cannot tell shows when the result is used. */
HistoryLine *history_line_find(const HistoryOptions *options);
void history_line_free(HistoryLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(HistoryLine, history_line_free)

/* The range of the line, as meta says it ("FROM..TIP"); NULL if there is to be no history, and, with `error`, if git could not
 * tell. */
char *history_range(const HistoryLine *line, GError **error);

/* Makes the line that of the index `database` (which is nobody else's yet): commits that it, or the index `old`, holds are
 * not read again. What git cannot tell is no error, but a notice: the index then holds no history, or less. FALSE with
 * `error`: the index cannot be written, or the run was interrupted. */
gboolean history_update(Database *database, const HistoryOptions *options, const HistoryLine *line, HistorySummary *summary,
                        GError **error);
void history_summary_clear(HistorySummary *summary);

#endif
