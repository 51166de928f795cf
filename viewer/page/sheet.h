/* sheet.h: what a sheet's HTML gets beyond its blocks, as a whole: Korean words that are not broken, places to write on
 * that can be counted, references that lead somewhere. */
#ifndef CPYREAD_SHEET_H
#define CPYREAD_SHEET_H

#include <glib.h>

/* Korean is broken at blanks alone. The caller frees the result. */
char *sheet_keep_words(const char *html);

/* The HTML with a number for each thing to write on (a ruled line, the margin beside a line of source, an empty cell):
 * id="w1" … The caller frees it. */
char *sheet_number_writing(const char *html);

/* The heading of the first page, by "##", that has nothing to write on: its number from 1 ("0" is what stands before the
 * first); -1: each has. */
int sheet_page_without_writing(const char *html);

/* A reference within the sheet that leads nowhere; NULL: there is none. The caller frees it. */
char *sheet_dangling(const char *html);

/* Puts `what` behind the last piece of source, if there is any. */
void sheet_insert_after_source(GString *html, const char *what);

#endif
