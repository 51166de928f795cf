/* messages.c: the texts of errors, and where they are raised. See linkers.h.
 *
 *   PyErr_SetObject(exception, value)  <── calls by name ── functions that hand a parameter on ── … ──> table message
 *
 * Mirrors Python/errors.c, whose functions take the exception and then what it says:
 *
 *     PyErr_SetString(PyExc_IndexError, "list index out of range");
 *     PyErr_SetObject(PyExc_IndexError, indexerr);        (a variable: what is assigned to it)
 *     PyErr_SetObject(PyExc_IndexError, &_Py_STR(list_err));
 *     format_exc_check_arg(PyExc_NameError, NAME_ERROR_MSG, name);   (hands its parameter on to PyErr_Format)
 *
 * Only the ends are named here. A function that gives a parameter of its own to one that raises is one that raises, and
 * its calls are looked at in turn. What a text is made of at run time alone is not known; a call's words come from
 * call_text.h. */
#include "link/messages_inside.h"
#include "store/data.h"

#include <string.h>

/* Which argument is the exception, and which says what is wrong; from 0. */
static const struct {
    const char *name;
    int exception, message;
} RAISING[] = {
    {"PyErr_SetObject", 0, 1},  {"PyErr_SetString", 0, 1},  {"PyErr_Format", 0, 1},  {"PyErr_FormatV", 0, 1},
    {"_PyErr_SetObject", 1, 2}, {"_PyErr_SetString", 1, 2}, {"_PyErr_Format", 1, 2}, {"PyErr_WarnEx", 0, 1},
    {"PyErr_WarnFormat", 0, 2},
};

Statement *messages_prepare(Messages *messages, const char *name)
{
    g_autofree char *file = g_strdup_printf("indexer/link/messages_%s.sql", name);
    return messages->error == NULL ? database_prepare_file(messages->linking->database, file, &messages->error) : NULL;
}

/* ---- words of C ---------------------------------------------------------------------------------------- */

static gboolean is_word_at(const char *at, const char *start)
{
    return at == start || !(g_ascii_isalnum(at[-1]) || at[-1] == '_');
}

/* What stands behind " =" at `at`; NULL: something else is there. */
static const char *behind_sign(const char *at)
{
    at += strspn(at, " \t");
    return at[0] == '=' && at[1] != '=' ? at + 1 : NULL;
}

const char *messages_end_of_value(const char *at, const char *end)
{
    while (at < end && *at != ';' && *at != ',' && *at != ')')
        at = call_text_skip(at);
    return MIN(at, end);
}

const char *messages_stored(const char *at, gsize length, const char *start)
{
    return is_word_at(at, start) ? behind_sign(at + length) : NULL;
}

const char *messages_assigned(const char *at, gsize length, const char *start)
{
    gboolean is_field = at > start && (at[-1] == '.' || at[-1] == '>');
    return is_field ? NULL : messages_stored(at, length, start);
}

Stretch messages_without_cast(Stretch value)
{
    while (value.from < value.to && (*value.from == '&' || *value.from == '(')) {
        const char *close = *value.from == '(' ? call_text_skip(value.from) : NULL;
        if (close != NULL && close >= value.to)
            value.to--;
        value = call_text_trim(close != NULL && close < value.to ? close : value.from + 1, value.to);
    }
    return value;
}

/* ---- functions that raise ----------------------------------------------------------------------------- */

static void raising_free(gpointer data)
{
    Raising *raising = data;
    g_free(raising->always);
    g_free(raising);
}

void messages_add_raising(Messages *messages, gint64 id, int exception, int message, const char *always)
{
    char *key = g_strdup_printf("%" G_GINT64_FORMAT " %d", id, message);
    if (!g_hash_table_add(messages->known, key))
        return;
    Raising *raising = g_new0(Raising, 1);
    *raising = (Raising){id, exception, message, g_strdup(always)};
    g_ptr_array_add(messages->raising, raising);
}

static void add_ends(Messages *messages)
{
    g_autoptr(Statement) functions = messages_prepare(messages, "functions");
    for (guint i = 0; functions != NULL && i < G_N_ELEMENTS(RAISING); i++) {
        statement_reset(functions);
        statement_bind_text(functions, "name", RAISING[i].name);
        while (statement_step(functions, &messages->error))
            messages_add_raising(messages, statement_int(functions, 0), RAISING[i].exception, RAISING[i].message, NULL);
    }
}

