/* recording.c: see recording.h. The kit's own format, a line a function:
 *
 *     cpyread recording 1
 *     version 3.7.0b3+
 *     command python -B tests/truth/workload
 *     functions 8792
 *     calls 28798
 *
 *     Objects/abstract.c:
 *     PyNumber_Add 4 17*120
 *     binary_op1 -3 5*2
 *
 * Functions are numbered from 0 in the order of the lines. Behind a name stand the functions that it called: the first as
 * the distance from its own number, each other as that from the one before; `*12` says how often, if more than once.
 * The two sums of the head tell a file that is cut off. */
#include "link/recording.h"

#include <string.h>

static const char HEAD[] = "cpyread recording 1";
static const char CALLGRIND[] = "# callgrind format";

gboolean recording_fail(const char *path, guint line, const char *what, GError **error)
{
    if (line == 0)
        g_set_error(error, RECORDING_ERROR, RECORDING_ERROR_DAMAGED, "%s: %s", path, what);
    else
        g_set_error(error, RECORDING_ERROR, RECORDING_ERROR_DAMAGED, "%s:%u: %s", path, line, what);
    return FALSE;
}

/* ---- the head ----------------------------------------------------------------------------------------- */

typedef struct Head {
    guint64 functions, calls;
} Head;

static gboolean read_sum(const char *text, guint64 *sum)
{
    return g_ascii_string_to_unsigned(text, 10, 0, G_MAXUINT32, sum, NULL);
}

/* A line "key value"; a key that a later program writes is passed over. */
static gboolean read_head_line(Recording *recording, Head *head, const char *line)
{
    g_auto(GStrv) words = g_strsplit(line, " ", 2);
    const char *key = words[0], *value = words[0] != NULL && words[1] != NULL ? words[1] : "";
    char **texts[] = {&recording->version, &recording->commit, &recording->command};
    const char *const keys[] = {"version", "commit", "command"};
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strcmp(key, keys[i]) == 0) {
            g_free(*texts[i]);
            *texts[i] = g_strdup(value);
        }
    if (strcmp(key, "functions") == 0)
        return read_sum(value, &head->functions);
    return strcmp(key, "calls") != 0 || read_sum(value, &head->calls);
}

/* ---- functions and their calls ------------------------------------------------------------------------ */

/* "17*120": the distance to a function, and how often. */
static gboolean read_call(Recording *recording, const char *word, gint64 *number)
{
    char *end = NULL;
    RecordedCall call = {.caller = recording->functions->len - 1, .count = 1};
    *number += g_ascii_strtoll(word, &end, 10);
    gboolean ok = end != word && *number >= 0 && *number <= G_MAXUINT32;
    if (*end == '*')
        ok = ok && g_ascii_string_to_unsigned(end + 1, 10, 1, G_MAXINT64, &call.count, NULL);
    else
        ok = ok && *end == '\0';
    call.callee = (guint)*number;
    g_array_append_val(recording->calls, call);
    return ok;
}

static gboolean read_function(Recording *recording, const char *line, const char *file)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    RecordedFunction function = {g_string_chunk_insert(recording->texts, words[0]), file};
    gint64 number = recording->functions->len;
    g_array_append_val(recording->functions, function);
    gboolean ok = file != NULL && *words[0] != '\0';
    for (char **word = words + 1; *word != NULL && ok; word++)
        ok = read_call(recording, *word, &number);
    return ok;
}

static gboolean check_sums(const Recording *recording, const Head *head, const char *path, GError **error)
{
    if (recording->functions->len != head->functions || recording->calls->len != head->calls)
        return recording_fail(path, 0, "cut off, or changed by hand: it does not hold as much as its head says", error);
    for (guint i = 0; i < recording->calls->len; i++)
        if (g_array_index(recording->calls, RecordedCall, i).callee >= recording->functions->len)
            return recording_fail(path, 0, "damaged: it names a function that it does not have", error);
    return TRUE;
}

gboolean recording_read_own(Recording *recording, GStrv lines, const char *path, GError **error)
{
    Head head = {0};
    guint at = 1;
    const char *file = NULL;
    for (; lines[at] != NULL && *lines[at] != '\0'; at++)
        if (!read_head_line(recording, &head, lines[at]))
            return recording_fail(path, at + 1, "damaged", error);
    for (; lines[at] != NULL; at++) {
        gsize length = strlen(lines[at]);
        if (length == 0)
            continue;
        if (lines[at][length - 1] == ':')
            file = g_string_chunk_insert_len(recording->texts, lines[at], length - 1);
        else if (!read_function(recording, lines[at], file))
            return recording_fail(path, at + 1, "damaged", error);
    }
    return check_sums(recording, &head, path, error);
}

/* ---- either format ------------------------------------------------------------------------------------ */

Recording *recording_read(const char *path, GError **error)
{
    g_autofree char *text = NULL;
    gsize size = 0;
    if (!g_file_get_contents(path, &text, &size, error))
        return NULL;
    g_autoptr(Recording) recording = g_new0(Recording, 1);
    recording->functions = g_array_new(FALSE, FALSE, sizeof(RecordedFunction));
    recording->calls = g_array_new(FALSE, FALSE, sizeof(RecordedCall));
    recording->texts = g_string_chunk_new(1 << 16);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    gboolean ok = FALSE;
    if (lines[0] != NULL && strcmp(lines[0], HEAD) == 0)
        ok = recording_read_own(recording, lines, path, error);
    else if (lines[0] != NULL && g_str_has_prefix(lines[0], CALLGRIND))
        ok = recording_read_callgrind(recording, lines, path, error);
    else
        g_set_error(error, RECORDING_ERROR, RECORDING_ERROR_FOREIGN,
                    "%s: %s; a recording is what valgrind --tool=callgrind writes, or one of notes/recordings/", path,
                    size == 0 ? "is empty" : "is no recording");
    return ok ? g_steal_pointer(&recording) : NULL;
}

void recording_free(Recording *recording)
{
    g_free(recording->version);
    g_free(recording->commit);
    g_free(recording->command);
    g_array_unref(recording->functions);
    g_array_unref(recording->calls);
    g_string_chunk_free(recording->texts);
    g_free(recording);
}
