/* callgrind.c: what valgrind's callgrind writes, as a recording (valgrind's manual, "Callgrind Format Specification"):
 *
 *     fl=(7) Objects/abstract.c    a file; fi= and fe= say that lines of another one follow
 *     fn=(9) binary_op1            the function whose lines and calls follow
 *     cfi=(8) Objects/longobject.c, cfn=(12) long_add     a function that it calls
 *     calls=120 0                  how often
 *     totals: 5123                 the last line
 *
 * "(9) name" gives a name a number, "(9)" is it again. Where callgrind does not number names the name itself does.
 * Left out are costs, and objects (ob=): which functions are the tree's, their files tell. */
#include "link/recording.h"

#include <string.h>

typedef struct Reader {
    Recording *recording;
    GHashTable *files, *names; /* "(7)" -> text */
    GHashTable *places;        /* "(9)", or the name where there are no numbers -> place in functions + 1 */
    const char *file, *called_file;
    guint caller, callee; /* place + 1; 0: none yet */
} Reader;

/* A value's key, and its text, which a number may have been given before; NULL if it was not. */
static const char *read_name(Reader *reader, GHashTable *table, const char *value, char **key)
{
    const char *end = *value == '(' ? strchr(value, ')') : NULL;
    if (end == NULL) {
        *key = g_strdup(value);
        return g_string_chunk_insert_const(reader->recording->texts, value);
    }
    *key = g_strndup(value, end + 1 - value);
    if (end[1] == ' ')
        g_hash_table_replace(table, g_strdup(*key), g_string_chunk_insert_const(reader->recording->texts, end + 2));
    return g_hash_table_lookup(table, *key);
}

/* "list_dealloc'2", a recursion's second level, and "x.part.0", a piece that gcc cut off, belong to the function. */
static char *without_suffix(const char *name)
{
    return g_strndup(name, strcspn(name, "'."));
}

/* The place + 1 of a function; 0 if its number is unknown. */
static guint read_function(Reader *reader, const char *value, const char *file)
{
    Recording *recording = reader->recording;
    g_autofree char *key = NULL;
    const char *text = read_name(reader, reader->names, value, &key);
    if (text == NULL)
        return 0;
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(reader->places, key));
    if (place == 0) {
        g_autofree char *name = without_suffix(text);
        RecordedFunction function = {g_string_chunk_insert_const(recording->texts, name), file};
        g_array_append_val(recording->functions, function);
        place = recording->functions->len;
        g_hash_table_insert(reader->places, g_steal_pointer(&key), GUINT_TO_POINTER(place));
    }
    return place;
}

/* A function's own lines say best which file it is of. */
static gboolean read_caller(Reader *reader, const char *value)
{
    reader->caller = read_function(reader, value, reader->file);
    if (reader->caller != 0)
        g_array_index(reader->recording->functions, RecordedFunction, reader->caller - 1).file = reader->file;
    return reader->caller != 0;
}

static gboolean read_callee(Reader *reader, const char *value)
{
    const char *file = reader->called_file != NULL ? reader->called_file : reader->file;
    reader->callee = read_function(reader, value, file);
    reader->called_file = NULL;
    return reader->callee != 0;
}

static gboolean read_count(Reader *reader, const char *value)
{
    RecordedCall call = {reader->caller - 1, reader->callee - 1, g_ascii_strtoull(value, NULL, 10)};
    if (reader->caller == 0 || reader->callee == 0 || !g_ascii_isdigit(*value))
        return FALSE;
    g_array_append_val(reader->recording->calls, call);
    return TRUE;
}

static gboolean read_file(Reader *reader, const char *value, const char **file)
{
    g_autofree char *key = NULL;
    *file = read_name(reader, reader->files, value, &key);
    return *file != NULL;
}

static gboolean read_line(Reader *reader, const char *line)
{
    const char *value = strchr(line, '=');
    gsize length = value != NULL ? (gsize)(value++ - line) : 0;
    if (length == 2 && (strncmp(line, "fl", 2) == 0 || strncmp(line, "fi", 2) == 0 || strncmp(line, "fe", 2) == 0))
        return read_file(reader, value, &reader->file);
    if (length == 2 && strncmp(line, "fn", 2) == 0)
        return read_caller(reader, value);
    if (length == 3 && (strncmp(line, "cfi", 3) == 0 || strncmp(line, "cfl", 3) == 0))
        return read_file(reader, value, &reader->called_file);
    if (length == 3 && strncmp(line, "cfn", 3) == 0)
        return read_callee(reader, value);
    return length != 5 || strncmp(line, "calls", 5) != 0 || read_count(reader, value);
}

gboolean recording_read_callgrind(Recording *recording, GStrv lines, const char *path, GError **error)
{
    g_autoptr(GHashTable) files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Reader reader = {.recording = recording, .files = files, .names = names, .places = places, .file = "???"};
    gboolean is_whole = FALSE;
    for (guint i = 0; lines[i] != NULL; i++) {
        if (!read_line(&reader, lines[i]))
            return recording_fail(path, i + 1, "damaged", error);
        if (g_str_has_prefix(lines[i], "cmd: ") && recording->command == NULL)
            recording->command = g_strdup(lines[i] + strlen("cmd: "));
        is_whole |= g_str_has_prefix(lines[i], "totals:");
    }
    return is_whole || recording_fail(path, 0, "cut off: callgrind's last line, the totals, is not there", error);
}
