/* tables.h: the tables that rows are stored in: which rows of a file go where, value by value.
 *
 * The same functions write rows and sum them up, so that a run which changes an index can tell whether the
 * rows of a file in a table are those that are in it already. */
#ifndef CPYREAD_TABLES_H
#define CPYREAD_TABLES_H

#include "store/database.h"
#include "store/merge.h"

/* Where values go: into the places of an INSERT, or into a sum. */
typedef struct Values {
    Statement *insert; /* NULL: the sum alone is wanted */
    int position;
    guint64 row, sum; /* the sum does not depend on the order of rows */
} Values;

typedef struct TableType {
    const char *name;
    const char *key;     /* the column that says which file a row belongs to */
    guint shift;         /* … in its bits from this one on */
    const char *orphans; /* a condition for the rows that belong to no file; NULL: there are none */
    int columns;
    /* Gives the values of all rows that belong to `file`; NULL: to none. */
    gboolean (*give)(Merge *merge, const FileRow *file, Values *values, GError **error);
} TableType;

enum {
    TABLES = 12,
    WORDS = TABLES
}; /* WORDS: what the words of symbols are made from, as if it were a table */
extern const TableType table_types[TABLES];

/* The values that the words of a file's symbols are made from. */
void tables_give_words(Merge *merge, const FileRow *file, Values *values);

/* The sum of the rows of a file (its key; 0: no file) in a table; nothing for none. */
typedef struct TableSum {
    guint32 table, key;
    guint64 sum;
} TableSum;

typedef GHashTable TableSums;

TableSums *table_sums_new(void);
void table_sums_free(TableSums *sums);
void table_sums_set(TableSums *sums, guint32 table, guint32 key, guint64 sum);
guint64 table_sums_get(TableSums *sums, guint32 table, guint32 key); /* 0: no rows */
GArray *table_sums_list(TableSums *sums); /* of TableSum, in order of table and key */

/* Those of all tables. To be called before rows are given to an INSERT. */
TableSums *table_sums_of(Merge *merge);

#endif
