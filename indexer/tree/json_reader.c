/* json_reader.c: see json_reader.h. As strict as RFC 8259 where it matters to who wrote the file, but for
 * numbers and words (true, null), which nobody here looks into. */
#include "tree/json_reader.h"

#include <string.h>

enum { DEEPEST = 32 };

void json_reader_init(JsonReader *reader, const char *text, gsize size)
{
    *reader = (JsonReader){.p = text, .end = text + size, .line = 1};
}

void json_reader_clear(JsonReader *reader)
{
    g_clear_pointer(&reader->problem, g_free);
}

/* Notes a problem; FALSE, for `return`. */
static gboolean fail(JsonReader *reader, const char *expected)
{
    if (reader->problem == NULL)
        reader->problem = reader->p == reader->end
                              ? g_strdup_printf("%s expected, and the file ends", expected)
                              : g_strdup_printf("%s expected", expected);
    return FALSE;
}

char json_peek(JsonReader *reader)
{
    if (reader->problem != NULL)
        return '\0'; /* `line` stays where it is */
    while (reader->p < reader->end && strchr(" \t\r\n", *reader->p) != NULL && *reader->p != '\0')
        reader->line += *reader->p++ == '\n';
    return reader->p < reader->end ? *reader->p : '\0';
}

static gboolean take(JsonReader *reader, char wanted)
{
    const char expected[] = {'\'', wanted, '\'', '\0'};
    if (json_peek(reader) != wanted)
        return fail(reader, expected);
    reader->p++;
    return TRUE;
}

gboolean json_begin(JsonReader *reader, char open)
{
    reader->fresh = take(reader, open);
    return reader->fresh;
}

gboolean json_more(JsonReader *reader, char close)
{
    gboolean fresh = reader->fresh;
    reader->fresh = FALSE;
    if (json_peek(reader) == close) {
        reader->p++;
        return FALSE;
    }
    return reader->problem == NULL && (fresh || take(reader, ','));
}

/* ---- texts --------------------------------------------------------------------------------------------- */

/* The four digits of \u. */
static gboolean read_unit(JsonReader *reader, gunichar *unit)
{
    *unit = 0;
    for (int i = 0; i < 4; i++, reader->p++) {
        int digit = reader->p < reader->end ? g_ascii_xdigit_value(*reader->p) : -1;
        if (digit < 0)
            return fail(reader, "four hexadecimal digits");
        *unit = *unit * 16 + digit;
    }
    return TRUE;
}

/* Behind \u: one character, which two escapes make where it does not fit into one. */
static gboolean read_unicode(JsonReader *reader, GString *text)
{
    gunichar unit, low;
    if (!read_unit(reader, &unit))
        return FALSE;
    if (unit >= 0xD800 && unit < 0xDC00 && reader->end - reader->p >= 6 &&
        strncmp(reader->p, "\\u", 2) == 0) {
        reader->p += 2;
        if (!read_unit(reader, &low) || low < 0xDC00 || low > 0xDFFF)
            return fail(reader, "a character");
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    if (unit == 0 || !g_unichar_validate(unit))
        return fail(reader, "a character");
    g_string_append_unichar(text, unit);
    return TRUE;
}

static gboolean read_escape(JsonReader *reader, GString *text)
{
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    const char *name = reader->p < reader->end && *reader->p != '\0' ? strchr(names, *reader->p) : NULL;
    if (name != NULL) {
        reader->p++;
        g_string_append_c(text, values[name - names]);
        return TRUE;
    }
    if (reader->p == reader->end || *reader->p != 'u')
        return fail(reader, "an escape of JSON");
    reader->p++;
    return read_unicode(reader, text);
}

char *json_string(JsonReader *reader)
{
    if (json_peek(reader) != '"') {
        fail(reader, "a text in quotes");
        return NULL;
    }
    g_autoptr(GString) text = g_string_new(NULL);
    for (reader->p++; reader->p < reader->end && *reader->p != '"';) {
        char c = *reader->p;
        if ((guchar)c < ' ') {
            fail(reader, "a closing quote");
            return NULL;
        }
        reader->p++;
        if (c != '\\')
            g_string_append_c(text, c);
        else if (!read_escape(reader, text))
            return NULL;
    }
    return take(reader, '"') ? g_strdup(text->str) : NULL;
}

char *json_name(JsonReader *reader)
{
    g_autofree char *name = json_string(reader);
    return name != NULL && take(reader, ':') ? g_steal_pointer(&name) : NULL;
}

/* ---- what is not wanted -------------------------------------------------------------------------------- */

static gboolean skip(JsonReader *reader, int depth)
{
    char open = json_peek(reader);
    if (open == '"') {
        g_autofree char *text = json_string(reader);
        return text != NULL;
    }
    if (open != '[' && open != '{') {
        gsize length = 0;
        while (reader->p + length < reader->end &&
               (g_ascii_isalnum(reader->p[length]) || strchr("+-.", reader->p[length]) != NULL) &&
               reader->p[length] != '\0')
            length++;
        reader->p += length;
        return length > 0 || fail(reader, "a value");
    }
    if (depth == DEEPEST)
        return fail(reader, "a value that is less deep");
    json_begin(reader, open);
    while (json_more(reader, open == '[' ? ']' : '}')) {
        g_autofree char *name = open == '{' ? json_name(reader) : NULL;
        skip(reader, depth + 1);
    }
    return reader->problem == NULL;
}

gboolean json_skip(JsonReader *reader)
{
    return skip(reader, 0);
}

gboolean json_end(JsonReader *reader)
{
    json_peek(reader);
    return reader->problem == NULL && (reader->p == reader->end || fail(reader, "the end of the file"));
}
