/* json_reader.h: reads JSON piece by piece, with the number of the line for messages.
 *
 *     json_begin(reader, '[');
 *     while (json_more(reader, ']'))
 *         … one value: json_string(), json_skip(), or another json_begin() …
 *
 * The first error stays: from then on everything fails, so it need be asked about only at the end. */
#ifndef CPYREAD_TREE_JSON_READER_H
#define CPYREAD_TREE_JSON_READER_H

#include <glib.h>

typedef struct JsonReader {
    const char *p, *end;
    guint line;     /* of `p`, from 1 */
    gboolean fresh; /* a list has begun, and nothing of it was read */
    char *problem;  /* NULL: none so far; json_reader_clear() frees it */
} JsonReader;

void json_reader_init(JsonReader *reader, const char *text, gsize size);
void json_reader_clear(JsonReader *reader);

/* The bracket that opens a list ('[') or an object ('{') must come next. */
gboolean json_begin(JsonReader *reader, char open);
/* Whether another element follows; else the bracket `close` was read, or there is a problem. */
gboolean json_more(JsonReader *reader, char close);
/* A text; of an object's element, the name and the colon behind it. The caller frees; NULL is a problem. */
char *json_string(JsonReader *reader);
char *json_name(JsonReader *reader);
/* Passes over a value of any kind, lists within lists to a depth of 32. */
gboolean json_skip(JsonReader *reader);
/* Nothing but white space may follow. */
gboolean json_end(JsonReader *reader);
/* What comes next, white space passed over: '[', '{', '"' or another character; '\0' at the end. */
char json_peek(JsonReader *reader);

#endif
