/* pdf.c: runs weasyprint by argument vector. What it warns of is told only when it fails. */
#include "page/pdf.h"

#include "graph/font.h"
#include "page/output.h"

#include <glib/gstdio.h>
#include <string.h>

gboolean pdf_ready(GError **error)
{
    g_autofree char *program = g_find_program_in_path("weasyprint");

    if (program == NULL)
        g_set_error(error, PDF_ERROR, PDF_ERROR_NO_PROGRAM,
                    "no weasyprint here, which makes the PDF: apt-get install weasyprint (or ask for .html)");
    return program != NULL && font_any(error);
}

/* Of a traceback the line that says what is wrong: the last one that speaks of an error, else the last. */
static char *last_error(const char *said)
{
    g_auto(GStrv) lines = g_strsplit(said, "\n", -1);
    const char *last = "it did not say why";
    gboolean is_error = FALSE;

    for (char **line = lines; *line != NULL; line++) {
        gboolean speaks = strcasestr(*line, "error") != NULL;
        if (*g_strstrip(*line) != '\0' && (speaks || !is_error)) {
            last = *line;
            is_error = speaks;
        }
    }
    return g_strdup(last);
}

static gboolean run(const char *html_path, const char *path, GError **error)
{
    const char *const arguments[] = {"weasyprint", "--encoding", "utf-8", html_path, path, NULL};
    g_autofree char *said = NULL, *why = NULL;
    int status = 0;

    if (!g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                      NULL, NULL, &said, &status, error))
        return FALSE;
    if (g_spawn_check_wait_status(status, NULL))
        return TRUE;
    why = last_error(said);
    g_set_error(error, PDF_ERROR, PDF_ERROR_FAILED, "weasyprint failed: %s", why);
    return FALSE;
}

/* The HTML goes through a file in a folder of its own: with a pipe, a weasyprint that dies early would leave
 * us with "broken pipe" instead of its reason; and a relative address in the sheet leads to nothing. */
static gboolean run_in_private(const char *html, const char *path, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("cpyread-XXXXXX", error);
    g_autofree char *sheet = folder != NULL ? g_build_filename(folder, "sheet.html", NULL) : NULL;
    gboolean is_done =
        folder != NULL && g_file_set_contents(sheet, html, -1, error) && run(sheet, path, error);

    if (folder != NULL) {
        g_unlink(sheet);
        g_rmdir(folder);
    }
    return is_done;
}

gboolean pdf_write(const char *html, const char *path, PdfCheck check, gpointer data, GError **error)
{
    g_autofree char *beside = output_beside(path);

    if (!pdf_ready(error))
        return FALSE;
    if (run_in_private(html, beside, error) && check(beside, data, error))
        return output_keep(beside, path, error);
    output_drop(beside);
    return FALSE;
}
