/* syntax_forms.h: a specimen of each node of Python's syntax tree, for the compiler's text to be run on. */
#ifndef CPYREAD_SYNTAX_FORMS_H
#define CPYREAD_SYNTAX_FORMS_H

#include "link/c_run.h"

typedef struct SyntaxForm {
    char *form;     /* where a node has several: "method" of Call; NULL: the plain one */
    char *operator; /* that stands in it: Add, In, Load; NULL */
    CNode *node;
} SyntaxForm;

#define SYNTAX_GRAMMAR "Parser/Python.asdl"

/* All that the tree's grammar has, with each operator. Of SyntaxForm; none without that file. */
GPtrArray *syntax_forms_read(const char *root);

#endif
