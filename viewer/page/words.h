/* words.h: every word that a sheet prints of its own, in each language.
 *
 * A table and no gettext: which language a sheet speaks is the note's affair, not the process's (one command may print
 * twins), a catalogue would need a locale on the machine and a file beside the program, and here a word without its
 * twin does not pass the tests. What a picture says stands in graph/style.c. */
#ifndef CPYREAD_WORDS_H
#define CPYREAD_WORDS_H

#include "graph/style.h"

typedef enum {
    WORD_DATE,
    WORD_PLACE,
    WORD_LEAD,
    WORD_SOURCE,
    WORD_EXPECT,   /* the box for a prediction */
    WORD_PRINTED,  /* the box for what came */
    WORD_TERMS,    /* the glossary */
    WORD_PRINTING, /* how to print */
    WORD_FOLD_ONE, /* with %d: a cut in the source */
    WORD_FOLD,
    WORD_HIDDEN, /* below a picture */
    WORD_CUT,
    WORD_IN_WORDS,
    WORD_NAMES,   /* the cross-reference list */
    WORD_PAGE_BEFORE, /* around the number of a page: "p. 3", "3쪽" */
    WORD_PAGE_AFTER,
    WORD_USED,    /* in front of line numbers */
    WORD_NOT_HERE, /* a box of the path whose source is not on the sheet */
    WORD_FOR_LEAD, /* the heading that begins what only the lead gets */
    WORD_COMMIT,
    WORD_BY_HAND,    /* in front of the files that a commit changed */
    WORD_MORE_FILES, /* with %u */
    WORD_CONTINUED,  /* of a function, on its next page */
    WORD_RAN,     /* what the snippets printed */
    WORD_COUNT,
} Word;

/* The word; static. */
const char *word(Word which, Lang lang);

#endif
