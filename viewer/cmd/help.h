/* help.h: what the table of commands says of itself. */
#ifndef CPYREAD_HELP_H
#define CPYREAD_HELP_H

#include "cmd/command.h"

typedef struct HelpEntry {
    const char *name, *text;
} HelpEntry;

/* What is taken from the environment; ended by a NULL name. */
extern const HelpEntry help_environment[];

/* The help of one command; NULL: the list of all. */
Answer *help_on(const Command *command);

#endif
