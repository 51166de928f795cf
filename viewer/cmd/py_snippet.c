/* py_snippet.c: what a piece of Python does: its opcodes, and from each of them a strip down to the functions that run. See
 * py.h. Where Python asks the type of an object, the strip goes on by the types that were asked for, or by the usual ones. */
#include "cmd/py.h"
#include "cmd/strip.h"
#include "query/compose.h"
#include "query/python.h"

#include <string.h>

enum {
    BEHIND = 2,      /* levels behind the function that a type has */
    LEVELS = 4,      /* where no type is asked */
    SHOWN_TYPES = 4, /* of the usual ones */
    MOST_MEMBERS = 3 /* warm opcodes that get a strip of their own */
};

/* One opcode with what leads on from it. */
typedef struct Task {
    const PyQuestion *question;
    const Emitted *emitted;
    Strip *strip;
    gint64 symbol, loop;
    GHashTable *done;  /* functions that a way was found to */
    gboolean has_slot; /* one of the types has a function for it */
    char *flags;       /* of the function that is called, as METH_ names; NULL: not known */
    Answer *answer;
} Task;

/* ---- opcodes ------------------------------------------------------------------------------------------ */

static Table *opcode_table(const GPtrArray *all)
{
    static const char *const columns[] = {"opcode", "argument", "of", "function", "file", "line", NULL};
    Table *table = table_new(columns);
    for (guint i = 0; i < all->len; i++) {
        const Emitted *one = all->pdata[i];
        g_autofree char *line = g_strdup_printf("%d", one->line);
        g_autofree char *of = g_strdup_printf("%s%s%s%s%s", one->snippet->node, *one->snippet->operator!= '\0' ? " " : "",
                                              one->snippet->operator, one->snippet->name != NULL ? " " : "",
                                              one->snippet->name != NULL ? one->snippet->name : "");
        g_autofree char *where = one->is_inner ? g_strconcat(of, ", inside", NULL) : g_strdup(of);
        const char *cells[] = {one->opcode, one->argument, where, one->function, one->file, line};
        table_add(table, cells);
    }
    table_set_number(table, "line");
    return table;
}

/* What names and constants become: of no interest beside the rest. */
static GHashTable *leaf_opcodes(const PyQuestion *question, GError **error)
{
    g_autoptr(Table) rows = index_query(question->context->index, error, "py_leaf_opcodes", NULL);
    GHashTable *leaves = rows == NULL ? NULL : g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; rows != NULL && i < table_size(rows); i++)
        g_hash_table_add(leaves, g_strdup(table_get(rows, i, "opcode")));
    return leaves;
}

/* ---- ways --------------------------------------------------------------------------------------------- */

static Index *index_of(const Task *task)
{
    return task->question->context->index;
}

/* The function of the table that the opcode's argument picks ([NB_ADD] = PyNumber_Add); 0: none. */
static gint64 picked_function(const Task *task, GError **error)
{
    if (task->emitted->argument == NULL)
        return 0;
    g_autoptr(Table) rows = index_query(index_of(task), error, "py_argument", "part", task->emitted->opcode, NULL);
    g_autofree char *designator = g_strdup_printf("[%s]", task->emitted->argument);
    for (guint i = 0; rows != NULL && i < table_size(rows); i++)
        if (strip_line_has(task->strip, table_get(rows, i, "file"), (int)table_get_int(rows, i, "line"), designator))
            return table_get_int(rows, i, "id");
    return 0;
}

static gboolean add_way(Task *task, gint64 over, gint64 to, const char *via, const char *type)
{
    gboolean is_new = to != 0 && !g_hash_table_contains(task->done, &to);
    if (!is_new || !strip_add_way(task->strip, over, to, via, type))
        return FALSE;
    g_hash_table_add(task->done, g_memdup2(&to, sizeof to));
    if (task->question->has_types || strcmp(type, "object") == 0)
        strip_add_callees(task->strip, BEHIND);
    return TRUE;
}

static gint64 object_function(const Task *task, const Table *slots, guint row)
{
    return slot_finder_find(task->question->finder, slots, row, NULL, TRUE);
}

