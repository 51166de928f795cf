/* draft.h: the text of a new note. */
#ifndef CPYREAD_DRAFT_H
#define CPYREAD_DRAFT_H

#include "graph/style.h"
#include "query/index.h"

#define DRAFT_ERROR (g_quark_from_static_string("cpyread-draft"))
typedef enum {
    DRAFT_ERROR_NO_STORY, /* the index has none, or none of that issue; the message says which */
} DraftError;

/* A note for a session about `title` and the functions `symbols` (NULL last). The caller owns it. */
char *draft_template(Index *index, const char *title, const char *const *symbols, Lang lang);

/* A note of the story of `issue`, a number or digits of a commit's hash: question, path, source, commit, glossary and
 * questions to answer. NULL with `error`. The caller owns it. */
char *draft_speedup(Index *index, const char *issue, Lang lang, GError **error);

#endif
