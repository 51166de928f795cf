/* draft_text.h: for the files that write drafts: a template's words, and what fills them. */
#ifndef CPYREAD_DRAFT_TEXT_H
#define CPYREAD_DRAFT_TEXT_H

#include "cmd/draft.h"
#include "query/story.h"

#define DRAFT_NAMES 5 /* boxes of the path, and functions of the source */

typedef struct Draft {
    Index *index;
    Lang lang;
    GHashTable *values; /* char *: the word in braces → char * */
    gboolean is_ordered; /* the functions stand in the order of a told way, not to be searched for */
} Draft;

/* The word `key` becomes `value`, which the draft takes. */
void draft_set(Draft *draft, const char *key, char *value);

/* All words that every note has, empty or as good as can be. */
void draft_set_common(Draft *draft, const char *title);

/* Path, source, picture of functions (at most DRAFT_NAMES), which are put in the order of their calls. */
void draft_set_functions(Draft *draft, GPtrArray *names);

/* The template with its words filled in. The caller owns it. */
char *draft_fill(const Draft *draft);

/* The one in the draft's language. */
const char *draft_say(const Draft *draft, const char *english, const char *korean);

/* A text as one line. The caller owns it. */
char *draft_line(const char *text);

/* How many lines a function has in the tree; 0: it is not there, or the name means several things. */
int draft_lines(Index *index, const char *name);

/* What a story tells of one issue. */
typedef struct DraftTold {
    Story *story;      /* NULL: there is none of that name any more */
    const char *under; /* the issue; NULL: the story tells nothing of the commit */
} DraftTold;

/* Opens what the story `name` tells of the commit `hash`; FALSE with `error`. draft_told_close() in any case. */
gboolean draft_told_open(Index *index, const char *name, const char *hash, DraftTold *told, GError **error);
void draft_told_close(DraftTold *told);

/* What to look at first, as far as the tree has it, at most DRAFT_NAMES names: what lies on the told way, in its order, then the rest.
 * Sets `is_ordered`. The caller owns it. */
GPtrArray *draft_told_look(Draft *draft, const DraftTold *told);

/* Snippet, way, and answers; after all else is set. */
void draft_told_set(Draft *draft, const DraftTold *told);

/* Whether it is letters, digits and _, and so a plain name. */
gboolean draft_is_word(const char *name);

#endif
