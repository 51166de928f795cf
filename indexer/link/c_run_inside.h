/* c_run_inside.h: what c_run.c and c_run_value.c share. */
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

/* 1, 0, or -1: not known. */
int c_value_truth(CValue value);
int c_value_equal(CValue a, CValue b);

CValue c_run_enter(CRun *run, const CFunction *function, const GArray *arguments, guint depth);

#endif
