/* source_lines.h: files of the tree, each read once, with their lines: for who looks at many places of few files. */
#ifndef CPYREAD_SOURCE_LINES_H
#define CPYREAD_SOURCE_LINES_H

#include "query/index.h"

typedef struct SourceLines SourceLines;

/* The index must outlive them. */
SourceLines *source_lines_new(Index *index);
void source_lines_free(SourceLines *sources);

/* The text of a file, and in it the beginning of a line, counted from 1. NULL: it cannot be read; there is no such line. They live
 * as long as the sources. */
const char *source_lines_text(SourceLines *sources, const char *path);
const char *source_lines_line(SourceLines *sources, const char *path, int line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SourceLines, source_lines_free)

#endif
