/* messages.h: finds what an error says by a part of it: the holes of a format match anything. */
#ifndef CPYREAD_MESSAGES_H
#define CPYREAD_MESSAGES_H

#include "query/index.h"

/* A text of the index that may have become what somebody saw. */
typedef struct Message {
    gint64 id;
    char *text;
    guint same;  /* letters of what was asked for that stand in the text itself, and not in its holes */
    guint other; /* letters of the text that do not */
} Message;

/* All that have `part` somewhere in what they can become, the closest first: of Message. NULL with `error`. */
GPtrArray *messages_find(Index *index, const char *part, GError **error);

/* How `part` may stand in what the format becomes: the most letters of it that the format itself has; -1: in no way.
 * Letters of both cases are equal. */
int messages_match(const char *format, const char *part);

/* The texts that have the most words of `part`, at most `limit`, best first. The caller frees them. */
GStrv messages_nearest(Index *index, const char *part, guint limit, GError **error);

#endif
