/* strip_names.c: a function that looks something up by name (_Py_IDENTIFIER, _Py_ID) goes on there: to what builtins have of
 * that name, to a function of Lib/importlib/_bootstrap.py, which the interpreter holds frozen, or to a special method. See
 * strip.h. */
#include "cmd/strip_inside.h"

#define FROZEN "Lib/importlib/_bootstrap.py"

static int line_in_frozen(Strip *strip, const char *name)
{
    g_autofree char *start = g_strdup_printf("\ndef %s(", name);
    const char *text = strip_text(strip, FROZEN), *at = text != NULL ? strstr(text, start) : NULL;
    int line = 2;
    for (const char *c = text; at != NULL && c < at; c++)
        line += *c == '\n';
    return at != NULL ? line : 0;
}

/* builtins.NAME as a function of C; 0: there is none. */
static gint64 builtin_of(Strip *strip, const char *name)
{
    g_autofree char *full = g_strconcat("builtins.", name, NULL);
    Statement *row = strip_statement(strip, "py_name");
    if (row == NULL)
        return 0;
    statement_bind_text(row, "name", full);
    if (!statement_step(row, &strip->error))
        return 0;
    return statement_int(row, statement_is_null(row, 11) ? 10 : 11); /* what a wrapper wraps */
}

static void name_clear(gpointer data)
{
    g_free(((Name *)data)->name);
}

static gboolean is_below(const Step *above, gint64 id)
{
    for (guint i = 0; i < above->below->len; i++)
        if (((const Step *)above->below->pdata[i])->id == id)
            return TRUE;
    return FALSE;
}

void strip_add_name(Strip *strip, Step *above, const Name *name, guint levels)
{
    gboolean is_special = g_str_has_prefix(name->name, "__") && g_str_has_suffix(name->name, "__");
    const Node *from = strip_node(strip, above->id), *node = NULL;
    gint64 id = builtin_of(strip, name->name);
    Step step = {.kind = (char *)"name", .function = name->name, .order = name->line};
    if (id != 0)
        node = strip_node(strip, id);
    int line = node == NULL ? line_in_frozen(strip, name->name) : 0;
    if (node != NULL && !is_below(above, id)) {
        step.id = id;
        step.function = node->name;
        step.via = name->name;
        step.file = node->written_file;
        step.line = node->written_line;
        step.levels = above == strip->root ? 0 : MIN(levels, 1); /* an opcode only loads it */
    } else if (line > 0) {
        step.file = (char *)FROZEN;
        step.line = line;
        g_string_append_printf(strip->left, "%s%s (%s:%d)", strip->left->len > 0 ? ", " : "", name->name, FROZEN, line);
    } else if (node == NULL && is_special && !name->is_key && from != NULL) {
        step.file = from->file;
        step.line = name->line;
    } else {
        return;
    }
    strip_add_step(strip, above, &step);
}

/* The bracket that the place stands in; NULL: none. */
static const char *open_before(const char *from, const char *at)
{
    int depth = 0;
    while (at > from && depth <= 0) {
        at--;
        depth += *at == '(' || *at == '{' ? 1 : *at == ')' || *at == '}' ? -1 : 0;
    }
    return depth > 0 ? at : NULL;
}

/* Whether the call that has the bracket is one of a dictionary: _PyDict_GetItemId(globals, &PyId___path__). */
static gboolean is_dict_call(const char *from, const char *open)
{
    const char *start = open;
    while (start > from && (g_ascii_isalnum(start[-1]) || start[-1] == '_'))
        start--;
    return g_strstr_len(start, open - start, "Dict") != NULL;
}

/* Whether it opens the values of a variable: the names of a function's parameters. */
static gboolean is_list(const char *from, const char *open)
{
    const char *before = open;
    while (before > from && g_ascii_isspace(before[-1]))
        before--;
    return *open == '{' && before > from && before[-1] == '=';
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return ((const Name *)a)->line - ((const Name *)b)->line;
}

GArray *strip_names(Strip *strip, const Node *node)
{
    static const char *const SIGNS[] = {"PyId_", "_Py_ID("};
    GArray *names = g_array_new(FALSE, FALSE, sizeof(Name));
    const char *from = strip_head(strip, node), *to = strip_end(strip, node);
    gsize length = from == NULL ? 0 : to != NULL ? (gsize)(to - from) : strlen(from);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_array_set_clear_func(names, name_clear);
    for (guint i = 0; from != NULL && i < G_N_ELEMENTS(SIGNS); i++)
        for (const char *at = from; (at = memmem(at, length - (gsize)(at - from), SIGNS[i], strlen(SIGNS[i]))) != NULL; at++) {
            const char *word = at + strlen(SIGNS[i]);
            const char *open = open_before(from, at);
            Name name = {g_strndup(word, strspn(word, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_")), node->line,
                         open != NULL && is_dict_call(from, open)};
            for (const char *c = from; c < at; c++)
                name.line += *c == '\n';
            gboolean is_listed = open != NULL && is_list(from, open);
            if (!is_listed && g_hash_table_add(known, name.name))
                g_array_append_val(names, name);
            else
                name_clear(&name);
        }
    g_array_sort(names, compare_names);
    return names;
}
