/* tsv.h: the rows of an answer, one a line: for programs that take lines. Nothing is cut. */
#ifndef CPYREAD_TSV_H
#define CPYREAD_TSV_H

#include "page/block.h"

/* A table, the lines of excerpts, the edges of a picture: a line of column names, then its rows, cells apart by tabs; an empty line between two tables. A
 * tab, a newline and a backslash in a cell are \t, \n and \\; a NULL is empty. The caller frees it. */
char *tsv_render(const Answer *answer);

/* `file:line:column:text` for every row that has a file and a line, every line of an excerpt and every node of a
 * picture, as editors take in
 * the matches of a search. `source` is the folder of the tree as it is to stand before each file; NULL: none.
 * The caller frees it. */
char *vimgrep_render(const Answer *answer, const char *source);

#endif
