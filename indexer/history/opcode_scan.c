/* opcode_scan.c: see opcode_scan.h. What it knows of CPython's files:
 *
 *     Python/ceval.c, to 3.11     PREDICTED(X); TARGET(X) TARGET(Y) { … }     TARGET(NOP) FAST_DISPATCH();
 *     Python/bytecodes.c          inst(X, (-- a)) { … }   op(_X, …) { … }   macro(Y) = _A + _B;
 *     Python/generated_cases.c.h  TARGET(X) { … }
 *
 * Opcodes that share a body have the same end. One without braces goes on to the next. */
#include "history/opcode_scan.h"

#include "history/lexer.h"

#include <string.h>

typedef enum Stage {
    STAGE_OUTSIDE,
    STAGE_HEADS,  /* behind TARGET(X), and maybe more of them */
    STAGE_BRACED, /* in { … } */
    STAGE_OPEN,   /* in a body without braces */
    STAGE_FORMULA /* behind macro(X) =, to the ; */
} Stage;

struct OpcodeScan {
    const char *text;
    GArray *extents;
    const char *const *heads;
    Stage stage;
    guint first;     /* the first extent of those that are open */
    int depth;       /* of braces where they began */
    guint predicted; /* where PREDICTED(X) begins that waits for its TARGET; 0: none */
};

static const char *const LOOP_HEADS[] = {"TARGET", "TARGET_WITH_IMPL", NULL};
static const char *const BYTECODES_HEADS[] = {"inst", "op", "macro", NULL};

static const char *const *heads_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
    if (strcmp(name, "bytecodes.c") == 0)
        return BYTECODES_HEADS;
    return strcmp(name, "ceval.c") == 0 || strcmp(name, "generated_cases.c.h") == 0 ? LOOP_HEADS : NULL;
}

OpcodeScan *opcode_scan_new(const char *path, const char *text, GArray *extents)
{
    const char *const *heads = heads_of(path);
    if (heads == NULL)
        return NULL;
    OpcodeScan *scan = g_new0(OpcodeScan, 1);
    scan->text = text;
    scan->extents = extents;
    scan->heads = heads;
    return scan;
}

void opcode_scan_free(OpcodeScan *scan)
{
    g_free(scan);
}

static void end_bodies(OpcodeScan *scan, guint end)
{
    while (end > 0 && g_ascii_isspace(scan->text[end - 1]))
        end--;
    for (guint i = scan->first; scan->stage != STAGE_OUTSIDE && i < scan->extents->len; i++) {
        Extent *extent = &g_array_index(scan->extents, Extent, i);
        if (extent->kind == EXTENT_OPCODE)
            extent->end = end;
    }
    scan->stage = STAGE_OUTSIDE;
}

static gboolean is_word(const char *at, gsize length, const char *word)
{
    return strlen(word) == length && strncmp(at, word, length) == 0;
}

static gboolean is_head(const OpcodeScan *scan, const char *at, gsize length)
{
    for (const char *const *head = scan->heads; *head != NULL; head++)
        if (is_word(at, length, *head))
            return TRUE;
    return FALSE;
}

static void begin_body(OpcodeScan *scan, guint start, const char *name, int depth)
{
    if (scan->stage != STAGE_HEADS) {
        end_bodies(scan, scan->predicted > 0 ? scan->predicted : start);
        scan->first = scan->extents->len;
    }
    if (scan->predicted > 0)
        start = scan->predicted;
    Extent extent = {.kind = EXTENT_OPCODE,
                     .name = (guint)(name - scan->text),
                     .name_length = (guint)lexer_name(name),
                     .outer = start,
                     .start = start,
                     .end = start};
    g_array_append_val(scan->extents, extent);
    scan->stage = STAGE_HEADS;
    scan->depth = depth;
    scan->predicted = 0;
}

gsize opcode_scan_name(OpcodeScan *scan, guint at, gsize length, int depth)
{
    const char *word = scan->text + at, *bracket = word + length + strspn(word + length, " \t");
    const char *name = bracket + 1 + (*bracket == '(' ? strspn(bracket + 1, " \t\n") : 0);
    const char *close = *bracket == '(' ? strchr(bracket, ')') : NULL;
    if (scan->stage != STAGE_BRACED && close != NULL && is_head(scan, word, length) && lexer_name(name) > 0) {
        begin_body(scan, at, name, depth);
        return (gsize)(name + lexer_name(name) - word);
    }
    if (scan->stage != STAGE_BRACED && close != NULL && is_word(word, length, "PREDICTED")) {
        end_bodies(scan, at);
        scan->predicted = at;
        return (gsize)(close + 1 - word);
    }
    if (scan->stage == STAGE_OPEN && is_word(word, length, "default"))
        end_bodies(scan, at);
    else
        opcode_scan_token(scan, 'a', at, depth);
    return 0;
}

/* inst(X, (a, b -- c)) { : what stands in the bracket behind the name does not matter. */
static gboolean is_of_head(char kind, const OpcodeScan *scan, guint at)
{
    const char *start = scan->text + g_array_index(scan->extents, Extent, scan->first).start;
    int open = 0;
    for (const char *p = start; p < scan->text + at; p++)
        open += (*p == '(') - (*p == ')');
    return kind == ':' || kind == ')' || open > 0;
}

void opcode_scan_token(OpcodeScan *scan, char kind, guint at, int depth)
{
    if (scan->predicted > 0 && kind != ';')
        scan->predicted = 0;
    if (scan->stage == STAGE_HEADS && !is_of_head(kind, scan, at))
        scan->stage = kind == '{' ? STAGE_BRACED : kind == '=' ? STAGE_FORMULA : STAGE_OPEN;
    else if ((scan->stage == STAGE_FORMULA && kind == ';') ||
             (scan->stage == STAGE_BRACED && kind == '}' && depth == scan->depth + 1))
        end_bodies(scan, at + 1);
    else if (scan->stage == STAGE_OPEN && kind == '}' && depth <= scan->depth)
        end_bodies(scan, at);
}
