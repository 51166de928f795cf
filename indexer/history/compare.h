/* compare.h: what a commit did to a file: its image before against its image after. */
#ifndef CPYREAD_HISTORY_COMPARE_H
#define CPYREAD_HISTORY_COMPARE_H

#include "history/commit.h"

/* Fills the changes, the lines and the hunk of `file`. An image is NULL where there was no file. */
void compare_images(FileChange *file, Image *before, Image *after);

/* When all files of a commit are compared: what was removed in one and added with the same tokens in another has moved;
 * with another name, or in another shape, it says what it was. */
void compare_moves(Commit *commit);

#endif
