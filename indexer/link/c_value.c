/* c_value.c: what the values of c_run.c are, and what is done with them. */
#include "link/c_run_inside.h"

#include <string.h>

CValue c_value_number(gint64 value)
{
    return (CValue){.kind = C_NUMBER, .number = value};
}

CValue c_value_of_truth(int truth)
{
    return truth < 0 ? UNKNOWN : c_value_number(truth);
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

CValue c_value_sum(CValue a, CValue b, int sign)
{
    return a.kind == C_NUMBER && b.kind == C_NUMBER ? c_value_number(a.number + sign * b.number) : UNKNOWN;
}

CValue c_value_compare(CValue a, CValue b, const char *sign)
{
    int equal = c_value_equal(a, b);
    if (strcmp(sign, "==") == 0)
        return c_value_of_truth(equal);
    if (strcmp(sign, "!=") == 0)
        return c_value_of_truth(equal < 0 ? equal : !equal);
    if (a.kind != C_NUMBER || b.kind != C_NUMBER)
        return UNKNOWN;
    int order = a.number < b.number ? -1 : a.number > b.number;
    return c_value_number(sign[0] == '<' ? order < 0 || (sign[1] == '=' && order == 0)
                                         : order > 0 || (sign[1] == '=' && order == 0));
}

CValue c_value_calculate(CValue a, CValue b, const char *sign)
{
    if (a.kind != C_NUMBER || b.kind != C_NUMBER)
        return a.kind == C_NAME && strchr("|+<", *sign) != NULL ? a : UNKNOWN; /* NAME << 4 speaks of NAME */
    switch (*sign) {
    case '+': return c_value_number(a.number + b.number);
    case '-': return c_value_number(a.number - b.number);
    case '*': return c_value_number(a.number * b.number);
    case '|': return c_value_number(a.number | b.number);
    case '&': return c_value_number(a.number & b.number);
    default: return UNKNOWN;
    }
}

/* ---- nodes -------------------------------------------------------------------------------------------- */

CValue c_value_member(const CRun *run, CValue value, const char *name, CValue **field)
{
    gpointer fact;
    *field = NULL;
    if (g_hash_table_lookup_extended(run->facts, name, NULL, &fact))
        return c_value_number(GPOINTER_TO_INT(fact));
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
    return strstr(name, "line") != NULL || strstr(name, "col") != NULL ? UNKNOWN : c_value_number(0);
}

/* asdl_seq_LEN(list), asdl_seq_GET(list, i), Include/asdl.h. */
gboolean c_value_of_list(const char *name, const GArray *arguments, CValue *value)
{
    CValue list = arguments->len > 0 ? g_array_index(arguments, CValue, 0) : UNKNOWN;
    *value = UNKNOWN;
    if (strcmp(name, "asdl_seq_LEN") == 0) {
        *value = list.kind == C_LIST ? c_value_number(list.node->values->len) : list.kind == C_NUMBER ? c_value_number(0) : UNKNOWN;
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
CValue c_value_make_node(CRun *run, const char *kind, const GArray *arguments)
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
