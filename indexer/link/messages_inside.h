/* messages_inside.h: what messages.c, messages_said.c and messages_exception.c share. No one else includes it. */
#ifndef CPYREAD_MESSAGES_INSIDE_H
#define CPYREAD_MESSAGES_INSIDE_H

#include "link/call_text.h"
#include "link/linkers.h"

/* A function that raises what it is told. */
typedef struct Raising {
    gint64 id;
    int exception, message; /* its arguments; -1: always the same exception */
    char *always;           /* that; NULL: it is not known */
} Raising;

typedef struct Messages {
    Linking *linking;
    Statement *insert, *sites, *literals, *macro, *variable;
    GPtrArray *raising; /* of Raising, in the order in which they are looked at */
    GHashTable *known;  /* "id message" of them */
    GHashTable *files;  /* path -> SourceText, or NULL */
    GHashTable *named;  /* NULL: not read yet; name -> text */
    GHashTable *stored; /* "file name" -> exception that is put there, or "" */
    GError *error;
} Messages;

/* A call of one that raises. */
typedef struct Site {
    Messages *messages;
    const Raising *raising;
    const SourceText *source;
    gint64 file, line, caller, caller_line, caller_end;
    gboolean is_in_caller; /* it stands in the caller's lines, and not in a macro's or another file's */
    const char *signature;
    char *exception;    /* by its name in Python; NULL: not known */
    char *variable;     /* that is the exception; NULL */
    const char *said_at; /* where what is said was put into a variable; NULL */
    int exception_from; /* the parameter of the caller that is the exception; -1 */
    GHashTable *said;   /* texts that were added for this call */
} Site;

/* ---- messages.c ---- */

/* The statement messages_NAME.sql; NULL with `messages->error`. */
Statement *messages_prepare(Messages *messages, const char *name);

/* Notes a function whose arguments `exception` (-1: always `always`) and `message` are raised: its calls are looked at, too. */
void messages_add_raising(Messages *messages, gint64 id, int exception, int message, const char *always);

/* What is put into a variable or a field whose name of `length` stands at `at` as a whole word, in a text that begins at
 * `start`: where the value begins; NULL: nothing is. messages_assigned(): a variable's alone. */
const char *messages_stored(const char *at, gsize length, const char *start);
const char *messages_assigned(const char *at, gsize length, const char *start);

/* Where the value that begins at `at` ends, at the latest at `end`. */
const char *messages_end_of_value(const char *at, const char *end);

/* An expression without casts, brackets and & in front. */
Stretch messages_without_cast(Stretch value);

/* ---- messages_said.c ---- */

/* Adds the texts that an expression can be, as far as they can be known. */
void messages_resolve(Site *site, Stretch value, int depth);

/* Adds the literals that the crawl saw between two places: those that a macro brings as well. FALSE: there are none. */
gboolean messages_add_crawled(Site *site, const char *from, const char *to);

/* ---- messages_exception.c ---- */

/* Takes an argument as the exception of the call. */
void messages_take_exception(Site *site, Stretch value);

/* Of a call that a macro carries: what its use, between two places, names, or the macro does. */
void messages_take_macro_exception(Site *site, gint64 macro, const char *from, const char *to);

/* The exception's name in Python, or that of the variable it is in. The caller frees it; NULL: it is not known. */
char *messages_exception(Site *site);

#endif
