/* c_text.h: a C file cut into words: enough to find macros' uses, braces and labels, and far from a compiler.
 *
 * Comments, white space and preprocessor lines are passed over, so both sides of an #if are seen; #defines are kept
 * apart. For linkers that need what the crawl does not keep: the shape of one function's text. */
#ifndef CPYREAD_C_TEXT_H
#define CPYREAD_C_TEXT_H

#include <glib.h>

typedef struct CWord {
    guint start, length; /* bytes of the text */
    guint line;
    char kind;            /* 'a' a name, '0' a number, '"' a literal, else the character itself */
    gboolean is_left_out; /* see c_text_leave_out() */
} CWord;

typedef struct CText {
    char *text;
    GArray *words;     /* of CWord */
    GPtrArray *macros; /* of CMacro: every #define, in the order of the text */
} CText;

typedef struct CMacro {
    char *name;
    GStrv parameters; /* NULL: it has none, not even () */
    CText *body;
    guint line;
    gboolean is_left_out;
} CMacro;

CText *c_text_new(char *text);                          /* takes it */
CText *c_text_read(const char *root, const char *path); /* NULL: there is no such file */
void c_text_free(CText *c);

/* Marks what stands on these lines as left out by an #if. */
void c_text_leave_out(CText *c, guint line, guint end_line);

/* Word `i`; behind the last one, one of kind '\0'. */
CWord c_text_at(const CText *c, guint i);
guint c_text_find_line(const CText *c, guint line); /* the first word on line `line` or behind it */
gboolean c_text_is(const CText *c, guint i, const char *name);
char *c_text_name(const CText *c, guint i); /* the caller frees */

/* Whether at `i` there is NAME(, the use of a macro. */
gboolean c_text_is_use(const CText *c, guint i, const char *name);

/* The word that closes the bracket at `i`; the number of words if none does. */
guint c_text_close(const CText *c, guint i);

/* The words `from` … `to` - 1 on one line. The caller frees. */
char *c_text_join(const CText *c, guint from, guint to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CText, c_text_free)

#endif
