/* unknown.h: what is said of a NAME that means nothing. */
#ifndef CPYREAD_UNKNOWN_H
#define CPYREAD_UNKNOWN_H

#include "cmd/command.h"

/* Completes the answer (status 1): what there is instead: nearest names, the fields of a record, the lines of a file,
 * another version of the study folder that has it. */
void unknown_say(const Context *context, const char *name, Answer *answer);

#endif
