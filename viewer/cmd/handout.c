/* handout.c: `cpyread handout`: a note as a printed sheet. */
#include "page/handout.h"

#include "cmd/line.h"
#include "page/output.h"
#include "page/pdf.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define HANDOUT_ERROR (g_quark_from_static_string("cpyread-handout"))
typedef enum { HANDOUT_ERROR_WRITE, HANDOUT_ERROR_BLOCK } HandoutError;

/* Answers a line of a note, which must not write files: a note may come from anyone. */
static Answer *answer_line(Index *index, const char *text, GError **error)
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
            g_set_error(error, HANDOUT_ERROR, HANDOUT_ERROR_BLOCK, "%s: a note's block writes no files",
                        text);
            return NULL;
        }
    }
    return command_run_line(index, text, error);
}

/* The language asked for, or NULL for the note's own. */
static gboolean read_lang(const Context *context, const Lang **asked, Lang *lang, GError **error)
{
    const char *text = context_option(context, "lang");

    *asked = NULL;
    if (text == NULL)
        return TRUE;
    *asked = lang;
    if (lang_parse(text, lang))
        return TRUE;
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "--lang is ko or en, not \"%s\"", text);
    return FALSE;
}

/* A note's twin in `lang`: NAME.ko.md beside NAME.en.md; the note itself where there is none. */
static char *twin_of(const char *path, Lang lang)
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

/* Where the sheet goes unless -o says: .build/handout/NOTE.pdf of the study folder, or of the current one. */
static char *default_output(const char *note)
{
    g_autofree char *study = index_study_folder();
    g_autofree char *base = g_path_get_basename(note);
    g_autofree char *file = NULL;

    if (g_str_has_suffix(base, ".md"))
        base[strlen(base) - strlen(".md")] = '\0';
    file = g_strconcat(base, ".pdf", NULL);
    return g_build_filename(study != NULL ? study : ".", ".build", "handout", file, NULL);
}

static char *choose_output(const Context *context, const char *note, GError **error)
{
    const char *asked = context_option(context, "output");
    g_autofree char *output = NULL, *folder = NULL;

    if (asked != NULL && !g_str_has_suffix(asked, ".pdf") && !g_str_has_suffix(asked, ".html")) {
        g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE,
                    "-o takes a file whose name ends in .pdf or .html, not %s", asked);
        return NULL;
    }
    output = asked != NULL ? g_strdup(asked) : default_output(note);
    folder = g_path_get_dirname(output);
    if (asked == NULL && g_mkdir_with_parents(folder, 0777) != 0) {
        g_set_error(error, HANDOUT_ERROR, HANDOUT_ERROR_WRITE, "cannot make the folder %s: %s", folder,
                    g_strerror(errno));
        return NULL;
    }
    /* Before the work, not after it. */
    if (!output_check(output, error) || (g_str_has_suffix(output, ".pdf") && !pdf_ready(error)))
        return NULL;
    return g_steal_pointer(&output);
}

static void report(Answer *answer, const Handout *handout, const char *output)
{
    g_autoptr(GString) said = g_string_new(NULL);

    g_string_append_printf(said, "wrote %s: ", output);
    if (g_str_has_suffix(output, ".pdf"))
        g_string_append_printf(said, "%u pages, ", pdf_pages(output));
    g_string_append_printf(said, "%u lines of source", handout->source_lines);
    answer_add_paragraph(answer, said->str);
    for (guint i = 0; i < handout->warnings->len; i++)
        answer_warn(answer, "%s", (const char *)g_ptr_array_index(handout->warnings, i));
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    const Lang *asked;
    Lang lang;
    g_autofree char *path = NULL, *output = NULL;
    g_autoptr(Note) note = NULL;
    g_autoptr(Handout) handout = NULL;

    if (!read_lang(context, &asked, &lang, error))
        return NULL;
    path = asked != NULL ? twin_of(context->arguments[0], lang) : g_strdup(context->arguments[0]);
    if ((note = note_read(path, error)) == NULL || (output = choose_output(context, path, error)) == NULL)
        return NULL;
    handout = handout_make(context->index, note, asked != NULL ? lang : note->lang, answer_line, error);
    if (handout == NULL || !handout_write(handout, output, error))
        return NULL;
    report(answer, handout, output);
    return g_steal_pointer(&answer);
}

static const CommandOption options[] = {
    {"output", 'o', "FILE", "write FILE.pdf or FILE.html (else .build/handout/NOTE.pdf of the study folder)"},
    {"lang", 0, "LANG",
     "ko or en: the note's twin in that language if there is one, and the words of the sheet"},
    {NULL, 0, NULL, NULL},
};

const Command command_handout = {
    .name = "handout",
    .usage = "NOTE.md [-o FILE.pdf] [--lang ko|en]",
    .summary = "the printed sheet of a note",
    .help = "A note is Markdown with fenced blocks of command lines (notes/README.md). A block that fails, "
            "finds nothing or is\n"
            "of a file that changed since it was indexed refuses the sheet, and an older one stays.",
    .example = "cpyread handout notes/dict-copy.en.md -o dict-copy.html",
    .options = options,
    .min_arguments = 1,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = FALSE,
    .run = run,
};
