/* eval_loop.h: the text of the function that runs bytecode, cut at its opcodes and labels.
 *
 * A body is what stands behind TARGET(NAME); a block is a stretch of text up to the next label, inside a body or
 * outside of all. Which bodies reach which blocks follows from the gotos and from where the text falls through. */
#ifndef CPYREAD_EVAL_LOOP_H
#define CPYREAD_EVAL_LOOP_H

#include "link/c_text.h"
#include "link/jumps.h"

typedef struct LoopBody {
    char *opcode;
    const char *file;
    guint line, end_line; /* from TARGET to the brace that closes the body */
    const CText *text;
    guint from, to;         /* its words, without TARGET(…) */
    guint block, end_block; /* its blocks; bodies that stand under several TARGETs share them */
} LoopBody;

typedef struct LoopBlock {
    const char *file;
    char *label; /* that it begins with; NULL: none */
    guint line, end_line;
    const CText *text;
    guint from, to; /* its words, without the label */
    gboolean in_body;
    gboolean falls; /* on into the next block */
    GArray *jumps;  /* of Jump */
} LoopBlock;

/* That a body reaches a block; over how many jumps and falls (0: it is in its own text). */
typedef struct LoopReach {
    const LoopBody *body;
    guint block, steps;
} LoopReach;

typedef struct EvalLoop {
    GPtrArray *bodies; /* of LoopBody, in the order of the text */
    GPtrArray *blocks; /* of LoopBlock, the same */
    GArray *reaches;   /* of LoopReach, by body, then by steps */
    Jumps *macros;
} EvalLoop;

EvalLoop *eval_loop_new(void);
void eval_loop_free(EvalLoop *loop);

/* First the macros of all texts, then the loop's lines in each, then what reaches what. Texts and file names must
 * outlive the loop. */
void eval_loop_add_macros(EvalLoop *loop, const CText *text);
void eval_loop_cut(EvalLoop *loop, const CText *text, const char *file, guint line, guint end_line);
void eval_loop_follow(EvalLoop *loop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(EvalLoop, eval_loop_free)

#endif
