/* lookups.c: what C code looks up by its name in Python. See linkers.h.
 *
 *   PyObject_GetAttr(o, name) <── calls by name ── functions that hand a parameter on
 *            │
 *            └── "append" ──> all functions that python_names has under that name ──> rows of kind `name`
 *
 * Mirrors Objects/object.c, Objects/call.c, Objects/typeobject.c and Python/sysmodule.c, whose functions find an
 * attribute by what it is called, and the dictionary of builtins:
 *
 *     _PyObject_CallMethodId(list, &PyId_append, "O", item)               (_Py_IDENTIFIER, to 3.11)
 *     PyObject_CallMethodOneArg(list, &_Py_ID(append), item)              (from 3.11)
 *     PyObject_GetAttrString(module, "append")
 *     _PyDict_GetItemId(f->f_builtins, &PyId___build_class__)
 *     call_method(self, &PyId___len__, NULL)                              (hands its parameter on)
 *     SLOT1BIN(slot_nb_add, nb_add, "__add__", "__radd__")                (a macro that makes such calls)
 *
 * Of what type the object is, is not known: whatever has the name may be meant. So these rows stand apart: the call by name
 * is the site, each name has one group of functions, and no candidate of a call through a pointer is among them. A name that
 * only Python code has (in Lib, or in what a user writes) leads nowhere here, nor does one that is made at run time. */
#include "link/call_text.h"
#include "link/linkers.h"
#include "store/data.h"

#include <string.h>

#define NAMED "_Py_ID" /* &_Py_ID(append) */

/* What stands before a name in that of a variable that holds it: _Py_IDENTIFIER() and Modules/_io/_iomodule.h. */
static const char *const PREFIXES[] = {"PyId_", "_PyIO_str_"};

/* Which argument is the name, from 0. owner: the module that it is looked up in, NULL: any object; holder: what the
 * argument before must have in it for that to be so. */
static const struct {
    const char *function;
    guint argument;
    const char *owner, *holder;
} ENDS[] = {
    {"PyObject_GetAttr", 1, NULL, NULL},
    {"PyObject_GetAttrString", 1, NULL, NULL},
    {"PyObject_GetOptionalAttr", 1, NULL, NULL},
    {"PyObject_GetOptionalAttrString", 1, NULL, NULL},
    {"PyObject_CallMethod", 1, NULL, NULL},
    {"_PyObject_CallMethod", 1, NULL, NULL},
    {"_PyObject_CallMethod_SizeT", 1, NULL, NULL},
    {"PyObject_CallMethodObjArgs", 1, NULL, NULL},
    {"PyObject_VectorcallMethod", 0, NULL, NULL},
    {"_PyObject_GetAttrId", 1, NULL, NULL},
    {"_PyObject_LookupAttr", 1, NULL, NULL},
    {"_PyObject_LookupAttrId", 1, NULL, NULL},
    {"_PyObject_CallMethodId", 1, NULL, NULL},
    {"_PyObject_CallMethodId_SizeT", 1, NULL, NULL},
    {"_PyObject_CallMethodIdObjArgs", 1, NULL, NULL},
    {"_PyObject_VectorcallMethodId", 0, NULL, NULL},
    {"_PyObject_LookupSpecial", 1, NULL, NULL},
    {"_PyObject_LookupSpecialId", 1, NULL, NULL},
    {"_PyType_Lookup", 1, NULL, NULL},
    {"_PyType_LookupId", 1, NULL, NULL},
    {"_PyType_LookupRef", 1, NULL, NULL},
    {"PySys_GetObject", 0, "sys", NULL},
    {"_PySys_GetObjectId", 0, "sys", NULL},
    {"_PySys_GetAttr", 1, "sys", NULL},
    {"_PySys_GetOptionalAttr", 0, "sys", NULL},
    {"_PySys_GetOptionalAttrString", 0, "sys", NULL},
    {"_PySys_GetRequiredAttr", 0, "sys", NULL},
    {"_PySys_GetRequiredAttrString", 0, "sys", NULL},
    {"_PyEval_GetBuiltin", 0, "builtins", NULL},
    {"_PyEval_GetBuiltinId", 0, "builtins", NULL},
    {"_PyDict_GetItemId", 1, "builtins", "builtins"},
    {"_PyDict_GetItemIdWithError", 1, "builtins", "builtins"},
    {"_PyDict_GetItemWithError", 1, "builtins", "builtins"},
    {"PyDict_GetItemString", 1, "builtins", "builtins"},
    {"PyDict_GetItemWithError", 1, "builtins", "builtins"},
    {"PyDict_GetItemRef", 1, "builtins", "builtins"},
    {"PyMapping_GetOptionalItem", 1, "builtins", "builtins"},
};

