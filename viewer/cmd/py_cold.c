/* py_cold.c: from an opcode as it is compiled down to the functions that run. See py_task.h. Where Python asks the type of an
 * object, the strip goes on by the types that were asked for, or by the usual ones. */
#include "cmd/py_task.h"
#include "query/python.h"

enum {
    BEHIND = 2,     /* levels behind the function that a type has */
    LEVELS = 4,     /* where no type is asked */
    SHOWN_TYPES = 4 /* of the usual ones */
};

static Index *index_of(const PyTask *task)
{
    return task->question->context->index;
}

gboolean py_is_method_call(const Emitted *emitted)
{
    return strcmp(emitted->snippet->form, "method") == 0 && emitted->snippet->name != NULL &&
           strstr(emitted->opcode, "CALL") != NULL;
}

/* ---- ways --------------------------------------------------------------------------------------------- */

/* The function of the table that the opcode's argument picks ([NB_ADD] = PyNumber_Add); 0: none. */
static gint64 picked_function(const PyTask *task, GError **error)
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

static gboolean add_way(PyTask *task, gint64 over, gint64 to, const char *via, const char *type)
{
    gboolean is_new = to != 0 && !g_hash_table_contains(task->done, &to);
    if (!is_new || !strip_add_way(task->strip, over, to, via, type))
        return FALSE;
    g_hash_table_add(task->done, g_memdup2(&to, sizeof to));
    if (task->question->has_types || strcmp(type, "object") == 0)
        strip_add_callees(task->strip, BEHIND);
    return TRUE;
}

static gint64 object_function(const PyTask *task, const Table *slots, guint row)
{
    return slot_finder_find(task->question->finder, slots, row, NULL, TRUE);
}

/* What the type has in the place of the method that Python looks at first. */
static gboolean add_slots(PyTask *task, const Table *slots, gint64 over, const PyType *type)
{
    gboolean found = FALSE;
    for (guint i = 0; i < table_size(slots) && !found; i++) {
        gint64 function = slot_finder_find(task->question->finder, slots, i, type, task->question->has_types);
        task->has_slot |= function != 0;
        gint64 of_object = function != 0 && !task->question->has_types ? object_function(task, slots, i) : 0;
        found = add_way(task, over, function, table_get(slots, i, "via"), function == of_object ? "object" : type->name);
    }
    return found;
}

/* A type whose test guards a call of the opcode goes that way, and no other. */
static gboolean goes_by_test(PyTask *task, const PyType *type)
{
    g_autofree char *prefix = g_strdup(type->variable);
    char *end = g_str_has_suffix(prefix, "_Type") ? prefix + strlen(prefix) - strlen("_Type") : NULL;
    if (end == NULL)
        return FALSE;
    *end = '\0';
    return strip_add_branches(task->strip, prefix, type->name, task->question->has_types ? BEHIND : 0);
}

/* __next__ is a matter of iterators. */
static GPtrArray *types_for(const PyTask *task, const char *method, GError **error)
{
    gboolean iterates = strcmp(method, "__next__") == 0;
    if (iterates && task->question->has_types)
        return types_of_iterators(index_of(task), task->question->types, error);
    return iterates ? types_usual(index_of(task), TRUE, error) : g_ptr_array_ref(task->question->types);
}

gboolean py_has_two_operands(const PyTask *task)
{
    static const char *const NODES[] = {"BinOp", "AugAssign", "Compare", NULL};
    return task->question->has_types && g_strv_contains(NODES, task->emitted->snippet->node);
}

/* The fields of a method; NULL: there is no such method. */
static Table *slots_for(PyTask *task, const char *method, GError **error)
{
    Table *slots = method != NULL ? slots_of_method(index_of(task), method, error) : NULL;
    if (slots != NULL)
        strip_know_fields(task->strip, slots);
    return slots;
}

