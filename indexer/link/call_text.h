/* call_text.h: what stands between the brackets of a call, out of the text of its file.
 *
 * The crawl keeps where a call is and not what it is given; a linker that wants the words of an argument looks here. Far
 * from a compiler: brackets, literals and comments are known, and nothing else. */
#ifndef CPYREAD_CALL_TEXT_H
#define CPYREAD_CALL_TEXT_H

#include <glib.h>

typedef struct SourceText {
    char *text;
    gsize length;
    guint32 *lines; /* where each begins */
    guint line_count;
} SourceText;

/* A stretch of a text, without white space at its ends. */
typedef struct Stretch {
    const char *from, *to;
} Stretch;

SourceText *source_text_read(const char *root, const char *path); /* NULL: it cannot be read */
void source_text_free(SourceText *source);

/* Texts that several calls are read from, by their paths; g_hash_table_unref() frees them. source_texts_get() reads a text when
 * it is first asked for; NULL: it cannot be read. */
GHashTable *source_texts_new(void);
const SourceText *source_texts_get(GHashTable *texts, const char *root, const char *path);

/* Where that line and column is (both from 1); NULL: nowhere. */
const char *source_text_at(const SourceText *source, gint64 line, gint64 col);
void source_text_place(const SourceText *source, const char *at, gint64 *line, gint64 *col);

/* The name at `at`, empty if there is none. */
Stretch call_text_name(const char *at);

/* The arguments of the call or the macro's use whose name is at `at`: of Stretch. None: what stands there has no brackets. */
GArray *call_text_arguments(const char *at);

/* The number, from 0, of the parameter of that name in a function's signature (NULL: it has none); -1: there is none. */
int call_text_parameter(const char *signature, Stretch name);

/* What stands behind the literal, the comment, the bracket or the one character at `at`. */
const char *call_text_skip(const char *at);

/* The parts of a ? b : c behind the question mark; FALSE: it is none. */
gboolean call_text_branches(Stretch all, Stretch *yes, Stretch *no);

Stretch call_text_trim(const char *from, const char *to);
gboolean stretch_is(Stretch stretch, const char *text);
char *stretch_dup(Stretch stretch);

/* Appends what the literals at the start of the stretch say, neighbours as one; FALSE: there is none, or another word is
 * among them. */
gboolean call_text_literal(Stretch stretch, GString *to);

/* Appends what a literal with its quotes says: "a\"b" is a"b. */
void call_text_unquote(const char *literal, const char *end, GString *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SourceText, source_text_free)

#endif
