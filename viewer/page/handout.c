/* handout.c: a note → a sheet.
 *
 * The first page is what stands before the note's first "##" heading; each such heading begins another page.
 * What stands in its blocks is fill.c's; here it becomes a whole, and is looked at once more before it is handed out. */
#include "page/handout.h"

#include "graph/font.h"
#include "page/fill.h"
#include "page/html_strip.h"
#include "page/names.h"
#include "page/output.h"
#include "page/pages.h"
#include "page/pdf.h"
#include "page/sheet.h"
#include "page/words.h"
#include "query/resolve.h"

#include <string.h>

/* What a picture may fill on a sheet: the width of the text, and not half of its height, so that the
 * words about it, and lines to write on, stand on the same page. */
static const Paper sheet_paper = {520, 310};

void handout_free(Handout *handout)
{
    if (handout == NULL)
        return;
    g_free(handout->html);
    g_free(handout->other_tree);
    g_ptr_array_unref(handout->warnings);
    g_free(handout->path);
    g_free(handout);
}

/* ---- the whole sheet -------------------------------------------------------------------------------------------- */

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
    Lang lang = making->html.lang;

    g_string_append(to, "<header>\n<p class=\"session\">");
    html_append_text(to, note->session != NULL ? note->session : note->title);
    g_string_append(to, "</p>\n<h1>");
    html_append_text(to, note->title);
    g_string_append(to, "</h1>\n<p class=\"meeting\">");
    append_field(to, "date", word(WORD_DATE, lang), note->date);
    append_field(to, "place", word(WORD_PLACE, lang), note->place);
    append_field(to, "lead", word(WORD_LEAD, lang), note->lead);
    append_field(to, "tree", word(WORD_SOURCE, lang), index_tree(making->index));
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
    making->handout->other_tree = g_strdup_printf("the note is for %s, the index is of %s", tree, version);
    warn(making, "%s", making->handout->other_tree);
    return FALSE;
}

