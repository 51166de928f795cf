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

static const CValue UNKNOWN = {.kind = C_UNKNOWN};

static CValue read_value(Reader *reader);
static CValue read_unary(Reader *reader);

static CValue number(gint64 value)
{
    return (CValue){.kind = C_NUMBER, .number = value};
}

static CValue truth_value(int truth)
{
    return truth < 0 ? UNKNOWN : number(truth);
}

int c_value_truth(CValue value)
{
    if (value.kind == C_NUMBER)
        return value.number != 0;
    return value.kind == C_UNKNOWN ? -1 : 1;
}

int c_value_equal(CValue a, CValue b)
{
    if (a.kind == C_UNKNOWN || b.kind == C_UNKNOWN)
        return -1;
    if (a.kind == C_NUMBER && b.kind == C_NUMBER)
        return a.number == b.number;
    if (a.kind == C_NAME && b.kind == C_NAME)
        return strcmp(a.name, b.name) == 0;
    if (a.kind == C_NAME || b.kind == C_NAME) /* a name stands for what is there */
        return 0;
    return a.kind == b.kind && a.node == b.node;
}

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

/* ---- macros ------------------------------------------------------------------------------------------- */

static gint find_parameter(const CMacro *macro, const char *name)
{
    for (guint i = 0; macro->parameters[i] != NULL; i++)
        if (strcmp(macro->parameters[i], name) == 0)
            return (gint)i;
    return -1;
}

static GPtrArray *words_between_commas(const CText *text, guint open, guint close)
{
    GPtrArray *arguments = g_ptr_array_new_with_free_func(g_free);
    for (guint from = open + 1, i = from; i <= close; i++) {
        if (c_text_at(text, i).kind == ',' || i == close) {
            g_ptr_array_add(arguments, c_text_join(text, from, i));
            from = i + 1;
        } else if (strchr("({[", c_text_at(text, i).kind) != NULL) {
            i = c_text_close(text, i);
        }
    }
    return arguments;
}

/* The body with the arguments in the place of the parameters; a ## b becomes one word. */
static char *fill(const CMacro *macro, const GPtrArray *arguments)
{
    GString *text = g_string_new(NULL);
    const CText *body = macro->body;
    for (guint i = 0; i < body->words->len; i++) {
        if (c_text_at(body, i).kind == '#' && c_text_at(body, i + 1).kind == '#') {
            while (text->len > 0 && text->str[text->len - 1] == ' ')
                g_string_truncate(text, text->len - 1);
            i++;
            continue;
        }
        g_autofree char *word = c_text_name(body, i);
        gint parameter = c_text_at(body, i).kind == 'a' ? find_parameter(macro, word) : -1;
        gboolean given = parameter >= 0 && (guint)parameter < arguments->len;
        guint end = c_text_at(body, i).start + c_text_at(body, i).length;
        g_string_append(text, given ? g_ptr_array_index(arguments, parameter) : word);
        if (c_text_at(body, i + 1).start > end)
            g_string_append_c(text, ' ');
    }
    return g_string_free(text, FALSE);
}

