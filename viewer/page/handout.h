/* handout.h: the printed sheet: a note with its blocks answered from an index, as HTML or PDF. */
#ifndef CPYREAD_HANDOUT_H
#define CPYREAD_HANDOUT_H

#include "page/block.h"
#include "page/note.h"
#include "query/index.h"

#define HANDOUT_LINES 110 /* of source: what two facing pages hold */
#define HANDOUT_PAGES 6

/* Answers a command line of a note's block; command_run_line, which page/ does not know. */
typedef Answer *(*HandoutRun)(Index *index, const char *line, GError **error);

typedef struct Handout {
    char *path; /* of the note */
    char *html;
    char *other_tree; /* where the note is for another version than the index's: what says so; else NULL */
    gboolean is_for_lead;
    guint source_lines;  /* printed */
    guint pages;         /* of the PDF, once it is written */
    GPtrArray *warnings; /* of char *: what the blocks' answers warned of, the place in front */
} Handout;

/* Answers the blocks of a part of `note` and lays the sheet out in `lang`; `more` (or NULL) is HTML for its end. NULL with
 * `error` (NOTE_ERROR_BLOCK and the place in the note, FONT_ERROR, LAYOUT_ERROR) where a block fails, finds nothing, is of a
 * file that changed, or cannot be drawn in readable type; where a citation of this tree is wrong, a page has nothing to
 * write on, or the source does not fit. The caller frees the result. */
Handout *handout_make(Index *index, const Note *note, Lang lang, NotePart part, const char *more, HandoutRun run,
                      GError **error);
void handout_free(Handout *handout);

/* Writes it to a path that ends in .html or .pdf, which is whole afterwards or as it was. FALSE with `error` as above, too:
 * only paper shows where pages end. */
gboolean handout_write(Handout *handout, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Handout, handout_free)

#endif
