/* describe.h: what is said of the files of an index, beside what the parses found. */
#ifndef CPYREAD_DESCRIBE_H
#define CPYREAD_DESCRIBE_H

#include "store/merge.h"
#include "store/present.h"

/* Before merge_finish(): brings in the files that no facts speak of. */
void describe_add_files(Merge *merge, const Plan *plan);

/* Notes which headers a parse of `unit` did not find, at the unit and at the header that asks for them. */
void describe_missing(Merge *merge, const char *unit, const Facts *facts);

/* After it: contents, errors and missing headers of all files. */
void describe_files(Merge *merge, Present *present);

#endif