/* What the type has in the places of the method, in the order of slotdefs[]. */
static guint add_slots(Task *task, const Table *slots, gint64 over, const PyType *type)
{
    guint count = 0;
    for (guint i = 0; i < table_size(slots); i++) {
        gint64 function = slot_finder_find(task->question->finder, slots, i, type, task->question->has_types);
        task->has_slot |= function != 0;
        gint64 of_object = function != 0 && !task->question->has_types ? object_function(task, slots, i) : 0;
        count += add_way(task, over, function, table_get(slots, i, "via"), function == of_object ? "object" : type->name);
    }
    return count;
}

/* A type whose test guards a call of the opcode goes that way, and no other. */
static gboolean goes_by_test(Task *task, const PyType *type)
{
    g_autofree char *prefix = g_strdup(type->variable);
    char *end = g_str_has_suffix(prefix, "_Type") ? prefix + strlen(prefix) - strlen("_Type") : NULL;
    if (end == NULL || !task->question->has_types)
        return FALSE;
    *end = '\0';
    return strip_add_branches(task->strip, prefix);
}

/* __next__ is a matter of iterators. */
static GPtrArray *types_for(const Task *task, const char *method, GError **error)
{
    gboolean iterates = strcmp(method, "__next__") == 0;
    if (iterates && task->question->has_types)
        return types_of_iterators(index_of(task), task->question->types, error);
    return iterates ? types_usual(index_of(task), TRUE, error) : g_ptr_array_ref(task->question->types);
}

/* a + b with --type int,float: the types are those of the operands, in that order. */
static gboolean has_two_operands(const Task *task)
{
    static const char *const NODES[] = {"BinOp", "AugAssign", "Compare", NULL};
    return task->question->has_types && g_strv_contains(NODES, task->emitted->snippet->node);
}

static guint add_method_ways(Task *task, const char *method, GError **error)
{
    GError *problem = NULL;
    g_autoptr(GPtrArray) types = types_for(task, method, error);
    guint most = task->question->has_types ? G_MAXUINT : SHOWN_TYPES, count = 0;
    gint64 over = types != NULL ? picked_function(task, &problem) : 0;
    if (types == NULL)
        return 0;
    g_autoptr(Table) slots = problem == NULL ? slots_of_method(index_of(task), method, &problem) : NULL;
    if (slots != NULL)
        strip_know_fields(task->strip, slots);
    for (guint i = 0; problem == NULL && i < types->len && count < most; i++) {
        strip_set_right(task->strip, i > 0 && has_two_operands(task));
        count += goes_by_test(task, types->pdata[i]) || add_slots(task, slots, over, types->pdata[i]) > 0;
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return count;
}

/* ---- calls of methods by their name ------------------------------------------------------------------- */

static gboolean is_method_call(const Emitted *emitted)
{
    return strcmp(emitted->snippet->form, "method") == 0 && emitted->snippet->name != NULL &&
           strstr(emitted->opcode, "CALL") != NULL;
}

static void know_flags(Task *task, const Table *names)
{
    g_free(task->flags);
    task->flags = g_strdup(table_get(names, 0, "flags"));
}

/* x.append(1): what the types that were asked for have of that name. */
static guint add_named_ways(Task *task, GError **error)
{
    guint count = 0;
    strip_prefer_test(task->strip, "PyMethodDescr");
    for (guint i = 0; task->question->has_types && i < task->question->types->len; i++) {
        const PyType *type = task->question->types->pdata[i];
        g_autofree char *name = g_strconcat(type->name, ".", task->emitted->snippet->name, NULL);
        g_autoptr(Table) names = index_query(index_of(task), error, "py_name", "name", name, NULL);
        if (names == NULL || table_size(names) == 0)
            continue;
        know_flags(task, names);
        count += add_way(task, 0, table_get_int(names, 0, "function_id"), NULL, type->name);
    }
    strip_prefer_test(task->strip, NULL);
    return count;
}

/* ---- calls of what Python has built in ---------------------------------------------------------------- */

/* The function behind print(x), int(x): what the name means where nobody gave it another meaning; 0: none. */
static gint64 built_in(Task *task, GError **error)
{
    const Snippet *call = task->emitted->snippet;
    if (strcmp(call->node, "Call") != 0 || strcmp(call->form, "method") == 0 || call->name == NULL)
        return 0;
    g_autoptr(PythonFound) found = python_find(index_of(task), call->name, error);
    g_autoptr(Table) names = found == NULL ? NULL : index_query(index_of(task), error, "py_name", "name", found->name, NULL);
    if (names == NULL || table_size(names) == 0)
        return 0;
    know_flags(task, names);
    if (table_get(names, 0, "function_id") != NULL)
        return table_get_int(names, 0, "function_id");
    g_autofree char *making = g_strconcat(table_get(names, 0, "name"), ".__new__", NULL);
    g_autoptr(Table) makers = index_query(index_of(task), error, "py_name", "name", making, NULL);
    return makers != NULL && table_size(makers) > 0 ? table_get_int(makers, 0, "function_id") : 0;
}

static guint add_built_in(Task *task, GError **error)
{
    GError *problem = NULL;
    gint64 function = built_in(task, &problem);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return 0;
    }
    strip_prefer_test(task->strip, "PyCFunction");
    gboolean found = add_way(task, 0, function, NULL, task->emitted->snippet->name);
    strip_prefer_test(task->strip, NULL);
    if (found)
        strip_add_callees(task->strip, BEHIND);
    return found;
}

