/* c_run_macro.c: macros for c_run.c, their arguments filled in. */
#include "link/c_run_inside.h"

#include <string.h>

static gint find_parameter(const CMacro *macro, const char *name)
{
    for (guint i = 0; macro->parameters[i] != NULL; i++)
        if (strcmp(macro->parameters[i], name) == 0)
            return (gint)i;
    return -1;
}

static GPtrArray *words_between_commas(const CText *text, guint open, guint close)
{
    GPtrArray *arguments = g_ptr_array_new_with_free_func(g_free);
    for (guint from = open + 1, i = from; i <= close; i++) {
        if (c_text_at(text, i).kind == ',' || i == close) {
            g_ptr_array_add(arguments, c_text_join(text, from, i));
            from = i + 1;
        } else if (strchr("({[", c_text_at(text, i).kind) != NULL) {
            i = c_text_close(text, i);
        }
    }
    return arguments;
}

/* The body with the arguments in the place of the parameters; a ## b becomes one word. */
static char *fill(const CMacro *macro, const GPtrArray *arguments)
{
    GString *text = g_string_new(NULL);
    const CText *body = macro->body;
    for (guint i = 0; i < body->words->len; i++) {
        if (c_text_at(body, i).kind == '#' && c_text_at(body, i + 1).kind == '#') {
            while (text->len > 0 && text->str[text->len - 1] == ' ')
                g_string_truncate(text, text->len - 1);
            i++;
            continue;
        }
        g_autofree char *word = c_text_name(body, i);
        gint parameter = c_text_at(body, i).kind == 'a' ? find_parameter(macro, word) : -1;
        gboolean given = parameter >= 0 && (guint)parameter < arguments->len;
        guint end = c_text_at(body, i).start + c_text_at(body, i).length;
        g_string_append(text, given ? g_ptr_array_index(arguments, parameter) : word);
        if (c_text_at(body, i + 1).start > end)
            g_string_append_c(text, ' ');
    }
    return g_string_free(text, FALSE);
}

const CText *c_run_fill(CFrame *frame, guint i)
{
    g_autofree char *name = c_text_name(frame->text, i);
    const CMacro *macro = g_hash_table_lookup(frame->run->macros, name);
    guint close = c_text_close(frame->text, i + 1);
    if (macro == NULL || macro->parameters == NULL)
        return NULL;
    char *key = c_text_join(frame->text, i, close + 1);
    CText *filled = g_hash_table_lookup(frame->run->filled, key);
    if (filled != NULL) {
        g_free(key);
        return filled;
    }
    g_autoptr(GPtrArray) arguments = words_between_commas(frame->text, i + 1, close);
    filled = c_text_new(fill(macro, arguments));
    g_hash_table_insert(frame->run->filled, key, filled);
    return filled;
}
