/* fill.h: what stands in a note's fenced blocks and code spans, as HTML of a sheet that is being made. */
#ifndef CPYREAD_FILL_H
#define CPYREAD_FILL_H

#include "page/handout.h"
#include "page/html.h"

typedef struct Making {
    Index *index;
    const Note *note;
    Handout *handout; /* its warnings and its lines of source are filled in */
    HandoutRun run;
    HtmlOptions html;
    guint pictures, boxes; /* drawn so far; of the path */
    GPtrArray *printed; /* names.h */
} Making;

/* The hooks of note.h; `data` is the Making. */
gboolean fill_block(GString *to, const char *info, const char *text, int line, gpointer data, GError **error);
char *fill_span(const char *text, gpointer data, GError **error);

/* FALSE, with the note's file and line in front of why. */
gboolean fill_refuse(const Making *making, int line, const char *why, GError **error);

#endif
