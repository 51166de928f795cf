/* eval_loop.c: see eval_loop.h. Mirrors Python/ceval.c, and from 3.12 Python/generated_cases.c.h, which it includes:
 *
 *         PREDICTED(LOAD_CONST);
 *         TARGET(LOAD_CONST) { … goto error; … DISPATCH(); }      (3.8, 3.9: case TARGET(LOAD_CONST): { … })
 *     #if USE_COMPUTED_GOTOS
 *         TARGET_DO_TRACING:                (an opcode without TARGET)
 *     #else
 *         case DO_TRACING:
 *     #endif
 *     error: … exception_unwind: …          (blocks that opcodes share)
 *
 * Preprocessor lines are passed over: what is under a condition is cut like the rest. */
#include "link/eval_loop.h"

#include <string.h>

#define TARGET_LABEL "TARGET_"

typedef struct Cut {
    EvalLoop *loop;
    const CText *text;
    const char *file;
    guint end;   /* the first word behind the loop */
    guint start; /* of the block that is open */
    guint line;  /* of its label or TARGET; 0: that of its first word */
    guint label; /* the word that is its label; G_MAXUINT: none */
} Cut;

static void body_free(gpointer data)
{
    LoopBody *body = data;
    g_free(body->opcode);
    g_free(body);
}

static void block_free(gpointer data)
{
    LoopBlock *block = data;
    g_free(block->label);
    g_array_unref(block->jumps);
    g_free(block);
}

EvalLoop *eval_loop_new(void)
{
    EvalLoop *loop = g_new0(EvalLoop, 1);
    loop->bodies = g_ptr_array_new_with_free_func(body_free);
    loop->blocks = g_ptr_array_new_with_free_func(block_free);
    loop->reaches = g_array_new(FALSE, FALSE, sizeof(LoopReach));
    loop->macros = jumps_new();
    return loop;
}

void eval_loop_free(EvalLoop *loop)
{
    g_ptr_array_unref(loop->bodies);
    g_ptr_array_unref(loop->blocks);
    g_array_unref(loop->reaches);
    jumps_free(loop->macros);
    g_free(loop);
}

void eval_loop_add_macros(EvalLoop *loop, const CText *text)
{
    jumps_add_macros(loop->macros, text);
}

/* ---- blocks ---- */

static void open_block(Cut *cut, guint start, guint line, guint label)
{
    cut->start = start;
    cut->line = line;
    cut->label = label;
}

/* Ends the open block before word `to`. */
static void close_block(Cut *cut, guint to, gboolean in_body)
{
    if (to == cut->start && cut->label == G_MAXUINT)
        return;
    LoopBlock *block = g_new0(LoopBlock, 1);
    block->file = cut->file;
    block->text = cut->text;
    block->from = cut->start;
    block->to = to;
    block->label = cut->label == G_MAXUINT ? NULL : c_text_name(cut->text, cut->label);
    block->line = cut->line > 0 ? cut->line : c_text_at(cut->text, cut->start).line;
    block->end_line = MAX(block->line, c_text_at(cut->text, to - 1).line);
    block->in_body = in_body;
    block->jumps = jumps_find(cut->loop->macros, cut->text, block->from, to);
    block->falls = !jumps_end(cut->loop->macros, cut->text, block->from, to);
    g_ptr_array_add(cut->loop->blocks, block);
}

/* LABEL: at the start of a statement. */
static gboolean is_label(const CText *text, guint i)
{
    char before = i == 0 ? ';' : c_text_at(text, i - 1).kind;
    return c_text_at(text, i).kind == 'a' && c_text_at(text, i + 1).kind == ':' &&
           strchr(";{}:", before) != NULL;
}

/* ---- bodies ---- */

/* The opcode whose body begins at word `i`, and the first word behind its name; NULL. The caller frees. */
static char *target_at(const CText *text, guint i, guint *after)
{
    guint use = c_text_is(text, i, "case") ? i + 1 : i;
    if (c_text_is_use(text, use, "TARGET")) {
        *after = c_text_close(text, use + 1) + 1;
        *after += c_text_at(text, *after).kind == ':';
        return c_text_name(text, use + 2);
    }
    if (!is_label(text, i))
        return NULL;
    g_autofree char *label = c_text_name(text, i);
    *after = i + 2;
    return g_str_has_prefix(label, TARGET_LABEL) ? g_strdup(label + strlen(TARGET_LABEL)) : NULL;
}

/* Adds a body for each TARGET and label from word `i` on that stand one behind the other; the first word behind them. */
static guint take_targets(Cut *cut, guint i)
{
    guint after;
    for (char *opcode; (opcode = target_at(cut->text, i, &after)) != NULL; i = after) {
        LoopBody *body = g_new0(LoopBody, 1);
        body->opcode = opcode;
        body->file = cut->file;
        body->text = cut->text;
        body->line = c_text_at(cut->text, i).line;
        g_ptr_array_add(cut->loop->bodies, body);
        if (c_text_is(cut->text, after, "case") && c_text_is(cut->text, after + 1, opcode))
            after += 3; /* case NAME: */
    }
    return i;
}

/* Where a body without braces ends: before the next TARGET, label, default or the brace that closes the switch. */
static guint end_without_braces(const Cut *cut, guint i)
{
    for (; i < cut->end; i++) {
        char kind = c_text_at(cut->text, i).kind;
        if (kind == '}' || is_label(cut->text, i) || c_text_is(cut->text, i, "case") ||
            c_text_is_use(cut->text, i, "TARGET") || c_text_is_use(cut->text, i, "PREDICTED"))
            return i;
        if (kind == '{')
            i = c_text_close(cut->text, i);
    }
    return cut->end;
}

