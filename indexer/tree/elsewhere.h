/* elsewhere.h: sources that a build on Linux leaves out, and why. */
#ifndef CPYREAD_TREE_ELSEWHERE_H
#define CPYREAD_TREE_ELSEWHERE_H

/* Why the source at `path` is not for this platform, though the build may name it; NULL if it is. */
const char *elsewhere_reason(const char *path);

/* Why the source at `path` is not read, given that no part of the build names it and no file includes it. */
const char *elsewhere_unnamed(const char *path);

#endif
