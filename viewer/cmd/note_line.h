/* note_line.h: what the commands that read notes have in common. */
#ifndef CPYREAD_NOTE_LINE_H
#define CPYREAD_NOTE_LINE_H

#include "cmd/command.h"
#include "page/note.h"

/* Answers a line of a note's block, which must not write files: a note may come from anyone. NULL with `error`. */
Answer *note_answer_line(Index *index, const char *text, GError **error);

/* A note's twin in `lang`: NAME.ko.md beside NAME.en.md; the note itself where there is none. The caller frees it. */
char *note_twin(const char *path, Lang lang);

#endif
