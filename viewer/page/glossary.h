/* glossary.h: the group's terms: notes/glossary.md, a table of the English term, the official Korean one, the common one,
 * and what it means. */
#ifndef CPYREAD_GLOSSARY_H
#define CPYREAD_GLOSSARY_H

#include "page/note.h"
#include "query/table.h"

#define GLOSSARY_FILE "glossary.md" /* beside the note */

/* The lines of a note's block of terms, each with what it says in `lang`: a line "reference count" gets what the file says
 * of it, one with a colon stays. NULL with `error` (NOTE_ERROR_BLOCK, the place in front) for a term that the file lacks.
 * The caller owns it. */
char *glossary_fill(const Note *note, const char *text, int line, Lang lang, GError **error);

/* The lines of a block of terms for those of the folder's glossary that occur in `source`, text of C, by what the glossary says
 * shows them there: at most `most`, those that occur most often. "": none does. The caller owns it. */
char *glossary_occurring(const char *folder, const char *source, guint most, Lang lang);

/* The rows of the folder's glossary of which one of the three names is `text`, blanks and case apart, or has it as a part, where
 * it is Korean. The caller owns the table. */
Table *glossary_find(const char *folder, const char *text);

#endif
