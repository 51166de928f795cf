/* c_run.h: runs a piece of C as far as it can be known: the way that a compiler's text takes through a syntax tree.
 *
 * What the text works on is a tree of nodes, handed in; all else is unknown. A condition that is not known counts as
 * false, for most of these ask whether something went wrong; a loop whose end is not known is passed over. Macros of
 * the text are filled in, functions of the text entered; of all others the result is unknown. A function that has the name of
 * a node makes another node of its kind (Python/Python-ast.c), and its fields can be set. */
#ifndef CPYREAD_C_RUN_H
#define CPYREAD_C_RUN_H

#include "link/c_text.h"

typedef enum CValueKind { C_UNKNOWN, C_NUMBER, C_NAME, C_NODE, C_LIST } CValueKind;

typedef struct CNode CNode;

typedef struct CValue {
    CValueKind kind;
    gint64 number;    /* C_NUMBER; NULL is 0 */
    const char *name; /* C_NAME: an enumerator or a constant of elsewhere */
    CNode *node;      /* C_NODE, C_LIST */
} CValue;

/* A node of a syntax tree; e->kind is NAME_kind, and e->v.NAME.field and e->field its fields. What it lacks is NULL. */
struct CNode {
    char *kind;
    char *label;       /* of one whose inside does not matter: a child; else NULL */
    GPtrArray *names;  /* of char * */
    GArray *values;    /* of CValue: of the fields, or of the elements of a list */
    gboolean is_made;  /* by the text: what is in it belongs to others */
};

CNode *c_node_new(const char *kind); /* NULL: a list */
void c_node_free(CNode *node);       /* and all in it */
void c_node_add(CNode *node, const char *name, CValue value); /* takes nodes; no name in a list */

typedef struct CRun CRun;

/* A call is told before it is made; TRUE: it is not to be entered, and `*result`, unknown at first, is what it gives.
 * `line` is one of the text. */
typedef gboolean (*CRunCall)(gpointer data, const char *function, const char *callee, const GArray *arguments, guint line,
                             CValue *result);

CRun *c_run_new(const CText *text, CRunCall call, gpointer data); /* `text` must live as long */
void c_run_free(CRun *run);

/* What a field that has that name holds, of whatever record. */
void c_run_know(CRun *run, const char *field, gint64 value);

/* The first function with such a word in its name whose body has the words `case LABEL`; NULL. `part` is always the same. */
const char *c_run_find(CRun *run, const char *part, const char *label);

/* Whether the text has the function, and a word of its body has `part` in it, whatever the case. */
gboolean c_run_has(const CRun *run, const char *function, const char *part);

/* Runs a function with its last parameter being the node, and the ones before unknown. */
void c_run_function(CRun *run, const char *function, CNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CRun, c_run_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CNode, c_node_free)

#endif
