/* glossary.c: see glossary.h. A row of the file:
 *
 *     | reference count | 참조 횟수 | 참조 카운트 | how many hold an object; at 0 it goes | `Py_INCREF` `Py_DECREF` |
 *
 * The last cell may be missing: names of C in which a reader meets the term; a * at the end stands for any more letters. */
#include "page/glossary.h"

#include "query/nearest.h"

#include <stdlib.h>
#include <string.h>

enum { LINE, TERM, OFFICIAL, COMMON, MEANING, CELLS, SHOWN = CELLS }; /* cells of a row; in front of the first | is nothing: its line */

/* The rows of the folder's file: an array of GStrv, the first cell of each being its line; none if there is no such file. */
static GPtrArray *read_rows(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, GLOSSARY_FILE, NULL), *text = NULL;
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);

    if (!g_file_get_contents(path, &text, NULL, NULL) || !g_utf8_validate(text, -1, NULL))
        return rows;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        GStrv cells = lines[i][0] == '|' ? g_strsplit(lines[i], "|", -1) : NULL;
        for (guint j = 0; cells != NULL && cells[j] != NULL; j++)
            g_strstrip(cells[j]);
        if (cells == NULL || g_strv_length(cells) <= CELLS) {
            g_strfreev(cells);
            continue;
        }
        if (g_str_has_prefix(cells[TERM], "---")) /* what stands above is the head */
            g_ptr_array_set_size(rows, 0);
        g_free(cells[LINE]);
        cells[LINE] = g_strdup_printf("%u", i + 1);
        g_ptr_array_add(rows, cells);
    }
    return rows;
}

/* A term is found by its English name, the official one or the common one. */
static GStrv find_row(const GPtrArray *rows, const char *term)
{
    for (guint i = 0; i < rows->len; i++)
        for (guint cell = TERM; cell <= COMMON; cell++)
            if (g_ascii_strcasecmp(((GStrv)rows->pdata[i])[cell], term) == 0)
                return rows->pdata[i];
    return NULL;
}

static void append_row(GString *to, const GStrv cells, Lang lang)
{
    g_string_append_printf(to, "%s: ", cells[TERM]);
    if (lang == LANG_KO && cells[COMMON][0] != '\0' && strcmp(cells[COMMON], cells[OFFICIAL]) != 0)
        g_string_append_printf(to, "%s (%s)\n", cells[OFFICIAL], cells[COMMON]);
    else
        g_string_append_printf(to, "%s\n", cells[lang == LANG_KO ? OFFICIAL : MEANING]);
}

static void refuse(const Note *note, int line, const char *term, const GPtrArray *rows, GError **error)
{
    NearestNames *near = nearest_new(term, 3);

    for (guint i = 0; i < rows->len; i++)
        nearest_offer(near, ((GStrv)rows->pdata[i])[TERM]);
    g_auto(GStrv) names = nearest_finish(near);
    g_autofree char *list = g_strjoinv(", ", names);
    g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK, "%s:%d: no term %s in " GLOSSARY_FILE "%s%s", note->path, line,
                term, *list != '\0' ? "; nearest: " : " (or write: TERM: what it means)", list);
}

char *glossary_fill(const Note *note, const char *text, int line, Lang lang, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(note->path);
    g_autoptr(GPtrArray) rows = read_rows(folder);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GString) to = g_string_new(NULL);

    for (guint i = 0; lines[i] != NULL; i++) {
        const char *term = g_strstrip(lines[i]);
        GStrv row = find_row(rows, term);
        if (*term == '\0')
            continue;
        if (strchr(term, ':') != NULL) {
            g_string_append_printf(to, "%s\n", term);
        } else if (row != NULL) {
            append_row(to, row, lang);
        } else {
            refuse(note, line + (int)i, term, rows, error);
            return NULL;
        }
    }
    return g_strdup(to->str);
}

/* ---- what occurs ------------------------------------------------------------------------------------------------ */

typedef struct Occurring {
    GStrv row;
    guint count;
} Occurring;

static gboolean is_shown_by(const char *name, const char *word)
{
    gsize length = strlen(name);

    return length > 1 && name[length - 1] == '*' ? strncmp(word, name, length - 1) == 0 : strcmp(word, name) == 0;
}

/* How many of the words show a term. */
static guint count_shown(const GStrv row, const GStrv words)
{
    const char *shown = g_strv_length(row) > SHOWN ? row[SHOWN] : "";
    g_auto(GStrv) names = g_strsplit_set(shown, "` ,", -1);
    guint count = 0;

    for (guint i = 0; words[i] != NULL; i++)
        for (guint j = 0; *words[i] != '\0' && names[j] != NULL; j++)
            if (*names[j] != '\0' && is_shown_by(names[j], words[i])) {
                count++;
                break;
            }
    return count;
}

/* The most frequent first; of equals the one that the file has first. */
static gint compare_counts(gconstpointer a, gconstpointer b)
{
    const Occurring *x = a, *y = b;

    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return atoi(x->row[LINE]) - atoi(y->row[LINE]);
}

/* The names in a text; the others are empty. */
static GStrv names_in(const char *source)
{
    g_autofree char *text = g_strdup(source);

    g_strcanon(text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_", ' ');
    return g_strsplit(text, " ", -1);
}

char *glossary_occurring(const char *folder, const char *source, guint most, Lang lang)
{
    g_autoptr(GPtrArray) rows = read_rows(folder);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Occurring));
    g_auto(GStrv) words = names_in(source);
    g_autoptr(GString) to = g_string_new(NULL);

    for (guint i = 0; i < rows->len; i++) {
        Occurring one = {rows->pdata[i], count_shown(rows->pdata[i], words)};
        if (one.count > 0)
            g_array_append_val(found, one);
    }
    g_array_sort(found, compare_counts);
    for (guint i = 0; i < MIN(found->len, most); i++)
        append_row(to, g_array_index(found, Occurring, i).row, lang);
    return g_strdup(to->str);
}

/* ---- finding ---------------------------------------------------------------------------------------------------- */

/* As people mean it: without blanks, in one case and one spelling of Hangul. The caller frees it. */
static char *plain(const char *text)
{
    g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC), *folded = g_utf8_casefold(normal, -1);
    g_auto(GStrv) words = g_strsplit_set(folded, " \t", -1);

    return g_strjoinv("", words);
}

static gboolean has_hangul(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_get_script(g_utf8_get_char(text)) == G_UNICODE_SCRIPT_HANGUL)
            return TRUE;
    return FALSE;
}

/* A part of a Korean word is enough; one of an English word stands in too many names of C. */
static gboolean is_meant(const GStrv cells, const char *text)
{
    gboolean is_part = has_hangul(text);

    for (guint cell = TERM; cell <= COMMON; cell++) {
        g_autofree char *name = plain(cells[cell]);
        if (strcmp(name, text) == 0 || (is_part && strstr(name, text) != NULL))
            return TRUE;
    }
    return FALSE;
}

Table *glossary_find(const char *folder, const char *text)
{
    static const char *const columns[] = {"term", "official", "common", "meaning", "entry", NULL};
    g_autofree char *wanted = plain(text);
    g_autoptr(GPtrArray) rows = read_rows(folder);
    Table *found = table_new(columns);

    for (guint i = 0; i < rows->len; i++) {
        const GStrv cells = rows->pdata[i];
        g_autofree char *entry = g_strdup_printf(GLOSSARY_FILE ":%s", cells[LINE]);
        if (is_meant(cells, wanted))
            table_add(found, (const char *const[]){cells[TERM], cells[OFFICIAL], cells[COMMON], cells[MEANING], entry});
    }
    return found;
}