/* Why a sheet is refused of which the note does not speak: that this is so, too. */
static void add_other_tree(const Handout *handout, GError **error)
{
    if (handout->other_tree == NULL || error == NULL)
        return;
    char *message = g_strdup_printf("%s (%s)", (*error)->message, handout->other_tree);
    g_free((*error)->message);
    (*error)->message = message;
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

/* The line of the note's heading number `page` by "##"; that of its first line for 0. */
static int heading_line(const Note *note, int page)
{
    g_auto(GStrv) lines = g_strsplit(note->body, "\n", -1);
    gboolean is_fenced = FALSE;

    for (int i = 0; lines[i] != NULL && page > 0; i++) {
        is_fenced ^= g_str_has_prefix(lines[i], "```");
        if (!is_fenced && g_str_has_prefix(lines[i], "## ") && --page == 0)
            return note->body_line + i;
    }
    return note->body_line;
}

/* What must not be handed out; the reasons that only a PDF shows are check_pages'. */
static gboolean check_sheet(const Making *making, const char *html, GError **error)
{
    int page = sheet_page_without_writing(html);
    g_autofree char *dangling = sheet_dangling(html);
    g_autofree char *why =
        making->handout->source_lines > HANDOUT_LINES
            ? g_strdup_printf("%u lines of source; a sheet has room for %d: leave some out with --fold",
                              making->handout->source_lines, HANDOUT_LINES)
        : dangling != NULL ? g_strdup_printf("a reference to the page of %s leads nowhere", dangling)
                           : NULL;

    if (page >= 0)
        return fill_refuse(making, heading_line(making->note, page),
                      "this page has no line to write on; add a block: ```lines 2", error);
    return why == NULL || fill_refuse(making, 1, why, error);
}

/* What stands between the head and the end of the sheet; NULL with `error`. The caller owns it. */
static char *make_body(Making *making, NotePart part, GError **error)
{
    const NoteHooks hooks = {fill_block, fill_span, making};
    g_autofree char *text = note_html(making->note, part, &hooks, error);
    g_autoptr(GString) body = g_string_new(NULL), names = g_string_new(NULL);

    if (text == NULL || !names_append(names, making->printed, making->index, making->html.lang, error))
        return NULL;
    g_string_append(body, text);
    sheet_insert_after_source(body, names->str);
    return html_fill_strips(body->str, making->printed, making->html.lang);
}

/* The whole of a part, for print. NULL with `error`. The caller owns it. */
static char *make_sheet(Making *making, NotePart part, const char *more, GError **error)
{
    static const char *const styles[] = {"viewer/page/page.css", "viewer/page/sheet.css", NULL};
    Lang lang = making->html.lang;
    g_autoptr(GString) sheet = g_string_new(NULL);
    g_autofree char *body = make_body(making, part, error), *kept = NULL, *numbered = NULL;

    if (body == NULL)
        return NULL;
    g_string_append(sheet, part == NOTE_FOR_LEAD ? "<div class=\"for-lead\">\n" : "");
    append_head(sheet, making);
    g_string_append(sheet, body);
    g_string_append(sheet, more);
    g_string_append(sheet, part == NOTE_FOR_LEAD ? "</div>\n" : "");
    if (part == NOTE_SHEET) {
        g_string_append_printf(sheet, "<p class=\"printing\">%s</p>\n", word(WORD_PRINTING, lang));
        if (!check_sheet(making, sheet->str, error))
            return NULL;
    }
    numbered = sheet_number_writing(sheet->str);
    kept = lang == LANG_KO ? sheet_keep_words(numbered) : g_steal_pointer(&numbered);
    return html_document(making->note->title, lang, styles, kept);
}

Handout *handout_make(Index *index, const Note *note, Lang lang, NotePart part, const char *more, HandoutRun run,
                      GError **error)
{
    g_autoptr(Handout) handout = g_new0(Handout, 1);
    g_autoptr(GPtrArray) printed = names_new();
    Making making = {.index = index,
                     .note = note,
                     .handout = handout,
                     .run = run,
                     .html = {.lang = lang, .paper = sheet_paper, .print = TRUE, .printed = printed},
                     .printed = printed};

    making.html.pictures = &making.pictures;
    handout->path = g_strdup(note->path);
    handout->is_for_lead = part == NOTE_FOR_LEAD;
    handout->warnings = g_ptr_array_new_with_free_func(g_free);
    if (lang == LANG_KO && font_korean(error) == NULL)
        return NULL;
    if (check_tree(&making) && !check_symbols(&making, error))
        return NULL;
    handout->html = make_sheet(&making, part, more != NULL ? more : "", error);
    if (handout->html != NULL)
        return g_steal_pointer(&handout);
    add_other_tree(handout, error);
    return NULL;
}

/* On paper a page is what fits one: whether each of them has a line to write on is seen when it is laid out. */
static gboolean check_pages(const char *pdf, gpointer data, GError **error)
{
    Handout *handout = data;
    g_autoptr(Pages) pages = pages_read(pdf, error);
    guint lacking = pages != NULL && !handout->is_for_lead ? pages_lacking(pages, "w") : 0;

    if (pages == NULL)
        return FALSE;
    handout->pages = pages->count;
    if (pages->count > HANDOUT_PAGES)
        g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK,
                    "%s:1: %u pages; a sheet has %d at most: leave out some of the source with --fold or --most, or shorten "
                    "the text",
                    handout->path, pages->count, HANDOUT_PAGES);
    else if (lacking > 0)
        g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK,
                    "%s:1: page %u of %u has no line to write on; shorten what stands before it, or add a block: "
                    "```lines 2",
                    handout->path, lacking, pages->count);
    if (lacking > 0 || pages->count > HANDOUT_PAGES)
        add_other_tree(handout, error);
    return lacking == 0 && pages->count <= HANDOUT_PAGES;
}

gboolean handout_write(Handout *handout, const char *path, GError **error)
{
    if (g_str_has_suffix(path, ".pdf"))
        return pdf_write(handout->html, path, check_pages, handout, error);
    return output_write(path, handout->html, strlen(handout->html), error);
}
