/* handout.c: a note → a sheet.
 *
 * The first page is what stands before the note's first "##" heading; each such heading begins another page.
 * Blocks of command lines are answered here and become HTML by html.c; anything that would print something
 * wrong stops the whole sheet: people will sit around it with no way to look things up. */
#include "page/handout.h"

#include "graph/font.h"
#include "page/boxes.h"
#include "page/html.h"
#include "page/output.h"
#include "page/pdf.h"
#include "query/resolve.h"

#include <string.h>

typedef struct Making {
    Index *index;
    const Note *note;
    Handout *handout;
    HandoutRun run;
    HtmlOptions html;
    guint pictures;
} Making;

/* What a picture may fill on a sheet: the width of the text, and half of its height, so that the
 * words about it stand on the same page. */
static const Paper sheet_paper = {520, 440};

void handout_free(Handout *handout)
{
    if (handout == NULL)
        return;
    g_free(handout->html);
    g_ptr_array_unref(handout->warnings);
    g_free(handout);
}

static gboolean refuse(const Making *making, int line, const char *why, GError **error)
{
    g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK, "%s:%d: %s", making->note->path, line, why);
    return FALSE;
}

/* Counts the lines of source that an answer prints. */
static void count_source(Making *making, const Answer *answer)
{
    for (guint i = 0; i < answer->blocks->len; i++) {
        const Block *block = g_ptr_array_index(answer->blocks, i);

        if (block->kind != BLOCK_SOURCE)
            continue;
        for (const char *at = block->excerpt->text; *at != '\0'; at++)
            making->handout->source_lines += *at == '\n';
    }
}

/* Lines and numbers of a file that changed would be wrong. */
static gboolean check_fresh(const Making *making, const Answer *answer, int line, GError **error)
{
    g_autofree char *why = NULL;

    if (answer->stale->len == 0)
        return TRUE;
    why = g_strdup_printf("%s is no longer the file that was indexed; run cpyread index",
                          (const char *)g_ptr_array_index(answer->stale, 0));
    return refuse(making, line, why, error);
}

static void keep_warnings(Making *making, const Answer *answer, int line)
{
    for (guint i = 0; i < answer->warnings->len; i++)
        g_ptr_array_add(making->handout->warnings,
                        g_strdup_printf("%s:%d: %s", making->note->path, line,
                                        (const char *)g_ptr_array_index(answer->warnings, i)));
}

/* Why an answer cannot be printed: the first warning, where there is one. */
static gboolean refuse_answer(const Making *making, const Answer *answer, const char *command, int line,
                              GError **error)
{
    g_autofree char *why = g_strdup_printf(
        "%s: %s", command,
        answer->warnings->len > 0 ? (const char *)g_ptr_array_index(answer->warnings, 0) : "finds nothing");

    return refuse(making, line, why, error);
}

/* One command line. A "?" in front: it may find nothing in this tree, and then prints nothing. */
static gboolean answer_line(Making *making, GString *to, const char *text, int line, GError **error)
{
    gboolean may_miss = text[0] == '?';
    const char *command = text + may_miss + strspn(text + may_miss, " ");
    GError *problem = NULL;
    g_autoptr(Answer) answer = making->run(making->index, command, &problem);

    if (answer == NULL) {
        refuse(making, line, problem->message, error);
        g_error_free(problem);
        return FALSE;
    }
    if (answer->status == ANSWER_NOTHING && may_miss)
        return TRUE;
    if (answer->status != ANSWER_FOUND || answer->is_ambiguous) /* on a sheet it is a mistake */
        return refuse_answer(making, answer, command, line, error);
    if (!check_fresh(making, answer, line, error))
        return FALSE;
    count_source(making, answer);
    keep_warnings(making, answer, line);
    if (html_append(to, answer, &making->html, &problem))
        return TRUE;
    g_propagate_prefixed_error(error, problem, "%s:%d: ", making->note->path, line);
    return FALSE;
}