/* ---- calls -------------------------------------------------------------------------------------------- */

/* A macro's use: the literal that the crawl saw there. */
static void take_macro(Site *site, const char *at, gint64 macro)
{
    const char *name_end = call_text_name(at).to;
    const char *end = *name_end == '(' ? call_text_skip(name_end) : name_end;
    messages_take_macro_exception(site, macro, at, end);
    if (messages_add_crawled(site, at, MAX(end, at + 1)) || *name_end != '(')
        return;
    g_autoptr(GArray) arguments = call_text_arguments(at);
    for (guint i = 0; i < arguments->len && g_hash_table_size(site->said) == 0; i++)
        messages_resolve(site, g_array_index(arguments, Stretch, i), 0);
}

static void take_call(Site *site, const char *at)
{
    g_autoptr(GArray) arguments = call_text_arguments(at);
    const Raising *raising = site->raising;
    if ((int)arguments->len <= raising->message)
        return;
    if (raising->exception >= 0 && raising->exception < (int)arguments->len)
        messages_take_exception(site, g_array_index(arguments, Stretch, raising->exception));
    messages_resolve(site, g_array_index(arguments, Stretch, raising->message), 0);
}

static void take_site(Messages *messages, const Raising *raising, Statement *row)
{
    const SourceText *source = source_texts_get(messages->files, messages->linking->root, statement_text(row, 1));
    const char *at = source == NULL ? NULL : source_text_at(source, statement_int(row, 2), statement_int(row, 3));
    if (at == NULL)
        return;
    Site site = {
        .messages = messages,
        .raising = raising,
        .source = source,
        .file = statement_int(row, 0),
        .line = statement_int(row, 2),
        .caller = statement_int(row, 4),
        .caller_line = statement_int(row, 6),
        .caller_end = statement_int(row, 7),
        .is_in_caller = statement_int(row, 0) == statement_int(row, 5),
        .signature = statement_text(row, 8),
        .exception = g_strdup(raising->always),
        .exception_from = -1,
        .said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
    if (statement_is_null(row, 9))
        take_call(&site, at);
    else
        take_macro(&site, at, statement_int(row, 9));
    g_hash_table_unref(site.said);
    g_free(site.exception);
    g_free(site.variable);
}

static void take_calls_of(Messages *messages, const Raising *raising)
{
    statement_reset(messages->sites);
    statement_bind_int(messages->sites, "callee", raising->id);
    while (messages->error == NULL && statement_step(messages->sites, &messages->error))
        take_site(messages, raising, messages->sites);
}

static void run(Messages *messages)
{
    g_autoptr(Statement) clear = messages_prepare(messages, "clear");
    if (clear == NULL || !statement_write(clear, &messages->error))
        return;
    add_ends(messages);
    for (guint i = 0; i < messages->raising->len && messages->error == NULL; i++)
        take_calls_of(messages, g_ptr_array_index(messages->raising, i));
}

gboolean link_messages(Linking *linking, GError **error)
{
    Messages messages = {.linking = linking};
    g_autoptr(Statement) insert = messages.insert = messages_prepare(&messages, "add");
    g_autoptr(Statement) sites = messages.sites = messages_prepare(&messages, "sites");
    g_autoptr(Statement) literals = messages.literals = messages_prepare(&messages, "literals");
    g_autoptr(Statement) macro = messages.macro = messages_prepare(&messages, "macro");
    g_autoptr(Statement) variable = messages.variable = messages_prepare(&messages, "variable");
    messages.raising = g_ptr_array_new_with_free_func(raising_free);
    messages.known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    messages.stored = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    messages.files = source_texts_new();
    if (messages.error == NULL)
        run(&messages);
    g_ptr_array_unref(messages.raising);
    g_hash_table_unref(messages.known);
    g_hash_table_unref(messages.files);
    g_hash_table_unref(messages.stored);
    g_clear_pointer(&messages.named, g_hash_table_unref);
    if (messages.error != NULL)
        g_propagate_error(error, messages.error);
    return messages.error == NULL;
}
