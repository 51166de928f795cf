/* pdf.h: HTML → PDF by the program weasyprint. */
#ifndef CPYREAD_PDF_H
#define CPYREAD_PDF_H

#include <glib.h>

#define PDF_ERROR (g_quark_from_static_string("cpyread-pdf"))
typedef enum {
    PDF_ERROR_NO_PROGRAM, /* the message names the package */
    PDF_ERROR_FAILED,     /* the message is what weasyprint said */
} PdfError;

/* Whether there is a weasyprint; FALSE with `error`. */
gboolean pdf_ready(GError **error);

/* Looks at a PDF that is about to be put in place; FALSE with `error`: it must not be. */
typedef gboolean (*PdfCheck)(const char *path, gpointer data, GError **error);

/* Writes `html` as a PDF to `path`: beside it first, then renamed, so an old file stays until the new one is
 * whole, and passes `check`. */
gboolean pdf_write(const char *html, const char *path, PdfCheck check, gpointer data, GError **error);

#endif
