/* sheet.c: see sheet.h. The HTML is our own: raw HTML of a note has become text, so what looks like markup here is markup,
 * and a quote in a text is written &quot;. */
#include "page/sheet.h"

#include <string.h>

#define SOURCE "<figure class=\"source"
#define PAGE   "<h2>"

static gboolean has_hangul_pair(const char *word, const char *end)
{
    gboolean was_hangul = FALSE;

    for (; word < end; word = g_utf8_next_char(word)) {
        gboolean is_hangul = g_unichar_get_script(g_utf8_get_char(word)) == G_UNICODE_SCRIPT_HANGUL;
        if (is_hangul && was_hangul)
            return TRUE;
        was_hangul = is_hangul;
    }
    return FALSE;
}

/* Korean is broken at blanks alone. WeasyPrint 57 has no word-break: keep-all, so each word becomes a span
 * that must not be broken. (A word joiner between the syllables does it too, but then nobody finds the word
 * in the PDF.) */
char *sheet_keep_words(const char *html)
{
    static const char *const verbatim[] = {"pre", "svg", "code", "title", "style"};
    GString *to = g_string_sized_new(strlen(html) * 2);
    int depth = 0; /* of elements whose text stays as it is */

    while (*html != '\0') {
        const char *end;
        if (*html == '<') {
            end = strchrnul(html, '>');
            for (guint i = 0; i < G_N_ELEMENTS(verbatim); i++) {
                depth += g_str_has_prefix(html + 1, verbatim[i]);
                depth -= html[1] == '/' && g_str_has_prefix(html + 2, verbatim[i]);
            }
            end += *end != '\0';
            g_string_append_len(to, html, end - html);
        } else {
            gsize blanks = strspn(html, " \n");
            end = html + (blanks > 0 ? blanks : strcspn(html, " \n<"));
            g_string_append_printf(
                to, depth == 0 && has_hangul_pair(html, end) ? "<span class=\"w\">%.*s</span>" : "%.*s",
                (int)(end - html), html);
        }
        html = end;
    }
    return g_string_free(to, FALSE);
}

static const char *const writing[] = {"<div class=\"line\"", "<td class=\"m\""};
static const char empty_cell[] = "<td></td>";

/* The length of the tag at `html` that something to write on begins with; 0: none does. */
static gsize writing_at(const char *html)
{
    for (guint i = 0; i < G_N_ELEMENTS(writing); i++)
        if (g_str_has_prefix(html, writing[i]))
            return strlen(writing[i]);
    return g_str_has_prefix(html, empty_cell) ? strlen("<td") : 0;
}

char *sheet_number_writing(const char *html)
{
    GString *to = g_string_sized_new(strlen(html) + strlen(html) / 8);
    guint number = 0;

    while (*html != '\0') {
        const char *next = strchr(html + 1, '<');
        gsize tag = writing_at(html);
        g_string_append_len(to, html, (gssize)tag);
        if (tag > 0)
            g_string_append_printf(to, " id=\"w%u\"", ++number);
        html += tag;
        g_string_append_len(to, html, next != NULL ? next - html : (gssize)strlen(html));
        html = next != NULL ? next : html + strlen(html);
    }
    return g_string_free(to, FALSE);
}

int sheet_page_without_writing(const char *html)
{
    gboolean has_any = FALSE;
    int page = 0;

    for (; html != NULL && *html != '\0'; html = strchr(html + 1, '<')) {
        has_any |= writing_at(html) > 0;
        if (!g_str_has_prefix(html, PAGE))
            continue;
        if (!has_any)
            return page;
        has_any = FALSE;
        page++;
    }
    return has_any ? -1 : page;
}

char *sheet_dangling(const char *html)
{
    static const char reference[] = "href=\"#";

    for (const char *at = html; (at = strstr(at, reference)) != NULL;) {
        at += strlen(reference);
        g_autofree char *name = g_strndup(at, strcspn(at, "\""));
        g_autofree char *id = g_strdup_printf(" id=\"%s\"", name);
        if (strstr(html, id) == NULL)
            return g_steal_pointer(&name);
    }
    return NULL;
}

void sheet_insert_after_source(GString *html, const char *what)
{
    static const char close[] = "</figure>\n";
    const char *last = g_strrstr(html->str, SOURCE), *end = last != NULL ? strstr(last, close) : NULL;

    if (end != NULL)
        g_string_insert(html, end - html->str + (gssize)strlen(close), what);
}
