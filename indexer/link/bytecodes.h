/* bytecodes.h: the definitions of Python/bytecodes.c, from which the cases of the eval loop are generated since 3.12. */
#ifndef CPYREAD_BYTECODES_H
#define CPYREAD_BYTECODES_H

#include "link/c_text.h"

typedef enum DefinitionKind {
    DEFINITION_INST,   /* an opcode with its text */
    DEFINITION_OP,     /* a piece of opcodes */
    DEFINITION_MACRO,  /* an opcode made of pieces */
    DEFINITION_FAMILY, /* an opcode and its specialised forms */
    DEFINITION_PSEUDO, /* an opcode that the compiler replaces before anything runs */
} DefinitionKind;

typedef struct Definition {
    DefinitionKind kind;
    char *name;
    char *head;  /* inst(LOAD_FAST, (-- value)), or all of a definition without a text, on one line */
    GStrv names; /* what it is made of, stands for, or its members; NULL for a text */
    guint line, end_line;
    guint from, to; /* the words of its text */
} Definition;

/* All of `text`, in order; of Definition. */
GPtrArray *bytecodes_read(const CText *text);

/* The first one called `name` that has a text or is made of others; NULL. */
const Definition *bytecodes_find(GPtrArray *definitions, const char *name);

#endif
