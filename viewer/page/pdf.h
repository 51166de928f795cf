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

/* Writes `html` as a PDF to `path`: beside it first, then renamed, so an old file stays until the new one is
 * whole. */
gboolean pdf_write(const char *html, const char *path, GError **error);

/* How many pages a PDF has, 0 if that cannot be told. */
guint pdf_pages(const char *path);

#endif