static gboolean answer_lines(Making *making, GString *to, const char *text, int line, GError **error)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (guint i = 0; lines[i] != NULL; i++) {
        g_strstrip(lines[i]);
        if (lines[i][0] != '\0' && lines[i][0] != '#' &&
            !answer_line(making, to, lines[i], line + (int)i, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean fill_block(GString *to, const char *info, const char *text, int line, gpointer data,
                           GError **error)
{
    Making *making = data;

    if (strcmp(info, "cpyread") == 0)
        return answer_lines(making, to, text, line, error);
    return boxes_append(to, info, text, making->html.lang);
}

static void append_field(GString *to, const char *class_name, const char *label, const char *value)
{
    g_string_append_printf(to, "<span class=\"%s\">", class_name);
    html_append_text(to, label);
    if (value != NULL) {
        g_string_append(to, " <b>");
        html_append_text(to, value);
        g_string_append(to, "</b>");
    } else {
        g_string_append(to, " <i class=\"blank\"></i>");
    }
    g_string_append(to, "</span>\n");
}

/* The head of page 1; the running foot takes its texts from here (sheet.css). */
static void append_head(GString *to, const Making *making)
{
    const Note *note = making->note;
    gboolean ko = making->html.lang == LANG_KO;

    g_string_append(to, "<header>\n<p class=\"session\">");
    html_append_text(to, note->session != NULL ? note->session : note->title);
    g_string_append(to, "</p>\n<h1>");
    html_append_text(to, note->title);
    g_string_append(to, "</h1>\n<p class=\"meeting\">");
    append_field(to, "date", ko ? "날짜" : "Date", note->date);
    append_field(to, "place", ko ? "장소" : "Place", note->place);
    append_field(to, "lead", ko ? "발제자" : "Lead", note->lead);
    append_field(to, "tree", ko ? "소스" : "Source", index_tree(making->index));
    g_string_append(to, "</p>\n</header>\n");
}

static void warn(const Making *making, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Of the note's head. */
static void warn(const Making *making, const char *format, ...)
{
    g_autofree char *message = NULL;
    va_list arguments;

    va_start(arguments, format);
    message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_ptr_array_add(making->handout->warnings, g_strdup_printf("%s:1: %s", making->note->path, message));
}

/* A note says what it found in one version; of another the text may not be true. FALSE: it is another. */
static gboolean check_tree(const Making *making)
{
    const char *version = index_version(making->index), *tree = making->note->tree;

    if (tree == NULL || (g_str_has_prefix(version, tree) && !g_ascii_isdigit(version[strlen(tree)])))
        return TRUE;
    warn(making, "the note is for %s, the index is of %s", tree, version);
    return FALSE;
}

/* The symbols that the note is about; in the version that it is for, a missing one is a mistake. */
static gboolean check_symbols(const Making *making, GError **error)
{
    const char *symbols = making->note->symbols != NULL ? making->note->symbols : "";
    g_auto(GStrv) names = g_strsplit_set(symbols, " \t", -1);

    for (guint i = 0; names[i] != NULL; i++) {
        g_autoptr(Table) found = names[i][0] != '\0' ? resolve(making->index, names[i], error) : NULL;
        if (names[i][0] != '\0' && found == NULL)
            return FALSE;
        if (found != NULL && table_size(found) == 0)
            warn(making, "the note is about %s, which %s does not have", names[i], index_tree(making->index));
    }
    return TRUE;
}

/* How to print, at the end of the last page. */
static void append_end(GString *to, Lang lang)
{
    g_string_append_printf(to, "<p class=\"printing\">%s</p>\n",
                           lang == LANG_KO
                               ? "양면 인쇄(긴 쪽으로 넘김), 왼쪽 가장자리를 묶으세요."
                               : "Print on both sides (flip on the long edge) and bind the left margin.");
}

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
static char *keep_words(const char *html)
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

Handout *handout_make(Index *index, const Note *note, Lang lang, HandoutRun run, GError **error)
{
    static const char *const styles[] = {"viewer/page/page.css", "viewer/page/sheet.css", NULL};
    g_autoptr(Handout) handout = g_new0(Handout, 1);
    Making making = {index, note, handout, run, {.lang = lang, .paper = sheet_paper, .print = TRUE}, 0};
    g_autoptr(GString) body = g_string_new(NULL);
    g_autofree char *text = NULL, *kept = NULL;

    making.html.pictures = &making.pictures;
    handout->warnings = g_ptr_array_new_with_free_func(g_free);
    if (lang == LANG_KO && font_korean(error) == NULL)
        return NULL;
    if (check_tree(&making) && !check_symbols(&making, error))
        return NULL;
    append_head(body, &making);
    text = note_html(note, fill_block, &making, error);
    if (text == NULL)
        return NULL;
    g_string_append(body, text);
    append_end(body, lang);
    if (handout->source_lines > HANDOUT_LINES)
        warn(&making, "%u lines of source; a sheet is read best with %d or fewer (--fold)",
             handout->source_lines, HANDOUT_LINES);
    kept = lang == LANG_KO ? keep_words(body->str) : g_strdup(body->str);
    handout->html = html_document(note->title, lang, styles, kept);
    return g_steal_pointer(&handout);
}

gboolean handout_write(const Handout *handout, const char *path, GError **error)
{
    if (g_str_has_suffix(path, ".pdf"))
        return pdf_write(handout->html, path, error);
    return output_write(path, handout->html, strlen(handout->html), error);
}