/* A function that looks up what it is told. */
typedef struct Looker {
    gint64 id;
    guint argument, end; /* end: a row of ENDS */
} Looker;

typedef struct Lookups {
    Linking *linking;
    Statement *sites, *add_site, *add_candidate, *add_place;
    GArray *lookers;     /* of Looker, in the order in which their calls are looked at */
    GHashTable *known;   /* "id argument" of them */
    GHashTable *files;   /* path -> SourceText, or NULL */
    GHashTable *named;   /* append, sys.displayhook -> GArray of gint64: functions */
    GHashTable *groups;  /* ditto -> the number of its group */
    GHashTable *places;  /* append -> the number of its place */
    gint64 first_group, first_place;
    GError *error;
} Lookups;

/* A call of one that looks up. */
typedef struct Call {
    gint64 site, caller;
    const char *signature; /* of the caller */
    const Looker *looker;
} Call;

static Statement *prepare(Lookups *lookups, const char *name)
{
    g_autofree char *file = g_strdup_printf("indexer/link/%s.sql", name);
    return lookups->error == NULL ? database_prepare_file(lookups->linking->database, file, &lookups->error) : NULL;
}

/* ---- what names stand for ----------------------------------------------------------------------------- */

static void add_named(Lookups *lookups, const char *name, gint64 function)
{
    GArray *functions = g_hash_table_lookup(lookups->named, name);
    if (functions == NULL) {
        functions = g_array_new(FALSE, FALSE, sizeof(gint64));
        g_hash_table_insert(lookups->named, g_strdup(name), functions);
    }
    g_array_append_val(functions, function);
}

/* builtins.list.append is found as append, sys.displayhook as displayhook and as sys.displayhook. */
static void read_names(Lookups *lookups)
{
    g_autoptr(Statement) names = prepare(lookups, "lookups_names");
    while (names != NULL && statement_step(names, &lookups->error)) {
        const char *name = statement_text(names, 0), *last = strrchr(name, '.');
        if (last == NULL)
            continue;
        add_named(lookups, last + 1, statement_int(names, 1));
        if (strchr(name, '.') == last)
            add_named(lookups, name, statement_int(names, 1));
    }
}

static gint64 place_of(Lookups *lookups, const char *name)
{
    gint64 place = GPOINTER_TO_INT(g_hash_table_lookup(lookups->places, name));
    if (place != 0)
        return place;
    place = lookups->first_place + g_hash_table_size(lookups->places);
    g_hash_table_insert(lookups->places, g_strdup(name), GINT_TO_POINTER(place));
    statement_bind_int(lookups->add_place, "id", place);
    statement_bind_text(lookups->add_place, "kind", "name");
    statement_bind_text(lookups->add_place, "via", name);
    statement_write(lookups->add_place, &lookups->error);
    return place;
}

static gint64 make_group(Lookups *lookups, const char *key, const char *name)
{
    const GArray *functions = g_hash_table_lookup(lookups->named, key);
    gint64 group = lookups->first_group + g_hash_table_size(lookups->groups);
    if (functions == NULL)
        return 0;
    g_hash_table_insert(lookups->groups, g_strdup(key), GINT_TO_POINTER(group));
    for (guint i = 0; i < functions->len && lookups->error == NULL; i++) {
        statement_bind_int(lookups->add_candidate, "group", group);
        statement_bind_int(lookups->add_candidate, "place", place_of(lookups, name));
        statement_bind_int(lookups->add_candidate, "function", g_array_index(functions, gint64, i));
        statement_write(lookups->add_candidate, &lookups->error);
    }
    return group;
}

/* The call looks `name` up. */
static void add_lookup(Lookups *lookups, const Call *call, const char *name)
{
    const char *owner = ENDS[call->looker->end].owner;
    g_autofree char *key = owner == NULL ? g_strdup(name) : g_strconcat(owner, ".", name, NULL);
    gint64 group = GPOINTER_TO_INT(g_hash_table_lookup(lookups->groups, key));
    if (group == 0)
        group = make_group(lookups, key, name);
    if (group == 0 || lookups->error != NULL)
        return;
    statement_bind_int(lookups->add_site, "site", call->site);
    statement_bind_int(lookups->add_site, "group", group);
    statement_write(lookups->add_site, &lookups->error);
}

