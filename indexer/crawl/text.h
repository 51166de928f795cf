/* text.h: what is read from the bytes of a source file rather than from the compiler: comments, one-line
 * forms, words. */
#ifndef CPYREAD_TEXT_H
#define CPYREAD_TEXT_H

#include <glib.h>

/* The comment that ends right above the line which holds `offset`, without its marks and stars, lines kept.
 * With an empty line between, a few words alone are a heading; and what a file begins with speaks of the
 * file. NULL if there is none. The caller frees. */
char *text_comment_above(const char *text, gsize size, gsize offset);

/* A piece of C on one line: comments left out, white space folded, `char * x` as `char *x`. The caller frees. */
char *text_one_line(const char *start, gsize length);

/* A declaration of `name` with a type as clang spells it: ("int (*)(void)", "f") gives "int (*f)(void)". */
char *text_declare(const char *type, const char *name);

/* Calls `found` for each identifier of a piece of C, with its offset from `start`; those in comments, strings
 * and numbers are passed over. */
typedef void (*TextWord)(const char *word, gsize length, gsize offset, gpointer data);
void text_words(const char *start, gsize length, TextWord found, gpointer data);

/* Overwrites comments with blanks and joins continued lines, in place; line breaks stay where they are or
 * become blanks. text[size] is '\0'. */
void text_blank_comments(char *text, gsize size);

/* The length of the identifier at the start of `text`; 0 if none begins there. */
gsize text_identifier(const char *text, gsize size);

#endif
