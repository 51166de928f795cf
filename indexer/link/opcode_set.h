/* opcode_set.h: the opcodes of a tree as its text has them: numbers, families, definitions and bodies. */
#ifndef CPYREAD_OPCODE_SET_H
#define CPYREAD_OPCODE_SET_H

#include "link/bytecodes.h"
#include "link/eval_loop.h"

#define CEVAL        "Python/ceval.c"
#define CEVAL_MACROS "Python/ceval_macros.h"
#define CASES        "Python/generated_cases.c.h"
#define BYTECODES    "Python/bytecodes.c"

typedef struct Opcode {
    char *name;
    gint64 value;                 /* -1: the headers give it none */
    const char *kind;             /* opcode, specialised, instrumented, pseudo, marker */
    char *family;                 /* the opcode that this one is a specialised form of; NULL */
    const Definition *definition; /* in Python/bytecodes.c; NULL */
    const LoopBody *body;         /* where it runs; NULL: nowhere */
} Opcode;

typedef struct OpcodeSet {
    GPtrArray *opcodes;                  /* of Opcode, in the order of the headers */
    GPtrArray *definitions;              /* of Definition */
    CText *bytecodes;                    /* NULL before 3.12 */
    CText *ceval, *cases, *ceval_macros; /* NULL: there is no such file */
    EvalLoop *loop;
} OpcodeSet;

/* Reads the numbers and the texts of the tree. */
OpcodeSet *opcode_set_read(const char *root);
void opcode_set_free(OpcodeSet *set);

/* The line of Python/ceval.c where the cases begin to stand; 0: they do not. */
guint opcode_set_first_target(const OpcodeSet *set);

/* Cuts the loop, which is lines `line` … `end_line` of Python/ceval.c, and says what each opcode is. */
void opcode_set_cut(OpcodeSet *set, guint line, guint end_line);

Opcode *opcode_set_find(const OpcodeSet *set, const char *name); /* NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(OpcodeSet, opcode_set_free)

#endif
