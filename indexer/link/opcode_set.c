/* opcode_set.c: see opcode_set.h. Mirrors Include/opcode.h (from 3.13 Include/opcode_ids.h) and
 * Include/internal/pycore_opcode.h (3.11, 3.12; then pycore_opcode_metadata.h):
 *
 *     #define LOAD_METHOD             160
 *     #define HAVE_ARGUMENT            90            (a bound, no opcode)
 *     const uint8_t _PyOpcode_Deopt[256] = {
 *         [BINARY_OP_ADD_INT] = BINARY_OP,           (a specialised form and what it falls back to)
 */
#include "link/opcode_set.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_PSEUDO = 256 }; /* what does not fit a byte of code */

static void opcode_free(gpointer data)
{
    Opcode *opcode = data;
    g_free(opcode->name);
    g_free(opcode->family);
    g_free(opcode);
}

Opcode *opcode_set_find(const OpcodeSet *set, const char *name)
{
    for (guint i = 0; i < set->opcodes->len; i++) {
        Opcode *opcode = g_ptr_array_index(set->opcodes, i);
        if (strcmp(opcode->name, name) == 0)
            return opcode;
    }
    return NULL;
}

static Opcode *add_opcode(OpcodeSet *set, const char *name, gint64 value)
{
    Opcode *opcode = g_new0(Opcode, 1);
    opcode->name = g_strdup(name);
    opcode->value = value;
    g_ptr_array_add(set->opcodes, opcode);
    return opcode;
}

/* ---- numbers ---- */

/* The same header has the numbers of what BINARY_OP does: NB_ADD. */
static gboolean is_operator(const char *name)
{
    return g_str_has_prefix(name, "NB_");
}

static void read_numbers(OpcodeSet *set, const char *root, const char *path)
{
    g_autoptr(CText) header = c_text_read(root, path);
    for (guint i = 0; header != NULL && i < header->macros->len; i++) {
        const CMacro *macro = g_ptr_array_index(header->macros, i);
        gboolean is_number = macro->parameters == NULL && macro->body->words->len == 1 &&
                             c_text_at(macro->body, 0).kind == '0';
        if (!is_number || is_operator(macro->name) || opcode_set_find(set, macro->name) != NULL)
            continue;
        g_autofree char *value = c_text_name(macro->body, 0);
        add_opcode(set, macro->name, g_ascii_strtoll(value, NULL, 10));
    }
}

/* ---- families ---- */

static void join_family(OpcodeSet *set, const char *member, const char *family)
{
    Opcode *opcode = opcode_set_find(set, member);
    if (opcode != NULL && opcode->family == NULL && strcmp(member, family) != 0)
        opcode->family = g_strdup(family);
}

static void read_deopt(OpcodeSet *set, const char *root, const char *path)
{
    g_autoptr(CText) header = c_text_read(root, path);
    guint i = 0;
    while (header != NULL && i < header->words->len &&
           !(c_text_is(header, i, "_PyOpcode_Deopt") && c_text_at(header, i + 4).kind == '='))
        i++;
    for (i += 6; header != NULL && c_text_at(header, i).kind == '['; i += 6) { /* [A] = B, */
        g_autofree char *member = c_text_name(header, i + 1), *family = c_text_name(header, i + 4);
        join_family(set, member, family);
    }
}

static void read_families(OpcodeSet *set)
{
    for (guint i = 0; i < set->definitions->len; i++) {
        const Definition *definition = g_ptr_array_index(set->definitions, i);
        if (definition->kind == DEFINITION_FAMILY)
            for (char **member = definition->names; *member != NULL; member++)
                join_family(set, *member, definition->name);
    }
}

/* ---- all of it ---- */

OpcodeSet *opcode_set_read(const char *root)
{
    OpcodeSet *set = g_new0(OpcodeSet, 1);
    set->opcodes = g_ptr_array_new_with_free_func(opcode_free);
    set->loop = eval_loop_new();
    set->ceval = c_text_read(root, CEVAL);
    set->ceval_macros = c_text_read(root, CEVAL_MACROS);
    set->cases = c_text_read(root, CASES);
    set->bytecodes = c_text_read(root, BYTECODES);
    set->definitions = set->bytecodes != NULL ? bytecodes_read(set->bytecodes) : g_ptr_array_new();
    read_numbers(set, root, "Include/opcode.h");
    read_numbers(set, root, "Include/opcode_ids.h");
    read_families(set);
    read_deopt(set, root, "Include/internal/pycore_opcode.h");
    read_deopt(set, root, "Include/internal/pycore_opcode_metadata.h");
    return set;
}