static gboolean add_candidates(Task *task, GError **error)
{
    const char *method = task->emitted->snippet->name;
    g_autoptr(Table) methods = index_query(index_of(task), error, "py_methods", "method", method, NULL);
    if (methods == NULL)
        return FALSE;
    guint count = table_size(methods);
    g_autofree char *title = g_strdup_printf("what is called %s: %u (pick one by --type)", method, count);
    if (count > 0)
        answer_add_table(task->answer, title, g_steal_pointer(&methods), NULL);
    return TRUE;
}

/* ---- cold --------------------------------------------------------------------------------------------- */

/* None of the types that were asked for has the method: what follows is what the opcode does all the same. */
static void say_missing(const Task *task, const char *method)
{
    const char *types = context_option(task->question->context, "type");
    g_autofree char *text = g_strdup_printf("%s has no %s in this version: what %s does all the same", types, method, task->emitted->opcode);
    if (task->question->has_types && !task->has_slot)
        answer_add_paragraph(task->answer, text);
}

static void add_ways(Task *task, GError **error)
{
    const Emitted *emitted = task->emitted;
    const char *method = snippet_method(emitted->snippet, emitted->opcode);
    gboolean calls = method != NULL && strcmp(method, "__call__") == 0;
    guint count = 0;
    if (is_method_call(emitted))
        count = add_named_ways(task, error);
    if (calls && count == 0)
        count = add_built_in(task, error);
    if (calls && count == 0 && *error == NULL)
        count = add_way(task, 0, task->loop, NULL, "function");
    else if (method != NULL && !calls)
        count = add_method_ways(task, method, error);
    const char *fallback = count == 0 ? snippet_fallback(emitted->snippet, method) : NULL;
    if (fallback != NULL)
        count = add_method_ways(task, fallback, error);
    if (count == 0 && method != NULL && !calls)
        say_missing(task, method);
    if (count == 0)
        strip_add_callees(task->strip, LEVELS);
}

static gboolean add_cold(Task *task, gboolean has_warm, GError **error)
{
    GError *problem = NULL;
    g_autofree char *title = g_strdup_printf("%s%s%s%s%s", has_warm ? "cold: " : "", task->emitted->opcode,
                                             task->emitted->argument != NULL ? " (" : "",
                                             task->emitted->argument != NULL ? task->emitted->argument : "",
                                             task->emitted->argument != NULL ? ")" : "");
    task->strip = strip_new(task->question->context, error);
    if (task->strip == NULL)
        return FALSE;
    strip_set_types(task->strip, task->question->types, task->question->has_types ? G_MAXUINT : SHOWN_TYPES, task->question->finder);
    strip_set_argument(task->strip, task->emitted->argument);
    strip_avoid(task->strip, task->loop);
    strip_start(task->strip, task->symbol, NULL, "opcode");
    if (!task->question->has_types)
        strip_show_branches(task->strip);
    add_ways(task, &problem);
    g_autofree char *left = strip_left(task->strip);
    Table *rows = strip_finish(task->strip, problem == NULL ? &problem : NULL);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    answer_add_table(task->answer, title, rows, NULL);
    if (left != NULL)
        answer_add_paragraph(task->answer, left);
    return TRUE;
}

