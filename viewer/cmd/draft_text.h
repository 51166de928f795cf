/* draft_text.h: for the files that write drafts: a template's words, and what fills them. */
#ifndef CPYREAD_DRAFT_TEXT_H
#define CPYREAD_DRAFT_TEXT_H

#include "cmd/draft.h"

#define DRAFT_NAMES 5 /* boxes of the path, and functions of the source */

typedef struct Draft {
    Index *index;
    Lang lang;
    GHashTable *values; /* char *: the word in braces → char * */
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

/* Whether it is letters, digits and _, and so a plain name. */
gboolean draft_is_word(const char *name);

#endif
