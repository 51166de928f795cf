/* c_run.c: see c_run.h. Statements here, expressions in c_run_value.c. */
#include "link/c_run_inside.h"

#include <string.h>

/* ---- functions of the text ---------------------------------------------------------------------------- */

static void function_free(gpointer data)
{
    CFunction *function = data;
    g_free(function->name);
    g_ptr_array_unref(function->parameters);
    g_free(function);
}

/* The last name of each parameter between two brackets. */
static GPtrArray *read_parameters(const CText *text, guint open, guint close)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    char *last = NULL;
    for (guint i = open + 1; i <= close; i++) {
        if (c_text_at(text, i).kind == 'a') {
            g_free(last);
            last = c_text_name(text, i);
        } else if (c_text_at(text, i).kind == ',' || i == close) {
            g_ptr_array_add(names, last != NULL ? last : g_strdup(""));
            last = NULL;
        }
    }
    g_free(last);
    return names;
}

/* NAME(…) { at file level. */
static void find_functions(CRun *run)
{
    const CText *text = run->text;
    for (guint i = 0; i < text->words->len; i++) {
        guint close = c_text_at(text, i).kind == '(' && i > 0 && c_text_at(text, i - 1).kind == 'a' ? c_text_close(text, i) : 0;
        if (close > 0 && c_text_at(text, close + 1).kind == '{') {
            CFunction *function = g_new0(CFunction, 1);
            function->name = c_text_name(text, i - 1);
            function->parameters = read_parameters(text, i, close);
            function->body = close + 1;
            g_hash_table_insert(run->functions, function->name, function);
            g_ptr_array_add(run->in_order, function);
            i = c_text_close(text, close + 1);
        } else if (c_text_at(text, i).kind == '{') {
            i = c_text_close(text, i);
        } else if (close > 0) {
            i = close;
        }
    }
}

CRun *c_run_new(const CText *text, CRunCall call, gpointer data)
{
    CRun *run = g_new0(CRun, 1);
    run->text = text;
    run->call = call;
    run->data = data;
    run->functions = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, function_free);
    run->in_order = g_ptr_array_new();
    run->macros = g_hash_table_new(g_str_hash, g_str_equal);
    run->filled = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)c_text_free);
    for (guint i = 0; i < text->macros->len; i++) {
        CMacro *macro = g_ptr_array_index(text->macros, i);
        if (!g_hash_table_contains(run->macros, macro->name))
            g_hash_table_insert(run->macros, macro->name, macro);
    }
    run->facts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    run->made = g_ptr_array_new_with_free_func((GDestroyNotify)c_node_free);
    find_functions(run);
    return run;
}

void c_run_free(CRun *run)
{
    g_hash_table_unref(run->functions);
    g_ptr_array_unref(run->in_order);
    g_hash_table_unref(run->macros);
    g_hash_table_unref(run->filled);
    g_hash_table_unref(run->facts);
    g_ptr_array_unref(run->made);
    g_clear_pointer(&run->labels, g_hash_table_unref);
    g_free(run);
}

void c_run_know(CRun *run, const char *field, gint64 value)
{
    g_hash_table_insert(run->facts, g_strdup(field), GINT_TO_POINTER((gint)value));
}

static void find_labels(CRun *run, const CFunction *function)
{
    guint end = c_text_close(run->text, function->body);
    for (guint i = function->body; i < end; i++) {
        char *label = c_text_is(run->text, i, "case") ? c_text_name(run->text, i + 1) : NULL;
        if (label != NULL && !g_hash_table_contains(run->labels, label))
            g_hash_table_insert(run->labels, label, function->name);
        else
            g_free(label);
    }
}

const char *c_run_find(CRun *run, const char *part, const char *label)
{
    gboolean is_new = run->labels == NULL;
    if (is_new)
        run->labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint f = 0; is_new && f < run->in_order->len; f++) {
        const CFunction *function = g_ptr_array_index(run->in_order, f);
        if (strstr(function->name, part) != NULL)
            find_labels(run, function);
    }
    return g_hash_table_lookup(run->labels, label);
}

