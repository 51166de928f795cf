/* help.h: what the table of commands says of itself. */
#ifndef CPYREAD_HELP_H
#define CPYREAD_HELP_H

#include "cmd/command.h"

/* The help of one command; NULL: the list of all. */
Answer *help_on(const Command *command);

#endif