void opcode_set_free(OpcodeSet *set)
{
    eval_loop_free(set->loop);
    g_ptr_array_unref(set->definitions);
    g_ptr_array_unref(set->opcodes);
    g_clear_pointer(&set->ceval, c_text_free);
    g_clear_pointer(&set->ceval_macros, c_text_free);
    g_clear_pointer(&set->cases, c_text_free);
    g_clear_pointer(&set->bytecodes, c_text_free);
    g_free(set);
}

guint opcode_set_first_target(const OpcodeSet *set)
{
    for (guint i = 0; set->ceval != NULL && i < set->ceval->words->len; i++)
        if (c_text_is_use(set->ceval, i, "TARGET"))
            return c_text_at(set->ceval, i).line;
    return 0;
}

static const Definition *find_pseudo(const OpcodeSet *set, const char *name)
{
    for (guint i = 0; i < set->definitions->len; i++) {
        const Definition *definition = g_ptr_array_index(set->definitions, i);
        if (definition->kind == DEFINITION_PSEUDO && strcmp(definition->name, name) == 0)
            return definition;
    }
    return NULL;
}

/* Between MIN_PSEUDO_OPCODE and MAX_PSEUDO_OPCODE, where the header names these bounds (3.12). */
static gboolean is_between_bounds(const OpcodeSet *set, const Opcode *opcode)
{
    const Opcode *first = opcode_set_find(set, "MIN_PSEUDO_OPCODE");
    const Opcode *last = opcode_set_find(set, "MAX_PSEUDO_OPCODE");
    return first != NULL && last != NULL && opcode->value >= first->value && opcode->value <= last->value;
}

static const char *kind_of(const OpcodeSet *set, const Opcode *opcode)
{
    if (strcmp(opcode->name, "HAVE_ARGUMENT") == 0 || g_str_has_prefix(opcode->name, "MIN_") ||
        g_str_has_prefix(opcode->name, "MAX_"))
        return "marker";
    if (opcode->definition != NULL && opcode->definition->kind == DEFINITION_PSEUDO)
        return "pseudo";
    if (opcode->value >= FIRST_PSEUDO) /* EXCEPT_HANDLER is a kind of block (3.7) */
        return is_between_bounds(set, opcode) ? "pseudo" : "marker";
    if (g_str_has_prefix(opcode->name, "INSTRUMENTED_"))
        return "instrumented";
    return opcode->family != NULL ? "specialised" : "opcode";
}

void opcode_set_cut(OpcodeSet *set, guint line, guint end_line)
{
    const CText *macros[] = {set->ceval, set->ceval_macros};
    for (guint i = 0; i < G_N_ELEMENTS(macros); i++)
        if (macros[i] != NULL)
            eval_loop_add_macros(set->loop, macros[i]);
    if (set->cases != NULL)
        eval_loop_cut(set->loop, set->cases, CASES, 1, G_MAXUINT);
    if (set->ceval != NULL)
        eval_loop_cut(set->loop, set->ceval, CEVAL, line, end_line);
    eval_loop_follow(set->loop);
    for (guint i = 0; i < set->loop->bodies->len; i++) {
        const LoopBody *body = g_ptr_array_index(set->loop->bodies, i);
        Opcode *opcode = opcode_set_find(set, body->opcode);
        if (opcode == NULL)
            opcode = add_opcode(set, body->opcode, -1);
        if (opcode->body == NULL)
            opcode->body = body;
    }
    for (guint i = 0; i < set->opcodes->len; i++) {
        Opcode *opcode = g_ptr_array_index(set->opcodes, i);
        opcode->definition = bytecodes_find(set->definitions, opcode->name);
        if (opcode->definition == NULL)
            opcode->definition = find_pseudo(set, opcode->name);
        opcode->kind = kind_of(set, opcode);
    }
}
