/* c_run_value.c: expressions for c_run.c: read and evaluated in one go. Where a side of && or ? is not taken, it is read
 * without effect. */
#include "link/c_run_inside.h"

#include <stdlib.h>
#include <string.h>

typedef struct Reader {
    CFrame *frame;
    guint at, to;
    guint passive; /* above 0: what is read has no effect */
    CValue *field; /* what was read last, if it can be set; else NULL */
} Reader;

static CValue read_value(Reader *reader);
static CValue read_unary(Reader *reader);

void c_frame_set(CFrame *frame, char *name, CValue value)
{
    g_hash_table_insert(frame->variables, name, g_memdup2(&value, sizeof value));
}

/* ---- words -------------------------------------------------------------------------------------------- */

static const CWord *word_at(const Reader *reader, guint ahead)
{
    guint i = reader->at + ahead;
    const GArray *words = reader->frame->text->words;
    return i < reader->to && i < words->len ? &g_array_index(words, const CWord, i) : NULL;
}

static char kind_at(const Reader *reader, guint ahead)
{
    const CWord *word = word_at(reader, ahead);
    return word != NULL ? word->kind : '\0';
}

/* Whether the signs of an operator stand here, without a gap. */
static gboolean is_sign(const Reader *reader, const char *sign)
{
    const CWord *first = word_at(reader, 0);
    if (first == NULL || first->kind != sign[0])
        return FALSE;
    for (guint i = 1; sign[i] != '\0'; i++) {
        const CWord *word = word_at(reader, i);
        if (word == NULL || word->kind != sign[i] || word->start != first->start + i)
            return FALSE;
    }
    return TRUE;
}

static gboolean take_sign(Reader *reader, const char *sign)
{
    if (!is_sign(reader, sign))
        return FALSE;
    reader->at += (guint)strlen(sign);
    return TRUE;
}

static CValue value_of_text(CFrame *frame, const CText *text, guint line)
{
    const CText *before = frame->text;
    guint before_line = frame->line;
    if (frame->depth >= DEEPEST)
        return UNKNOWN;
    frame->text = text;
    frame->line = frame->line == 0 ? line : frame->line;
    frame->depth++;
    CValue value = c_run_value_between(frame, 0, text->words->len);
    frame->depth--;
    frame->text = before;
    frame->line = before_line;
    return value;
}

/* ---- calls -------------------------------------------------------------------------------------------- */

static guint line_at(const Reader *reader, guint at)
{
    return reader->frame->line != 0 ? reader->frame->line : c_text_at(reader->frame->text, at).line;
}

static GArray *read_arguments(Reader *reader, guint close)
{
    GArray *arguments = g_array_new(FALSE, FALSE, sizeof(CValue));
    guint to = reader->to;
    reader->to = close;
    while (reader->at < close) {
        CValue value = read_value(reader);
        g_array_append_val(arguments, value);
        while (reader->at < close && kind_at(reader, 0) != ',') /* what is no expression */
            reader->at++;
        reader->at++;
    }
    reader->to = to;
    reader->at = close + 1;
    return arguments;
}

static CValue enter(Reader *reader, const char *name, const GArray *arguments, guint line)
{
    CFrame *frame = reader->frame;
    CRun *run = frame->run;
    const CFunction *function = g_hash_table_lookup(run->functions, name);
    CValue value = UNKNOWN;
    if (c_value_of_list(name, arguments, &value))
        return value;
    gboolean is_done = run->call(run->data, frame->function, name, arguments, line, &value);
    if (!is_done && function == NULL)
        return c_value_make_node(run, name, arguments);
    if (is_done || frame->depth >= DEEPEST || run->steps >= MOST_STEPS)
        return value;
    return c_run_enter(run, function, arguments, frame->depth + 1);
}

static CValue read_call(Reader *reader, const char *name)
{
    guint start = reader->at - 1, close = c_text_close(reader->frame->text, reader->at);
    if (reader->passive > 0 || close > reader->to || strcmp(name, "assert") == 0) {
        reader->at = close + 1;
        return UNKNOWN;
    }
    gboolean is_list = g_str_has_prefix(name, "asdl_seq_");
    const CText *filled = is_list ? NULL : c_run_fill(reader->frame, start);
    if (filled != NULL) {
        CValue value = value_of_text(reader->frame, filled, c_text_at(reader->frame->text, start).line);
        reader->at = close + 1;
        return value;
    }
    guint line = line_at(reader, start);
    reader->at++;
    g_autoptr(GArray) arguments = read_arguments(reader, close);
    return enter(reader, name, arguments, line);
}

/* ---- names -------------------------------------------------------------------------------------------- */

static gboolean is_constant(const CMacro *macro)
{
    return macro != NULL && macro->parameters == NULL && macro->body->words->len > 0;
}

