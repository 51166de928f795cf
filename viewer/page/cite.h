/* cite.h: what a note says of a tree in passing: citations, and code spans that are names.
 *
 *     Objects/dictobject.c:2577-2590@3.7#PyDict_Copy   lines, of which tree (a version or a hash), in which symbol
 *     `PyDict_Copy`   `LOAD_METHOD`   `d.copy()`         a name, where the tree has it; else code
 *     `clone_combined_dict_keys@3.11`                   a name of another tree */
#ifndef CPYREAD_CITE_H
#define CPYREAD_CITE_H

#include <glib.h>

typedef struct Citation {
    char *path;
    int first, last;
    char *tree;        /* "3.7", or digits of a commit's hash */
    char *symbol;      /* or NULL */
    gsize at, length;  /* in the text that it was found in */
    gsize lines_at, lines_length; /* where "2577-2590" stands */
} Citation;

/* All citations in `text`, in their order: an array of Citation. The caller frees it. */
GPtrArray *cite_find(const char *text);

/* The `code spans` that begin and end in one line, without their backticks: an array of char *. The caller frees it. */
GPtrArray *cite_spans(const char *line);

/* The name in a code span: "Py_INCREF" of "Py_INCREF(value)", "len" of "len()"; behind an @ the tree that it is of (else
 * NULL). NULL: it is no name. The caller frees both. */
char *cite_name(const char *span, char **tree);

/* Whether a name can only be one of C: PyDict_Copy, ob_refcnt, dictobject.c:dict_copy; not copy, d.copy, __init__. */
gboolean cite_is_c(const char *name);

/* Whether it is the path of a C file or header: Objects/dictobject.c. */
gboolean cite_is_path(const char *name);

/* Whether a path stays within the tree. */
gboolean cite_is_inside(const char *path);

#endif
