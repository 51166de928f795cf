/* check_fix.c: `notes check --fix`: line numbers that moved are rewritten where they stand, and nothing else. */
#include "page/check.h"
#include "page/output.h"

#include <string.h>

static void rewrite_line(char **line, const Problem *problem)
{
    char *rest = *line + problem->at + problem->length;
    char *fixed = g_strdup_printf("%.*s%s%s", (int)problem->at, *line, problem->lines, rest);

    g_free(*line);
    *line = fixed;
}

GPtrArray *check_fix(const Check *check, const Note *note, GError **error)
{
    g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *text = NULL;

    if (!g_file_get_contents(note->path, &text, NULL, error))
        return NULL;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1), old = g_strdupv(lines);
    for (guint i = check->problems->len; i-- > 0;) { /* from the end: what stands before keeps its place */
        const Problem *problem = check->problems->pdata[i];
        if (problem->length > 0)
            rewrite_line(&lines[problem->line - 1], problem);
    }
    for (guint i = 0; lines[i] != NULL; i++) {
        if (strcmp(lines[i], old[i]) == 0)
            continue;
        g_ptr_array_add(shown, g_strdup_printf("%s:%u\n- %s\n+ %s", note->path, i + 1, old[i], lines[i]));
    }
    g_autofree char *fixed = g_strjoinv("\n", lines);
    if (shown->len > 0 && !output_write(note->path, fixed, strlen(fixed), error))
        return NULL;
    return g_steal_pointer(&shown);
}
