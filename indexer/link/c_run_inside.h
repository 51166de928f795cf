/* c_run_inside.h: what c_run.c, c_run_value.c, c_run_macro.c and c_value.c share. */
#ifndef CPYREAD_C_RUN_INSIDE_H
#define CPYREAD_C_RUN_INSIDE_H

#include "link/c_run.h"

enum {
    DEEPEST = 40,       /* calls and macros within each other */
    MOST_ROUNDS = 16,   /* of a loop */
    MOST_STEPS = 20000, /* statements of one run */
};

typedef struct CFunction {
    char *name;
    GPtrArray *parameters; /* of char * */
    guint body;            /* the word { */
} CFunction;

struct CRun {
    const CText *text;
    GHashTable *functions; /* name -> CFunction */
    GPtrArray *in_order;   /* the same */
    GHashTable *macros;    /* name -> CMacro */
    GHashTable *filled;    /* the text of a use -> CText with its arguments filled in */
    GHashTable *labels;    /* of a case -> the function that has it; NULL: not looked for yet */
    GHashTable *facts;     /* name of a field -> what it holds */
    const CNode *root;     /* what is handed in */
    GPtrArray *made;       /* of CNode: by the text, of this run */
    CRunCall call;
    gpointer data;
    guint steps;
};

typedef enum Leaving { STAYS, RETURNS, BREAKS, CONTINUES, JUMPS } Leaving;

/* A function that is being run. */
typedef struct CFrame {
    CRun *run;
    const CText *text;     /* where it is: the function's, or a macro's that was filled in */
    const char *function;
    guint line;            /* of the use of a macro; 0: it is in the text itself */
    guint depth;
    GHashTable *variables; /* name -> CValue */
    Leaving leaving;
    char *label; /* JUMPS */
    CValue result;
} CFrame;

void c_frame_set(CFrame *frame, char *name, CValue value); /* takes the name */

/* What stands between two words, as an expression. */
CValue c_run_value_between(CFrame *frame, guint from, guint to);

/* The text of the macro that is used at word `i`; NULL: that is no macro's use. */
const CText *c_run_fill(CFrame *frame, guint i);

/* ---- c_value.c ---- */

static const CValue UNKNOWN = {.kind = C_UNKNOWN};

CValue c_value_number(gint64 value);

/* 1, 0, or -1: not known. */
int c_value_truth(CValue value);
int c_value_equal(CValue a, CValue b);
CValue c_value_of_truth(int truth);

/* a + sign * b; a SIGN b, for the signs of C. */
CValue c_value_sum(CValue a, CValue b, int sign);
CValue c_value_compare(CValue a, CValue b, const char *sign);
CValue c_value_calculate(CValue a, CValue b, const char *sign);

/* value->name; `*field` becomes where it can be set; else NULL. */
CValue c_value_member(const CRun *run, CValue value, const char *name, CValue **field);

/* What a macro of Include/asdl.h gives; FALSE: it is none of them. */
gboolean c_value_of_list(const char *name, const GArray *arguments, CValue *value);

/* What Attribute(value, attr, ctx, ...) makes of a node: UNKNOWN where there is none to be like. */
CValue c_value_make_node(CRun *run, const char *kind, const GArray *arguments);

CValue c_run_enter(CRun *run, const CFunction *function, const GArray *arguments, guint depth);

#endif
