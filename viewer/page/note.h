/* note.h: a note: Markdown with a little front matter.
 *
 *     ---
 *     title: Why did dict.copy() become faster?
 *     lang: en
 *     tree: 3.7
 *     ---
 *     Text, tables, code. A fenced block with an info string of ours (```cpyread) is handed to whoever
 * renders. */
#ifndef CPYREAD_NOTE_H
#define CPYREAD_NOTE_H

#include "graph/style.h"

#define NOTE_ERROR (g_quark_from_static_string("cpyread-note"))
typedef enum {
    NOTE_ERROR_READ,   /* the file cannot be read, or is not UTF-8 */
    NOTE_ERROR_HEADER, /* the front matter is wrong */
    NOTE_ERROR_BLOCK,  /* a block fails or finds nothing */
} NoteError;           /* every message begins with "PATH:LINE: " */

typedef struct Note {
    char *path;
    char *title; /* never NULL; the others are where the front matter lacks them */
    char *date, *place, *lead, *session;
    char *tree;    /* the version that it was written for: "3.7" */
    char *symbols; /* that it is about, apart by blanks; a handout warns of those that its tree lacks */
    char *commits; /* hashes, at least 7 digits, apart by blanks */
    Lang lang;
    char *body;    /* Markdown, normalised to NFC */
    int body_line; /* of the file, where the body begins */
    char *for_lead;    /* the same of what the lead alone gets, from the heading "For the lead" on; NULL: nothing */
    int for_lead_line;
} Note;

/* Reads a note. The caller frees it. NULL with `error`. */
Note *note_read(const char *path, GError **error);

/* The same from `text` of `length` bytes; `path` is for messages. */
Note *note_parse(const char *path, const char *text, gsize length, GError **error);
void note_free(Note *note);

typedef enum { NOTE_SHEET, NOTE_FOR_LEAD } NotePart;

/* What is made of a note's pieces. */
typedef struct NoteHooks {
    /* Appends a fenced block as HTML. `info` is the line after the fence, `line` where its text begins in the file. FALSE
     * without `error`: not ours, print it as code. */
    gboolean (*block)(GString *to, const char *info, const char *text, int line, gpointer data, GError **error);
    /* The address that a `code span` leads to; NULL without `error`: none. Called when all blocks are answered. NULL: spans
     * lead nowhere. */
    char *(*span)(const char *text, gpointer data, GError **error);
    gpointer data;
} NoteHooks;

/* The text of a part as HTML; raw HTML in it is printed as text. The caller owns it. NULL with what a hook gave,
 * NOTE_ERROR_BLOCK with the place in front, or MODULE_ERROR. */
char *note_html(const Note *note, NotePart part, const NoteHooks *hooks, GError **error);

typedef struct NoteFence { /* a fenced block */
    char *info, *text;
    int line; /* where its text begins */
} NoteFence;

/* The fenced blocks of both parts, in their order: an array of NoteFence. The caller frees it; NULL with `error`. */
GPtrArray *note_fences(const Note *note, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Note, note_free)

#endif
