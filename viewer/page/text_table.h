/* text_table.h: a table in columns aligned by what a terminal shows; a part of text.c. */
#ifndef CPYREAD_TEXT_TABLE_H
#define CPYREAD_TEXT_TABLE_H

#include "page/text.h"

/* Appends the rows of a table, at most TEXT_ROWS unless style->all. On a terminal they fit its width. */
void text_table(GString *to, const Block *block, const TextStyle *style);

#endif
