/* data.h: the files that the build put inside the program (the Makefile's DATA, made by .ci/embed). */
#ifndef CPYREAD_DATA_H
#define CPYREAD_DATA_H

/* The text of the file that stands at `name` in the source tree ("indexer/store/schema.sql"); NULL if none
 * does. */
const char *data_text(const char *name);

/* The names of all of them, in order, NULL last. */
extern const char *const data_names[];

#endif