/* What the types have of the method, or where one has not of what Python asks instead; the right operand is only asked for that. */
static guint add_method_ways(PyTask *task, const char *method, GError **error)
{
    GError *problem = NULL;
    guint most = task->question->has_types ? G_MAXUINT : SHOWN_TYPES, count = 0;
    g_autoptr(GPtrArray) types = types_for(task, method, &problem);
    gint64 over = problem == NULL ? picked_function(task, &problem) : 0;
    g_autoptr(Table) slots = problem == NULL ? slots_for(task, method, &problem) : NULL;
    g_autoptr(Table) instead =
        problem == NULL ? slots_for(task, snippet_fallback(task->emitted->snippet, method), &problem) : NULL;
    gboolean in_place = instead != NULL && strcmp(task->emitted->snippet->node, "AugAssign") == 0;
    for (guint i = 0; problem == NULL && i < types->len && count < most; i++) {
        gboolean is_right = i > 0 && py_has_two_operands(task);
        strip_set_right(task->strip, is_right);
        count += goes_by_test(task, types->pdata[i]) ||
                 (!(is_right && in_place) && add_slots(task, slots, over, types->pdata[i])) ||
                 (instead != NULL && add_slots(task, instead, over, types->pdata[i]));
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return count;
}

/* ---- calls of methods by their name ------------------------------------------------------------------- */

static void know_flags(PyTask *task, const Table *names)
{
    g_free(task->flags);
    task->flags = g_strdup(table_get(names, 0, "flags"));
}

/* x.append(1): what the types that were asked for have of that name. */
static guint add_named_ways(PyTask *task, GError **error)
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

/* What is called where the text names nothing, and what that comes to call, as Python names it. */
static const struct {
    const char *node, *name, *then[3];
} CALLED[] = {{"ClassDef", "__build_class__", {"type.__call__", "type.__new__"}}};

static const char *called_name(const Snippet *call)
{
    for (guint i = 0; i < G_N_ELEMENTS(CALLED); i++)
        if (strcmp(CALLED[i].node, call->node) == 0)
            return CALLED[i].name;
    return strcmp(call->node, "Call") == 0 && strcmp(call->form, "method") != 0 ? call->name : NULL;
}

/* What Python calls so; NULL: nothing, or `error`. */
static Table *find_names(const PyTask *task, const char *name, GError **error)
{
    Table *names = index_query(index_of(task), error, "py_name", "name", name, NULL);
    if (names != NULL && table_size(names) == 0)
        g_clear_pointer(&names, table_free);
    return names;
}

/* Below the last row, the function of that name; whether there is one, and a way to it. */
static gboolean go_on(PyTask *task, const char *name, GError **error)
{
    g_autoptr(Table) names = find_names(task, name, error);
    return names != NULL && strip_go_on(task->strip, table_get_int(names, 0, "function_id"), table_get(names, 0, "slot"));
}

static void go_on_all(PyTask *task, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(CALLED); i++)
        for (guint n = 0; strcmp(CALLED[i].node, task->emitted->snippet->node) == 0 && CALLED[i].then[n] != NULL; n++)
            if (!go_on(task, CALLED[i].then[n], error))
                return;
}

/* int(x): type.__call__() makes an object and fills it. */
static gboolean add_type_call(PyTask *task, const Table *names, GError **error)
{
    static const char *const MAKING[] = {"__new__", "__init__"};
    g_autoptr(Table) call = find_names(task, "type.__call__", error);
    const char *type = table_get(names, 0, "name");
    const char *called = called_name(task->emitted->snippet);
    if (call == NULL || !add_way(task, 0, table_get_int(call, 0, "function_id"), table_get(call, 0, "slot"), called))
        return FALSE;
    Step *above = strip_last(task->strip);
    for (guint i = 0; i < G_N_ELEMENTS(MAKING) && *error == NULL; i++) {
        g_autofree char *name = g_strconcat(type, ".", MAKING[i], NULL);
        strip_return(task->strip, above);
        if (go_on(task, name, error))
            strip_add_callees(task->strip, BEHIND);
    }
    return TRUE;
}

/* print(x): what the name means where nobody gave it another meaning. */
static gboolean add_function_call(PyTask *task, const Table *names, GError **error)
{
    know_flags(task, names);
    strip_prefer_test(task->strip, "PyCFunction");
    gboolean found = add_way(task, 0, table_get_int(names, 0, "function_id"), NULL, called_name(task->emitted->snippet));
    strip_prefer_test(task->strip, NULL);
    if (!found)
        return FALSE;
    strip_add_callees(task->strip, BEHIND);
    go_on_all(task, error);
    return TRUE;
}

