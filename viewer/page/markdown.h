/* markdown.h: what note_html() does, in the module (graph/module.h). The only door to cmark. */
#ifndef CPYREAD_MARKDOWN_H
#define CPYREAD_MARKDOWN_H

#include "page/note.h"

/* As note_html() of note.h. */
char *markdown_html(const Note *note, NotePart part, const NoteHooks *hooks, GError **error);

#endif
