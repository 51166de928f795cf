/* lexer.h: how far the things go that C text is made of. Each takes the place of the first byte; the text ends with a
 * zero byte. */
#ifndef CPYREAD_HISTORY_LEXER_H
#define CPYREAD_HISTORY_LEXER_H

#include <glib.h>

gboolean lexer_is_name(char c); /* a letter, a digit, _ */

gsize lexer_comment(const char *at); /* 0: no comment begins there */
gsize lexer_literal(const char *at); /* at a quote; ends at the end of the line at the latest */
gsize lexer_name(const char *at);

/* At the # of a directive: to the end of its last line. */
gsize lexer_directive(const char *at);

/* Whether nothing but blanks stands before it on its line. */
gboolean lexer_is_line_start(const char *text, const char *at);

/* Behind blanks, line ends and comments. */
const char *lexer_skip(const char *at, const char *end);

/* The next token in [at, end): its first byte and, in `length`, its size; NULL: there is none. Comments, white space and
 * backslashes before a line's end are passed over. */
const char *lexer_token(const char *at, const char *end, gsize *length);

#endif
