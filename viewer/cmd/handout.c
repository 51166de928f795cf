/* handout.c: `cpyread handout`: a note as a printed sheet, the lead's sheet, a file for gdb. */
#include "page/handout.h"

#include "cmd/draft.h"
#include "cmd/line.h"
#include "cmd/note_line.h"
#include "page/check.h"
#include "page/gdb.h"
#include "page/html.h"
#include "page/output.h"
#include "page/pdf.h"
#include "page/snippet.h"
#include "page/words.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define HANDOUT_ERROR (g_quark_from_static_string("cpyread-handout"))
typedef enum { HANDOUT_ERROR_WRITE } HandoutError;

typedef struct Job {
    const Context *context;
    Note *note;
    Lang lang;
    char *output;  /* of the sheet: FILE.pdf or FILE.html */
    char *printed; /* HTML of what the snippets printed; NULL: they were not run */
    Table *made;   /* with --all: file, pages, lines, refused */
    Answer *answer;
} Job;

static void job_clear(Job *job)
{
    if (job->note != NULL)
        note_free(job->note);
    if (job->made != NULL)
        table_free(job->made);
    g_free(job->output);
    g_free(job->printed);
}

/* ---- what is asked ---------------------------------------------------------------------------------------------- */

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

static gboolean check_usage(const Context *context, GError **error)
{
    gboolean has_note = context->arguments[0] != NULL, has_draft = context_option(context, "speedup") != NULL;
    const char *problem = has_note == has_draft ? "name one note, or --speedup ISSUE for a draft"
                          : context_option(context, "run") != NULL && !context->all ? "--run goes with --all"
                          : context_option(context, "lead") != NULL && context->all
                              ? "--all makes the lead's sheet as well: without --lead"
                              : NULL;

    if (problem == NULL)
        return TRUE;
    g_set_error(error, LINE_ERROR, LINE_ERROR_USAGE, "handout: %s; more: cpyread handout --help", problem);
    return FALSE;
}

