/* man.h: manual pages, made from the table of commands. */
#ifndef CPYREAD_MAN_H
#define CPYREAD_MAN_H

#include "cmd/command.h"

/* The page of a command, or of the program (NULL), in the language of man(7). The caller frees it. */
char *man_page(const Command *command);

#endif
