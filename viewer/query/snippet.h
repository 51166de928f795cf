/* snippet.h: a short piece of Python, as a syntax tree: what `py` can be asked about.
 *
 * Nodes are called as in Parser/Python.asdl, their forms as in the index (view syntax), where a node becomes different
 * opcodes. One line: a statement's body may be left out. */
#ifndef CPYREAD_SNIPPET_H
#define CPYREAD_SNIPPET_H

#include <glib.h>

typedef struct Snippet Snippet;
struct Snippet {
    const char *node;     /* BinOp */
    const char *form;     /* "method" of Call; "": the plain one */
    const char *operator; /* Add, Load; "": none */
    char *name;           /* the attribute, the method, the module; NULL */
    const char *label;    /* the field of the node above that it stands in; NULL at the top */
    GPtrArray *children;  /* of Snippet, in the order of the text */
};

#define SNIPPET_ERROR (g_quark_from_static_string("cpyread-snippet"))
typedef enum { SNIPPET_ERROR_SYNTAX } SnippetError;

/* NULL with `error`, which says what was understood and where it ended. */
Snippet *snippet_parse(const char *text, GError **error);
void snippet_free(Snippet *snippet);

/* What stands for a keyword or an operator alone: "for" -> "for x in y: pass"; NULL: it is none. */
const char *snippet_sample(const char *word);

/* The words that snippet_sample() knows, NULL last. */
GStrv snippet_words(void);

/* The method that Python asks for what a node does, "__add__"; of an operator in place its own, "__iadd__". NULL: none. `opcode`
 * tells those of a loop apart. */
const char *snippet_method(const Snippet *snippet, const char *opcode);

/* What Python asks for where there is no `method`: __add__ behind the __iadd__ of an operator in place, __len__ behind __bool__;
 * NULL: nothing. */
const char *snippet_fallback(const Snippet *snippet, const char *method);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Snippet, snippet_free)

#endif
