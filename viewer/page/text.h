/* text.h: an answer as text for a terminal, or for a pipe.
 *
 * On a terminal a table has the names of its columns, and a group's value stands once above its rows. In a
 * pipe every row stands for itself, so that `| sort` and `| grep` give something; what is no row begins with
 * "# ". Both say last which tree the answer is of. */
#ifndef CPYREAD_TEXT_H
#define CPYREAD_TEXT_H

#include "page/block.h"

#define TEXT_ROWS  40  /* of a table, and */
#define TEXT_LINES 130 /* of an excerpt (two printed pages), before "N more: --all" */

typedef struct TextStyle {
    gboolean terminal; /* for eyes, not for a pipe */
    gboolean colour;   /* with escape sequences */
    gboolean all;      /* nothing is cut */
    guint width;       /* columns that there are; 0: no limit */
} TextStyle;

/* The caller frees it. */
char *text_render(const Answer *answer, const TextStyle *style);

/* A colour's escape sequence, or "" without colour: "1" bold, "2" dim, "31" red … */
const char *text_colour(const TextStyle *style, const char *sequence);

#endif
