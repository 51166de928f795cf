/* names.h: the functions whose source a sheet prints, and the list of names at its foot. */
#ifndef CPYREAD_NAMES_H
#define CPYREAD_NAMES_H

#include "graph/style.h"
#include "page/block.h"
#include "query/index.h"

typedef struct Printed { /* one excerpt */
    char *name; /* of the function; its id on the sheet is "src-NAME" */
    char *file;
    GStrv lines; /* from `first` to `last` */
    int first, last;
} Printed;

/* An array of Printed. */
GPtrArray *names_new(void);

/* Takes down what an answer prints. */
void names_keep(GPtrArray *printed, const Answer *answer);

gboolean names_has(const GPtrArray *printed, const char *name);

/* Appends the cross-reference list: name, where it is defined (the page, if that is printed), the lines on the sheet that
 * use it. FALSE with `error`. */
gboolean names_append(GString *to, const GPtrArray *printed, Index *index, Lang lang, GError **error);

/* Appends "3쪽", the number being that of the page on which NAME's source stands. */
void names_append_page(GString *to, const char *name, Lang lang);

#endif
