/* source_rows.h: a piece of source as rows of paper: what a long line is divided into, and where a page may end. */
#ifndef CPYREAD_SOURCE_ROWS_H
#define CPYREAD_SOURCE_ROWS_H

#include "page/block.h"

/* A function that takes as many rows is never broken: so many fit a page below its heading. */
#define ROWS_PAGE 66

typedef struct SourceRow {
    int number;         /* of the line; 0: it stands for lines left out */
    char *text;         /* printable; of lines left out what is said of them */
    gboolean may_break; /* a page may end before it */
} SourceRow;

/* The caller frees it with g_ptr_array_unref. */
GPtrArray *source_rows_new(void);

/* Appends the lines of an excerpt. */
void source_rows_add(GPtrArray *rows, const Excerpt *excerpt);

/* Appends a row for lines left out. */
void source_rows_add_fold(GPtrArray *rows, const char *text);

/* How many rows of paper they take: a long line takes several. */
guint source_rows_height(const GPtrArray *rows);

/* How many of the rows, from the first, have room in `room` rows of paper. */
guint source_rows_within(const GPtrArray *rows, guint room);

/* Where the piece of a line ends that a row has room for; `is_first`: the line's first piece, which has no mark in front. */
const char *source_rows_piece(const char *line, gboolean is_first);

/* Finds the places where pages may end, if the rows are more than a page has. */
void source_rows_mark_breaks(GPtrArray *rows);

/* How many rows of paper come before the last of these places that leaves no more than `room` before it; 0: there is none. */
guint source_rows_first_page(const GPtrArray *rows, guint room);

#endif