/* The note, from its file or drafted. NULL with `error`. */
static Note *read_note(const Context *context, const Lang *asked, GError **error)
{
    const char *issue = context_option(context, "speedup");

    if (issue != NULL) {
        g_autofree char *text = draft_speedup(context->index, issue, asked != NULL ? *asked : LANG_EN, error);
        g_autofree char *name = g_strdup_printf("speedup-%s.md", issue);
        return text != NULL ? note_parse(name, text, strlen(text), error) : NULL;
    }
    g_autofree char *path = asked != NULL ? note_twin(context->arguments[0], *asked) : g_strdup(context->arguments[0]);
    return note_read(path, error);
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

/* "sheet.lead.pdf" for "sheet.pdf". The caller frees it. */
static char *beside(const char *output, const char *ending)
{
    const char *dot = strrchr(output, '.');

    return g_strdup_printf("%.*s%s", (int)(dot - output), output, ending);
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
    if (asked == NULL && context_option(context, "lead") != NULL) {
        char *lead = beside(output, ".lead.pdf");
        g_free(output);
        output = lead;
    }
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

/* ---- one sheet -------------------------------------------------------------------------------------------------- */

static Handout *make(const Job *job, NotePart part, const char *output, GError **error)
{
    g_autoptr(Handout) handout = handout_make(job->context->index, job->note, job->lang, part,
                                              part == NOTE_FOR_LEAD ? job->printed : NULL, note_answer_line, error);

    return handout != NULL && handout_write(handout, output, error) ? g_steal_pointer(&handout) : NULL;
}

static void keep_warnings(Answer *answer, const Handout *handout)
{
    for (guint i = 0; i < handout->warnings->len; i++)
        answer_warn(answer, "%s", (const char *)g_ptr_array_index(handout->warnings, i));
}

static gboolean make_one(Job *job, GError **error)
{
    NotePart part = context_option(job->context, "lead") != NULL ? NOTE_FOR_LEAD : NOTE_SHEET;
    g_autoptr(GString) said = g_string_new(NULL);
    g_autoptr(Handout) handout = NULL;

    if (part == NOTE_FOR_LEAD && job->note->for_lead == NULL) {
        g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK, "%s:1: the note has nothing for the lead: a heading \"## %s\"",
                    job->note->path, word(WORD_FOR_LEAD, job->note->lang));
        return FALSE;
    }
    if ((handout = make(job, part, job->output, error)) == NULL)
        return FALSE;
    g_string_append_printf(said, "wrote %s: ", job->output);
    if (handout->pages > 0)
        g_string_append_printf(said, "%u page%s, ", handout->pages, handout->pages == 1 ? "" : "s");
    g_string_append_printf(said, "%u lines of source", handout->source_lines);
    answer_add_paragraph(job->answer, said->str);
    keep_warnings(job->answer, handout);
    return TRUE;
}

/* ---- the evening before: --all ---------------------------------------------------------------------------------- */

static void add_made(Job *job, const char *file, const Handout *handout, const char *refused)
{
    g_autofree char *pages = handout != NULL && handout->pages > 0 ? g_strdup_printf("%u", handout->pages) : NULL;
    g_autofree char *lines = handout != NULL ? g_strdup_printf("%u", handout->source_lines) : NULL;

    table_add(job->made, (const char *const[]){file, pages, lines, refused});
    if (refused != NULL)
        job->answer->status = ANSWER_FAILED;
}

static void make_part(Job *job, NotePart part, const char *output, const char *refused)
{
    g_autoptr(GError) problem = NULL;
    g_autoptr(Handout) handout = refused == NULL ? make(job, part, output, &problem) : NULL;

    add_made(job, output, handout, refused != NULL ? refused : problem != NULL ? problem->message : NULL);
    if (handout != NULL)
        keep_warnings(job->answer, handout);
}

static void make_gdb(Job *job)
{
    g_autofree char *output = beside(job->output, ".gdb");
    g_autoptr(GError) problem = NULL;
    g_autoptr(GPtrArray) left_out = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *script = gdb_script(job->context->index, job->note, left_out, &problem);

    for (guint i = 0; i < left_out->len; i++)
        answer_warn(job->answer, "%s: %s", job->note->path, (const char *)left_out->pdata[i]);
    if (script == NULL && problem == NULL)
        return;
    if (script == NULL || !output_write(output, script, strlen(script), &problem))
        add_made(job, output, NULL, problem->message);
    else
        add_made(job, output, NULL, NULL);
}

/* Runs the snippets, for the lead's sheet; gives why there will be no sheet, the first that fails. NULL without `error`: none
 * does. The caller frees it. */
static char *run_snippets(Job *job, const char *python, GError **error)
{
    g_autofree char *version = snippet_version(python, error);
    g_autoptr(GPtrArray) runs = version != NULL ? snippet_run_all(job->note, python, error) : NULL;
    g_autoptr(GString) html = g_string_new(NULL);

    if (runs == NULL)
        return NULL;
    g_string_append_printf(html, "<h3>%s: %s</h3>\n", word(WORD_RAN, job->lang), version);
    for (guint i = 0; i < runs->len; i++) {
        const SnippetRun *run = runs->pdata[i];
        if (run->why != NULL)
            return g_strdup_printf("%s:%d: %s", job->note->path, run->line, run->why);
        if (*run->output == '\0') /* the snippet for gdb prints nothing */
            continue;
        g_string_append(html, "<pre>");
        html_append_text(html, run->output);
        g_string_append(html, "</pre>\n");
    }
    job->printed = g_strdup(html->str);
    return NULL;
}

static gboolean warn_of_problems(Job *job, GError **error)
{
    g_autoptr(Check) check = check_note(job->context->index, job->note, note_answer_line, error);

    for (guint i = 0; check != NULL && i < check->problems->len; i++) {
        const Problem *problem = check->problems->pdata[i];
        answer_warn(job->answer, "%s:%d: %s: %s", job->note->path, problem->line, problem->name, problem->why);
    }
    return check != NULL;
}

static gboolean make_all(Job *job, GError **error)
{
    static const char *const columns[] = {"file", "pages", "lines", "refused", NULL};
    const char *python = context_option(job->context, "run");
    g_autofree char *lead = beside(job->output, g_str_has_suffix(job->output, ".pdf") ? ".lead.pdf" : ".lead.html");
    g_autofree char *refused = NULL;
    GError *problem = NULL;

    if (job->context->arguments[0] != NULL && !warn_of_problems(job, error))
        return FALSE;
    refused = python != NULL ? run_snippets(job, python, &problem) : NULL;
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    job->made = table_new(columns);
    make_part(job, NOTE_SHEET, job->output, refused);
    if (job->note->for_lead != NULL)
        make_part(job, NOTE_FOR_LEAD, lead, refused);
    make_gdb(job);
    answer_add_table(job->answer, job->note->title, g_steal_pointer(&job->made), NULL);
    return TRUE;
}

static Answer *run(const Context *context, GError **error)
{
    g_autoptr(Answer) answer = answer_new();
    Job job = {.context = context, .answer = answer};
    const Lang *asked;
    Lang lang;

    if (!check_usage(context, error) || !read_lang(context, &asked, &lang, error))
        return NULL;
    job.note = read_note(context, asked, error);
    job.output = job.note != NULL ? choose_output(context, job.note->path, error) : NULL;
    job.lang = asked != NULL ? lang : job.note != NULL ? job.note->lang : LANG_EN;
    gboolean is_done = job.output != NULL && (context->all ? make_all(&job, error) : make_one(&job, error));
    job_clear(&job);
    return is_done ? g_steal_pointer(&answer) : NULL;
}

static const CommandOption options[] = {
    {"output", 'o', "FILE", "write FILE.pdf or FILE.html (else .build/handout/NOTE.pdf of the study folder)"},
    {"lang", 0, "LANG",
     "ko or en: the note's twin in that language if there is one, and the words of the sheet"},
    {"lead", 0, NULL, "the lead's sheet instead: agenda, answers, traps"},
    {"run", 0, "PYTHON", "with --all: run the note's snippets, and print on the lead's sheet what they printed"},
    {"speedup", 0, "ISSUE", "no note: a draft of the story of that issue or commit"},
    {NULL, 0, NULL, NULL},
};

const Command command_handout = {
    .name = "handout",
    .usage = "NOTE.md [-o FILE.pdf] [--lang ko|en] [--lead | --all [--run PYTHON]]",
    .summary = "the printed sheet of a note",
    .help = "A note is Markdown with fenced blocks of command lines (notes/README.md). A block that fails, "
            "finds nothing or is\n"
            "of a file that changed since it was indexed refuses the sheet, and an older one stays; so do a citation "
            "that is wrong,\n"
            "more than 110 lines of source or 6 pages, and a page without a line to write on. --all is for the evening before: it "
            "checks the\n"
            "note and makes the sheet, the lead's (NOTE.lead.pdf) and what gdb needs to walk the path (NOTE.gdb).",
    .example = "cpyread handout notes/dict-copy.en.md -o dict-copy.html",
    .options = options,
    .min_arguments = 0,
    .max_arguments = 1,
    .needs_index = TRUE,
    .only_reads = FALSE,
    .run = run,
};
