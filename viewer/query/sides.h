/* sides.h: two texts side by side. */
#ifndef CPYREAD_SIDES_H
#define CPYREAD_SIDES_H

#include "query/table.h"

/* Their lines in one table with the columns line, before, mark, after and line_after: what both have in one row, mark "-" for
 * what only the first has, "+" for what only the second has. The first lines have these numbers. */
Table *sides_table(const char *before, int before_line, const char *after, int after_line);

#endif
