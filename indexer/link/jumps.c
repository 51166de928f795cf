/* jumps.c: see jumps.h.
 *
 * The eval loop hides its gotos in macros. What is read of a macro's definition (Python/ceval.c, from 3.12
 * Python/ceval_macros.h):
 *
 *     #define DISPATCH_INLINED(NEW_FRAME) do { …; goto start_frame; } while (0)
 *     #define DEOPT_IF(cond, instname) if (cond) { goto miss; }
 *     #define GOTO_ERROR(LABEL) goto LABEL
 *     #define CHECK_EVAL_BREAKER() … if (…) { GOTO_ERROR(error); }
 *
 * A goto whose label is pasted together (PRED_##op) or computed (*opcode_targets[opcode]) goes on to another
 * instruction: that ends a stretch, and leads nowhere else. */
#include "link/jumps.h"

#include <string.h>

/* One definition of a macro. */
typedef struct MacroJumps {
    const CMacro *macro;
    gboolean is_known; /* the following are; set before they are found, so that a macro may name itself */
    GArray *jumps;     /* of Jump; a label may be a parameter */
    gboolean ends;
} MacroJumps;

struct Jumps {
    GHashTable *macros; /* name → GPtrArray of MacroJumps */
};

static void jump_clear(gpointer data)
{
    g_free(((Jump *)data)->label);
}

static GArray *jump_list(void)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(Jump));
    g_array_set_clear_func(list, jump_clear);
    return list;
}

static void macro_jumps_free(gpointer data)
{
    MacroJumps *macro = data;
    g_clear_pointer(&macro->jumps, g_array_unref);
    g_free(macro);
}

Jumps *jumps_new(void)
{
    Jumps *jumps = g_new0(Jumps, 1);
    jumps->macros = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    return jumps;
}

void jumps_free(Jumps *jumps)
{
    g_hash_table_unref(jumps->macros);
    g_free(jumps);
}

void jumps_add_macros(Jumps *jumps, const CText *text)
{
    for (guint i = 0; i < text->macros->len; i++) {
        const CMacro *macro = g_ptr_array_index(text->macros, i);
        GPtrArray *definitions = g_hash_table_lookup(jumps->macros, macro->name);
        if (macro->is_left_out)
            continue;
        if (definitions == NULL) {
            definitions = g_ptr_array_new_with_free_func(macro_jumps_free);
            g_hash_table_insert(jumps->macros, macro->name, definitions);
        }
        MacroJumps *definition = g_new0(MacroJumps, 1);
        definition->macro = macro;
        g_ptr_array_add(definitions, definition);
    }
}

/* The definitions of the macro that is used at word `i`; NULL: it is none. */
static GPtrArray *definitions_at(Jumps *jumps, const CText *text, guint i)
{
    CWord word = c_text_at(text, i);
    char name[64];
    if (word.kind != 'a' || word.length >= sizeof name)
        return NULL;
    memcpy(name, text->text + word.start, word.length);
    name[word.length] = '\0';
    GPtrArray *definitions = g_hash_table_lookup(jumps->macros, name);
    for (guint d = 0; definitions != NULL && d < definitions->len; d++) {
        MacroJumps *definition = g_ptr_array_index(definitions, d);
        const CText *body = definition->macro->body;
        if (definition->is_known)
            continue;
        definition->is_known = TRUE;
        definition->jumps = jump_list();
        GArray *found = jumps_find(jumps, body, 0, body->words->len);
        g_array_unref(definition->jumps);
        definition->jumps = found;
        definition->ends = jumps_end(jumps, body, 0, body->words->len);
    }
    return definitions;
}

/* ---- gotos ---- */

static void add_jump(GArray *list, char *label, guint line)
{
    Jump jump = {label, line};
    g_array_append_val(list, jump);
}

/* The argument `number` of the macro use at word `i`, if it is one word; NULL. The caller frees. */
static char *argument(const CText *text, guint i, guint number)
{
    guint close = c_text_close(text, i + 1), start = i + 2;
    for (guint at = start; at <= close; at++) {
        char kind = c_text_at(text, at).kind;
        if (at == close || kind == ',') {
            if (number-- == 0)
                return at == start + 1 ? c_text_name(text, start) : NULL;
            start = at + 1;
        } else if (kind == '(')
            at = c_text_close(text, at);
    }
    return NULL;
}

/* What a goto to `label` in a macro's definition means where it is used, at word `i`. The caller frees. */
static char *label_at_use(const CMacro *macro, const char *label, const CText *text, guint i)
{
    for (guint p = 0; macro->parameters != NULL && macro->parameters[p] != NULL; p++)
        if (strcmp(macro->parameters[p], label) == 0)
            return c_text_at(text, i + 1).kind == '(' ? argument(text, i, p) : NULL;
    return g_strdup(label);
}