static CValue value_of_name(Reader *reader, const char *name)
{
    CFrame *frame = reader->frame;
    const CValue *known = g_hash_table_lookup(frame->variables, name);
    const CMacro *macro = g_hash_table_lookup(frame->run->macros, name);
    if (known != NULL)
        return *known;
    if (strcmp(name, "NULL") == 0 || strcmp(name, "false") == 0)
        return c_value_number(0);
    if (strcmp(name, "true") == 0)
        return c_value_number(1);
    if (is_constant(macro))
        return value_of_text(frame, macro->body, 0);
    return (CValue){.kind = C_NAME, .name = g_intern_string(name)};
}

static void assign(Reader *reader, const char *name, CValue value)
{
    if (reader->passive == 0)
        c_frame_set(reader->frame, g_strdup(name), value);
}

/* NAME, and what may be done to it. */
static CValue read_name(Reader *reader)
{
    g_autofree char *name = c_text_name(reader->frame->text, reader->at++);
    if (kind_at(reader, 0) == '(')
        return read_call(reader, name);
    CValue value = value_of_name(reader, name);
    if (take_sign(reader, "++"))
        assign(reader, name, c_value_sum(value, c_value_number(1), 1));
    else if (take_sign(reader, "--"))
        assign(reader, name, c_value_sum(value, c_value_number(1), -1));
    else if (take_sign(reader, "+="))
        assign(reader, name, value = c_value_sum(value, read_value(reader), 1));
    else if (take_sign(reader, "-="))
        assign(reader, name, value = c_value_sum(value, read_value(reader), -1));
    else if (take_sign(reader, "|="))
        assign(reader, name, (read_value(reader), value = UNKNOWN));
    else if (!is_sign(reader, "==") && take_sign(reader, "="))
        assign(reader, name, value = read_value(reader));
    return value;
}

/* ---- operators ---------------------------------------------------------------------------------------- */

static CValue read_postfix(Reader *reader, CValue value)
{
    for (reader->field = NULL;;) {
        if (take_sign(reader, "->") || (kind_at(reader, 1) == 'a' && take_sign(reader, "."))) {
            g_autofree char *name = c_text_name(reader->frame->text, reader->at++);
            value = c_value_member(reader->frame->run, value, name, &reader->field);
        } else if (kind_at(reader, 0) == '[' || kind_at(reader, 0) == '(') {
            reader->at = c_text_close(reader->frame->text, reader->at) + 1;
            value = UNKNOWN;
        } else if (!take_sign(reader, "++") && !take_sign(reader, "--")) {
            return value;
        }
    }
}

/* (expr_ty)x, (PyObject *)x: names and stars between brackets, then an operand. */
static gboolean is_cast(const Reader *reader)
{
    guint close = c_text_close(reader->frame->text, reader->at);
    for (guint i = reader->at + 1; i < close; i++)
        if (c_text_at(reader->frame->text, i).kind != 'a' && c_text_at(reader->frame->text, i).kind != '*')
            return FALSE;
    char next = close + 1 < reader->to ? c_text_at(reader->frame->text, close + 1).kind : '\0';
    return next == 'a' || next == '0' || next == '(' || next == '"';
}

static CValue read_bracket(Reader *reader)
{
    guint close = c_text_close(reader->frame->text, reader->at), to = reader->to;
    if (is_cast(reader)) {
        reader->at = close + 1;
        return read_unary(reader);
    }
    CValue value = UNKNOWN;
    reader->at++;
    reader->to = MIN(close, to);
    while (reader->at < reader->to) { /* the last of (a, b) counts */
        value = read_value(reader);
        reader->at += kind_at(reader, 0) != '\0';
    }
    reader->to = to;
    reader->at = close + 1;
    return value;
}

static CValue read_number(Reader *reader)
{
    g_autofree char *text = c_text_name(reader->frame->text, reader->at++);
    return c_value_number(strtoll(text, NULL, 0));
}

/* 'r'; what is said with a backslash, and a string, is not known. */
static CValue read_literal(Reader *reader)
{
    g_autofree char *text = c_text_name(reader->frame->text, reader->at++);
    gboolean is_plain = text[0] == '\'' && strlen(text) == 3;
    return is_plain ? c_value_number(text[1]) : UNKNOWN;
}

static CValue read_operand(Reader *reader)
{
    char kind = kind_at(reader, 0);
    if (kind == '"')
        return read_literal(reader);
    if (kind == 'a')
        return read_name(reader);
    if (kind == '0')
        return read_number(reader);
    if (kind == '(')
        return read_bracket(reader);
    reader->at += kind != '\0';
    return UNKNOWN;
}

