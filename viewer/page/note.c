/* note.c: reads a note: the front matter here, the rest in markdown.c. */
#include "page/note.h"

#include "graph/module.h"
#include "page/markdown.h"
#include "page/words.h"

#include <stddef.h>
#include <string.h>

static const struct {
    const char *key;
    size_t at; /* of the field */
} keys[] = {
    {"title", offsetof(Note, title)},     {"date", offsetof(Note, date)},
    {"place", offsetof(Note, place)},     {"lead", offsetof(Note, lead)},
    {"tree", offsetof(Note, tree)},       {"session", offsetof(Note, session)},
    {"symbols", offsetof(Note, symbols)}, {"commits", offsetof(Note, commits)},
};

void note_free(Note *note)
{
    if (note == NULL)
        return;
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        g_free(*(char **)G_STRUCT_MEMBER_P(note, keys[i].at));
    g_free(note->path);
    g_free(note->body);
    g_free(note->for_lead);
    g_free(note);
}

static gboolean fail(GError **error, NoteError code, const char *path, int line, const char *format, ...)
    G_GNUC_PRINTF(5, 6);

static gboolean fail(GError **error, NoteError code, const char *path, int line, const char *format, ...)
{
    va_list arguments;
    g_autofree char *message = NULL;

    va_start(arguments, format);
    message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(error, NOTE_ERROR, code, "%s:%d: %s", path, line, message);
    return FALSE;
}

static gboolean check_text(const char *path, const char *text, gsize length, GError **error)
{
    const char *end;
    int line = 1;

    if (g_utf8_validate_len(text, length, &end))
        return TRUE;
    for (const char *at = text; at < end; at++)
        line += *at == '\n';
    return fail(error, NOTE_ERROR_READ, path, line, "this line is not UTF-8");
}

/* Whether `text` is hashes of commits, apart by blanks. */
static gboolean is_hashes(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t", -1);

    for (guint i = 0; words[i] != NULL; i++) {
        gsize length = strlen(words[i]);
        if (length > 0 && (length < 7 || length > 40 || strspn(words[i], "0123456789abcdef") < length))
            return FALSE;
    }
    return TRUE;
}

/* Takes one "key: value". */
static gboolean read_key(Note *note, const char *text, int line, GError **error)
{
    const char *colon = strchr(text, ':');
    g_autofree char *key = NULL, *value = NULL;

    if (colon == NULL)
        return fail(error, NOTE_ERROR_HEADER, note->path, line,
                    "the front matter has lines \"key: value\", not \"%s\"", text);
    key = g_strstrip(g_strndup(text, (gsize)(colon - text)));
    value = g_strstrip(g_strdup(colon + 1));
    if (strcmp(key, "lang") == 0 || strcmp(key, "language") == 0) {
        if (lang_parse(value, &note->lang))
            return TRUE;
        return fail(error, NOTE_ERROR_HEADER, note->path, line, "lang is ko or en, not \"%s\"", value);
    }
    if (strcmp(key, "commits") == 0 && !is_hashes(value))
        return fail(error, NOTE_ERROR_HEADER, note->path, line,
                    "commits are hashes of 7 to 40 digits, apart by blanks, not \"%s\"", value);
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (strcmp(key, keys[i].key) == 0) {
            char **field = (char **)G_STRUCT_MEMBER_P(note, keys[i].at);
            g_free(*field);
            *field = value[0] != '\0' ? g_steal_pointer(&value) : NULL;
            return TRUE;
        }
    }
    return fail(error, NOTE_ERROR_HEADER, note->path, line,
                "unknown key \"%s\" (known: title, date, place, lead, session, lang, tree, symbols, commits)",
                key);
}