static void add_macro_jumps(Jumps *jumps, const CText *text, guint i, GArray *list)
{
    GPtrArray *definitions = definitions_at(jumps, text, i);
    for (guint d = 0; definitions != NULL && d < definitions->len; d++) {
        const MacroJumps *definition = g_ptr_array_index(definitions, d);
        for (guint j = 0; j < definition->jumps->len; j++) {
            const Jump *jump = &g_array_index(definition->jumps, Jump, j);
            char *label = label_at_use(definition->macro, jump->label, text, i);
            if (label != NULL)
                add_jump(list, label, c_text_at(text, i).line);
        }
    }
}

/* Neither computed nor pasted together. */
static gboolean is_label(const CText *text, guint i)
{
    char next = c_text_at(text, i + 1).kind;
    return c_text_at(text, i).kind == 'a' && next != '(' && next != '#';
}

GArray *jumps_find(Jumps *jumps, const CText *text, guint from, guint to)
{
    GArray *list = jump_list();
    for (guint i = from; i < to; i++) {
        if (c_text_at(text, i).is_left_out)
            continue;
        if (!c_text_is(text, i, "goto"))
            add_macro_jumps(jumps, text, i, list);
        else if (is_label(text, i + 1))
            add_jump(list, c_text_name(text, i + 1), c_text_at(text, i).line);
    }
    return list;
}

/* ---- ends ---- */

static gboolean is_exit(Jumps *jumps, const CText *text, guint i)
{
    static const char *const WORDS[] = {"goto", "return", "continue", "break", "Py_UNREACHABLE"};
    if (c_text_at(text, i).is_left_out)
        return FALSE;
    for (guint w = 0; w < G_N_ELEMENTS(WORDS); w++)
        if (c_text_is(text, i, WORDS[w]))
            return TRUE;
    GPtrArray *definitions = definitions_at(jumps, text, i);
    for (guint d = 0; definitions != NULL && d < definitions->len; d++)
        if (((const MacroJumps *)g_ptr_array_index(definitions, d))->ends)
            return TRUE;
    return FALSE;
}

static guint skip_statement(Jumps *jumps, const CText *text, guint i, guint to, gboolean *ends);

/* To behind the ; that ends it, or before the } that does. */
static guint skip_simple(const CText *text, guint i, guint to)
{
    for (; i < to; i++) {
        char kind = c_text_at(text, i).kind;
        if (kind == ';')
            return i + 1;
        if (kind == '}')
            return i;
        if (kind == '(' || kind == '{' || kind == '[')
            i = c_text_close(text, i);
    }
    return i;
}

static guint skip_if(Jumps *jumps, const CText *text, guint i, guint to, gboolean *ends)
{
    gboolean then_ends = FALSE, else_ends = FALSE;
    i = skip_statement(jumps, text, c_text_close(text, i + 1) + 1, to, &then_ends);
    if (i < to && c_text_is(text, i, "else"))
        i = skip_statement(jumps, text, i + 1, to, &else_ends);
    *ends = then_ends && else_ends;
    return i;
}

static guint skip_loop(Jumps *jumps, const CText *text, guint i, guint to)
{
    gboolean ignored = FALSE;
    return skip_statement(jumps, text, c_text_close(text, i + 1) + 1, to, &ignored);
}

/* To behind the statement at word `i`; whether control cannot come there goes to `ends`. */
static guint skip_statement(Jumps *jumps, const CText *text, guint i, guint to, gboolean *ends)
{
    *ends = FALSE;
    if (i >= to)
        return to;
    if (c_text_at(text, i).kind == '{') {
        guint close = c_text_close(text, i);
        *ends = jumps_end(jumps, text, i + 1, MIN(close, to));
        return close + 1;
    }
    if (c_text_is(text, i, "if"))
        return skip_if(jumps, text, i, to, ends);
    if (c_text_is(text, i, "while") || c_text_is(text, i, "for") || c_text_is(text, i, "switch"))
        return skip_loop(jumps, text, i, to);
    if (c_text_is(text, i, "do"))
        return skip_simple(text, skip_statement(jumps, text, i + 1, to, ends), to);
    *ends = is_exit(jumps, text, i);
    return MAX(skip_simple(text, i, to), i + 1);
}

gboolean jumps_end(Jumps *jumps, const CText *text, guint from, guint to)
{
    for (guint i = from; i < to;) {
        gboolean ends;
        i = skip_statement(jumps, text, i, to, &ends);
        if (ends)
            return TRUE;
    }
    return FALSE;
}
