/* note_line.c: see note_line.h. */
#include "cmd/note_line.h"

#include "cmd/line.h"

#include <string.h>

enum { SECONDS = 20 }; /* that a block's line may ask the index */

Answer *note_answer_line(Index *index, const char *text, GError **error)
{
    g_auto(GStrv) words = NULL;
    g_autoptr(Line) line = NULL;

    if (!g_shell_parse_argv(text, NULL, &words, error))
        return NULL;
    line = line_parse((const char *const *)words + (strcmp(words[0], "cpyread") == 0), error);
    if (line == NULL)
        return NULL;
    for (guint i = 0; i + 1 < line->options->len; i++) {
        if (g_str_has_prefix(g_ptr_array_index(line->options, i), "--output")) {
            g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK, "%s: a note's block writes no files",
                        text);
            return NULL;
        }
    }
    index_limit(index, SECONDS);
    Answer *answer = command_run_line(index, text, error);
    index_limit(index, 0);
    return answer;
}

char *note_twin(const char *path, Lang lang)
{
    for (Lang other = 0; other < LANG_COUNT; other++) {
        g_autofree char *ending = g_strdup_printf(".%s.md", lang_code(other));
        g_autofree char *twin = NULL;

        if (!g_str_has_suffix(path, ending))
            continue;
        twin = g_strdup_printf("%.*s.%s.md", (int)(strlen(path) - strlen(ending)), path, lang_code(lang));
        if (g_file_test(twin, G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer(&twin);
    }
    return g_strdup(path);
}
