/* handout.h: the printed sheet: a note with its blocks answered from an index, as HTML or PDF. */
#ifndef CPYREAD_HANDOUT_H
#define CPYREAD_HANDOUT_H

#include "page/block.h"
#include "page/note.h"
#include "query/index.h"

#define HANDOUT_LINES 110 /* of source: what two facing pages hold */

/* Answers a command line of a note's block; command_run_line, which page/ does not know. */
typedef Answer *(*HandoutRun)(Index *index, const char *line, GError **error);

typedef struct Handout {
    char *html;
    guint source_lines;  /* printed */
    GPtrArray *warnings; /* of char *: what the blocks' answers warned of, the place in front */
} Handout;

/* Answers the blocks of `note` and lays the sheet out in `lang`. NULL with `error` (NOTE_ERROR_BLOCK and the
 * place in the note, FONT_ERROR, LAYOUT_ERROR) where a block fails, finds nothing, is of a file that changed,
 * or cannot be drawn in readable type. The caller frees the result. */
Handout *handout_make(Index *index, const Note *note, Lang lang, HandoutRun run, GError **error);
void handout_free(Handout *handout);

/* Writes it to a path that ends in .html or .pdf, which is whole afterwards or as it was. */
gboolean handout_write(const Handout *handout, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Handout, handout_free)

#endif
