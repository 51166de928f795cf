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
    const char *links; /* the tree's folder, where the terminal knows links (OSC 8) to its files; NULL: it does not */
} TextStyle;

/* The caller frees it. */
char *text_render(const Answer *answer, const TextStyle *style);

/* A colour's escape sequence, or "" without colour: "1" bold, "2" dim, "31" red … */
const char *text_colour(const TextStyle *style, const char *sequence);

/* Appends `text` as a link to a file of the tree, and a line (NULL: none); as it is where there are no links. */
void text_link(GString *to, const TextStyle *style, const char *text, const char *file, const char *line);

#endif
