/* glossary.c: see glossary.h. A row of the file:
 *
 *     | reference count | 참조 횟수 | 참조 카운트 | how many hold an object; at 0 it goes | */
#include "page/glossary.h"

#include "query/nearest.h"

#include <string.h>

enum { TERM = 1, OFFICIAL, COMMON, MEANING, CELLS }; /* cells of a row, behind the first | */

/* The rows of the file beside the note: an array of GStrv; none if there is no such file. */
static GPtrArray *read_rows(const Note *note)
{
    g_autofree char *folder = g_path_get_dirname(note->path);
    g_autofree char *path = g_build_filename(folder, GLOSSARY_FILE, NULL), *text = NULL;
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);

    if (!g_file_get_contents(path, &text, NULL, NULL) || !g_utf8_validate(text, -1, NULL))
        return rows;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        GStrv cells = lines[i][0] == '|' ? g_strsplit(lines[i], "|", -1) : NULL;
        for (guint j = 0; cells != NULL && cells[j] != NULL; j++)
            g_strstrip(cells[j]);
        if (cells != NULL && g_strv_length(cells) > CELLS)
            g_ptr_array_add(rows, cells);
        else
            g_strfreev(cells);
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
    g_autoptr(GPtrArray) rows = read_rows(note);
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