/* Cuts the words `from` … `to` - 1 of a body at its labels. */
static void cut_body(Cut *cut, guint line, guint from, guint to)
{
    open_block(cut, from, line, G_MAXUINT);
    for (guint i = from; i < to; i++) {
        if (!is_label(cut->text, i) || c_text_is(cut->text, i, "default"))
            continue;
        close_block(cut, i, TRUE);
        open_block(cut, i + 2, c_text_at(cut->text, i).line, i);
    }
    close_block(cut, to, TRUE);
}

/* Takes the body, or the bodies that are one, whose first TARGET is at word `i`; the first word behind them. */
static guint take_body(Cut *cut, guint i)
{
    EvalLoop *loop = cut->loop;
    guint first = loop->bodies->len, block = loop->blocks->len, line = c_text_at(cut->text, i).line;
    guint from = take_targets(cut, i);
    guint to = c_text_at(cut->text, from).kind == '{' ? c_text_close(cut->text, from) + 1
                                                      : end_without_braces(cut, from);
    to = MIN(to, cut->end);
    cut_body(cut, line, from, to);
    for (guint b = first; b < loop->bodies->len; b++) {
        LoopBody *body = g_ptr_array_index(loop->bodies, b);
        body->from = from;
        body->to = to;
        body->end_line = MAX(body->line, c_text_at(cut->text, to - 1).line);
        body->block = block;
        body->end_block = loop->blocks->len;
    }
    return to;
}

/* ---- a text ---- */

void eval_loop_cut(EvalLoop *loop, const CText *text, const char *file, guint line, guint end_line)
{
    Cut cut = {.loop = loop, .text = text, .file = file, .end = text->words->len};
    if (end_line < G_MAXUINT)
        cut.end = c_text_find_line(text, end_line + 1);
    open_block(&cut, c_text_find_line(text, line), 0, G_MAXUINT);
    for (guint i = cut.start; i < cut.end;) {
        guint after;
        g_autofree char *opcode = target_at(text, i, &after);
        if (opcode != NULL) {
            close_block(&cut, i, FALSE);
            i = take_body(&cut, i);
            open_block(&cut, i, 0, G_MAXUINT);
        } else if (is_label(text, i)) {
            close_block(&cut, i, FALSE);
            open_block(&cut, i + 2, c_text_at(text, i).line, i);
            i += 2;
        } else
            i++;
    }
    close_block(&cut, cut.end, FALSE);
    LoopBlock *last = loop->blocks->len == 0 ? NULL : g_ptr_array_index(loop->blocks, loop->blocks->len - 1);
    if (last != NULL)
        last->falls = FALSE;
}

/* ---- what reaches what ---- */

/* A search outwards from one body: the blocks in the order in which they are reached. */
typedef struct Search {
    const EvalLoop *loop;
    GHashTable *labels; /* label → block + 1 */
    GArray *found;      /* of LoopReach */
    guint8 *is_found;
} Search;

static void reach(Search *search, const LoopBody *body, guint block, guint steps)
{
    LoopReach reached = {body, block, steps};
    if (search->is_found[block])
        return;
    search->is_found[block] = TRUE;
    g_array_append_val(search->found, reached);
}

static void go_on_from(Search *search, const LoopReach *from)
{
    const LoopBlock *block = g_ptr_array_index(search->loop->blocks, from->block);
    for (guint j = 0; j < block->jumps->len; j++) {
        guint to =
            GPOINTER_TO_UINT(g_hash_table_lookup(search->labels, g_array_index(block->jumps, Jump, j).label));
        if (to > 0)
            reach(search, from->body, to - 1, from->steps + 1);
    }
    if (!block->falls)
        return;
    const LoopBlock *next = g_ptr_array_index(search->loop->blocks, from->block + 1);
    if (!next->in_body ||
        next->label != NULL) /* else it is another opcode's: it is not fallen into, but dispatched to */
        reach(search, from->body, from->block + 1, from->steps + 1);
}

static void follow_body(Search *search, const LoopBody *body)
{
    memset(search->is_found, 0, search->loop->blocks->len);
    g_array_set_size(search->found, 0);
    for (guint b = body->block; b < body->end_block; b++)
        reach(search, body, b, 0);
    for (guint i = 0; i < search->found->len; i++) {
        LoopReach from = g_array_index(search->found, LoopReach, i);
        go_on_from(search, &from);
    }
    g_array_append_vals(search->loop->reaches, search->found->data, search->found->len);
}

void eval_loop_follow(EvalLoop *loop)
{
    g_autoptr(GHashTable) labels = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(LoopReach));
    g_autofree guint8 *is_found = g_new(guint8, loop->blocks->len + 1);
    Search search = {loop, labels, found, is_found};
    for (guint b = 0; b < loop->blocks->len; b++) {
        LoopBlock *block = g_ptr_array_index(loop->blocks, b);
        if (block->label != NULL)
            g_hash_table_insert(labels, block->label, GUINT_TO_POINTER(b + 1));
    }
    for (guint i = 0; i < loop->bodies->len; i++)
        follow_body(&search, g_ptr_array_index(loop->bodies, i));
}