/* ---- warm --------------------------------------------------------------------------------------------- */

/* Whether a word stands between the underscores of an opcode's name. */
static gboolean has_word(const char *opcode, const char *word)
{
    g_autofree char *framed = g_strdup_printf("_%s_", opcode), *wanted = g_strdup_printf("_%s_", word);
    return strstr(framed, wanted) != NULL;
}

/* Whether a specialised form is of that argument (NB_ADD; NB_INPLACE_ADD becomes the same), of the method called, of a type
 * asked for. */
static gboolean suits_argument(const Task *task, const Table *members, guint row)
{
    const char *argument = task->emitted->argument, *word = argument != NULL ? strchr(argument, '_') : NULL;
    if (word != NULL && g_str_has_prefix(word, "_INPLACE_"))
        word += strlen("_INPLACE");
    return word == NULL || has_word(table_get(members, row, "opcode"), word + 1);
}

static gboolean suits_name(const Task *task, const Table *members, guint row)
{
    const char *name = strstr(task->emitted->opcode, "CALL") != NULL ? task->emitted->snippet->name : NULL;
    g_autofree char *word = name != NULL ? g_ascii_strup(name, -1) : NULL;
    return word == NULL || has_word(table_get(members, row, "opcode"), word);
}

/* Whether a specialised call asks for the METH_ flags of what is called: `meth->ml_flags != (METH_FASTCALL|METH_KEYWORDS)`. */
static gboolean suits_flags(const Task *task, const Table *members, guint row)
{
    g_autoptr(GString) guards = g_string_new(table_get(members, row, "falls back if"));
    g_autofree char *wanted = g_strdup_printf("%s!=%s;", is_method_call(task->emitted) ? "ml_flags" : "PyCFunction_GET_FLAGScallable",
                                              task->flags);
    static const char *const SKIPPED[] = {" ", "(", ")"};
    for (guint i = 0; i < G_N_ELEMENTS(SKIPPED); i++)
        g_string_replace(guards, SKIPPED[i], "", 0);
    g_string_append_c(guards, ';');
    return task->flags == NULL || strstr(guards->str, wanted) != NULL;
}

static gboolean suits_types(const Task *task, const Table *members, guint row)
{
    const char *guards = table_get(members, row, "falls back if");
    gboolean suits = !task->question->has_types;
    for (guint i = 0; !suits && guards != NULL && i < task->question->types->len; i++) {
        const PyType *type = task->question->types->pdata[i];
        g_autofree char *check = g_strndup(type->variable, strcspn(type->variable, "_"));
        suits = strstr(guards, check) != NULL;
    }
    return suits;
}

/* The rows that a test lets through; all of them, where it lets through none. */
static Table *pick(const Task *task, Table *members, gboolean (*suits)(const Task *task, const Table *members, guint row))
{
    Table *picked = table_new_like(members);
    for (guint i = 0; i < table_size(members); i++)
        if (suits(task, members, i))
            table_add(picked, members->rows->pdata[i]);
    if (table_size(picked) == 0) {
        table_free(picked);
        return members;
    }
    table_free(members);
    return picked;
}

static gboolean add_member_strip(Task *task, gint64 id, const char *opcode, GError **error)
{
    g_autofree char *title = g_strdup_printf("warm: %s", opcode);
    Strip *strip = strip_new(task->question->context, error);
    if (strip == NULL)
        return FALSE;
    strip_start(strip, id, NULL, "opcode");
    strip_add_callees(strip, BEHIND);
    Table *rows = strip_finish(strip, error);
    if (rows != NULL)
        answer_add_table(task->answer, title, rows, NULL);
    return rows != NULL;
}

/* The columns that are read. */
static Table *member_table(const Table *members)
{
    static const char *const columns[] = {"opcode", "falls back if", "file", "line", NULL};
    Table *table = table_new(columns);
    for (guint i = 0; i < table_size(members); i++) {
        const char *cells[] = {table_get(members, i, columns[0]), table_get(members, i, columns[1]),
                               table_get(members, i, columns[2]), table_get(members, i, columns[3])};
        table_add(table, cells);
    }
    table_set_number(table, "line");
    return table;
}