/* The front matter is between two lines "---", the first being the file's first. Leaves body and body_line. */
static gboolean read_header(Note *note, const char *text, GError **error)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    const char *rest = text;
    guint i;

    if (strcmp(g_strchomp(lines[0]), "---") != 0)
        return fail(error, NOTE_ERROR_HEADER, note->path, 1,
                    "a note begins with a line \"---\" and \"title: …\"");
    rest = strchr(rest, '\n') + 1;
    for (i = 1; lines[i] != NULL && strcmp(g_strchomp(lines[i]), "---") != 0; i++) {
        if (strchr(rest, '\n') == NULL)
            return fail(error, NOTE_ERROR_HEADER, note->path, 1,
                        "the front matter has no end: a second line \"---\"");
        rest = strchr(rest, '\n') + 1;
        if (lines[i][strspn(lines[i], " \t")] == '\0' || lines[i][0] == '#')
            continue;
        if (!read_key(note, lines[i], (int)i + 1, error))
            return FALSE;
    }
    if (lines[i] == NULL)
        return fail(error, NOTE_ERROR_HEADER, note->path, 1,
                    "the front matter has no end: a second line \"---\"");
    if (note->title == NULL)
        return fail(error, NOTE_ERROR_HEADER, note->path, 1, "the note has no title: add \"title: …\"");
    rest = strchr(rest, '\n');
    note->body = g_strdup(rest != NULL ? rest + 1 : "");
    note->body_line = (int)i + 2;
    return TRUE;
}

/* Whether a line is the heading that begins what only the lead gets, in any language. */
static gboolean is_lead_heading(const char *line)
{
    for (Lang lang = 0; lang < LANG_COUNT; lang++) {
        const char *words = word(WORD_FOR_LEAD, lang);
        if (g_str_has_prefix(line, "## ") && g_str_has_prefix(line + 3, words) &&
            line[3 + strlen(words) + strspn(line + 3 + strlen(words), " \t\r")] == '\n')
            return TRUE;
    }
    return FALSE;
}

/* Takes the lead's part off the end of the body. */
static void split_body(Note *note)
{
    int line = note->body_line;

    for (char *at = note->body; at != NULL && *at != '\0'; line++) {
        if (is_lead_heading(at)) {
            note->for_lead = g_strdup(at);
            note->for_lead_line = line;
            *at = '\0';
            return;
        }
        at = strchr(at, '\n');
        at += at != NULL;
    }
}

Note *note_parse(const char *path, const char *text, gsize length, GError **error)
{
    g_autoptr(Note) note = g_new0(Note, 1);
    g_autofree char *whole = NULL, *normal = NULL;

    note->path = g_strdup(path);
    if (!check_text(path, text, length, error))
        return NULL;
    if (length == 0) {
        fail(error, NOTE_ERROR_HEADER, path, 1, "the note is empty");
        return NULL;
    }
    whole = g_strndup(text, length);
    normal = g_utf8_normalize(whole, -1, G_NORMALIZE_NFC);
    if (!read_header(note, normal, error))
        return NULL;
    split_body(note);
    return g_steal_pointer(&note);
}

Note *note_read(const char *path, GError **error)
{
    g_autofree char *text = NULL;
    gsize length;

    if (!g_file_get_contents(path, &text, &length, error))
        return NULL;
    return note_parse(path, text, length, error);
}

char *note_html(const Note *note, NotePart part, const NoteHooks *hooks, GError **error)
{
    __typeof__(&markdown_html) html = MODULE_FUNCTION(markdown_html, error);

    return html != NULL ? html(note, part, hooks, error) : NULL;
}

static void fence_free(gpointer data)
{
    NoteFence *fence = data;

    g_free(fence->info);
    g_free(fence->text);
    g_free(fence);
}

static gboolean keep_fence(GString *to, const char *info, const char *text, int line, gpointer data, GError **error)
{
    NoteFence *fence = g_new0(NoteFence, 1);

    (void)to, (void)error;
    *fence = (NoteFence){g_strdup(info), g_strdup(text), line};
    g_ptr_array_add(data, fence);
    return FALSE;
}

GPtrArray *note_fences(const Note *note, GError **error)
{
    g_autoptr(GPtrArray) fences = g_ptr_array_new_with_free_func(fence_free);
    const NoteHooks hooks = {keep_fence, NULL, fences};
    g_autofree char *sheet = note_html(note, NOTE_SHEET, &hooks, error);
    g_autofree char *lead = sheet != NULL ? note_html(note, NOTE_FOR_LEAD, &hooks, error) : NULL;

    return lead != NULL ? g_steal_pointer(&fences) : NULL;
}
