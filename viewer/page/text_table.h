/* text_table.h: a table in columns aligned by what a terminal shows; a part of text.c. */
#ifndef CPYREAD_TEXT_TABLE_H
#define CPYREAD_TEXT_TABLE_H

#include "page/text.h"

/* Appends the rows of `table`, at most TEXT_ROWS unless style->all. */
void text_table(GString *to, const Table *table, const char *group_by, const TextStyle *style);

#endif