static gboolean add_warm(Task *task, Table *found, GError **error)
{
    Table *members = pick(task, found, suits_argument);
    guint all = table_size(members);
    members = pick(task, members, suits_name);
    if (table_size(members) == all)
        members = pick(task, members, suits_flags);
    g_autoptr(Table) picked = pick(task, members, suits_types);
    g_autofree char *title = g_strdup_printf("warm: what %s becomes", task->emitted->opcode);
    gboolean ok = TRUE;
    answer_add_table(task->answer, title, member_table(picked), NULL);
    for (guint i = 0; i < table_size(picked) && table_size(picked) <= MOST_MEMBERS && ok; i++)
        ok = add_member_strip(task, table_get_int(picked, i, "id"), table_get(picked, i, "opcode"), error);
    return ok;
}

/* ---- each opcode -------------------------------------------------------------------------------------- */

static gboolean add_opcode(const PyQuestion *question, const Emitted *emitted, Answer *answer, GError **error)
{
    g_autoptr(Table) opcode = index_query(question->context->index, error, "opcode", "name", emitted->opcode, NULL);
    g_autoptr(Table) members = opcode == NULL ? NULL : index_query(question->context->index, error, "py_members", "name",
                                                                   emitted->opcode, NULL);
    if (members == NULL)
        return FALSE;
    if (table_size(opcode) == 0 || table_get(opcode, 0, "run_line") == NULL)
        return TRUE; /* the compiler replaces it */
    Task task = {.question = question, .emitted = emitted, .answer = answer};
    task.symbol = table_get_int(opcode, 0, "symbol_id");
    g_autoptr(Table) loop =
        index_query(question->context->index, error, "opcode_symbol", "id", table_get(opcode, 0, "symbol_id"), NULL);
    g_autoptr(GHashTable) done = task.done = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    if (loop == NULL)
        return FALSE;
    task.loop = table_size(loop) > 0 ? table_get_int(loop, 0, "loop_id") : 0;
    gboolean has_warm = table_size(members) > 0;
    gboolean ok = add_cold(&task, has_warm, error) && (!has_warm || add_warm(&task, g_steal_pointer(&members), error)) &&
                  (!is_method_call(emitted) || question->has_types || add_candidates(&task, error));
    g_free(task.flags);
    return ok;
}

static gboolean is_leaf(const Snippet *snippet)
{
    return strcmp(snippet->node, "Name") == 0 || strcmp(snippet->node, "Constant") == 0;
}

/* A strip for each opcode that does something of its own. */
static gboolean add_opcodes(const PyQuestion *question, const Snippet *root, const GPtrArray *all, Answer *answer, GError **error)
{
    g_autoptr(GHashTable) passed = leaf_opcodes(question, error);
    for (guint i = 0; passed != NULL && i < all->len; i++) {
        const Emitted *one = all->pdata[i];
        gboolean shows = one->snippet == root && is_leaf(root);
        char *key = g_strconcat(one->opcode, " ", one->argument, NULL);
        if (!shows && (one->is_inner || is_leaf(one->snippet) || g_hash_table_contains(passed, one->opcode) ||
                       g_hash_table_contains(passed, key))) {
            g_free(key);
            continue;
        }
        g_hash_table_add(passed, key);
        if (!add_opcode(question, one, answer, error))
            return FALSE;
    }
    return passed != NULL;
}

gboolean py_tell_snippet(const PyQuestion *question, const char *text, const Snippet *snippet, Answer *answer, GError **error)
{
    const Snippet *unknown = NULL;
    g_autoptr(GPtrArray) all = compose(question->context->index, snippet, &unknown, error);
    if (all == NULL)
        return FALSE;
    if (unknown != NULL) {
        answer->status = ANSWER_NOTHING;
        answer_warn(answer, "%s was understood as %s%s%s, which %s does not compile", text, unknown->node,
                    *unknown->operator!= '\0' ? " " : "", unknown->operator, index_tree(question->context->index));
        return TRUE;
    }
    answer_add_heading(answer, text);
    if (all->len == 0)
        answer_add_paragraph(answer, "it becomes no opcode");
    else
        answer_add_table(answer, "opcodes", opcode_table(all), NULL);
    return add_opcodes(question, snippet, all, answer, error);
}
