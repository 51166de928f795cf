/* texts.h: texts, each kept once and known by its place: 1, 2, …; place 0 is "no text".
 *
 * A parse has a table of its own while it is filled; merge.c and the cache of facts share one for a whole
 * run, so that there two texts are equal if their addresses are. */
#ifndef CPYREAD_TEXTS_H
#define CPYREAD_TEXTS_H

#include <glib.h>

typedef struct Texts {
    GPtrArray *strings;  /* of const char *, by place; [0] is NULL */
    GHashTable *places;  /* text to its place; NULL in a table that is only read */
    GStringChunk *chunk; /* owner of those that were added */
    GBytes *buffer;      /* owner of those that were read from a buffer; or NULL */
} Texts;

Texts *texts_new(void);
void texts_free(Texts *texts);

/* The place of `text`, which is copied if it is new; 0 for NULL and "". */
guint32 texts_place(Texts *texts, const char *text);
const char *texts_at(const Texts *texts, guint32 place);

/* The same with addresses: the table's own copy of `text`. */
const char *texts_keep(Texts *texts, const char *text);

/* Into bytes, [count][length][texts, each with its zero], and out of them: `*offset` is moved behind what was
 * read, and `buffer` is kept. `can_grow`: whether texts will be added. NULL if the bytes are no such table.
 */
void texts_write(const Texts *texts, GByteArray *bytes);
Texts *texts_read(GBytes *buffer, gsize *offset, gboolean can_grow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Texts, texts_free)

#endif
