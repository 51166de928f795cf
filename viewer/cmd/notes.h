/* notes.h: what the parts of `cpyread notes` share: which notes, and which index each is asked of. */
#ifndef CPYREAD_NOTES_H
#define CPYREAD_NOTES_H

#include "cmd/command.h"
#include "page/note.h"

/* Of `cpyread notes WORD …`; context->arguments begins with WORD. Each answers as a command does. */
Answer *notes_list(const Context *context, GError **error);
Answer *notes_check(const Context *context, GError **error);
Answer *notes_read(const Context *context, GError **error);
Answer *notes_new(const Context *context, GError **error);

/* The notes that are named behind WORD, else all of the study folder's notes/ (of the current folder's, or of it itself,
 * where there is no study folder): paths in order. A file without front matter is no note. NULL with `error`. */
GPtrArray *notes_paths(const Context *context, GError **error);

/* The folder that new notes go to; the caller frees it. */
char *notes_folder(void);

/* Indexes by tree, opened once. */
typedef struct NotesIndexes NotesIndexes;
NotesIndexes *notes_indexes_new(const Context *context);
void notes_indexes_free(NotesIndexes *indexes);

/* The index that a note is asked of: the one that the command line or $CPYREAD_DB names, else that of the tree in its front
 * matter. NULL with `error`: there is none. */
Index *notes_index_for(NotesIndexes *indexes, const Note *note, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(NotesIndexes, notes_indexes_free)

#endif