static gboolean add_built_in(PyTask *task, GError **error)
{
    GError *problem = NULL;
    gboolean found = FALSE;
    const char *name = called_name(task->emitted->snippet);
    g_autoptr(PythonFound) meant = name != NULL ? python_find(index_of(task), name, &problem) : NULL;
    g_autoptr(Table) names = meant != NULL ? find_names(task, meant->name, &problem) : NULL;
    if (names != NULL && table_get(names, 0, "function_id") != NULL)
        found = add_function_call(task, names, &problem);
    else if (names != NULL)
        found = add_type_call(task, names, &problem);
    if (problem != NULL)
        g_propagate_error(error, problem);
    return found;
}

gboolean py_add_candidates(PyTask *task, GError **error)
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
static void say_missing(const PyTask *task, const char *method)
{
    const char *types = context_option(task->question->context, "type");
    g_autofree char *text = g_strdup_printf("%s has no %s in this version: what %s does all the same", types, method, task->emitted->opcode);
    if (task->question->has_types && !task->has_slot)
        answer_add_paragraph(task->answer, text);
}

/* A function in Python; where that stays in the loop, what is done with all else. */
static guint add_function_ways(PyTask *task)
{
    Step *root = strip_last(task->strip);
    gboolean found = add_way(task, 0, task->loop, NULL, "function");
    if (found && strip_stays(task->strip)) {
        strip_return(task->strip, root);
        strip_add_callees(task->strip, BEHIND);
    }
    return found;
}

static void add_ways(PyTask *task, GError **error)
{
    const Emitted *emitted = task->emitted;
    const char *method = snippet_method(emitted->snippet, emitted->opcode);
    gboolean calls = method != NULL && strcmp(method, "__call__") == 0;
    guint count = 0;
    if (py_is_method_call(emitted))
        count = add_named_ways(task, error);
    if (calls && count == 0)
        count = add_built_in(task, error);
    if (calls && count == 0 && *error == NULL)
        count = add_function_ways(task);
    else if (method != NULL && !calls)
        count = add_method_ways(task, method, error);
    if (count == 0 && method != NULL && !calls)
        say_missing(task, method);
    if (count == 0)
        strip_add_callees(task->strip, LEVELS);
}

static gboolean is_about_errors(const Snippet *snippet)
{
    static const char *const NODES[] = {"Raise", "Try", "Assert", NULL};
    return g_strv_contains(NODES, snippet->node);
}

gboolean py_add_cold(PyTask *task, gboolean has_warm, GError **error)
{
    GError *problem = NULL;
    g_autofree char *title = g_strdup_printf("%s%s%s%s%s", has_warm ? "cold: " : "", task->emitted->opcode,
                                             task->emitted->argument != NULL ? " (" : "",
                                             task->emitted->argument != NULL ? task->emitted->argument : "",
                                             task->emitted->argument != NULL ? ")" : "");
    task->strip = strip_new(task->question->context, task->question->sources, error);
    if (task->strip == NULL)
        return FALSE;
    strip_set_types(task->strip, task->question->types, task->question->has_types ? G_MAXUINT : SHOWN_TYPES, task->question->finder);
    strip_set_argument(task->strip, task->emitted->argument);
    if (strcmp(task->emitted->opcode, "LOAD_ATTR") == 0)
        strip_set_bit(task->strip, strcmp(task->emitted->snippet->form, "method") == 0);
    strip_avoid(task->strip, task->loop);
    strip_start(task->strip, task->symbol, NULL, "opcode");
    if (!task->question->has_types)
        strip_show_branches(task->strip);
    if (is_about_errors(task->emitted->snippet))
        strip_show_errors(task->strip);
    add_ways(task, &problem);
    g_autofree char *left = NULL;
    Table *rows = strip_finish(task->strip, &left, problem == NULL ? &problem : NULL);
    if (problem != NULL) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    if (table_size(rows) > 1 || has_warm)
        answer_add_table(task->answer, title, rows, NULL);
    else
        table_free(rows); /* it calls nothing: its place stands with the opcodes */
    if (left != NULL)
        answer_add_paragraph(task->answer, left);
    return TRUE;
}
