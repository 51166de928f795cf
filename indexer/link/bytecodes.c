/* bytecodes.c: see bytecodes.h. Mirrors Python/bytecodes.c as Tools/cases_generator reads it:
 *
 *     pure inst(LOAD_FAST, (-- value)) { … }
 *     op(_GUARD_BOTH_INT, (left, right -- left, right)) { EXIT_IF(!PyLong_CheckExact(left)); }
 *     macro(BINARY_OP_ADD_INT) = _GUARD_BOTH_INT + unused/1 + _BINARY_OP_ADD_INT;
 *     family(BINARY_OP, INLINE_CACHE_ENTRIES_BINARY_OP) = { BINARY_OP_ADD_INT, … };
 *
 * What stands before the first of them (and behind the last) is C that fools editors; it holds none of these words but
 * as macros' names. Words such as `pure` or `tier1` before a definition belong to it. */
#include "link/bytecodes.h"

#include <string.h>

static const struct {
    const char *word;
    DefinitionKind kind;
} KINDS[] = {
    {"inst", DEFINITION_INST},     {"op", DEFINITION_OP},
    {"macro", DEFINITION_MACRO},   {"super", DEFINITION_MACRO}, /* 3.12: two opcodes as one */
    {"family", DEFINITION_FAMILY}, {"pseudo", DEFINITION_PSEUDO},
};

static void definition_free(gpointer data)
{
    Definition *definition = data;
    g_free(definition->name);
    g_free(definition->head);
    g_strfreev(definition->names);
    g_free(definition);
}

/* The names among the words `from` … `to` - 1; an entry of the cache (unused/1) is none. */
static GStrv read_names(const CText *text, guint from, guint to)
{
    GPtrArray *names = g_ptr_array_new();
    for (guint i = from; i < to; i++) {
        gboolean is_cache = c_text_at(text, i + 1).kind == '/';
        if (c_text_at(text, i).kind == 'a' && !is_cache)
            g_ptr_array_add(names, c_text_name(text, i));
        i += is_cache ? 2 : 0;
    }
    g_ptr_array_add(names, NULL);
    return (GStrv)g_ptr_array_free(names, FALSE);
}

static guint find_kind(const CText *text, guint i, char kind)
{
    while (i < text->words->len && c_text_at(text, i).kind != kind)
        i++;
    return i;
}

/* Reads the definition at word `i`, whose first word (an annotation of it) is `start`; the word behind it. NULL: there
 * is none. */
static Definition *read_definition(const CText *text, guint start, guint i, DefinitionKind kind, guint *after)
{
    guint close = c_text_close(text, i + 1);
    gboolean has_text = kind == DEFINITION_INST || kind == DEFINITION_OP;
    if (c_text_at(text, close + 1).kind != (has_text ? '{' : '='))
        return NULL;
    guint end = has_text ? c_text_close(text, close + 1) : find_kind(text, close, ';');
    Definition *definition = g_new0(Definition, 1);
    definition->kind = kind;
    definition->name = c_text_name(text, i + 2);
    definition->head = c_text_join(text, i, has_text ? close + 1 : end);
    definition->names = has_text ? NULL : read_names(text, close + 2, end);
    definition->line = c_text_at(text, start).line;
    definition->end_line = c_text_at(text, MIN(end, text->words->len - 1)).line;
    definition->from = close + 1;
    definition->to = end;
    *after = end + 1;
    return definition;
}

/* The words before a definition that belong to it: tier1, pure, replicate(8). */
static guint annotations_before(const CText *text, guint i)
{
    while (i > 0) {
        char kind = c_text_at(text, i - 1).kind;
        if (kind == 'a')
            i--;
        else if (kind == ')' && i >= 4 && c_text_at(text, i - 3).kind == '(')
            i -= 4;
        else
            break;
    }
    return i;
}

GPtrArray *bytecodes_read(const CText *text)
{
    GPtrArray *definitions = g_ptr_array_new_with_free_func(definition_free);
    for (guint i = 0; i < text->words->len;) {
        Definition *definition = NULL;
        guint after = i + 1;
        for (guint k = 0; k < G_N_ELEMENTS(KINDS) && definition == NULL; k++)
            if (c_text_is_use(text, i, KINDS[k].word))
                definition = read_definition(text, annotations_before(text, i), i, KINDS[k].kind, &after);
        if (definition != NULL)
            g_ptr_array_add(definitions, definition);
        i = after;
    }
    return definitions;
}

const Definition *bytecodes_find(GPtrArray *definitions, const char *name)
{
    for (guint i = 0; i < definitions->len; i++) {
        const Definition *definition = g_ptr_array_index(definitions, i);
        if (definition->kind <= DEFINITION_MACRO && strcmp(definition->name, name) == 0)
            return definition;
    }
    return NULL;
}