gboolean c_run_has(const CRun *run, const char *name, const char *part)
{
    const CFunction *function = g_hash_table_lookup(run->functions, name);
    guint end = function != NULL ? c_text_close(run->text, function->body) : 0;
    for (guint i = end > 0 ? function->body : 0; i < end; i++) {
        g_autofree char *word = c_text_name(run->text, i), *small = g_ascii_strdown(word, -1);
        if (strstr(small, part) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* ---- passing over ------------------------------------------------------------------------------------- */

static gboolean is_macro_statement(const CFrame *frame, guint i)
{
    if (c_text_at(frame->text, i).kind != 'a' || c_text_at(frame->text, i + 1).kind != '(')
        return FALSE;
    g_autofree char *name = c_text_name(frame->text, i);
    const CMacro *macro = g_hash_table_lookup(frame->run->macros, name);
    char next = c_text_at(frame->text, c_text_close(frame->text, i + 1) + 1).kind;
    return macro != NULL && macro->parameters != NULL && (next == '\0' || strchr("=.-?[+&|<>*/", next) == NULL);
}

/* The word behind the statement at `i`. */
static guint skip_statement(const CFrame *frame, guint i)
{
    const CText *text = frame->text;
    if (c_text_at(text, i).kind == '{')
        return c_text_close(text, i) + 1;
    if (c_text_is(text, i, "if")) {
        guint end = skip_statement(frame, c_text_close(text, i + 1) + 1);
        return c_text_is(text, end, "else") ? skip_statement(frame, end + 1) : end;
    }
    if (c_text_is(text, i, "for") || c_text_is(text, i, "while") || c_text_is(text, i, "switch"))
        return skip_statement(frame, c_text_close(text, i + 1) + 1);
    if (c_text_is(text, i, "do"))
        return skip_statement(frame, skip_statement(frame, i + 1));
    if (is_macro_statement(frame, i)) {
        guint end = c_text_close(text, i + 1) + 1;
        return c_text_at(text, end).kind == ';' ? end + 1 : end;
    }
    while (i < text->words->len && c_text_at(text, i).kind != ';')
        i = strchr("({[", c_text_at(text, i).kind) != NULL ? c_text_close(text, i) + 1 : i + 1;
    return i + 1;
}

/* ---- statements --------------------------------------------------------------------------------------- */

static guint run_statement(CFrame *frame, guint i);

/* Runs statements until `end`, or until one leaves. */
static void run_statements(CFrame *frame, guint i, guint end)
{
    while (i < end && frame->leaving == STAYS && frame->run->steps < MOST_STEPS)
        i = run_statement(frame, i);
}

static guint run_if(CFrame *frame, guint i)
{
    guint close = c_text_close(frame->text, i + 1);
    gboolean holds = c_value_truth(c_run_value_between(frame, i + 2, close)) == 1;
    guint other = skip_statement(frame, close + 1), end = skip_statement(frame, i);
    if (holds)
        run_statement(frame, close + 1);
    else if (c_text_is(frame->text, other, "else"))
        run_statement(frame, other + 1);
    return end;
}

/* Whether a loop is to be gone through once more. */
static gboolean goes_on(CFrame *frame, guint *times)
{
    if (frame->leaving == BREAKS || frame->leaving == CONTINUES) {
        gboolean ends = frame->leaving == BREAKS;
        frame->leaving = STAYS;
        if (ends)
            return FALSE;
    }
    return frame->leaving == STAYS && ++*times < MOST_ROUNDS;
}

static guint find_semicolon(const CText *text, guint i, guint end)
{
    while (i < end && c_text_at(text, i).kind != ';')
        i++;
    return i;
}

static guint run_for(CFrame *frame, guint i)
{
    const CText *text = frame->text;
    guint close = c_text_close(text, i + 1), end = skip_statement(frame, i), times = 0;
    guint first = find_semicolon(text, i + 2, close), second = find_semicolon(text, first + 1, close);
    run_statement(frame, i + 2); /* int i = 0; */
    while (c_value_truth(c_run_value_between(frame, first + 1, second)) == 1) {
        run_statement(frame, close + 1);
        if (!goes_on(frame, &times))
            break;
        c_run_value_between(frame, second + 1, close);
    }
    return end;
}

static guint run_while(CFrame *frame, guint i)
{
    guint close = c_text_close(frame->text, i + 1), end = skip_statement(frame, i), times = 0;
    while (c_value_truth(c_run_value_between(frame, i + 2, close)) == 1) {
        run_statement(frame, close + 1);
        if (!goes_on(frame, &times))
            break;
    }
    return end;
}

static guint run_do(CFrame *frame, guint i)
{
    guint times = 0;
    run_statement(frame, i + 1);
    goes_on(frame, &times);
    return skip_statement(frame, i);
}

/* The word behind the label that `value` leads to; 0: there is none. */
static guint find_case(CFrame *frame, guint open, guint close, CValue value)
{
    guint otherwise = 0;
    for (guint i = open + 1; i < close; i++) {
        if (c_text_at(frame->text, i).kind == '{') { /* labels of an inner switch are others */
            i = c_text_close(frame->text, i);
        } else if (c_text_is(frame->text, i, "default")) {
            otherwise = i + 2;
        } else if (c_text_is(frame->text, i, "case")) {
            guint colon = i;
            while (colon < close && c_text_at(frame->text, colon).kind != ':')
                colon++;
            if (c_value_equal(value, c_run_value_between(frame, i + 1, colon)) == 1)
                return colon + 1;
        }
    }
    return otherwise;
}

static guint run_switch(CFrame *frame, guint i)
{
    guint close = c_text_close(frame->text, i + 1), end = c_text_close(frame->text, close + 1);
    guint from = find_case(frame, close + 1, end, c_run_value_between(frame, i + 2, close));
    if (from > 0)
        run_statements(frame, from, end);
    if (frame->leaving == BREAKS)
        frame->leaving = STAYS;
    return end + 1;
}

/* int a = 1, *b; What is not given a value is unknown. */
static guint run_declaration(CFrame *frame, guint i)
{
    const CText *text = frame->text;
    guint end = i, name = i;
    while (end < text->words->len && c_text_at(text, end).kind != ';')
        end = strchr("({[", c_text_at(text, end).kind) != NULL ? c_text_close(text, end) + 1 : end + 1;
    for (guint at = i; at <= end; at++) {
        char kind = c_text_at(text, at).kind;
        if (kind == 'a')
            name = at;
        if (kind != '=' && kind != ',' && kind != ';')
            continue;
        guint next = at;
        while (next < end && c_text_at(text, next).kind != ',')
            next = strchr("({[", c_text_at(text, next).kind) != NULL ? c_text_close(text, next) + 1 : next + 1;
        gboolean has_value = kind == '=' && c_text_at(text, at + 1).kind != '{';
        CValue value = has_value ? c_run_value_between(frame, at + 1, next) : (CValue){.kind = C_UNKNOWN};
        c_frame_set(frame, c_text_name(text, name), value);
        at = kind == '=' ? next : at;
    }
    return end + 1;
}

static gboolean is_declaration(const CFrame *frame, guint i)
{
    static const char *const STARTS[] = {"static", "const", "struct", "enum", "unsigned", NULL};
    const CText *text = frame->text;
    for (guint s = 0; STARTS[s] != NULL; s++)
        if (c_text_is(text, i, STARTS[s]))
            return TRUE;
    guint name = i + 1;
    while (c_text_at(text, name).kind == '*')
        name++;
    if (c_text_at(text, i).kind != 'a' || c_text_at(text, name).kind != 'a')
        return FALSE;
    return name == i + 1 || strchr("=;,", c_text_at(text, name + 1).kind) != NULL;
}

/* return, break, continue, goto; 0: it is none. */
static guint run_jump(CFrame *frame, guint i)
{
    const CText *text = frame->text;
    guint end = find_semicolon(text, i, text->words->len);
    if (c_text_is(text, i, "return")) {
        frame->result = end > i + 1 ? c_run_value_between(frame, i + 1, end) : (CValue){.kind = C_UNKNOWN};
        frame->leaving = RETURNS;
    } else if (c_text_is(text, i, "break")) {
        frame->leaving = BREAKS;
    } else if (c_text_is(text, i, "continue")) {
        frame->leaving = CONTINUES;
    } else if (c_text_is(text, i, "goto")) {
        g_free(frame->label);
        frame->label = c_text_name(text, i + 1);
        frame->leaving = JUMPS;
    } else {
        return 0;
    }
    return end + 1;
}

/* A macro that stands for statements: its text runs in the same function. */
static guint run_macro(CFrame *frame, guint i)
{
    guint end = c_text_close(frame->text, i + 1) + 1;
    const CText *filled = c_run_fill(frame, i);
    const CText *text = frame->text;
    guint line = frame->line;
    if (frame->line == 0)
        frame->line = c_text_at(text, i).line;
    if (filled != NULL && frame->depth < DEEPEST) {
        frame->text = filled;
        frame->depth++;
        run_statements(frame, 0, filled->words->len);
        frame->depth--;
        frame->text = text;
    }
    frame->line = line;
    return c_text_at(text, end).kind == ';' ? end + 1 : end;
}

static guint run_label(CFrame *frame, guint i)
{
    const CText *text = frame->text;
    if (c_text_is(text, i, "default") && c_text_at(text, i + 1).kind == ':')
        return i + 2;
    if (c_text_is(text, i, "case")) {
        while (i < text->words->len && c_text_at(text, i).kind != ':')
            i++;
        return i + 1;
    }
    return c_text_at(text, i).kind == 'a' && c_text_at(text, i + 1).kind == ':' ? i + 2 : 0;
}

static guint run_statement(CFrame *frame, guint i)
{
    static const struct {
        const char *word;
        guint (*run)(CFrame *frame, guint i);
    } kinds[] = {{"if", run_if}, {"for", run_for}, {"while", run_while}, {"do", run_do}, {"switch", run_switch}};
    frame->run->steps++;
    if (c_text_at(frame->text, i).kind == ';')
        return i + 1;
    if (c_text_at(frame->text, i).kind == '{') {
        guint close = c_text_close(frame->text, i);
        run_statements(frame, i + 1, close);
        return close + 1;
    }
    for (guint k = 0; k < G_N_ELEMENTS(kinds); k++)
        if (c_text_is(frame->text, i, kinds[k].word))
            return kinds[k].run(frame, i);
    guint end = run_jump(frame, i);
    if (end == 0)
        end = run_label(frame, i);
    if (end > 0)
        return end;
    if (is_macro_statement(frame, i))
        return run_macro(frame, i);
    if (is_declaration(frame, i))
        return run_declaration(frame, i);
    end = skip_statement(frame, i);
    c_run_value_between(frame, i, end - 1);
    return end;
}

/* ---- calls -------------------------------------------------------------------------------------------- */

/* The word behind a label of the function; 0: there is none. */
static guint find_label(const CText *text, guint body, const char *label)
{
    guint end = c_text_close(text, body);
    for (guint i = body; i < end; i++)
        if (c_text_is(text, i, label) && c_text_at(text, i + 1).kind == ':' && c_text_at(text, i - 1).kind != '?')
            return i + 2;
    return 0;
}

CValue c_run_enter(CRun *run, const CFunction *function, const GArray *arguments, guint depth)
{
    CFrame frame = {.run = run, .text = run->text, .function = function->name, .depth = depth};
    guint from = function->body + 1, end = c_text_close(run->text, function->body), jumps = 0;
    frame.variables = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < function->parameters->len; i++)
        c_frame_set(&frame, g_strdup(g_ptr_array_index(function->parameters, i)),
                    i < arguments->len ? g_array_index(arguments, CValue, i) : (CValue){.kind = C_UNKNOWN});
    do {
        frame.leaving = STAYS;
        run_statements(&frame, from, end);
        from = frame.leaving == JUMPS ? find_label(run->text, function->body, frame.label) : 0;
    } while (from > 0 && ++jumps < MOST_ROUNDS);
    g_hash_table_unref(frame.variables);
    g_free(frame.label);
    return frame.result;
}

void c_run_function(CRun *run, const char *name, CNode *node)
{
    const CFunction *function = g_hash_table_lookup(run->functions, name);
    g_autoptr(GArray) arguments = g_array_new(FALSE, TRUE, sizeof(CValue));
    run->steps = 0;
    run->root = node;
    g_ptr_array_set_size(run->made, 0);
    if (function == NULL)
        return;
    g_array_set_size(arguments, function->parameters->len);
    if (arguments->len > 0)
        g_array_index(arguments, CValue, arguments->len - 1) = (CValue){.kind = C_NODE, .node = node};
    c_run_enter(run, function, arguments, 0);
}