static CValue read_unary(Reader *reader)
{
    if (take_sign(reader, "++") || take_sign(reader, "--")) {
        gboolean up = c_text_at(reader->frame->text, reader->at - 1).kind == '+';
        g_autofree char *name = c_text_name(reader->frame->text, reader->at);
        CValue value = c_value_sum(read_unary(reader), c_value_number(1), up ? 1 : -1);
        assign(reader, name, value);
        return value;
    }
    if (take_sign(reader, "!")) {
        int truth = c_value_truth(read_unary(reader));
        return c_value_of_truth(truth < 0 ? truth : !truth);
    }
    if (take_sign(reader, "-"))
        return c_value_sum(c_value_number(0), read_unary(reader), -1);
    if (take_sign(reader, "&") || take_sign(reader, "*"))
        return read_unary(reader);
    if (take_sign(reader, "~") || take_sign(reader, "+"))
        return read_unary(reader), UNKNOWN;
    return read_postfix(reader, read_operand(reader));
}

/* ---- binary operators --------------------------------------------------------------------------------- */

/* From the loosest to the tightest; longer signs before their beginnings. */
static const char *const LEVELS[][5] = {
    {"|", NULL}, {"^", NULL}, {"&", NULL}, {"==", "!=", NULL}, {"<=", ">=", "<", ">", NULL},
    {"<<", ">>", NULL}, {"+", "-", NULL}, {"*", "/", "%", NULL},
};

static gboolean is_operator(const Reader *reader)
{
    char kind = kind_at(reader, 0);
    return kind != '\0' && strchr("|^&=!<>+-*/%", kind) != NULL;
}

static const char *sign_of_level(const Reader *reader, guint level)
{
    for (guint i = 0; LEVELS[level][i] != NULL; i++) {
        const char *sign = LEVELS[level][i];
        gboolean is_longer = strlen(sign) == 1 && (is_sign(reader, "||") || is_sign(reader, "&&") ||
                                                    is_sign(reader, "<<") || is_sign(reader, ">>"));
        if (is_sign(reader, sign) && !is_longer)
            return sign;
    }
    return NULL;
}

static CValue read_level(Reader *reader, guint level)
{
    if (level == G_N_ELEMENTS(LEVELS))
        return read_unary(reader);
    CValue value = read_level(reader, level + 1);
    for (const char *sign; is_operator(reader) && (sign = sign_of_level(reader, level)) != NULL;) {
        reader->at += (guint)strlen(sign);
        CValue other = read_level(reader, level + 1);
        value = level == 3 || level == 4 ? c_value_compare(value, other, sign) : c_value_calculate(value, other, sign);
    }
    return value;
}

static CValue read_and(Reader *reader)
{
    CValue value = read_level(reader, 0);
    while (take_sign(reader, "&&")) {
        int left = c_value_truth(value);
        reader->passive += left == 0;
        int right = c_value_truth(read_level(reader, 0));
        reader->passive -= left == 0;
        value = c_value_of_truth(left == 0 || right == 0 ? 0 : left < 0 || right < 0 ? -1 : 1);
    }
    return value;
}

static CValue read_or(Reader *reader)
{
    CValue value = read_and(reader);
    while (take_sign(reader, "||")) {
        int left = c_value_truth(value);
        reader->passive += left == 1;
        int right = c_value_truth(read_and(reader));
        reader->passive -= left == 1;
        value = c_value_of_truth(left == 1 || right == 1 ? 1 : left < 0 || right < 0 ? -1 : 0);
    }
    return value;
}

static CValue read_value(Reader *reader)
{
    CValue condition = read_or(reader);
    if (!take_sign(reader, "?")) {
        CValue *field = reader->field;
        if (is_sign(reader, "==") || !take_sign(reader, "="))
            return condition;
        condition = read_value(reader); /* that is given to what is no plain name */
        if (field != NULL && reader->passive == 0)
            *field = condition;
        return condition;
    }
    gboolean holds = c_value_truth(condition) == 1;
    reader->passive += !holds;
    CValue yes = read_value(reader);
    reader->passive -= !holds;
    take_sign(reader, ":");
    reader->passive += holds;
    CValue no = read_value(reader);
    reader->passive -= holds;
    return holds ? yes : no;
}

CValue c_run_value_between(CFrame *frame, guint from, guint to)
{
    Reader reader = {frame, from, to, 0, NULL};
    CValue value = UNKNOWN;
    while (reader.at < to) { /* a, b */
        guint start = reader.at;
        value = read_value(&reader);
        if (kind_at(&reader, 0) == ',' || kind_at(&reader, 0) == ';' || reader.at == start)
            reader.at++;
        else if (reader.at < to)
            return UNKNOWN; /* what cannot be read */
    }
    return value;
}
