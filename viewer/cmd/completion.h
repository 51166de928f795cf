/* completion.h: what a shell needs to complete a command line of ours: made from the table of commands. */
#ifndef CPYREAD_COMPLETION_H
#define CPYREAD_COMPLETION_H

#include <glib.h>

/* The script for "bash", "zsh" or "fish"; NULL: another shell. The caller frees it. */
char *completion_script(const char *shell);

#endif