/* ---- the words of a call ------------------------------------------------------------------------------ */

static void add_looker(Lookups *lookups, gint64 id, guint argument, guint end)
{
    Looker looker = {id, argument, end};
    if (g_hash_table_add(lookups->known, g_strdup_printf("%" G_GINT64_FORMAT " %u", id, argument)))
        g_array_append_val(lookups->lookers, looker);
}

/* A parameter of the caller's own: who calls it says what is looked up. */
static void take_parameter(Lookups *lookups, const Call *call, Stretch name)
{
    int parameter = call_text_parameter(call->signature, name);
    if (parameter >= 0)
        add_looker(lookups, call->caller, (guint)parameter, call->looker->end);
}

/* What a variable is named after; NULL: nothing. */
static char *name_of_variable(Stretch word)
{
    for (guint i = 0; i < G_N_ELEMENTS(PREFIXES); i++)
        if (g_str_has_prefix(word.from, PREFIXES[i]))
            return g_strndup(word.from + strlen(PREFIXES[i]), (gsize)(word.to - word.from) - strlen(PREFIXES[i]));
    return NULL;
}

/* What &PyId_append, &_Py_ID(append) and "append" say. The caller frees; NULL: it is something else. */
static char *name_in(Stretch value)
{
    g_autoptr(GString) text = g_string_new(NULL);
    if (value.from < value.to && *value.from == '&')
        value = call_text_trim(value.from + 1, value.to);
    Stretch word = call_text_name(value.from);
    if (stretch_is(word, NAMED) && *word.to == '(') {
        g_autoptr(GArray) inside = call_text_arguments(word.from);
        return inside->len == 1 ? stretch_dup(g_array_index(inside, Stretch, 0)) : NULL;
    }
    if (word.to > word.from && word.to == value.to)
        return name_of_variable(word);
    return call_text_literal(value, text) ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

static void take_value(Lookups *lookups, const Call *call, Stretch value)
{
    Stretch yes, no;
    if (value.from < value.to && *value.from == '(' && call_text_skip(value.from) == value.to)
        value = call_text_trim(value.from + 1, value.to - 1);
    if (call_text_branches(value, &yes, &no)) {
        take_value(lookups, call, yes);
        take_value(lookups, call, no);
        return;
    }
    g_autofree char *name = name_in(value);
    if (name != NULL)
        add_lookup(lookups, call, name);
    else if (call_text_name(value.from).to == value.to && ENDS[call->looker->end].holder == NULL)
        take_parameter(lookups, call, value);
}

static gboolean is_held(const Call *call, const GArray *arguments)
{
    const char *holder = ENDS[call->looker->end].holder;
    if (holder == NULL)
        return TRUE;
    g_autofree char *before = stretch_dup(g_array_index(arguments, Stretch, call->looker->argument - 1));
    g_autofree char *small = g_ascii_strdown(before, -1);
    return strstr(small, holder) != NULL;
}

static void take_call(Lookups *lookups, const Call *call, const char *at)
{
    g_autoptr(GArray) arguments = call_text_arguments(at);
    guint argument = call->looker->argument;
    if (argument < arguments->len && is_held(call, arguments))
        take_value(lookups, call, g_array_index(arguments, Stretch, argument));
}

/* ---- calls that macros carry -------------------------------------------------------------------------- */

/* The call itself, where it stands in an argument of the macro: Py_SETREF(x, PyObject_GetAttrString(o, "y")). */
static gboolean take_inside(Lookups *lookups, const Call *call, const char *callee, const char *from, const char *to)
{
    gboolean found = FALSE;
    gsize length = strlen(callee);
    for (const char *at = g_strstr_len(from, to - from, callee); at != NULL;
         at = g_strstr_len(at + length, to - at - (gssize)length, callee)) {
        gboolean is_word = at > from && !g_ascii_isalnum(at[-1]) && at[-1] != '_' && at[length] == '(';
        if (is_word)
            take_call(lookups, call, at);
        found |= is_word;
    }
    return found;
}

/* __add__ */
static gboolean is_special(const char *name)
{
    gsize length = strlen(name);
    return length > 4 && name[0] == '_' && name[1] == '_' && name[length - 2] == '_' && name[length - 1] == '_';
}

/* SLOT1BIN(slot_nb_add, nb_add, "__add__", "__radd__"), from 3.11 without quotes: the text of the macro has the call. */
static void take_made(Lookups *lookups, const Call *call, const char *at)
{
    g_autoptr(GArray) arguments = call_text_arguments(at);
    for (guint i = 0; i < arguments->len; i++) {
        Stretch argument = g_array_index(arguments, Stretch, i);
        g_autofree char *name = name_in(argument), *word = stretch_dup(argument);
        if (name != NULL || is_special(word))
            add_lookup(lookups, call, name != NULL ? name : word);
    }
}

/* `has_parameters`: #define PyObject_CallMethod _PyObject_CallMethod_SizeT has none, and its use is the call. */
static void take_macro(Lookups *lookups, const Call *call, const char *callee, gboolean has_parameters, const char *at)
{
    const char *open = call_text_name(at).to;
    if (!has_parameters)
        take_call(lookups, call, at);
    else if (*open == '(' && !take_inside(lookups, call, callee, open, call_text_skip(open)))
        take_made(lookups, call, at);
}

/* ---- all of it ---------------------------------------------------------------------------------------- */

static void take_site(Lookups *lookups, const Looker *looker, Statement *row)
{
    const SourceText *source = source_texts_get(lookups->files, lookups->linking->root, statement_text(row, 1));
    const char *at = source == NULL ? NULL : source_text_at(source, statement_int(row, 2), statement_int(row, 3));
    Call call = {statement_int(row, 0), statement_int(row, 4), statement_text(row, 5), looker};
    if (at != NULL && statement_is_null(row, 7))
        take_call(lookups, &call, at);
    else if (at != NULL)
        take_macro(lookups, &call, statement_text(row, 6), strchr(statement_text(row, 7), '(') != NULL, at);
}

static void take_calls_of(Lookups *lookups, Looker looker)
{
    statement_reset(lookups->sites);
    statement_bind_int(lookups->sites, "callee", looker.id);
    while (lookups->error == NULL && statement_step(lookups->sites, &lookups->error))
        take_site(lookups, &looker, lookups->sites);
}

static void add_ends(Lookups *lookups)
{
    g_autoptr(Statement) functions = prepare(lookups, "lookups_functions");
    for (guint i = 0; functions != NULL && i < G_N_ELEMENTS(ENDS); i++) {
        statement_reset(functions);
        statement_bind_text(functions, "name", ENDS[i].function);
        while (statement_step(functions, &lookups->error))
            add_looker(lookups, statement_int(functions, 0), ENDS[i].argument, i);
    }
}

/* Behind what dispatch.c has put in, which empties these tables as well. */
static void find_first(Lookups *lookups)
{
    g_autoptr(Statement) first = prepare(lookups, "lookups_first");
    if (first == NULL || !statement_step(first, &lookups->error))
        return;
    lookups->first_group = statement_int(first, 0);
    lookups->first_place = statement_int(first, 1);
}

static void sum_up(Lookups *lookups)
{
    static const char *const SUMS[] = {"lookups_sum_places", "lookups_sum_groups"};
    for (guint i = 0; i < G_N_ELEMENTS(SUMS); i++) {
        g_autoptr(Statement) sum = prepare(lookups, SUMS[i]);
        if (sum == NULL)
            return;
        statement_bind_int(sum, "first", lookups->first_group);
        statement_write(sum, &lookups->error);
    }
}

static void run(Lookups *lookups)
{
    find_first(lookups);
    read_names(lookups);
    add_ends(lookups);
    for (guint i = 0; i < lookups->lookers->len && lookups->error == NULL; i++)
        take_calls_of(lookups, g_array_index(lookups->lookers, Looker, i));
    sum_up(lookups);
}

gboolean link_lookups(Linking *linking, GError **error)
{
    Lookups lookups = {.linking = linking};
    g_autoptr(Statement) sites = lookups.sites = prepare(&lookups, "lookups_sites");
    g_autoptr(Statement) add_site = lookups.add_site = prepare(&lookups, "dispatch_add_site");
    g_autoptr(Statement) add_candidate = lookups.add_candidate = prepare(&lookups, "dispatch_add_candidate");
    g_autoptr(Statement) add_place = lookups.add_place = prepare(&lookups, "dispatch_add_place");
    g_autoptr(GArray) lookers = lookups.lookers = g_array_new(FALSE, FALSE, sizeof(Looker));
    g_autoptr(GHashTable) known = lookups.known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) files = lookups.files = source_texts_new();
    g_autoptr(GHashTable) named = lookups.named =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    g_autoptr(GHashTable) groups = lookups.groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) places = lookups.places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (lookups.error == NULL)
        run(&lookups);
    if (lookups.error != NULL)
        g_propagate_error(error, lookups.error);
    return lookups.error == NULL;
}