const CText *c_run_fill(CFrame *frame, guint i)
{
    g_autofree char *name = c_text_name(frame->text, i);
    const CMacro *macro = g_hash_table_lookup(frame->run->macros, name);
    guint close = c_text_close(frame->text, i + 1);
    if (macro == NULL || macro->parameters == NULL)
        return NULL;
    char *key = c_text_join(frame->text, i, close + 1);
    CText *filled = g_hash_table_lookup(frame->run->filled, key);
    if (filled != NULL) {
        g_free(key);
        return filled;
    }
    g_autoptr(GPtrArray) arguments = words_between_commas(frame->text, i + 1, close);
    filled = c_text_new(fill(macro, arguments));
    g_hash_table_insert(frame->run->filled, key, filled);
    return filled;
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

/* asdl_seq_LEN(list), asdl_seq_GET(list, i), Include/asdl.h. */
static gboolean read_list(const char *name, const GArray *arguments, CValue *value)
{
    CValue list = arguments->len > 0 ? g_array_index(arguments, CValue, 0) : UNKNOWN;
    *value = UNKNOWN;
    if (strcmp(name, "asdl_seq_LEN") == 0) {
        *value = list.kind == C_LIST ? number(list.node->values->len) : list.kind == C_NUMBER ? number(0) : UNKNOWN;
        return TRUE;
    }
    if (strcmp(name, "Py_SAFE_DOWNCAST") == 0) { /* Include/pyport.h: the value, as another type */
        *value = list;
        return TRUE;
    }
    if (strcmp(name, "asdl_seq_GET") != 0)
        return FALSE;
    CValue i = arguments->len > 1 ? g_array_index(arguments, CValue, 1) : UNKNOWN;
    if (list.kind == C_LIST && i.kind == C_NUMBER && i.number >= 0 && i.number < list.node->values->len)
        *value = g_array_index(list.node->values, CValue, i.number);
    return TRUE;
}

static const CNode *find_node(const CNode *node, const char *kind)
{
    const CNode *found = g_strcmp0(node->kind, kind) == 0 && node->label == NULL ? node : NULL;
    for (guint i = 0; i < node->values->len && found == NULL; i++) {
        const CNode *inner = g_array_index(node->values, CValue, i).node;
        found = inner != NULL ? find_node(inner, kind) : NULL;
    }
    return found;
}

/* Attribute(value, attr, ctx, …): the fields in the order of the one that there is. */
static CValue make_node(CRun *run, const char *kind, const GArray *arguments)
{
    const CNode *model = g_ascii_isupper(*kind) ? find_node(run->root, kind) : NULL;
    if (model == NULL)
        return UNKNOWN;
    CNode *node = c_node_new(kind);
    node->is_made = TRUE;
    g_ptr_array_add(run->made, node);
    for (guint i = 0; i < model->names->len && i < arguments->len; i++)
        c_node_add(node, g_ptr_array_index(model->names, i), g_array_index(arguments, CValue, i));
    return (CValue){.kind = C_NODE, .node = node};
}

static CValue enter(Reader *reader, const char *name, const GArray *arguments, guint line)
{
    CFrame *frame = reader->frame;
    CRun *run = frame->run;
    const CFunction *function = g_hash_table_lookup(run->functions, name);
    CValue value = UNKNOWN;
    if (read_list(name, arguments, &value))
        return value;
    gboolean is_done = run->call(run->data, frame->function, name, arguments, line, &value);
    if (!is_done && function == NULL)
        return make_node(run, name, arguments);
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
        return number(0);
    if (strcmp(name, "true") == 0)
        return number(1);
    if (is_constant(macro))
        return value_of_text(frame, macro->body, 0);
    return (CValue){.kind = C_NAME, .name = g_intern_string(name)};
}

static void assign(Reader *reader, const char *name, CValue value)
{
    if (reader->passive == 0)
        c_frame_set(reader->frame, g_strdup(name), value);
}

static CValue sum(CValue a, CValue b, int sign)
{
    return a.kind == C_NUMBER && b.kind == C_NUMBER ? number(a.number + sign * b.number) : UNKNOWN;
}

/* NAME, and what may be done to it. */
static CValue read_name(Reader *reader)
{
    g_autofree char *name = c_text_name(reader->frame->text, reader->at++);
    if (kind_at(reader, 0) == '(')
        return read_call(reader, name);
    CValue value = value_of_name(reader, name);
    if (take_sign(reader, "++"))
        assign(reader, name, sum(value, number(1), 1));
    else if (take_sign(reader, "--"))
        assign(reader, name, sum(value, number(1), -1));
    else if (take_sign(reader, "+="))
        assign(reader, name, value = sum(value, read_value(reader), 1));
    else if (take_sign(reader, "-="))
        assign(reader, name, value = sum(value, read_value(reader), -1));
    else if (take_sign(reader, "|="))
        assign(reader, name, (read_value(reader), value = UNKNOWN));
    else if (!is_sign(reader, "==") && take_sign(reader, "="))
        assign(reader, name, value = read_value(reader));
    return value;
}

/* ---- operators ---------------------------------------------------------------------------------------- */

/* `*field` becomes where it can be set; else NULL. */
static CValue member(const CRun *run, CValue value, const char *name, CValue **field)
{
    gpointer fact;
    *field = NULL;
    if (g_hash_table_lookup_extended(run->facts, name, NULL, &fact))
        return number(GPOINTER_TO_INT(fact));
    if (value.kind != C_NODE)
        return value.kind == C_NAME ? value : UNKNOWN;
    const CNode *node = value.node;
    if (strcmp(name, "v") == 0 || strcmp(name, node->kind) == 0)
        return value;
    if (strcmp(name, "kind") == 0) {
        g_autofree char *kind = g_strconcat(node->kind, "_kind", NULL);
        return (CValue){.kind = C_NAME, .name = g_intern_string(kind)};
    }
    for (guint i = 0; i < node->names->len; i++)
        if (strcmp(g_ptr_array_index(node->names, i), name) == 0) {
            *field = node->is_made ? &g_array_index(node->values, CValue, i) : NULL;
            return g_array_index(node->values, CValue, i);
        }
    return strstr(name, "line") != NULL || strstr(name, "col") != NULL ? UNKNOWN : number(0);
}

static CValue read_postfix(Reader *reader, CValue value)
{
    for (reader->field = NULL;;) {
        if (take_sign(reader, "->") || (kind_at(reader, 1) == 'a' && take_sign(reader, "."))) {
            g_autofree char *name = c_text_name(reader->frame->text, reader->at++);
            value = member(reader->frame->run, value, name, &reader->field);
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
    return number(strtoll(text, NULL, 0));
}

/* 'r'; what is said with a backslash, and a string, is not known. */
static CValue read_literal(Reader *reader)
{
    g_autofree char *text = c_text_name(reader->frame->text, reader->at++);
    gboolean is_plain = text[0] == '\'' && strlen(text) == 3;
    return is_plain ? number(text[1]) : UNKNOWN;
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
        CValue value = sum(read_unary(reader), number(1), up ? 1 : -1);
        assign(reader, name, value);
        return value;
    }
    if (take_sign(reader, "!")) {
        int truth = c_value_truth(read_unary(reader));
        return truth_value(truth < 0 ? truth : !truth);
    }
    if (take_sign(reader, "-"))
        return sum(number(0), read_unary(reader), -1);
    if (take_sign(reader, "&") || take_sign(reader, "*"))
        return read_unary(reader);
    if (take_sign(reader, "~") || take_sign(reader, "+"))
        return read_unary(reader), UNKNOWN;
    return read_postfix(reader, read_operand(reader));
}

/* ---- binary operators --------------------------------------------------------------------------------- */

static CValue compare(CValue a, CValue b, const char *sign)
{
    int equal = c_value_equal(a, b);
    if (strcmp(sign, "==") == 0)
        return truth_value(equal);
    if (strcmp(sign, "!=") == 0)
        return truth_value(equal < 0 ? equal : !equal);
    if (a.kind != C_NUMBER || b.kind != C_NUMBER)
        return UNKNOWN;
    int order = a.number < b.number ? -1 : a.number > b.number;
    return number(sign[0] == '<' ? order < 0 || (sign[1] == '=' && order == 0)
                                 : order > 0 || (sign[1] == '=' && order == 0));
}

static CValue calculate(CValue a, CValue b, const char *sign)
{
    if (a.kind != C_NUMBER || b.kind != C_NUMBER)
        return a.kind == C_NAME && strchr("|+<", *sign) != NULL ? a : UNKNOWN; /* NAME << 4 speaks of NAME */
    switch (*sign) {
    case '+': return number(a.number + b.number);
    case '-': return number(a.number - b.number);
    case '*': return number(a.number * b.number);
    case '|': return number(a.number | b.number);
    case '&': return number(a.number & b.number);
    default: return UNKNOWN;
    }
}

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
        value = level == 3 || level == 4 ? compare(value, other, sign) : calculate(value, other, sign);
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
        value = truth_value(left == 0 || right == 0 ? 0 : left < 0 || right < 0 ? -1 : 1);
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
        value = truth_value(left == 1 || right == 1 ? 1 : left < 0 || right < 0 ? -1 : 0);
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

/* ---- nodes -------------------------------------------------------------------------------------------- */

CNode *c_node_new(const char *kind)
{
    CNode *node = g_new0(CNode, 1);
    node->kind = g_strdup(kind);
    node->names = g_ptr_array_new_with_free_func(g_free);
    node->values = g_array_new(FALSE, FALSE, sizeof(CValue));
    return node;
}

void c_node_free(CNode *node)
{
    for (guint i = 0; i < node->values->len && !node->is_made; i++)
        if (g_array_index(node->values, CValue, i).node != NULL)
            c_node_free(g_array_index(node->values, CValue, i).node);
    g_free(node->kind);
    g_free(node->label);
    g_ptr_array_unref(node->names);
    g_array_unref(node->values);
    g_free(node);
}

void c_node_add(CNode *node, const char *name, CValue value)
{
    g_ptr_array_add(node->names, g_strdup(name));
    g_array_append_val(node->values, value);
}
