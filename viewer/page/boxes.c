/* boxes.c: empty boxes and ruled lines; see boxes.h. */
#include "page/boxes.h"

#include "page/html.h"
#include "page/words.h"

#include <string.h>

#define MOST_LINES 40 /* a page of them */

/* Takes a number off the end of `words`; `otherwise` if there is none. */
static guint take_number(char *words, guint otherwise)
{
    char *last = strrchr(words, ' ');
    guint64 number;

    last = last != NULL ? last + 1 : words;
    if (!g_ascii_string_to_unsigned(last, 10, 1, MOST_LINES, &number, NULL))
        return otherwise;
    *last = '\0';
    g_strchomp(words);
    return (guint)number;
}

static void append_lines(GString *to, guint count)
{
    for (guint i = 0; i < count; i++)
        g_string_append(to, "<div class=\"line\"></div>");
}

static void append_box(GString *to, const char *title, const char *text, guint lines)
{
    g_string_append(to, "<div class=\"box\"><b>");
    html_append_text(to, title);
    g_string_append(to, "</b>");
    if (text[0] != '\0') {
        g_string_append(to, "<pre>");
        html_append_text(to, text);
        g_string_append(to, "</pre>");
    }
    append_lines(to, lines);
    g_string_append(to, "</div>\n");
}

static void append_predict(GString *to, const char *text, guint lines, Lang lang)
{
    g_string_append(to, "<table class=\"predict\"><tr><td>");
    append_box(to, word(WORD_EXPECT, lang), text, lines);
    g_string_append(to, "</td><td>");
    append_box(to, word(WORD_PRINTED, lang), text, lines);
    g_string_append(to, "</td></tr></table>\n");
}

static void append_glossary(GString *to, const char *text, Lang lang)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    g_string_append_printf(to, "<aside class=\"glossary\"><b>%s</b><dl>\n", word(WORD_TERMS, lang));
    for (guint i = 0; lines[i] != NULL; i++) {
        g_auto(GStrv) pair = g_strsplit(lines[i], ":", 2);
        if (g_strv_length(pair) < 2)
            continue;
        g_string_append(to, "<dt>");
        html_append_text(to, g_strstrip(pair[0]));
        g_string_append(to, "</dt><dd>");
        html_append_text(to, g_strstrip(pair[1]));
        g_string_append(to, "</dd>\n");
    }
    g_string_append(to, "</dl></aside>\n");
}

gboolean boxes_append(GString *to, const char *info, const char *text, Lang lang)
{
    g_autofree char *words = g_strstrip(g_strdup(info));
    g_autofree char *kind = g_strndup(words, strcspn(words, " "));
    char *rest = words + strlen(kind);

    if (strcmp(kind, "predict") == 0) {
        append_predict(to, text, take_number(rest, 3), lang);
    } else if (strcmp(kind, "box") == 0) {
        guint lines = take_number(rest, 3);
        append_box(to, g_strstrip(rest), text, lines);
    } else if (strcmp(kind, "lines") == 0) {
        append_lines(to, take_number(rest, 3));
    } else if (strcmp(kind, "glossary") == 0) {
        append_glossary(to, text, lang);
    } else {
        return FALSE;
    }
    return TRUE;
}
