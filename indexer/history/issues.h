/* issues.h: the issues that a commit's message names. */
#ifndef CPYREAD_HISTORY_ISSUES_H
#define CPYREAD_HISTORY_ISSUES_H

#include "history/commit.h"

/* Fills commit->issues from subject and body, each issue once, in the order of the text. */
void issues_find(Commit *commit);

#endif
